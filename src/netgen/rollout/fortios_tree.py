"""Reads config / edit / set text, and computes what turns one tree into another, with the way back.

FortiOS is merged into, and its API gives no honest diff: the change set is netgen's own. The circle
holds within the scope (the tables that the intended text speaks of):
running + change = intended, and then + undo = running.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from netgen.platforms.change_rules import ChangeRules

KEPT = "NETGEN_KEPT_FROM_BACKUP"
_WORD = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|\S+', re.DOTALL)


class TreeError(ValueError):
    """The text is no configuration of this grammar; the message has the line number."""


class Body(msgspec.Struct):
    """What is between config and end, or between edit and next. `rows` are the edits, in order.

    A field without words was emptied by `unset`, which a unit prints where the default is not empty
    (`unset options` of a web filter). heading: the words after `config`, quoted as they were written.
    """

    heading: str = ""

    fields: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    parts: dict[str, Body] = msgspec.field(default_factory=dict)
    rows: dict[str, Body] = msgspec.field(default_factory=dict)


class Change(msgspec.Struct, frozen=True):
    """A merge script, its undo, and rows that the device has and nobody asked for (left alone)."""

    change: str
    undo: str
    left_alone: tuple[str, ...] = ()


def parse_tree(text: str) -> Body:
    """Read a backup or a rendered text; comments are dropped. TreeError on broken nesting."""
    root = Body()
    stack: list[tuple[str, Body]] = [("", root)]
    for number, line in _logical_lines(text):
        words = _WORD.findall(line)
        verb, rest = words[0], words[1:]
        kind, here = stack[-1]
        if verb == "config" and rest:
            name = " ".join(_plain(word) for word in rest)
            part = here.parts.setdefault(name, Body())
            part.heading = " ".join(_quote(_plain(word)) if word[:1] in "\"'" else word for word in rest)
            stack.append(("config", part))
        elif verb == "edit" and rest and kind == "config":
            stack.append(("edit", here.rows.setdefault(_plain(rest[0]), Body())))
        elif verb == "set" and len(rest) > 1 and kind:
            here.fields[rest[0]] = tuple(rest[1:])
        elif verb == "append" and len(rest) > 1 and kind:
            here.fields[rest[0]] = here.fields.get(rest[0], ()) + tuple(rest[1:])
        elif verb == "unset" and rest and kind:
            here.fields[rest[0]] = ()
        elif verb in ("delete", "move") and kind == "config":
            _reorder(here, verb, [_plain(word) for word in rest], number)
        elif (verb, kind) in (("next", "edit"), ("end", "config")):
            stack.pop()
        elif (verb, kind) == ("end", "edit"):
            stack.pop()
            stack.pop()
        else:
            msg = f"line {number}: `{verb}` does not belong here"
            raise TreeError(msg)
    if len(stack) > 1:
        msg = "the text ends inside of a config block"
        raise TreeError(msg)
    return root


def _reorder(table: Body, verb: str, words: list[str], number: int) -> None:
    try:
        if verb == "delete":
            del table.rows[words[0]]
            return
        moved, where, anchor = words
        row = table.rows.pop(moved)
        names = list(table.rows)
        place = names.index(anchor) + (where == "after")
        rows = [(name, table.rows[name]) for name in names]
        rows.insert(place, (moved, row))
        table.rows = dict(rows)
    except (KeyError, ValueError, IndexError) as error:
        msg = f"line {number}: `{verb} {' '.join(words)}` names a row that is not there"
        raise TreeError(msg) from error


def _logical_lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines without comments; a quoted value may go on over several of them."""
    kept = ""
    start = 0
    for number, line in enumerate(text.replace("\r", "").split("\n"), 1):
        if kept:
            kept += "\n" + line
        elif not line.strip() or line.lstrip().startswith("#"):
            continue
        else:
            kept, start = line.strip(), number
        if len(re.findall(r'(?<!\\)(?:\\\\)*"', kept)) % 2 == 0:
            yield start, kept
            kept = ""
    if kept:
        msg = f"line {start}: a quoted value does not end"
        raise TreeError(msg)


def _plain(word: str) -> str:
    if word[:1] == '"':
        return re.sub(r"\\(.)", r"\1", word[1:-1])
    return word[1:-1] if word[:1] == "'" else word


def fortios_change(running: str, intended: str, rules: ChangeRules, *, keep_secrets: bool = False) -> Change:
    """What makes `running` into `intended`, as scripts. Both may be whole backups.

    Secrets are compared by presence. In the undo an encrypted value of the running text stands as
    `ENC NETGEN_KEPT_FROM_BACKUP`, unless `keep_secrets` (then the result must not be written down).
    An empty `change` means that the device has what was asked for.
    """
    before, after = parse_tree(running), parse_tree(intended)
    _empty_owned(before, after, rules)
    work = _Writer(rules, created_only=None)
    left: list[str] = []
    script = work.tables(before, after, left)
    if not script:
        return Change("", "", tuple(left))
    now = parse_tree(running + "\n" + script)
    created = frozenset(_new_rows(now, before))
    undo = _Writer(rules, created_only=created).tables(now, _scope(before, after), [])
    if not keep_secrets:
        undo = _hide(undo, rules)
    return Change(script, undo, tuple(left))


def _empty_owned(before: Body, after: Body, rules: ChangeRules) -> None:
    """Give `after` the owned sections that it does not speak of, at the place which they have on the device.

    The way back makes their rows again, which others name (a policy its addresses) or which name others.
    """
    names = list(before.parts)
    for name in names:
        if name not in rules.owned_sections or name in after.parts:
            continue
        earlier = set(names[: names.index(name)])
        parts = list(after.parts.items())
        place = max((index + 1 for index, (each, _) in enumerate(parts) if each in earlier), default=0)
        after.parts = dict([*parts[:place], (name, Body()), *parts[place:]])


def secrets_script(intended: str, rules: ChangeRules) -> str:
    """Sets every secret of the intended text again, and nothing else: a rotation shows no difference."""

    def lines(body: Body) -> list[str]:
        out = [
            f"set {name} {' '.join(words)}"
            for name, words in body.fields.items()
            if words and (name in rules.secret_fields or words[0] == "ENC")
        ]
        for name, part in body.parts.items():
            out += _wrap(f"config {part.heading or name}", lines(part))
        for key, row in body.rows.items():
            inner = lines(row)
            if inner:
                out += [f"edit {_quote(key)}", *(f"    {line}" for line in inner), "next"]
        return out

    return "".join(f"{line}\n" for line in lines(parse_tree(intended)))


def _hide(script: str, rules: ChangeRules) -> str:
    names = "|".join(re.escape(name) for name in rules.secret_fields)
    hidden = rf'(?m)^(\s*set (?:{names}) |\s*set \S+ (?=ENC ))(?:"(?:\\.|[^"\\])*"|[^\n]+)$'
    return re.sub(hidden, rf"\1ENC {KEPT}", script)


def _scope(before: Body, after: Body) -> Body:
    return Body(parts={name: before.parts.get(name, Body()) for name in after.parts})


def _new_rows(now: Body, before: Body, place: str = "") -> Iterator[str]:
    for name, part in now.parts.items():
        old = before.parts.get(name, Body())
        for key, row in part.rows.items():
            here = f"{place}/{name}/{key}"
            if key not in old.rows:
                yield here
            yield from _new_rows(row, old.rows.get(key, Body()), here)
        yield from _new_rows(part, old, f"{place}/{name}")


class _Writer:
    """Writes the script from one tree to another. `created_only`: rows that may be deleted on top."""

    def __init__(self, rules: ChangeRules, *, created_only: frozenset[str] | None) -> None:
        self._rules = rules
        self._created = created_only

    def tables(self, before: Body, after: Body, left: list[str]) -> str:
        first: list[str] = []
        middle: list[str] = []
        last: list[str] = []
        final: list[str] = []
        for name, wanted in after.parts.items():
            had = before.parts.get(name, Body())
            gone = [key for key in had.rows if key not in wanted.rows]
            mine = [key for key in gone if self._may_delete(name, key)]
            left += [f"{name}: {key}" for key in gone if key not in mine]
            mine += [
                key for key in had.rows if key in wanted.rows and self._is_remade(name, had, wanted, key)
            ]
            early, had = self._early(name, had, wanted)
            first += early
            head = f"config {wanted.heading or had.heading or name}"
            given_up, had = self._given_up(name, had, wanted, mine)
            first += _wrap(head, given_up)
            lines = _wrap(head, [f"delete {_quote(key)}" for key in mine])
            if name in self._rules.referring_tables:
                first[:0] = lines
            else:
                (final if name in self._rules.referred_tables else last)[:0] = lines
            rows = {key: row for key, row in had.rows.items() if key not in mine}
            kept = msgspec.structs.replace(had, rows=rows)
            body = self._body(kept, wanted, f"/{name}", deletes=False)
            (last if self._goes(name, wanted) else middle).extend(_wrap(head, body))
        return "".join(line + "\n" for line in (*first, *middle, *last, *final))

    def _is_remade(self, table: str, had: Body, wanted: Body, key: str) -> bool:
        return any(
            table == place and (name in had.rows[key].fields) != (name in wanted.rows[key].fields)
            for place, name in self._rules.remade_rows
        )

    def _goes(self, section: str, wanted: Body) -> bool:
        """True where nothing that anybody made stays in a section with early tables."""
        names = dict(self._rules.early_tables).get(section, ())
        return bool(names) and not any(wanted.parts.get(name, Body()).rows for name in names)

    def _early(self, section: str, had: Body, wanted: Body) -> tuple[list[str], Body]:
        """The lines that delete rows before anything else changes, and the section as it is after them."""
        names = dict(self._rules.early_tables).get(section, ())
        lines: list[str] = []
        parts = dict(had.parts)
        lost = self._lost(section, names[-1], had, wanted) if names else []
        for name in names if lost or self._goes(section, wanted) else names[:1]:
            table, kept = parts.get(name, Body()), wanted.parts.get(name, Body()).rows
            gone = [key for key in table.rows if key not in kept]
            if lost:
                gone = lost if name == names[-1] else list(table.rows)
            lines += _wrap(f"config {name}", [f"delete {_quote(key)}" for key in gone])
            if gone:
                rows = {key: row for key, row in table.rows.items() if key not in gone}
                parts[name] = msgspec.structs.replace(table, rows=rows)
        head = f"config {wanted.heading or had.heading or section}"
        return _wrap(head, lines), msgspec.structs.replace(had, parts=parts)

    def _lost(self, section: str, table: str, had: Body, wanted: Body) -> list[str]:
        """The rows of a table that are not wanted, or not as what they are."""
        kept = wanted.parts.get(table, Body()).rows
        fields = [name for place, name in self._rules.identity_fields if place == f"{section}/{table}"]
        return [
            key
            for key, row in had.parts.get(table, Body()).rows.items()
            if key not in kept or any(row.fields.get(name) != kept[key].fields.get(name) for name in fields)
        ]

    def _given_up(self, table: str, had: Body, wanted: Body, gone: list[str]) -> tuple[list[str], Body]:
        """The lines that make rows give up what they lose, and the table as it is after them."""
        lines: list[str] = []
        rows = dict(had.rows)
        for name in [field for place, field in self._rules.exclusive_fields if place == table]:
            for key in had.rows:
                if key not in wanted.rows and key not in gone:
                    continue
                stays = {_plain(word) for word in wanted.rows.get(key, Body()).fields.get(name, ())}
                old = rows[key].fields.get(name, ())
                left = tuple(word for word in old if _plain(word) in stays)
                if left == old:
                    continue
                verb = f"set {name} {' '.join(left)}" if left else f"unset {name}"
                lines += [f"edit {_quote(key)}", f"    {verb}", "next"]
                rows[key] = msgspec.structs.replace(rows[key], fields={**rows[key].fields, name: left})
        return lines, msgspec.structs.replace(had, rows=rows)

    def _may_delete(self, table: str, key: str) -> bool:
        if self._created is not None and f"/{table}/{key}" in self._created:
            return True
        if key in self._rules.builtin_rows:
            return False
        return table in self._rules.owned_tables or any(
            table == place and re.match(pattern, key) for place, pattern in self._rules.owned_rows
        )

    def _body(self, before: Body, after: Body, place: str, *, deletes: bool = True) -> list[str]:
        rules = self._rules
        lines: list[str] = []
        lasting = [name for table, name in rules.lasting_fields if place.startswith(f"/{table}/")]
        kept = (*after.fields, *rules.device_fields, *lasting)
        lines += [f"unset {name}" for name, words in before.fields.items() if words and name not in kept]
        for name, words in after.fields.items():
            old = before.fields.get(name)
            if old is None or not self._same(name, old, words):
                lines.append(f"set {name} {' '.join(words)}" if words else f"unset {name}")
        for name in [*after.parts, *(part for part in before.parts if part not in after.parts)]:
            had, wanted = before.parts.get(name, Body()), after.parts.get(name, Body())
            inner = self._body(had, wanted, f"{place}/{name}")
            lines += _wrap(f"config {wanted.heading or had.heading or name}", inner)
        if deletes:
            gone = [key for key in before.rows if key not in after.rows and key not in rules.builtin_rows]
            lines += [f"delete {_quote(key)}" for key in gone]
        for key, row in after.rows.items():
            fresh = key not in before.rows
            inner = self._body(before.rows.get(key, Body()), row, f"{place}/{key}")
            if inner or fresh:
                lines += [f"edit {_quote(key)}", *(f"    {line}" for line in inner), "next"]
        if place[1:] in rules.ordered_tables:
            lines += _moves(
                [key for key in before.rows if key in after.rows or not deletes], list(after.rows)
            )
        return lines

    def _same(self, name: str, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
        if name in self._rules.device_fields:
            return True
        if not old or not new:
            return old == new
        if name in self._rules.secret_fields or "ENC" in (old[0], new[0]):
            return True
        return tuple(map(_plain, old)) == tuple(map(_plain, new))


def _moves(have: list[str], wanted: list[str]) -> list[str]:
    """Moves that give the wanted rows their order; rows that nobody asked for end up behind them."""
    order = have + [key for key in wanted if key not in have]
    lines: list[str] = []
    for place, key in enumerate(wanted):
        if order[place] != key:
            lines.append(f"move {_quote(key)} before {_quote(order[place])}")
            order.remove(key)
            order.insert(place, key)
    return lines


def _wrap(head: str, lines: Iterable[str]) -> list[str]:
    inner = [f"    {line}" for line in lines]
    return [head, *inner, "end"] if inner else []


def _quote(key: str) -> str:
    if re.fullmatch(r"\d+", key):
        return key
    return '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"'


def canonical_tree(text: str, rules: ChangeRules) -> str:
    """One spelling for all backups that mean the same: sorted, without what the unit owns or encrypts."""
    skip = [re.compile(pattern) for pattern in rules.volatile_blocks]
    root = parse_tree(text)
    root.parts = {name: part for name, part in root.parts.items() if not any(p.match(name) for p in skip)}
    return "".join(f"{line}\n" for line in _canonical(root, rules, ""))


def _canonical(body: Body, rules: ChangeRules, table: str) -> list[str]:
    lines: list[str] = []
    for name in sorted(body.fields):
        if name in ("uuid", "snmp-index", "last-login"):
            continue
        words = body.fields[name]
        # What is emptied cannot be told from what has its default in every `show`.
        if not words:
            continue
        hidden = name in rules.secret_fields or words[0] == "ENC"
        lines.append(
            f"set {name} " + ("<secret>" if hidden else " ".join(_quote(_plain(word)) for word in words))
        )
    keys = list(body.rows) if table in rules.ordered_tables else sorted(body.rows)
    for key in keys:
        # The guard that is on the unit while a change waits to be confirmed is not configuration.
        if key == "napalm-commit-confirm" and table.startswith("system automation-"):
            continue
        lines += [
            f"edit {_quote(key)}",
            *(f"  {line}" for line in _canonical(body.rows[key], rules, "")),
            "next",
        ]
    for name in sorted(body.parts):
        inner = _canonical(body.parts[name], rules, f"{table}/{name}" if table else name)
        if inner:
            lines += [f"config {name}", *(f"  {line}" for line in inner), "end"]
    return lines
