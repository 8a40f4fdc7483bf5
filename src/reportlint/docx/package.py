"""A Word document as a package: a zip archive of parts that point to each other by relationships
(ISO/IEC 29500-2)."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import TYPE_CHECKING
from reportlint.core.word import OLE, ZIP
from reportlint.docx.errors import DocxError
from reportlint.docx.xml import Node, parse

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_BYTES = 64_000_000  # of one part, unpacked; 1,240 real documents have up to 12.6 million
MOST_PARTS = 20_000
MOST_BYTES_COPIED = 1_000_000_000  # of all parts together, when a package is rewritten
CONTENT_TYPES = "[Content_Types].xml"

_METHODS = (0, 8)  # stored and deflated, the two that OPC has


class Target(NamedTuple):
    """The target of a relationship. `kind` is the last word of the relationship's type ("styles");
    `part` is "" if the target is outside the package."""

    id: str
    kind: str
    part: str


class Package:
    """The parts of one document, unpacked on demand."""

    def __init__(self, data: bytes) -> None:
        """Raises DocxError if `data` is not a zip archive or not a Word document."""
        self._archive = _open(data)
        self.names = {name.lower(): name for name in self._archive.namelist()}
        if len(self.names) > MOST_PARTS:
            raise DocxError(
                f"压缩包里的文件超过 {MOST_PARTS:,} 个",
                f"the archive has more than {MOST_PARTS:,} files",
            )
        self.main = self._main()

    def has(self, part: str) -> bool:
        """Whether the archive has a part of this name. Names in a package ignore case."""
        return part.lower() in self.names

    def read(self, part: str) -> bytes:
        """The bytes of a part. Raises DocxError if it is missing, damaged, encrypted or too
        large."""
        name = self.names.get(part.lower())
        if name is None:
            raise DocxError(f"文档里缺少 {part}", f"the document has no {part}")
        return self._unpacked(self._archive.getinfo(name))

    def _unpacked(self, info: ZipInfo) -> bytes:
        import zlib
        from zipfile import BadZipFile

        part = info.filename
        try:
            if info.flag_bits & 1:
                raise DocxError(f"{part} 加了密", f"{part} is encrypted")
            if info.compress_type not in _METHODS:
                raise DocxError(
                    f"{part} 的压缩方式不是 Word 用的",
                    f"{part} is packed in a way that Word does not use",
                )
            with self._archive.open(info) as stream:
                data = stream.read(MOST_BYTES + 1)
        except (BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
            raise DocxError(f"{part} 已损坏：{error}", f"{part} is damaged: {error}") from error
        if len(data) > MOST_BYTES:
            raise DocxError(
                f"{part} 解压后超过 {MOST_BYTES // 1_000_000} MB",
                f"{part} has more than {MOST_BYTES // 1_000_000} MB unpacked",
            )
        return data

    def tree(self, part: str) -> Node:
        """The XML tree of a part. Raises DocxError."""
        return parse(self.read(part), part)

    def targets(self, part: str) -> list[Target]:
        """The targets of the relationships of `part`, or of the package itself for ""."""
        rels = relationships_of(part)
        if not self.has(rels):
            return []
        return [
            Target(
                node.attributes.get("Id", ""),
                node.attributes.get("Type", "").rpartition("/")[2],
                _resolved(part, node),
            )
            for node in self.tree(rels).all("rel:Relationship")
        ]

    def with_parts(self, parts: Mapping[str, bytes]) -> bytes:
        """The package with some parts changed or added; all other parts keep their bytes. Raises
        DocxError."""
        from io import BytesIO
        from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

        infos = self._archive.infolist()
        if sum(info.file_size for info in infos) > MOST_BYTES_COPIED:
            raise DocxError("文档太大，不能写批注", "the document is too large to be annotated")
        changed = {self.names.get(name.lower(), name): data for name, data in parts.items()}
        target = BytesIO()
        with ZipFile(target, "w", ZIP_DEFLATED) as archive:
            for info in infos:
                data = changed.get(info.filename)
                copy = ZipInfo(info.filename, info.date_time)
                copy.compress_type = info.compress_type
                copy.external_attr = info.external_attr
                archive.writestr(copy, self._unpacked(info) if data is None else data)
            for name in sorted(changed.keys() - {info.filename for info in infos}):
                archive.writestr(ZipInfo(name), changed[name], ZIP_DEFLATED)
        return target.getvalue()

    def _main(self) -> str:
        """The name of the main part. Raises DocxError if the archive has none."""
        if not self.has(CONTENT_TYPES) and not self.has("_rels/.rels"):
            raise _not_word()
        for target in self.targets(""):
            if target.kind == "officeDocument" and self.has(target.part):
                return target.part
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise _not_word()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of these files. The same files give the same bytes."""
    from io import BytesIO
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name, data in files.items():
            archive.writestr(ZipInfo(name), data, ZIP_DEFLATED)
    return target.getvalue()


def relationships_of(part: str) -> str:
    """The name of the part that holds the relationships of `part`."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _resolved(part: str, relationship: Node) -> str:
    """The part that a relationship of `part` points to; "" if the target is external."""
    target = relationship.attributes.get("Target", "")
    if relationship.attributes.get("TargetMode") == "External":
        return ""
    path = [] if target.startswith("/") else part.split("/")[:-1]
    for step in target.split("/"):
        if step == "..":
            del path[-1:]
        elif step not in ("", "."):
            path.append(step)
    return "/".join(path)


def _not_word() -> DocxError:
    return DocxError("是压缩包，但不是 Word 文档", "a zip archive, but no Word document")


def _open(data: bytes) -> ZipFile:
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    if data.startswith(OLE):
        raise DocxError(
            "是旧格式（.doc、.wps）或加了密码的文档：请在 Word 或 WPS 里另存为不带密码的 .docx",
            "an old document (.doc, .wps) or one with a password: save it in Word or WPS as .docx,"
            " without a password",
        )
    if not data.startswith(ZIP):
        raise DocxError("不是 Word 文档", "no Word document")
    try:
        return ZipFile(BytesIO(data))
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise DocxError(f"压缩包已损坏：{error}", f"the archive is damaged: {error}") from error
