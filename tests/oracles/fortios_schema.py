"""Checks FortiOS text line by line against a published schema: `unknown_lines(text)`.

The schema is that of the PyPI package hfortix-fortios; `schema_folder()` is None where that is not installed.
It knows one release, 7.6.5: values and fields in which 7.4 differs are in the two small tables below, each
with its source.

What it does not know: which field needs which other one, and whether a referenced object exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from tests.oracles.fortios_schema_reader import Field, read_table, schema_folder

__all__ = ["default_lines", "schema_folder", "unknown_lines"]

#: Values that 7.4 has and 7.6.5 has not. Source: `versioned_schema` of the fortinet.fortios Ansible
#: collection 2.4.2, evaluated at 7.4.4.
ONLY_IN_7_4: dict[tuple[str, str], frozenset[str]] = {
    ("firewall service custom", "protocol"): frozenset({"TCP/UDP/SCTP"}),
    ("vpn ipsec phase1-interface", "transport"): frozenset({"udp-fallback-tcp"}),
    ("system global", "admin-restrict-local"): frozenset({"enable"}),
}

#: Fields and values (None: the whole field) that came after 7.4. Same source.
NEWER_THAN_7_4: dict[tuple[str, str], str | None] = {
    ("firewall local-in-policy", "logtraffic"): None,
    ("log syslogd setting", "source-ip-interface"): None,
    ("user radius", "require-message-authenticator"): None,
    ("vpn ipsec phase1-interface", "shared-idle-timeout"): None,
    ("vpn ipsec phase1-interface", "auto-transport-threshold"): None,
    ("system interface", "allowaccess"): "scim",
    ("vpn ipsec phase1-interface", "transport"): "auto",
}

#: Tables whose rows have another key than `id` or `name`. Source: SD-WAN examples of the FortiOS 7.4 administration
#: guide (`config members / edit 1`, `config sla / edit "google" / set id 1`); for IPv6 the member table of the
#: fortinet.fortios Ansible module fortios_system_interface and the 7.0 guide, "IPv6 stateless address
#: auto-configuration".
ROW_KEYS: dict[str, str] = {
    "router bgp neighbor": "ip",
    "system interface ipv6 ip6-prefix-list": "prefix",
    "system sdwan members": "seq-num",
    "system sdwan service sla": "health-check",
}

#: Fields that take several values though the schema has a plain string. Source: `multiple_values` of the same
#: collection.
SEVERAL_VALUES = frozenset({("system sdwan health-check", "server")})

_IPV6 = r"(?=[0-9a-f:]*:[0-9a-f:]*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}"
_IPV4 = r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_FORMS = {
    "ipv4-address": re.compile(_IPV4),
    "ipv4-address-any": re.compile(_IPV4),
    "ipv4-netmask": re.compile(_IPV4),
    "ipv4-classnet": re.compile(rf"{_IPV4} {_IPV4}"),
    "ipv4-classnet-any": re.compile(rf"{_IPV4} {_IPV4}"),
    "ipv4-classnet-host": re.compile(rf"{_IPV4} {_IPV4}"),
    "ipv6-address": re.compile(_IPV6),
    "ipv6-network": re.compile(rf"{_IPV6}/(?:12[0-8]|1[01]\d|\d?\d)"),
    "ipv6-prefix": re.compile(rf"{_IPV6}/(?:12[0-8]|1[01]\d|\d?\d)"),
    "mac-address": re.compile(r"(?:[0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}"),
}
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|([^\s"]+)')


class Word(msgspec.Struct, frozen=True):
    """A word of a line and whether it stood in quotes."""

    text: str
    quoted: bool


class _Frame(msgspec.Struct):
    path: str
    key: str
    fields: Mapping[str, Field] | None
    row_open: bool = False


def unknown_lines(text: str) -> list[tuple[int, str, str]]:
    """(line number from 1, line, reason) of every line that FortiOS 7.4 would not take; empty is good."""
    return [(number, line, reason) for number, line, reason, _ in _walk(text) if reason]


def default_lines(text: str) -> list[tuple[int, str]]:
    """(line number, line) of every `set` that only says the default, so that `show` would not print it back.

    The defaults are those of 7.6.5.
    """
    return [(number, line) for number, line, reason, is_default in _walk(text) if is_default and not reason]


def _walk(text: str) -> Iterator[tuple[int, str, str, bool]]:
    stack: list[_Frame] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        reason, is_default = _judge(_words(line), stack)
        yield number, line, reason, is_default
    if stack:
        yield 0, "", f"`config {stack[-1].path}` is not closed", False


def _words(line: str) -> list[Word]:
    return [
        Word(re.sub(r"\\(.)", r"\1", match[1]), quoted=True)
        if match[2] is None
        else Word(match[2], quoted=False)
        for match in _TOKEN.finditer(line)
    ]


def _judge(words: list[Word], stack: list[_Frame]) -> tuple[str, bool]:
    verb, rest = words[0].text, words[1:]
    if verb == "config":
        return _open(rest, stack), False
    if not stack:
        return f"`{verb}` outside of any `config`", False
    frame = stack[-1]
    if verb == "end" and not rest:
        stack.pop()
        return ("", False) if not frame.row_open else ("`end` before `next`", False)
    if verb == "edit" and len(rest) == 1:
        return _edit(rest[0], frame), False
    if verb == "next" and not rest:
        was_open, frame.row_open = frame.row_open, False
        return ("" if was_open else "`next` without `edit`"), False
    if verb in ("set", "append", "unset") and rest:
        return _assign(verb, rest[0].text, rest[1:], frame)
    return f"`{verb}` is not a command that a configuration holds", False


def _open(rest: list[Word], stack: list[_Frame]) -> str:
    if stack:
        frame = stack[-1]
        name = " ".join(word.text for word in rest if not word.quoted)
        if frame.fields is None:
            stack.append(_Frame(f"{frame.path} {name}", "", None))
            return "inside a section that is not known"
        field = frame.fields.get(name)
        children = field.children if field else None
        keys = (ROW_KEYS.get(f"{frame.path} {name}", "id"), "id", "name")
        key = next((item for item in keys if children and item in children), "")
        stack.append(_Frame(f"{frame.path} {name}", key, children))
        return "" if children else f"`{frame.path}` has no table `{name}`"
    path = " ".join(word.text for word in rest if not word.quoted)
    table = read_table(path)
    if table is None:
        stack.append(_Frame(path, "", None))
        return f"no section `{path}`"
    keys = [word for word in rest if word.quoted]
    frame = _Frame(path, "" if keys else table.key, table.fields)
    stack.append(frame)
    return _value(table.fields[table.key], keys) if keys and table.key else ""


def _edit(key: Word, frame: _Frame) -> str:
    if frame.row_open:
        return "`edit` before `next`"
    frame.row_open = True
    if frame.fields is None:
        return "inside a section that is not known"
    if not frame.key:
        return f"`{frame.path}` has no rows"
    if key.text == "0":
        return "row 0 makes a new row at every push"
    return _value(frame.fields[frame.key], [key])


def _assign(verb: str, name: str, values: list[Word], frame: _Frame) -> tuple[str, bool]:
    if frame.fields is None:
        return "inside a section that is not known", False
    if frame.key and not frame.row_open:
        return "`set` outside of a row", False
    field = frame.fields.get(name)
    if field is None:
        return f"`{frame.path}` has no field `{name}`", False
    newer = NEWER_THAN_7_4.get((frame.path, name), "")
    if newer is None or newer in [word.text for word in values if newer]:
        return f"`{name}` {newer or ''} came after 7.4".replace("  ", " "), False
    if verb == "unset":
        return ("" if not values else "`unset` takes no value"), False
    if not values:
        return f"`{name}` has no value", False
    older = ONLY_IN_7_4.get((frame.path, name), frozenset())
    judged = [word for word in values if word.text not in older]
    if (frame.path, name) in SEVERAL_VALUES:
        reason = next((found for word in judged if (found := _value(field, [word]))), "")
    else:
        reason = _value(field, judged) if judged else ""
    return reason, bool(field.default) and " ".join(word.text for word in values) == field.default


def _value(field: Field, values: list[Word]) -> str:
    joined = " ".join(word.text for word in values)
    if field.children is not None:
        return _list_value(field.children, values)
    if field.options:
        wrong = [word.text for word in values if word.text not in field.options]
        return f"`{wrong[0]}` is none of its values" if wrong else ""
    if field.type == "integer":
        return _integer_value(field, joined)
    if field.type in _FORMS:
        return "" if _FORMS[field.type].fullmatch(joined) else f"`{joined}` is no {field.type}"
    if field.type in ("string", "var-string") and len(values) != 1:
        return "more than one value"
    if field.longest and len(joined) > field.longest:
        return f"{len(joined)} characters, {field.longest} are allowed"
    return ""


def _integer_value(field: Field, joined: str) -> str:
    if not re.fullmatch(r"\d+", joined):
        return f"`{joined}` is no number"
    number = int(joined)
    if (field.smallest is not None and number < field.smallest) or (
        field.largest is not None and number > field.largest
    ):
        return f"{number} is outside of {field.smallest} to {field.largest}"
    return ""


def _list_value(children: Mapping[str, Field], values: list[Word]) -> str:
    """A list of references: its table has one field, whose limits hold for each item."""
    plain = [field for name, field in children.items() if name != "id" or len(children) == 1]
    if len(plain) != 1:
        return "a table, not a value"
    return next((reason for word in values if (reason := _value(plain[0], [word]))), "")
