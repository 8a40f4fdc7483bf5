"""Bytes of XML → a light tree, safely.

Nothing outside the bytes is ever read. The parser itself refuses a document type declaration, so no
encoding can hide one, and no entities can be declared. Size, number of elements and depth are
limited.
"""

from __future__ import annotations

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.docx.errors import DocxError
from reportlint.docx.names import DROPPED, KEPT, MARKED, NOISE, REMOVALS, TEXTUAL, VALUED

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_TAGS = 2_000_000  # start and end tags of one part; 1,240 real documents have up to 740,000
DEEPEST = 250  # levels of nesting; 1,240 real documents have up to 22

_DECLARED = lazy(r"<\?xml[^>]{1,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_FIRST_TAG = lazy(rb"<[^?!][^<>]*>")
# Encodings that a part may declare, and the codecs that decode them. Word writes only UTF-8, other
# programs write some of these.
_CODECS = {
    "utf-8": "utf-8",
    "us-ascii": "utf-8",
    "utf-16": "utf-16",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "cp950",
    "shift_jis": "cp932",
    "euc-jp": "euc_jp",
    "euc-kr": "cp949",
    "iso-8859-1": "cp1252",
    "windows-1252": "cp1252",
}
_BYTE_ORDERS = {
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
    b"<\x00": "utf-16-le",
    b"\x00<": "utf-16-be",
}


class Node:
    """One element of the vocabulary.

    If offsets were requested, `start` is the byte offset of its tag and `end` that of its closing
    tag; for `<w:p/>` both are the same.
    """

    __slots__ = ("attributes", "children", "end", "name", "start", "text")

    def __init__(self, name: str, attributes: dict[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        self.children: list[Node] = []
        self.text = ""
        self.start = self.end = 0

    def child(self, name: str) -> Node | None:
        """The first child named `name`; None if there is none."""
        for node in self.children:
            if node.name == name:
                return node
        return None

    def all(self, name: str) -> Iterator[Node]:
        """The children named `name`."""
        return (node for node in self.children if node.name == name)

    def value(self, name: str) -> str:
        """The `val` of the first child named `name`; "" if there is none."""
        node = self.child(name)
        return node.attributes.get("val", "") if node is not None else ""

    def flag(self, name: str) -> bool | None:
        """Whether the switch `name` is on; None if it is absent. A switch without a value is on."""
        node = self.child(name)
        if node is None:
            return None
        return node.attributes.get("val", "1").lower() not in ("0", "false", "off", "none")


def small_number(text: str, default: int = 0) -> int:
    """The number in an attribute, of at most 9 digits; `default` for anything else, also for ² and
    for 5,000 digits."""
    digits = text[1:] if text[:1] in ("-", "+") else text
    return int(text) if digits.isascii() and digits.isdigit() and len(digits) < 10 else default


def codec_of(data: bytes, part: str) -> str:
    """The Python codec for the XML in these bytes. Raises DocxError if the declared encoding is not
    supported."""
    order = _BYTE_ORDERS.get(data[:2])
    if order:
        return order
    declared = _DECLARED.match(data[:300].decode("latin-1").removeprefix("ï»¿"))
    name = declared[1].lower() if declared else "utf-8"
    if name not in _CODECS or _CODECS[name] == "utf-16":  # UTF-16 is recognised by its first bytes
        raise DocxError(
            f"{part} 声明的编码是 {name}，无法读取",
            f"{part} says that it is in {name}, which is not read",
        )
    return _CODECS[name]


def decoded(data: bytes, part: str) -> str:
    """The XML as text. Raises DocxError if it cannot be decoded with its declared encoding."""
    try:
        return data.decode(codec_of(data, part)).removeprefix("\ufeff")
    except UnicodeError as error:
        raise _unsound(part, str(error)) from error


def as_utf8(data: bytes, part: str) -> bytes:
    """The XML in UTF-8. Bytes declared as UTF-8 are returned unchecked; the parser checks them.
    Raises DocxError as `decoded` does."""
    return data if codec_of(data, part) == "utf-8" else decoded(data, part).encode("utf-8")


def encoded_as(model: bytes, part: str, text: str) -> bytes:
    """`text` in the encoding of `model`, with a byte-order mark if `model` has one. Characters that
    the encoding lacks become numeric references."""
    codec = codec_of(model, part)
    marked = model.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"))
    return (("\ufeff" if marked else "") + text).encode(codec, "xmlcharrefreplace")


def _unsound(part: str, error: str) -> DocxError:
    return DocxError(f"{part} 不是完好的 XML：{error}", f"{part} is no sound XML: {error}")


def parse(data: bytes, part: str, places: bool = False) -> Node:
    """The tree of the XML of one part. Raises DocxError, whose message names `part`. With `places`,
    nodes have their byte offsets in its UTF-8."""
    if data.count(b"<") > MOST_TAGS:
        raise DocxError(
            f"{part} 的内容太多（超过 {MOST_TAGS // 2:,} 个元素）",
            f"{part} has more than {MOST_TAGS // 2:,} elements",
        )
    from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

    utf8 = as_utf8(data, part)
    if not places and b"<![CDATA[" not in utf8:
        root = _FIRST_TAG.search(utf8)
        start = root.end() if root else 0
        utf8 = utf8[:start] + NOISE.sub(b"", utf8[start:])
    parser = ParserCreate("utf-8", " ")
    builder = _Builder(parser, part, utf8 if places else b"")
    try:
        parser.Parse(utf8, True)
    except ExpatError as error:
        raise _unsound(part, ErrorString(error.code)) from error
    return builder.root


class _Builder:
    """Builds the tree from the parser's events. For a transparent element, the node around it is
    pushed on the stack again."""

    def __init__(self, parser: Any, part: str, placed: bytes) -> None:
        self.root = Node("", {})
        self._stack = [self.root]
        self._dropped = 0  # how many open elements are being skipped
        self._part = part
        self._parser = parser
        self._placed = placed  # the bytes, if offsets are recorded
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._doctype

    def _doctype(self, *_: object) -> None:
        raise DocxError(
            f"{self._part} 含有文档类型声明（DOCTYPE），Word 不会写这样的内容",
            f"{self._part} has a document type declaration, which Word never writes",
        )

    def _start(self, written: str, attributes: dict[str, str]) -> None:
        if self._dropped:
            self._dropped += 1
            return
        name = KEPT.get(written)
        if name is None or name in _BY_PLACE and not self._is_kept(name):
            self._pass_over(written, name)
            return
        node = Node(name, _short(attributes) if name in VALUED and attributes else _NO_ATTRIBUTES)
        self._stack[-1].children.append(node)
        self._stack.append(node)
        if self._placed:
            node.start = self._parser.CurrentByteIndex
        if name in TEXTUAL:
            self._parser.CharacterDataHandler = self._text
        elif len(self._stack) > DEEPEST:
            self._too_deep()

    def _is_kept(self, name: str) -> bool:
        """Whether an element whose meaning depends on its parent becomes a node: `w:del` and
        `w:moveFrom` as marks of a paragraph or row, `w:rPr` outside of runs."""
        around = self._stack[-1].name
        return around in MARKED if name in REMOVALS else around not in _RUNS

    def _pass_over(self, written: str, name: str | None) -> None:
        """Treat an element as transparent, or skip it with its contents if these are deleted or are
        the look of a control."""
        around = self._stack[-1]
        if written in DROPPED or name in REMOVALS or name is not None and around.name == "w:sdtPr":
            self._dropped = 1
            return
        self._stack.append(around)
        if len(self._stack) > DEEPEST:
            self._too_deep()

    def _too_deep(self) -> None:
        raise DocxError(
            f"{self._part} 的元素嵌套超过 {DEEPEST} 层",
            f"{self._part} has elements nested more than {DEEPEST} deep",
        )

    def _text(self, text: str) -> None:
        self._stack[-1].text += text

    def _end(self, written: str) -> None:
        if self._dropped:
            self._dropped -= 1
            return
        node = self._stack.pop()
        if written not in KEPT:
            return
        name = node.name
        if name in TEXTUAL:
            self._parser.CharacterDataHandler = None
        if self._placed and KEPT[written] == name:
            at = self._placed.index(b">", node.start)
            is_empty = self._placed[at - 1 : at] == b"/"
            node.end = node.start if is_empty else self._parser.CurrentByteIndex
        if name == "mc:AlternateContent" and KEPT[written] == name:
            self._choose(node)

    def _choose(self, node: Node) -> None:
        """Replace the alternatives by the contents of the first that has any. A text box is stored
        twice, once for old programs."""
        contents = (choice.children for choice in node.children if choice.children)
        self._stack[-1].children[-1:] = next(contents, [])


_NO_ATTRIBUTES: dict[str, str] = {}
_BY_PLACE = REMOVALS | {"w:rPr"}  # their meaning depends on their parent
_RUNS = frozenset({"w:r", "w:sdtPr"})


def _short(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes by their names without a namespace."""
    return {name.rpartition(" ")[2]: value for name, value in attributes.items()}
