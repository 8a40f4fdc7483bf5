"""Bytes of a .docx → its text, line by line."""

from __future__ import annotations

from collections.abc import Iterable

from reportlint._startup.namedtuple import NamedTuple
from reportlint.docx.errors import DocxError
from reportlint.docx.numbering import Counters, Numbering
from reportlint.docx.package import Package, Target
from reportlint.docx.story import Definitions, Output, PlacedMark, ReadLine, Story
from reportlint.docx.styles import Styles
from reportlint.docx.values import ENDNOTE, FOOTER, FOOTNOTE, HEADER, Comment, DocxText
from reportlint.docx.xml import Node, parse

_NOTES = {
    "w:footnoteReference": (FOOTNOTE, "footnotes"),
    "w:endnoteReference": (ENDNOTE, "endnotes"),
}
_NO_TEXT = frozenset({"separator", "continuationSeparator", "continuationNotice"})


class Source(NamedTuple):
    """A document that was read: its package, the relationships of its main part, its lines with
    their sources, and its text."""

    package: Package
    targets: tuple[Target, ...]  # of the main part
    lines: tuple[ReadLine, ...]
    text: DocxText


def read(data: bytes) -> DocxText:
    """The text of the .docx in `data`. Raises DocxError if it is not a Word document, or is
    damaged, locked or too large."""
    return read_source(data).text


def read_source(data: bytes, places: bool = False) -> Source:
    """The text of the .docx in `data`, and the source of each line. With `places`, the nodes of the
    main part have their byte offsets in its UTF-8. Raises DocxError as `read` does."""
    package = Package(data)
    document = _Document(package)
    output = document.body(parse(package.read(package.main), package.main, places))
    document.notes(output)
    document.margins(output)
    comments = document.comments(output.marks)
    lines = tuple(output.lines)
    text = DocxText(tuple(read.line for read in lines), comments, tuple(output.contents))
    return Source(package, tuple(document.targets), lines, text)


class _Document:
    """Reads the parts of one document in turn."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.targets = package.targets(package.main)
        styles = Styles(self._tree("styles"))
        self._definitions = Definitions(styles, Numbering(self._tree("numbering"), styles))

    def _part(self, kind: str) -> str:
        """The name of the part of a kind; "" if the document has none."""
        parts = (target.part for target in self.targets if target.kind == kind)
        return next((part for part in parts if part and self.package.has(part)), "")

    def _tree(self, kind: str) -> Node | None:
        part = self._part(kind)
        data = self.package.read(part) if part else b""
        return parse(data, part) if data.strip() else None

    def body(self, root: Node) -> Output:
        """Read the body with its text boxes into a new output. If a table of contents never ends,
        it is read as ordinary text."""
        if root.child("w:body") is None:
            raise DocxError("文档里没有正文", "the document has no body")
        output = Output()
        story = Story(self._definitions, output)
        story.read(root)
        if story.lost_in_contents:
            output = Output()
            Story(self._definitions, output, keep_contents=True).read(root)
        return output

    def notes(self, output: Output) -> None:
        """Add the notes that the body refers to: footnotes first, in the order of their
        references."""
        references = list(output.notes)
        for reference, (part, kind) in _NOTES.items():
            wanted: dict[str, Node] = {}
            for note in references:
                if note.kind == reference:
                    wanted.setdefault(note.id, note.run)
            root = self._tree(kind) if wanted else None
            if root is None:
                continue
            notes = {
                node.attributes.get("id", ""): node
                for node in root.children
                if node.attributes.get("type", "") not in _NO_TEXT
            }
            counters = Counters(self._definitions.numbering)
            for id, run in wanted.items():
                if id in notes:
                    Story(self._definitions, output, part, run, counters=counters).read(notes[id])

    def margins(self, output: Output) -> None:
        """Add the headers and footers that are printed, each once."""
        settings = self._tree("settings")
        even = bool(settings.flag("w:evenAndOddHeaders")) if settings else False
        by_id = {target.id: target.part for target in self.targets}
        for part, element in ((HEADER, "w:headerReference"), (FOOTER, "w:footerReference")):
            ids = _printed(output.sections, element, even)
            parts = dict.fromkeys(by_id.get(id, "") for id in ids)
            for name in parts:
                if name and self.package.has(name):
                    Story(self._definitions, output, part).read(self.package.tree(name))

    def comments(self, marks: Iterable[PlacedMark]) -> tuple[Comment, ...]:
        """The comments with their ranges in the text."""
        root = self._tree("comments")
        if root is None:
            return ()
        places: dict[tuple[str, str], PlacedMark] = {}
        for placed in marks:
            places.setdefault((placed.mark.kind, placed.mark.id), placed)
        return tuple(self._comment(node, places) for node in root.all("w:comment"))

    def _comment(self, node: Node, places: dict[tuple[str, str], PlacedMark]) -> Comment:
        output = Output()
        Story(self._definitions, output).read(node)
        text = "\n".join(read.line.text for read in output.lines).strip()
        id = node.attributes.get("id", "")
        reference = places.get(("w:commentReference", id))
        start = places.get(("w:commentRangeStart", id), reference)
        end = places.get(("w:commentRangeEnd", id), reference)
        author = node.attributes.get("author", "")
        if start is None or end is None:
            return Comment(author, text)
        return Comment(author, text, start.line, start.column, end.line, end.column)


def _printed(sections: Iterable[Node], element: str, even: bool) -> list[str]:
    """The ids of the headers or footers that are printed. Those for first or even pages may be
    defined but unused."""
    ids = []
    for section in sections:
        first = bool(section.flag("w:titlePg"))
        for node in section.all(element):
            type = node.attributes.get("type", "default")
            if type == "default" or (type == "first" and first) or (type == "even" and even):
                ids.append(node.attributes.get("id", ""))
    return ids
