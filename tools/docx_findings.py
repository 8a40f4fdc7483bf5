"""Convert reports to Word documents and compare the findings: `python tools/docx_findings.py
FOLDER…`.

Each .txt and .md file in the folders is converted to .docx in three ways:

* `bare`: every paragraph without a style; not for .md, whose headings would be lost
* `styled`: headings have heading styles, and Markdown bullets are bullets
* `numbered`: as `styled`, and a number at the start of a line is an automatic number of Word, which
  starts at the value in the text

The findings must be those in the text, in the same paragraphs. Every difference is printed, and
then the exit status is 1.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from reportlint.core.document import HEADING, ITEM, PARAGRAPH, TABLE, Block, Document
from reportlint.core.request import Settings
from reportlint.docx.reader import read
from reportlint.files.sources import source_of
from reportlint.finding import findings
from reportlint.ordinals.numerals import chinese_value
from reportlint.run.file import check_text
from reportlint.run.setup import Setup, Setups
from reportlint.text.parse import format_of, parse
from support.docx_parts import HEADINGS, abstract, docx, lvl, num, numbering, p, r, starting, tbl

_TITLE_LINES = 3  # a title has at most so many lines
VARIANTS = ("bare", "styled", "numbered")
_NUMBER = re.compile(
    r"(?P<before>第|[（(])?(?P<number>[一二三四五六七八九十]{1,3}|[1-9][0-9]?)(?P<behind>、|[.．](?![0-9])|[)）]、?|[章条])"
)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"\*\*|`|^> ?", re.MULTILINE)
_BULLET = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
)


_CLOSE = '<w:suff w:val="nothing"/>'


class Written(NamedTuple):
    """A document, and for each of its lines the line of the text it was made from; 0 if there is
    none."""

    data: bytes
    lines: tuple[int, ...]


class Lists:
    """The lists of one document: one for each paragraph with a number, as each may restart."""

    def __init__(self) -> None:
        self._abstracts: list[str] = [
            abstract(0, _BULLET),
        ]
        self._nums: list[str] = [num(1, 0)]
        self._of_shape: dict[tuple[str, str], int] = {}

    def starting_at(self, text: str, format: str, value: int, level: int) -> str:
        """The id of a new list whose first number on `level` is `value`. `text` and `format` are
        its level text and number format."""
        shape = text, format
        if shape not in self._of_shape:
            self._of_shape[shape] = len(self._abstracts)
            levels = (
                lvl(at, text.replace("%1", f"%{at + 1}"), format, more=_CLOSE) for at in range(3)
            )
            self._abstracts.append(abstract(self._of_shape[shape], *levels))
        self._nums.append(num(len(self._nums) + 1, self._of_shape[shape], starting(level, value)))
        return str(len(self._nums))

    @property
    def part(self) -> str:
        """The numbering part of the package."""
        return numbering(*self._abstracts, *self._nums)


class Conversion:
    """The conversion of one document; `variant` is one of `VARIANTS`."""

    def __init__(self, document: Document, variant: str) -> None:
        self._document = document
        self._variant = variant
        self._lists = Lists()
        self._body: list[str] = []
        self._lines: list[int] = []
        self._title = self._of_title()

    def document(self) -> Written:
        """The converted document."""
        text, end = self._document.text, 0
        for block in self._document.blocks:
            self._empty_lines(text[end : block.span.start].count("\n") - 1 if end else 0)
            end = block.span.end
            self._take(block)
        data = docx("".join(self._body), styles=HEADINGS, numbering=self._lists.part)
        return Written(data, tuple(self._lines))

    def _empty_lines(self, count: int) -> None:
        for _ in range(count):
            self._add(p(), 0)

    def _add(self, xml: str, line: int) -> None:
        self._body.append(xml)
        self._lines.append(line)

    def _take(self, block: Block) -> None:
        if block.kind == TABLE and self._document.format == "markdown":
            self._table(block)
        elif block.kind in (HEADING, PARAGRAPH, ITEM, TABLE):
            self._paragraphs(block)

    def _table(self, block: Block) -> None:
        line = self._document.index.line_of(block.span.start)
        rows = [
            [plain(cell).strip() for cell in row.strip().strip("|").split("|")]
            for row in self._document.text[block.span.start : block.span.end].split("\n")
            if not re.fullmatch(r"[|:\- ]*", row)
        ]
        self._body.append(tbl(*rows))
        self._lines += [line] * sum(map(len, rows))

    def _paragraphs(self, block: Block) -> None:
        """Add a block: one paragraph in Markdown, one for each line in plain text."""
        line = self._document.index.line_of(block.span.start)
        start = block.content.start if block.kind != PARAGRAPH else block.span.start
        if self._document.format == "text":
            start = self._document.text.rfind("\n", 0, block.span.start) + 1
        text = self._document.text[start : block.span.end]
        if self._document.format == "text":
            for number, line_text in enumerate(text.split("\n"), line):
                self._paragraph(block, line_text, number)
            return
        text = plain(" ".join(part.strip() for part in text.split("\n")))
        if block.kind == HEADING:
            text = text.strip("# ")
        self._paragraph(block, text, line)

    def _paragraph(self, block: Block, text: str, line: int) -> None:
        style = self._style(block)
        if block.kind == ITEM and self._document.format == "markdown" and not text[:1].isdigit():
            self._add(p(r(text), num="1"), line)
            return
        level = max(block.depth - 1, 0)
        match = _NUMBER.match(text.lstrip()) if self._variant == "numbered" else None
        if not match:
            self._add(p(r("   " * level + text) if text else "", style), line)
            return
        digits = match["number"].isdecimal()
        value = int(match["number"]) if digits else chinese_value(match["number"])
        format = "decimal" if digits else "chineseCounting"
        shape = f"{match['before'] or ''}%1{match['behind']}"
        list_id = self._lists.starting_at(shape, format, value, level)
        self._add(p(r(text.lstrip()[match.end() :]), style, list_id, level), line)

    def _of_title(self) -> Sequence[Block]:
        """The first heading, if it has no number, with the lines above it: a title may have several
        lines."""
        for number, block in enumerate(self._document.blocks[:_TITLE_LINES]):
            text = block.content.cut(self._document.text).lstrip()
            if block.kind == HEADING:
                numbered = _NUMBER.match(text) is not None
                return () if block.level > 1 or numbered else self._document.blocks[: number + 1]
        return ()

    def _style(self, block: Block) -> str:
        if self._variant == "bare":
            return ""
        if block in self._title:
            return "T"
        below = bool(self._title)
        return f"H{max(block.level - below, 1)}" if block.kind == HEADING else ""


def plain(text: str) -> str:
    """Markdown text without marks that Word has no characters for."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def findings_in(name: str, data: bytes, setup: Setup) -> Counter[tuple[str, int]]:
    """The numbers of findings by rule and line."""
    report = check_text(source_of(name, data), name, setup, Settings(language="en"))
    return Counter((finding.rule, finding.line) for finding in findings(report))


def of_paragraphs(
    counted: Counter[tuple[str, int]], document: Document
) -> Counter[tuple[str, int]]:
    """The same counts with the first line of the block of each line: a paragraph of Word is one
    line."""
    if document.format == "text":
        return counted
    first_line: dict[int, int] = {}
    for block in document.blocks:
        start, end = (document.index.line_of(at) for at in (block.span.start, block.span.end))
        first_line.update(dict.fromkeys(range(start, end + 1), start))
    moved: Counter[tuple[str, int]] = Counter()
    for (rule, line), count in counted.items():
        moved[rule, first_line.get(line, line)] += count
    return moved


def compared(path: Path, variant: str, setup: Setup) -> Iterator[str]:
    """A line for each finding that only the text or only the Word document has."""
    data = path.read_bytes()
    document = parse(data.decode("utf-8-sig"), format_of(path.name), setup.matcher)
    written = Conversion(document, variant).document()
    read_lines = read(written.data).lines
    if len(read_lines) != len(written.lines):
        raise ValueError(f"{path}: {len(written.lines)} lines written, {len(read_lines)} read")
    in_text = of_paragraphs(findings_in(path.name, data, setup), document)
    in_word: Counter[tuple[str, int]] = Counter()
    for (rule, line), count in findings_in(f"{path.stem}.docx", written.data, setup).items():
        in_word[rule, written.lines[line - 1]] += count
    for sort, counts in (("text only", in_text - in_word), ("Word only", in_word - in_text)):
        for (rule, line), _ in sorted(counts.items()):
            yield f"{variant} {path.name}:{line} {rule}: {sort}"


def compare(paths: Iterable[Path]) -> int:
    """Print the differences and the figures; the number of differences."""
    setup = Setups(Settings(isolated=True)).of("-")
    files, total = sorted(paths), 0
    texts = [
        path for path in files if path.suffix == ".txt"
    ]  # a bare heading of Markdown could not be recognised
    for variant in VARIANTS:
        differing = 0
        for path in files if variant != "bare" else texts:
            lines = [*compared(path, variant, setup)]
            print(*lines, sep="\n", end="\n" if lines else "")
            differing += bool(lines)
            total += len(lines)
        number = len(files if variant != "bare" else texts)
        print(f"{variant}: {number - differing} of {number} reports have the findings of the text")
    return total


def main() -> int:
    """Compare all reports in the folders; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    folders = parser.parse_args().folders
    paths = (
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".txt", ".md")
    )
    return int(compare(paths) > 0)


if __name__ == "__main__":
    sys.exit(main())
