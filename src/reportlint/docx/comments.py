"""The part that holds a document's comments, and the entries in other parts that refer to it."""

from __future__ import annotations

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import XML
from reportlint.docx.names import W_STRICT, W
from reportlint.docx.package import CONTENT_TYPES, Package, relationships_of
from reportlint.docx.xml import decoded, encoded_as, small_number

_STRICT_TYPE = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT = lazy(r"<([A-Za-z_][^\s/>]*)[^<>]*?(/?)>")
_ID = lazy(
    r"<[^<>]*\bcomment(?:RangeStart|RangeEnd|Reference)?\s[^<>]*?\bid\s*=\s*[\"'](\d{1,9})[\"']"
)
_UNWRITABLE = lazy(f"[^{XML}]")


class CommentsPart:
    """The comments to add to a package, and the parts that change with them. `body` is the XML of
    the main part."""

    def __init__(self, package: Package, body: str) -> None:
        self._package = package
        targets = package.targets(package.main)
        self._part = next((target.part for target in targets if target.kind == "comments"), "")
        self._is_named = bool(self._part)  # the main part has a relationship to it
        if not self._part:
            self._part = _free_name(package)
        self._namespace = W_STRICT if W_STRICT in body and W not in body else W
        before = decoded(package.read(self._part), self._part) if package.has(self._part) else ""
        taken = [small_number(id) for id in _ID.findall(body) + _ID.findall(before)]
        self._next = max(taken, default=-1) + 1
        self._added: list[str] = []

    def add(self, author: str, text: str) -> str:
        """Add a comment and return its id. Each line of `text` becomes a paragraph."""
        id = str(self._next)
        self._next += 1
        paragraphs = "".join(
            f'<w:p><w:r><w:t xml:space="preserve">{_escaped(line)}</w:t></w:r></w:p>'
            for line in text.split("\n")
        )
        named = quoteattr(_UNWRITABLE.sub("", author))
        self._added.append(
            f'<w:comment xmlns:w="{self._namespace}" w:id="{id}"'
            f" w:author={named}>{paragraphs}</w:comment>"
        )
        return id

    def changed(self) -> dict[str, bytes]:
        """The new and changed parts, by name; empty if no comment was added."""
        if not self._added:
            return {}
        package, added = self._package, "".join(self._added)
        parts = {}
        if package.has(self._part):
            parts[self._part] = _rewritten(package, self._part, lambda text: _extended(text, added))
        else:
            root = f'<w:comments xmlns:w="{self._namespace}">{added}</w:comments>'
            parts[self._part] = (_HEAD + root).encode()
            parts |= self._typed()
        if not self._is_named:
            parts |= self._related()
        return parts

    def _typed(self) -> dict[str, bytes]:
        """[Content_Types].xml with an entry for the comments part."""
        name = f"/{self._part}"
        element = f'<Override xmlns="{_TYPES}" PartName="{name}" ContentType="{_CONTENT_TYPE}"/>'

        def named(text: str) -> str:
            return text if f'"{name}"' in text else _extended(text, element)

        return {CONTENT_TYPES: _rewritten(self._package, CONTENT_TYPES, named)}

    def _related(self) -> dict[str, bytes]:
        """The relationships of the main part, with a relationship to the comments part added."""
        part = relationships_of(self._package.main)
        ids = {target.id for target in self._package.targets(self._package.main)}
        id = next(f"rIdComments{at}" for at in range(len(ids) + 1) if f"rIdComments{at}" not in ids)
        type = _STRICT_TYPE if self._namespace == W_STRICT else _TYPE
        target = self._part.rpartition("/")[2]
        element = (
            f'<Relationship xmlns="{_RELATIONSHIPS}" Id="{id}" Type="{type}" Target="{target}"/>'
        )
        if not self._package.has(part):
            root = f'<Relationships xmlns="{_RELATIONSHIPS}">{element}</Relationships>'
            return {part: (_HEAD + root).encode()}
        return {part: _rewritten(self._package, part, lambda text: _extended(text, element))}


def _free_name(package: Package) -> str:
    """A name for the comments part that is still free, in the folder of the main part."""
    folder = package.main.rpartition("/")[0]
    names = (f"{folder}/comments{at or ''}.xml".lstrip("/") for at in range(1000))
    return next(name for name in names if not package.has(name))


def _rewritten(package: Package, part: str, change: Callable[[str], str]) -> bytes:
    """The bytes of a part after `change` was applied to its text; the encoding stays the same."""
    data = package.read(part)
    return encoded_as(data, part, change(decoded(data, part)))


def _extended(text: str, element: str) -> str:
    """The XML `text` with `element` added at the end of its root."""
    root = _ROOT.search(text)
    if root is not None and root[2]:
        return f"{text[: root.end() - 2]}>{element}</{root[1]}>{text[root.end() :]}"
    end = text.rfind("</")
    return text[:end] + element + text[end:] if end >= 0 else text


def _escaped(text: str) -> str:
    return escape(_UNWRITABLE.sub("", text))
