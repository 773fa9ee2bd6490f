"""Splits a FortiOS text into commands: one command is a line number and its words.

Quoting follows what the device prints: double quotes with backslash escapes, single quotes taken
literally, and a quoted value that runs over several lines (certificates, message buffers).
"""

from __future__ import annotations

import re

import msgspec

_WORD = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*+)"|'([^']*+)'|(\S+))""", re.DOTALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_UNCLOSED = ('"', "'")

#: Values that a device prints over several lines.
MULTI_LINE_FIELDS = frozenset(
    {"ca", "certificate", "private-key", "csr", "crl", "remote", "buffer", "script"}
)

#: Fields whose value is a secret (the schema types them as password), so never repeated in a message.
#: `script` is the text of an automation, which may hold one.
SECRET_FIELDS = frozenset(
    {
        "auth-pwd", "authentication-key", "authpasswd", "api-key", "key", "key-string", "login-passwd",
        "passphrase",
        "passwd", "password", "ppk-secret", "preshared-key", "priv-pwd", "private-key", "psksecret",
        "psksecret-remote", "rsso-secret", "sae-password", "sae-private-key", "secondary-key",
        "secondary-secret",
        "script", "secret", "tertiary-key", "tertiary-secret",
    }
)  # fmt: skip


class Command(msgspec.Struct, frozen=True):
    """One command: its first line, its words, and whether a quote was left open."""

    line: int
    words: tuple[str, ...]
    lines: int = 1
    open_quote: bool = False

    def shown(self) -> str:
        """The command as a message may show it: one line, without the value of a secret."""
        words = self.words
        if len(words) > 2 and words[0] in {"set", "append"} and words[1] in SECRET_FIELDS:
            words = (words[0], words[1], "<hidden>")
        return " ".join(word if word and not re.search(r"\s", word) else f'"{word}"' for word in words)[:300]


def split_commands(text: str) -> list[Command]:
    """Every command of the text in order; comments (`#`) and empty lines are left out."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    commands: list[Command] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        number = index + 1
        index += 1
        if '"' not in line and "'" not in line and "\\" not in line:
            words = line.split()
            if words and not words[0].startswith("#"):
                commands.append(Command(number, tuple(words)))
            continue
        if line.lstrip().startswith("#"):
            continue
        found, is_open = _split_quoted(line)
        start, joined = index, line
        while is_open and index < len(lines):
            joined = f"{joined}\n{lines[index]}"
            index += 1
            if is_open in lines[index - 1]:
                found, is_open = _split_quoted(joined)
        if is_open:
            index = start
            commands.append(Command(number, tuple(line.split()), 1, open_quote=True))
        else:
            commands.append(Command(number, found, 1 + index - start))
    return commands


def _split_quoted(text: str) -> tuple[tuple[str, ...], str]:
    """The words of a line, and the quote character that it leaves open ("" for none)."""
    words: list[str] = []
    for match in _WORD.finditer(text):
        double, single, bare = match.groups()
        if double is not None:
            words.append(_ESCAPE.sub(r"\1", double) if "\\" in double else double)
        elif single is not None:
            words.append(single)
        elif bare.startswith(_UNCLOSED):
            return tuple(words), bare[0]
        else:
            words.append(_ESCAPE.sub(r"\1", bare) if "\\" in bare else bare)
    return tuple(words), ""
