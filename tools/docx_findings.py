"""Turn reports into Word documents and compare what is found: `python tools/docx_findings.py
FOLDER…`.

Each .txt and .md of the folders is made a .docx in three ways:

* `bare`: each paragraph as it is typed; not of .md, whose headings nothing would tell
* `styled`: headings have the styles of headings, bullets of Markdown are bullets
* `numbered`: the same, and a number at the beginning of a line is an automatic one of Word's, which
  starts where the text says

The findings must be those of the text, on the same paragraphs; each that is not is printed, and
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

_TITLE_LINES = 3
DRESSES = ("bare", "styled", "numbered")
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
    """A document, and the line of the text that each of its lines comes from."""

    data: bytes
    lines: tuple[int, ...]


class Lists:
    """The lists of one document: one for each paragraph with a number, as each may start anew."""

    def __init__(self) -> None:
        self._abstracts: list[str] = [
            abstract(0, _BULLET),
        ]
        self._nums: list[str] = [num(1, 0)]
        self._of_shape: dict[tuple[str, str], int] = {}

    def starting_at(self, text: str, format: str, value: int, level: int) -> str:
        """The id of a new list whose first number on `level` is `value`, printed as `text` and
        `format` say.
        """
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
        """The part of the package that holds them."""
        return numbering(*self._abstracts, *self._nums)


class Tailor:
    """Makes the paragraphs of one document."""

    def __init__(self, document: Document, dress: str) -> None:
        self._document = document
        self._dress = dress
        self._lists = Lists()
        self._body: list[str] = []
        self._lines: list[int] = []
        self._title = self._of_title()

    def document(self) -> Written:
        """The whole."""
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
        """One for a block of Markdown, else one for each line."""
        line = self._document.index.line_of(block.span.start)
        start = block.content.start if block.kind != PARAGRAPH else block.span.start
        if self._document.format == "text":
            start = self._document.text.rfind("\n", 0, block.span.start) + 1
        text = self._document.text[start : block.span.end]
        if self._document.format == "text":
            for number, one in enumerate(text.split("\n"), line):
                self._paragraph(block, one, number)
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
        match = _NUMBER.match(text.lstrip()) if self._dress == "numbered" else None
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
        """The first heading, if it has no number, with the lines above it: a title may stand on
        several lines.
        """
        for number, block in enumerate(self._document.blocks[:_TITLE_LINES]):
            text = block.content.cut(self._document.text).lstrip()
            if block.kind == HEADING:
                numbered = _NUMBER.match(text) is not None
                return () if block.level > 1 or numbered else self._document.blocks[: number + 1]
        return ()

    def _style(self, block: Block) -> str:
        if self._dress == "bare":
            return ""
        if block in self._title:
            return "T"
        below = bool(self._title)
        return f"H{max(block.level - below, 1)}" if block.kind == HEADING else ""


def plain(text: str) -> str:
    """Markdown's text without the marks that Word has no signs for."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))


def found(name: str, data: bytes, setup: Setup) -> Counter[tuple[str, int]]:
    """The rules and lines of what is found."""
    report = check_text(source_of(name, data), name, setup, Settings(language="en"))
    return Counter((finding.rule, finding.line) for finding in findings(report))


def of_paragraphs(
    counted: Counter[tuple[str, int]], document: Document
) -> Counter[tuple[str, int]]:
    """The same with the first line of the block that the line is in: a paragraph of Word is one
    line.
    """
    if document.format == "text":
        return counted
    first: dict[int, int] = {}
    for block in document.blocks:
        start, end = (document.index.line_of(at) for at in (block.span.start, block.span.end))
        first.update(dict.fromkeys(range(start, end + 1), start))
    moved: Counter[tuple[str, int]] = Counter()
    for (rule, line), count in counted.items():
        moved[rule, first.get(line, line)] += count
    return moved


def compared(path: Path, dress: str, setup: Setup) -> Iterator[str]:
    """A line for each finding that text and Word document do not share."""
    data = path.read_bytes()
    document = parse(data.decode("utf-8-sig"), format_of(path.name), setup.matcher)
    written = Tailor(document, dress).document()
    read_lines = read(written.data).lines
    if len(read_lines) != len(written.lines):
        raise ValueError(f"{path}: {len(written.lines)} lines written, {len(read_lines)} read")
    in_text = of_paragraphs(found(path.name, data, setup), document)
    in_word: Counter[tuple[str, int]] = Counter()
    for (rule, line), count in found(f"{path.stem}.docx", written.data, setup).items():
        in_word[rule, written.lines[line - 1]] += count
    for sort, some in (("text only", in_text - in_word), ("Word only", in_word - in_text)):
        for (rule, line), _ in sorted(some.items()):
            yield f"{dress} {path.name}:{line} {rule}: {sort}"


def compare(paths: Iterable[Path]) -> int:
    """Print what differs and the figures; how many differences there are."""
    setup = Setups(Settings(isolated=True)).of("-")
    files, total = sorted(paths), 0
    texts = [
        path for path in files if path.suffix == ".txt"
    ]  # a heading of Markdown is bare of all
    for dress in DRESSES:
        differing = 0
        for path in files if dress != "bare" else texts:
            lines = [*compared(path, dress, setup)]
            print(*lines, sep="\n", end="\n" if lines else "")
            differing += bool(lines)
            total += len(lines)
        number = len(files if dress != "bare" else texts)
        print(f"{dress}: {number - differing} of {number} reports have the findings of the text")
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    folders = parser.parse_args().folders
    paths = (
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".txt", ".md")
    )
    return int(compare(paths) > 0)


if __name__ == "__main__":
    sys.exit(main())
