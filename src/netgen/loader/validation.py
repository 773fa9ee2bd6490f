"""Turns pydantic errors into findings with file, line, column, a stable code and advice.

The models read YAML text (`"30"` becomes 30). pydantic is more generous than an inventory should be:
it reads `010` as 10 while YAML 1.1 means 8, and `no` as False for a field where somebody meant
Norway. Such texts are found by the shape of the model and refused (INV027, INV023).
Codes: INV021 unknown key, INV022 missing key, INV023 wrong type, INV024 out of range, INV025 bad
choice, INV026 refused by the model, INV027 ambiguous number; a validator's own code stays.
"""

from __future__ import annotations

import difflib
import re
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from netgen.diagnostics import Collector, Diagnostic
from netgen.intent.forms import FORMS
from netgen.loader.model_errors import Problem, locate, one_member_per_union, wanted_type
from netgen.loader.shapes import shape_of
from netgen.loader.spelling import odd_scalars
from netgen.loader.yaml_nodes import Document, Loc
from netgen.values import object_path

ModelT = TypeVar("ModelT", bound=BaseModel)

_NUMBER_LIKE = re.compile(r"\s*[-+]?[0-9][0-9a-fxo_:.+-]*\s*\Z", re.IGNORECASE)
_OCTAL = re.compile(r"[-+]?0[0-7_]{0,20}[0-7]\Z")
_TRUTH = {"yes": "true", "on": "true", "y": "true", "t": "true", "1": "true", "true": "true"} | dict.fromkeys(
    ("no", "off", "n", "f", "0", "false"), "false"
)
_SECRET_KEY = re.compile(
    r"(?:\A|[_-])(?:secret|password|passphrase|passwd|psk|key|community|token|credential)s?(?:\Z|[_-])",
    re.IGNORECASE,
)
_OWN_CODE = re.compile(r"[A-Z]{3}[0-9]{3}\Z")

_WANTED = {"int": "a whole number", "float": "a number", "bool": "true or false"}
_RANGES = {
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
    "multiple_of": "a multiple of {multiple_of}",
    "finite_number": "a finite number",
}
_LENGTHS = {
    "too_short": "at least {min_length} items",
    "too_long": "at most {max_length} items",
    "string_too_short": "at least {min_length} characters",
    "string_too_long": "at most {max_length} characters",
}
_LENGTH_ADVICE = {
    "too_short": "add what is missing",
    "too_long": "remove what is too much",
    "string_too_short": "make it longer",
    "string_too_long": "shorten it",
}


def validate(
    model: type[ModelT], document: Document, collector: Collector, *, base_path: str
) -> ModelT | None:
    """The document as a model, or None and one finding for each thing that is wrong.

    `base_path` is the ObjectPath of the document (`sites/oak`); the path of a finding continues it,
    with `sw1:u1` for the key `sw1/u1`.
    A value below a key that names a secret is in no message. Raises what a model's own validator
    raises beyond ValueError and AssertionError: that is a bug of the model.
    """
    shape = shape_of(model)
    odd = odd_scalars(shape, document.data)
    reporter = _Reporter(document, collector, base_path)
    result: ModelT | None = None
    problems: list[Problem] = []
    try:
        result = model.model_validate(document.data)
    except ValidationError as error:
        problems = [locate(shape, document.data, item) for item in error.errors(include_url=False)]
    for loc, (text, kind) in odd.items():
        reporter.odd_scalar(loc, text, kind)
    for problem in one_member_per_union(problems):
        if problem.loc not in odd and not _is_consequence(problem, problems):
            reporter.report(problem)
    return None if odd or problems else result


def _is_consequence(problem: Problem, problems: list[Problem]) -> bool:
    """True for a list that is too short only because pydantic did not count its wrong items."""
    deep = len(problem.loc)
    return problem.type in _LENGTHS and any(
        other.loc[:deep] == problem.loc and len(other.loc) > deep for other in problems
    )


class _Reporter:
    """Writes findings about one document."""

    def __init__(self, document: Document, collector: Collector, base_path: str) -> None:
        self._document = document
        self._collector = collector
        self._base_path = base_path

    def odd_scalar(self, loc: Loc, text: str, kind: str) -> None:
        """A text that is no clean number or truth value where the model wants one."""
        subject, found = _subject(loc), _found(loc, text)
        if kind == "bool":
            meant = _TRUTH.get(text.lower())
            self._add(
                "INV023",
                loc,
                f"{subject} must be true or false, found {found}",
                f"write {meant or 'true or false'}",
            )
        elif not _NUMBER_LIKE.match(text):
            self._add(
                "INV023",
                loc,
                f"{subject} must be {_WANTED[kind]}, found {found}",
                "write digits only, such as 10",
            )
        elif _OCTAL.match(text) and not _is_secret(loc):
            octal, decimal = int(text.replace("_", ""), 8), int(text.replace("_", ""))
            message = f"{subject} is {found}, which YAML 1.1 reads as octal {octal}"
            self._add(
                "INV027",
                loc,
                message,
                f"write {decimal} without the leading zero, or quote it where text is wanted",
            )
        elif ":" in text:
            message = f"{subject} must be {_WANTED[kind]}, found {found}, which YAML 1.1 reads in base 60"
            self._add("INV027", loc, message, "write digits only, such as 10")
        else:
            message = f"{subject} must be {_WANTED[kind]} in plain digits, found {found}"
            self._add("INV027", loc, message, "write digits only, such as 10")

    def report(self, problem: Problem) -> None:
        """One pydantic error in our words."""
        kind, loc = problem.type, problem.loc
        subject, found = _subject(loc), _found(loc, problem.value)
        words, advice = wanted_type(problem)
        if kind == "extra_forbidden":
            self._unknown_key(problem)
        elif kind == "missing":
            self._missing_key(loc)
        elif kind == "union_tag_not_found":
            self._missing_key((*loc, problem.shape.tag))
        elif _OWN_CODE.match(kind):
            self._add(kind, loc, _own_message(problem), str(problem.context.get("help", "")))
        elif kind == "union_tag_invalid":
            self._choice((*loc, problem.shape.tag), tuple(problem.shape.members), problem.context.get("tag"))
        elif kind in ("literal_error", "enum"):
            self._choice(loc, problem.shape.choices or _quoted(problem.context), problem.value)
        elif kind == "union":
            self._add(
                "INV023",
                loc,
                f"{subject} must be {' or '.join(problem.wanted)}, found {found}",
                "write one of these",
            )
        elif kind in _RANGES:
            limit = _RANGES[kind].format(**problem.context)
            self._add("INV024", loc, f"{subject} must be {limit}, found {found}", "choose a value in range")
        elif kind in _LENGTHS:
            limit = _LENGTHS[kind].format(**problem.context)
            limit = limit.removesuffix("s") if limit.split(" ")[2] == "1" else limit
            self._add(
                "INV024",
                loc,
                f"{subject} must have {limit}",
                _LENGTH_ADVICE[kind],
            )
        elif kind == "string_pattern_mismatch":
            pattern = str(problem.context.get("pattern", ""))
            advice = FORMS.get(pattern, f"match {pattern}")
            self._add("INV023", loc, f"{subject} does not have the wanted form, found {found}", advice)
        elif words:
            self._add("INV023", loc, f"{subject} must be {words}, found {found}", advice)
        else:
            self._add("INV026", loc, f"{subject} is refused: {_own_message(problem)}", "correct the value")

    def _unknown_key(self, problem: Problem) -> None:
        *above, key = problem.loc
        known = sorted(problem.parent.members)
        nearest = difflib.get_close_matches(str(key).lower(), known, 1)
        place = f" in {_subject(tuple(above))}" if above else ""
        advice = (
            f"write `{nearest[0]}`"
            if nearest
            else f"remove it; known here: {_listed(known)}"
            if known
            else "remove it"
        )
        self._add("INV021", problem.loc, f"unknown key `{_short(str(key))}`{place}", advice, at_key=True)

    def _missing_key(self, loc: Loc) -> None:
        *above, key = loc
        place = f" in {_subject(tuple(above))}" if above else ""
        what, advice = f"key `{key}`", f"add `{key}: ...`"
        if isinstance(key, int):
            what, advice = f"item {key + 1}", "add the item"
        self._add("INV022", loc, f"{what} is missing{place}", advice, at=tuple(above), at_key=True)

    def _choice(self, loc: Loc, choices: tuple[str, ...], value: Any) -> None:
        if not isinstance(value, str):
            message = f"{_subject(loc)} must be one word, found {_found(loc, value)}"
            self._add("INV023", loc, message, f"choose one of: {_listed(choices)}")
            return
        nearest = difflib.get_close_matches(value.lower(), choices, 1)
        advice = f"write `{nearest[0]}`" if nearest else f"choose one of: {_listed(choices)}"
        self._add("INV025", loc, f"{_subject(loc)} has no choice {_found(loc, value)}", advice)

    def _add(
        self, code: str, loc: Loc, message: str, help_: str, *, at: Loc | None = None, at_key: bool = False
    ) -> None:
        at = loc if at is None else at
        if len(at) > 1 and at[-1] == "[key]":
            at, at_key = at[:-1], True
        span = self._document.key_span(at) if at_key else self._document.span(at)
        path = object_path(
            *([self._base_path] if self._base_path else []),
            *(str(part).replace("/", ":") for part in loc if part != "[key]"),
        )
        self._collector.add(
            Diagnostic(code, _one_line(message), span=span, path=_one_line(path), help=_one_line(help_))
        )


def _own_message(problem: Problem) -> str:
    """The text of a validator; without the value when the key names a secret."""
    error = problem.context.get("error")
    message = str(error) if isinstance(error, Exception) else problem.message
    message = message.strip().partition("\n")[0]
    if any(text in message for text in _hidden(problem.value, is_secret=_is_secret(problem.loc))):
        return f"{_subject(problem.loc)} holds a value that is not accepted and not shown"
    return message


def _hidden(value: Any, *, is_secret: bool) -> list[str]:
    """Every text of a value that stands below a key that names a secret."""
    if isinstance(value, dict):
        below = [_hidden(item, is_secret=is_secret or _is_secret((key,))) for key, item in value.items()]
    elif isinstance(value, list):
        below = [_hidden(item, is_secret=is_secret) for item in value]
    else:
        return [value] if is_secret and isinstance(value, str) and value else []
    return [text for texts in below for text in texts]


def _is_secret(loc: Loc) -> bool:
    return any(isinstance(part, str) and part != "[key]" and _SECRET_KEY.search(part) for part in loc)


def _subject(loc: Loc) -> str:
    """The object of a sentence: "`mtu`", "item 2 of `ports`", "key `x`"."""
    if not loc:
        return "the file"
    *above, last = loc
    if last == "[key]" and above:
        return f"key `{_short(str(above[-1]))}`"
    if isinstance(last, int):
        return f"item {last + 1} of {_subject(tuple(above))}"
    return f"`{_short(last)}`"


def _found(loc: Loc, value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    return "a value that is not shown" if _is_secret(loc) else f"`{_short(str(value))}`"


def _listed(choices: Any) -> str:
    shown = ", ".join(choices[:12])
    return shown + (", ..." if len(choices) > 12 else "")


def _quoted(context: dict[str, Any]) -> tuple[str, ...]:
    return tuple(re.findall(r"'([^']*)'", str(context.get("expected", ""))))


def _short(text: str) -> str:
    """A value inside a message; a letter that only looks like a plain one is named."""
    clean = "".join(c if c.isascii() or not c.isprintable() else f"<U+{ord(c):04X}>" for c in text[:41])
    return clean if len(clean) <= 40 else clean[:37] + "..."


def _one_line(text: str) -> str:
    return "".join(character if character.isprintable() else "." for character in text)
