"""Reads one YAML document as plain text values, and remembers where each of them stands.

Every scalar stays a `str` (only null is None): the inventory models give types, so that `no`, `22:30`
and `010` never turn into False, 1350 and 8 behind a person's back. PyYAML composes the nodes; what
can surprise or harm (duplicate keys, tags, merge keys, alias bombs, endless nesting) is refused here.
Positions are looked up by composing again, so a file without findings pays nothing for them.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from yaml.composer import Composer
from yaml.error import MarkedYAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.scanner import Scanner

try:
    from yaml._yaml import CParser
except ImportError:  # PyYAML without libyaml: ten times slower, and stricter about tabs
    CParser = None  # type: ignore[assignment,misc]  # the name stays, the fast composer goes

from netgen.diagnostics import Collector, Diagnostic, Span
from netgen.loader.plain_yaml import OddError, read_plain
from netgen.loader.yaml_findings import Finding, conflict, explain, unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

#: Levels of nesting, the scalar included. The deepest inventory file needs nine.
MAX_DEPTH = 50
#: Values in one document, aliases written out.
MAX_NODES = 200_000

Loc = tuple[str | int, ...]

_NULL = object()
_MERGE = object()
_NULL_WORDS = frozenset({"", "~", "null"})


class Document:
    """One YAML document: `data` is dict, list, str or None, all the way down."""

    __slots__ = ("_root", "_text", "data", "file")

    def __init__(self, data: Any, text: str, file: str) -> None:
        """Keep the data, and the text from which positions can be found again."""
        self.data = data
        self.file = file
        self._text = text
        self._root: Node | None = None

    def span(self, loc: Loc = ()) -> Span:
        """Where the value at `loc` begins; the nearest place around it when there is none."""
        key, value = self._find(loc)
        is_empty = value is not None and value.start_mark.index == value.end_mark.index
        return self._span(key if key is not None and is_empty else value)

    def key_span(self, loc: Loc) -> Span:
        """Where the key of `loc` begins; a list item and the document have none, so their value."""
        key, value = self._find(loc)
        return self._span(value if key is None else key)

    def has(self, loc: Loc) -> bool:
        """True if a value is written at `loc`."""
        node = self.data
        for part in loc:
            if isinstance(node, list) and isinstance(part, int) and 0 <= part < len(node):
                node = node[part]
            elif isinstance(node, dict) and str(part) in node:
                node = node[str(part)]
            else:
                return False
        return True

    def loc_at(self, line: int) -> Loc:
        """The innermost value that line `line` (from 1) belongs to; of several on it, the one that holds them all.

        A line that the text does not have belongs to the document.
        """
        if not 1 <= line <= self._text.count("\n") + 1:
            return ()
        if self._root is None:
            self._root = _compose(self._text)
        node, found = self._root, []
        while node is not None and not isinstance(node, ScalarNode):
            mapping = isinstance(node, MappingNode)
            starts = [
                (item[0].value, item[0].start_mark.line, item[1])
                if mapping
                else (at, item.start_mark.line, item)
                for at, item in enumerate(node.value)
            ]
            before = [start for start in starts if start[1] < line]
            here = [start for start in before if start[1] == line - 1]
            if not before or len(here) > 1:
                break
            part, _, node = before[-1]
            found.append(part)
        return tuple(found)

    def _find(self, loc: Loc) -> tuple[Node | None, Node | None]:
        if self._root is None:
            self._root = _compose(self._text)
        key: Node | None = None
        node = self._root
        for part in loc:
            found = _child(node, part)
            if found is None:
                break
            key, node = found
        return key, node

    def _span(self, node: Node | None) -> Span:
        if node is None:
            return Span(self.file, 1, 1)
        return _span(self.file, node.start_mark)


def read_yaml(text: str, file: str, collector: Collector) -> Document | None:
    """Read one YAML document; report every finding (INV001 to INV009) and return None if there is one.

    `text` is decoded already and `file` is the name people see. An empty text is a document whose
    data is None. YAML 1.1 as PyYAML scans it, without its implicit types.
    """
    text = text.removeprefix("\ufeff")
    # No text has more values than characters, aliases aside, which are odd.
    is_quick = _composer is not _PortableComposer and len(text) < MAX_NODES
    if is_quick and "\ufeff" not in text and "<<<<<<<" not in text:
        with contextlib.suppress(OddError):
            return Document(read_plain(text, _NULL_WORDS, MAX_DEPTH), text, file)
    findings: list[Finding] = []
    data: Any = None
    try:
        if "\ufeff" in text:  # libyaml and PyYAML disagree about a byte order mark inside of a text
            raise _RefusedError(unreadable(text))
        if "<<<<<<<" in text and (unresolved := conflict(text)):
            raise _RefusedError(unresolved)
        root = _compose(text)
        if root is not None:
            if "*" in text and "&" in text:
                _measure(root, {}, set())
            data = _plain(root, findings)
    except _RefusedError as refused:
        findings.append(refused.finding)
    except MarkedYAMLError as error:
        findings.append(explain(error, text))
    except (ReaderError, UnicodeEncodeError):
        findings.append(unreadable(text))
    except (ValueError, OverflowError):  # the portable scanner meets an escape beyond Unicode
        findings.append(
            Finding("INV001", None, "not valid YAML: an escape names no character", "correct the escape")
        )
    for found in findings:
        also = (_span(file, found.first),) if found.first else ()
        place = _span(file, found.mark)
        collector.add(Diagnostic(found.code, found.message, span=place, help=found.help, also=also))
    return None if findings else Document(data, text, file)


class _RefusedError(Exception):
    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


class _Limits:
    """Hooks of the PyYAML composer: no implicit types, and a stop before nesting or number can hurt.

    The composer calls descend and ascend around each node. Stopping there keeps the C composer,
    which recurses without a limit of its own, far from the end of its stack.
    """

    _depth = 0
    _count = 0

    def resolve(self, kind: type[Node], value: Any, implicit: Any) -> Any:
        if kind is ScalarNode and implicit[0]:
            if value in _NULL_WORDS:
                return _NULL
            if value == "<<":
                return _MERGE
        return None

    def descend_resolver(self, parent: Node | None, index: Any) -> None:  # noqa: ARG002 - PyYAML's signature
        self._depth += 1
        self._count += 1
        if self._depth > MAX_DEPTH:
            raise _RefusedError(_too_deep(parent))
        if self._count > MAX_NODES:
            raise _RefusedError(_too_many(parent))

    def ascend_resolver(self) -> None:
        self._depth -= 1


class _PortableComposer(_Limits, Reader, Scanner, Parser, Composer):
    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


_composer: Callable[[str], Any] = _PortableComposer
if CParser is not None:

    class _FastComposer(_Limits, CParser):
        def __init__(self, text: str) -> None:
            CParser.__init__(self, text)

    _composer = _FastComposer


def _compose(text: str) -> Node | None:
    root: Node | None = _composer(text).get_single_node()
    return root


def _too_deep(node: Node | None) -> Finding:
    message = f"nested deeper than {MAX_DEPTH} levels"
    return Finding("INV009", node and node.start_mark, message, "flatten this part of the file")


def _too_many(node: Node | None) -> Finding:
    message = f"more than {MAX_NODES} values in one file, aliases written out"
    return Finding("INV009", node and node.start_mark, message, "split the file or use fewer aliases")


def _measure(node: Node, sizes: dict[int, tuple[int, int]], open_: set[int]) -> tuple[int, int]:
    """Size and height of a node with its aliases written out, without writing them out.

    An alias names an earlier node, so each node is measured once, in document order.
    """
    identity = id(node)
    known = sizes.get(identity)
    if known:
        return known
    if identity in open_:
        message = "an anchor contains an alias of itself"
        raise _RefusedError(Finding("INV008", node.start_mark, message, "write the value without the alias"))
    open_.add(identity)
    size, height = 1, 0
    if not isinstance(node, ScalarNode):
        for child in _children(node):
            below, levels = _measure(child, sizes, open_)
            size, height = size + below, max(height, levels)
            if size > MAX_NODES:
                raise _RefusedError(_too_many(node))
            if height >= MAX_DEPTH:
                raise _RefusedError(_too_deep(node))
    open_.discard(identity)
    sizes[identity] = (size, height + 1)
    return sizes[identity]


def _children(node: Node) -> list[Node]:
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return list(node.value)


def _plain(node: Node, findings: list[Finding]) -> Any:
    tag = node.tag
    if type(node) is ScalarNode:
        if tag is None or tag is _MERGE:
            return node.value
        if tag is _NULL:
            return None
        findings.append(_tagged(node))
        return None
    if tag is not None:
        findings.append(_tagged(node))
    if type(node) is SequenceNode:
        return [_plain(item, findings) for item in node.value]
    data: dict[str, Any] = {}
    for key, value in node.value:
        if type(key) is not ScalarNode or key.tag is not None:
            findings.append(_bad_key(key))
        elif key.value in data:
            findings.append(_duplicate(key, node))
        else:
            data[key.value] = None
        plain = _plain(value, findings)
        if type(key) is ScalarNode:
            data[key.value] = plain
    return data


def _tagged(node: Node) -> Finding:
    # The tag is not repeated: an unquoted secret that starts with `!` would look like one.
    message = "a YAML tag (`!...`) gives this value a type"
    return Finding("INV006", node.start_mark, message, "remove the tag, or quote text that starts with !")


def _bad_key(key: Node) -> Finding:
    if type(key) is not ScalarNode:
        return Finding(
            "INV005", key.start_mark, "a list or mapping is used as a key", "use a plain word as the key"
        )
    if key.tag is _MERGE:
        message = "merge key `<<` hides where a value comes from"
        return Finding("INV007", key.start_mark, message, "write the keys out, or move them to the standard")
    if key.tag is _NULL:
        return Finding("INV005", key.start_mark, "a key is empty or null", "write a word before the colon")
    return _tagged(key)


def _duplicate(key: Node, mapping: Node) -> Finding:
    first = next(
        other for other, _ in mapping.value if type(other) is ScalarNode and other.value == key.value
    )
    message = f"key `{_shown(key.value)}` is written twice"
    return Finding("INV002", key.start_mark, message, "keep one of the two", first.start_mark)


def _child(node: Node | None, part: str | int) -> tuple[Node | None, Node] | None:
    if isinstance(node, SequenceNode):
        if isinstance(part, int) and 0 <= part < len(node.value):
            return None, node.value[part]
    elif isinstance(node, MappingNode):
        wanted = str(part)  # an ObjectPath does not tell the key `1` from the index 1
        for key, value in node.value:
            if key.value == wanted:
                return key, value
    return None


def _span(file: str, mark: Any) -> Span:
    return Span(file, mark.line + 1, mark.column + 1) if mark is not None else Span(file, 1, 1)


def _shown(text: str) -> str:
    """A key inside a message: short, one line, printable."""
    clean = "".join(
        c if " " <= c <= "~" else f"<U+{ord(c):04X}>" if c.isprintable() else "." for c in text[:41]
    )
    return clean if len(clean) <= 40 else clean[:37] + "..."
