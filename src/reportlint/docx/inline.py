"""The text of one paragraph as it is printed, put together from runs, fields, controls and
formulas."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.span import Span
from reportlint.docx.fields import Field, Fields, standing_for
from reportlint.docx.styles import Styles
from reportlint.docx.symbols import SYMBOL_FONTS, in_font, symbol
from reportlint.docx.values import Control
from reportlint.docx.xml import Node

_SIMPLE = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-"}
RANGE_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd"})
_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_FIELD_PARTS = frozenset({"w:fldChar", "w:instrText"})  # read in hidden text too


class Piece(NamedTuple):
    """A span of a paragraph's text, the run that it comes from and, for plain text, the element
    that holds it."""

    span: Span
    run: Node  # or the formula or content control; comments are put around it
    source: Node | None = None


class Mark(NamedTuple):
    """The start or end of a comment's range, or a reference to a comment."""

    kind: str  # the element's name
    id: str
    offset: int


class Box(NamedTuple):
    """A text box, and the run that it is anchored to."""

    content: Node
    run: Node


class Note(NamedTuple):
    """A reference to a footnote or an endnote, and the run that holds it."""

    kind: str  # the element's name
    id: str
    run: Node


class Inline:
    """Reads the contents of a paragraph in order and collects its text. All offsets are offsets in
    that text."""

    def __init__(self, styles: Styles, fields: Fields) -> None:
        self._styles = styles
        self._fields = fields
        self._texts: list[str] = []
        self._hidden = False  # whether the paragraph's style hides text
        self._run = Node("w:r", {})
        self._frame: Node | None = None  # the outermost content control around the current position
        self.size = 0
        self.pieces: list[Piece] = []
        self.controls: list[Control] = []
        self.formulas: list[Span] = []
        self.boxes: list[Box] = []
        self.notes: list[Note] = []
        self.marks: list[Mark] = []
        self.contents: list[str] = []  # text in a table of contents

    @property
    def text(self) -> str:
        """The text read so far; a manual line break is a line feed."""
        return "".join(self._texts)

    def read(self, paragraph: Node, style: str) -> None:
        """Read the contents of `paragraph`. A second paragraph continues the text of the first."""
        self._hidden = self._styles.hidden(style)
        for field in self._fields.open:
            field.start = -1
        self._read(paragraph)

    def _read(self, node: Node) -> None:
        for child in node.children:
            name = child.name
            if name == "w:r":
                self._read_run(child)
            elif name == "w:sdt":
                self._read_control(child)
            elif name == "w:fldSimple":
                self._read_simple_field(child)
            elif name == "m:oMath":
                self._read_formula(child)
            elif name in RANGE_MARKS:
                self.mark(child)

    def _read_run(self, run: Node) -> None:
        self._run = run
        self._read_in_run(run)

    def _read_in_run(self, run: Node) -> None:
        hidden = self._is_hidden(run)
        for child in run.children:
            name = child.name
            if hidden and name not in _FIELD_PARTS:
                continue
            if name == "w:t":
                self._add(shown(child, run), child)
            elif name in _SIMPLE:
                self._add(_SIMPLE[name])
            elif name == "w:instrText":
                self._fields.add_code(child.text)
            elif name == "w:fldChar":
                self._field_part(child)
            elif name != "w:rFonts":
                self._read_object(child)

    def _read_object(self, node: Node) -> None:
        """Read a child of a run that is not plain text: a symbol, note, text box, reference to a
        comment, or the base text of a ruby."""
        match node.name:
            case "w:sym":
                self._add(_symbol(node))
            case "w:txbxContent" | "v:textpath" if self._fields.visible:
                self.boxes.append(Box(node, self._run))
            case "w:footnoteReference" | "w:endnoteReference" if self._fields.is_body:
                self.notes.append(Note(node.name, node.attributes.get("id", ""), self._run))
            case "w:commentReference":
                self.mark(node)
            case "w:r":  # the base text of a ruby
                self._read_in_run(node)

    def _is_hidden(self, run: Node) -> bool:
        switch = run.flag("w:vanish")
        if switch is not None:
            return switch
        return self._hidden or self._styles.hidden(run.value("w:rStyle"))

    def _add(self, text: str, source: Node | None = None) -> None:
        if not text or not self._fields.visible:
            return
        if self._fields.open:
            self._fields.open[-1].written = True
            if self._fields.in_contents:
                self.contents.append(text)
                return
        start = self.size
        self.size += len(text)
        self._texts.append(text)
        self.pieces.append(Piece(Span(start, self.size), self._frame or self._run, source))

    def mark(self, node: Node) -> None:
        """Record a comment's mark at the current offset."""
        self.marks.append(Mark(node.name, node.attributes.get("id", ""), self.size))

    def _read_control(self, node: Node) -> None:
        start = self.size
        is_outermost = self._frame is None
        self._frame = self._frame or node
        self._read(node)
        if is_outermost:
            self._frame = None
        control = control_of(node, Span(start, self.size))
        if control:
            self.controls.append(control)

    def _read_formula(self, node: Node) -> None:
        """Add the characters of a formula, in sequence."""
        start = self.size
        self._run = node
        self._add("".join(child.text for child in node.children if child.name == "m:t"))
        if self.size > start:
            self.formulas.append(Span(start, self.size))

    def _read_simple_field(self, node: Node) -> None:
        field = Field()
        field.code = node.attributes.get("instr", "")
        field.in_code = False
        field.start = self.size
        self._fields.open.append(field)
        self._read(node)
        self._close_field()

    def _field_part(self, node: Node) -> None:
        kind = node.attributes.get("fldCharType", "")
        open_fields = self._fields.open
        if kind == "begin":
            open_fields.append(Field(node))
        elif kind == "separate" and open_fields:
            open_fields[-1].in_code = False
            open_fields[-1].start = self.size
        elif kind == "end" and open_fields:
            self._close_field()

    def _close_field(self) -> None:
        field = self._fields.open.pop()
        if field.written and self._fields.open:
            self._fields.open[-1].written = True
        start = self.size if field.in_code else max(field.start, 0)
        text, is_blank = ("", False) if field.written else standing_for(field)
        self._add(text)
        span = Span(start, self.size)
        if field.kind == "FORMTEXT":
            self.controls.append(Control(span, "", bool(span.cut(self.text).strip())))
        elif is_blank:
            self.controls.append(Control(span, "", False))


def _symbol(node: Node) -> str:
    """The character of a `w:sym`; "" if its code is invalid."""
    code = node.attributes.get("char", "")
    if len(code) > 6 or not all(char in _HEXADECIMAL for char in code):
        return ""
    return symbol(int(code or "0", 16), node.attributes.get("font", ""))


def kept(source: Node) -> str:
    """The text of an element, without blanks at its ends unless it has `xml:space="preserve"`."""
    is_whole = source.attributes.get("space") == "preserve"
    return source.text if is_whole else source.text.strip(" \t\r\n")


def shown(source: Node, run: Node) -> str:
    """The text of an element as it is printed in the font of its run."""
    text = kept(source)
    if "\n" in text or "\r" in text:
        text = text.replace("\r", " ").replace("\n", " ")
    fonts = run.child("w:rFonts")
    font = fonts.attributes.get("ascii", "").lower() if fonts else ""
    if font in SYMBOL_FONTS:
        return in_font(text, font)
    return text


def control_of(node: Node, span: Span) -> Control | None:
    """The control of a `w:sdt`, over `span`; None for a picture or a gallery (such as a table of
    contents), which have no text to fill in."""
    properties = node.child("w:sdtPr")
    if properties is None or properties.child("w:picture") or properties.child("w:docPartGallery"):
        return None
    title = properties.value("w:alias") or properties.value("w:tag")
    return Control(span, title, not properties.flag("w:showingPlcHdr"))


def is_contents(node: Node) -> bool:
    """Whether a `w:sdt` is the frame that Word puts around a table of contents."""
    properties = node.child("w:sdtPr")
    return properties is not None and "contents" in properties.value("w:docPartGallery").lower()
