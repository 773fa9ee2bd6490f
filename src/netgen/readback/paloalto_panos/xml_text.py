"""A PAN-OS configuration in XML (running-config.xml) as the tree that its `set` lines would make."""

from __future__ import annotations

from xml.parsers import expat

from netgen.readback.paloalto_panos.tree import Tree

#: No configuration is as deep; a text that is would only be slow.
_DEEPEST = 64


class _Reader:
    """Follows the elements and says every end of a path."""

    def __init__(self, tree: Tree, parser: expat.XMLParserType) -> None:
        self._tree = tree
        self._parser = parser
        self._path: list[str] = []
        self._text: list[str] = []
        self._lines: list[int] = []
        self._has_children: list[bool] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """`<entry name="A">` is the word A, `<member>` none, another element its name."""
        if len(self._path) >= _DEEPEST:
            raise ValueError("too deep")
        if self._has_children:
            self._has_children[-1] = True
        self._path.append(attributes.get("name", "") if tag == "entry" else "" if tag == "member" else tag)
        self._lines.append(self._parser.CurrentLineNumber)
        self._has_children.append(False)
        self._text.clear()

    def end(self, tag: str) -> None:
        """An element without elements in it ends a path with its text."""
        text = "".join(self._text).strip()
        self._text.clear()
        if not self._has_children.pop():
            words = [word for word in self._path[:-1] if word]
            if tag != "member" and self._path[-1]:
                words.append(self._path[-1])
            if text:
                words.append(text)
            self._tree.say(self._lines[-1], tuple(words))
        self._path.pop()
        self._lines.pop()

    def data(self, text: str) -> None:
        """Text of an element, in pieces."""
        self._text.append(text)


def _refuse(*_: object) -> None:
    raise ValueError("a configuration declares no entities")


def grow_xml(text: str) -> Tree:
    """The tree of a text in XML. What comes after a mistake in the XML is unread."""
    tree = Tree()
    parser = expat.ParserCreate()
    reader = _Reader(tree, parser)
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.data
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(text.removeprefix("\ufeff").encode("utf-8", "replace"), True)
    except (expat.ExpatError, ValueError) as error:
        line = parser.CurrentLineNumber
        tree.notes.doubt(line, f"this is not XML: {error}")
        tree.notes.skip(line, "everything from this line on")
    return tree
