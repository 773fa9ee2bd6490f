"""What a name may contain, so that no string of the inventory can become a command of a device.

Every text that reaches a vendor configuration passes one of these patterns at the border of the
model; templates therefore quote but never escape.
"""

from __future__ import annotations

import re

#: A key: zone, segment, service, cabinet. Also safe as part of a vendor object name.
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*\Z")
#: RFC 1123 host label, lower case, starting with a letter (IOS-XE wants a letter).
HOSTNAME = re.compile(r"[a-z]([a-z0-9-]{0,61}[a-z0-9])?\Z")
#: Free text that people read: descriptions, site names, SSIDs.
LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 ._,:()&+/@'-]*[A-Za-z0-9.)])?\Z")

_FORBIDDEN = {
    "\n": "a line break", "\r": "a carriage return", "\t": "a tab", "\x00": "a NUL", '"': "a double quote",
    "!": "an exclamation mark", "?": "a question mark", "{": "a brace", "}": "a brace", "^": "a caret",
    "\\": "a backslash", "$": "a dollar sign", "`": "a backtick", ";": "a semicolon", "|": "a bar",
    "<": "an angle bracket", ">": "an angle bracket", "#": "a hash", "%": "a percent sign",
}  # fmt: skip


def printable_problem(text: str) -> str | None:
    """Why a text must not reach a device, in words; None when it may.

    >>> printable_problem("Block A")
    >>> printable_problem("x" + chr(10) + "no aaa new-model")
    'contains a line break'
    """
    for character in text:
        if character in _FORBIDDEN:
            return f"contains {_FORBIDDEN[character]}"
        if not " " <= character <= "~":
            return f"contains the character U+{ord(character):04X}, which not every device can print"
    if text != text.strip():
        return "starts or ends with a space"
    if not LABEL.match(text):
        return "must start with a letter or digit and end with a letter, digit, full stop or bracket"
    return None


def object_path(*parts: str | int) -> str:
    """The one spelling of an object's place: `sites/oak-primary/cabinets/main/switches/sw1`."""
    return "/".join(map(str, parts))
