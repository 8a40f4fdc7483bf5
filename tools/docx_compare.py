"""Compare the text that our reader of Word documents returns with that exported by LibreOffice:
`python tools/docx_compare.py PATH…`.

Both texts are compared without whitespace. Each difference is listed under an entry of
`EXPLANATIONS`, whose reasons are in docs/word.md, or as unexplained. The exit status is 1 if a
difference is unexplained. LibreOffice must be installed (`soffice`).
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from reportlint.docx.errors import DocxError
from reportlint.docx.reader import read
from reportlint.docx.values import BODY, BOX, DocxLine, DocxText

AT_ONCE = 40  # documents in one run of LibreOffice
_IGNORED = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff\u200e\u200f")) | {0x2011: "-"}
_SIGNS = re.compile(r"^[•☐☒☑>◦▪●○■□◆◇➢➔✓✗❖★·\-–—−*\uf000-\uf0ff]")


# Number formats that LibreOffice 7.4 lacks or writes differently from Word. It also ignores
# `isLgl`, `lvlRestart` and a level without an index, which some programs write.
_NUMERALS = re.compile(
    r'isLgl|lvlRestart|<w:lvl>|Fmt w:val="(?:ordinal|cardinalText|ordinalText|hex|numberInDash|decimalEnclosed\w+|ideographDigital|'
    r"ideographZodiacTraditional|ideographEnclosedCircle|ideographLegalTraditional|chineseLegalSimplified|chineseCounting|"
    r"taiwanese\w+|japanese\w+|korean\w+|ganada|chosung|decimalFullWidth2?|iroha\w*|aiueo\w*|(?:upper|lower)Letter|"
    r'custom|chicago|arabic\w+)"'
)
_NOTE_MARK = re.compile(r"(?:[0-9ivxlcIVX*†‡§٠-٩۰-۹]+\n?)+")


class Difference(NamedTuple):
    """A range where the texts differ, without whitespace: the text of LibreOffice, our text, and
    the text before it."""

    theirs: str
    ours: str
    before: str
    numeral: bool = False  # only the automatic number of the line differs


Explanation = Callable[[Difference, str], bool]  # arguments: a difference, the XML of the document


def _has(*marks: str) -> Explanation:
    """An explanation that holds if the XML contains one of the marks."""
    return lambda difference, xml: any(mark in xml for mark in marks)


# Known differences, the most certain ones first; docs/word.md gives the reasons.
EXPLANATIONS: dict[str, Explanation] = {
    "break": lambda difference, xml: not (difference.ours + difference.theirs).strip("\n"),
    "numeral": lambda difference, xml: difference.numeral and _NUMERALS.search(xml) is not None,
    "note-mark": lambda difference, xml: (
        not difference.ours
        and "noteReference " in xml
        and bool(_NOTE_MARK.fullmatch(difference.theirs))
    ),
    "formula": lambda difference, xml: not difference.theirs and "<m:oMath" in xml,
    "form": _has(
        "<w:ffData>", "FORMCHECKBOX", "FORMDROPDOWN", "<w:sym ", "MACROBUTTON", " EQ ", "eq \\o"
    ),
    "change": _has("<w:del ", "<w:moveFrom ", "<w:cellDel ", "<w:ins "),
    "hidden": _has("<w:vanish", "<w:specVanish"),
    "field": _has("instrText", "fldSimple", "<w:date"),
    "html": _has("<w:altChunk"),
    "frame": _has("<w:tblpPr ", "<w:framePr "),
    "list": _has("<w:comboBox", "<w:dropDownList"),
    "blank-bullet": lambda difference, xml: difference.theirs == "•" and not difference.ours,
    "box": _has("<w:txbxContent"),
}


def plain(line: str) -> str:
    """A line without whitespace and with one character for all bullets."""
    return _SIGNS.sub("•", "".join(line.translate(_IGNORED).split()))


def exported(paths: list[Path], folder: Path) -> dict[Path, str]:
    """The text that LibreOffice exports of each document that it can open."""
    texts = {}
    for at in range(0, len(paths), AT_ONCE):
        batch = paths[at : at + AT_ONCE]
        for number, path in enumerate(batch, at):
            (folder / f"{number}.docx").write_bytes(path.read_bytes())
        names = [str(folder / f"{number}.docx") for number in range(at, at + len(batch))]
        command = [
            "soffice",
            "--headless",
            "--convert-to",
            "txt:Text",
            "--outdir",
            str(folder),
            *names,
        ]
        subprocess.run(command, capture_output=True, timeout=590, check=False)
        for number, path in enumerate(batch, at):
            text = folder / f"{number}.txt"
            if text.exists():
                texts[path] = text.read_text(encoding="utf-8-sig")
    return texts


def xml_of(path: Path) -> str:
    """The XML of a document with its headers, footers, lists and styles."""
    with zipfile.ZipFile(path) as archive:
        names = [
            name
            for name in archive.namelist()
            if re.search(r"(document|numbering|styles|header|footer)\d*\.xml$", name)
        ]
        return "".join(archive.read(name).decode("utf-8", "replace") for name in names)


def differences(theirs: str, text: DocxText) -> Iterator[Difference]:
    """The differences between the texts. Tables of contents are only in the text of LibreOffice,
    notes and headers only in ours. Text boxes are often missing or elsewhere."""
    apart = Counter(plain(line) for entry in text.contents for line in entry.split("\n"))
    apart.update(plain(line.text) for line in text.lines if line.part == BOX)
    left = list(filter(None, map(plain, theirs.split("\n"))))
    body = [line for line in text.lines if line.part == BODY and line.text.strip()]
    right = [plain(line.text) for line in body]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _of_lines(_without(left[a:b], apart), right[c:d], body[c:d])


def _without(lines: list[str], apart: Counter[str]) -> list[str]:
    """The lines without those that are in `apart`, each as often as it is there."""
    left = []
    for line in lines:
        if apart[line] > 0:
            apart[line] -= 1
        else:
            left.append(line)
    return left


def _of_lines(left: list[str], right: list[str], body: Sequence[DocxLine]) -> Iterator[Difference]:
    """The differences between two ranges of lines; `body` are our lines of the document."""
    if "".join(left) == "".join(right):
        if left != right:
            yield Difference("\n", "", left[0])
    elif len(left) == len(right):
        for their_line, our_line, line in zip(left, right, body, strict=True):
            if line.label and their_line.endswith(plain(line.text[line.label :])):
                yield Difference(their_line, our_line, "", True)
            else:
                yield from _within(their_line, our_line)
    else:
        yield from _within("\n".join(left), "\n".join(right))


def _within(theirs: str, ours: str) -> Iterator[Difference]:
    """The differences between two texts, character by character."""
    for tag, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Difference(theirs[a:b], ours[c:d], theirs[max(a - 12, 0) : a])


def main() -> int:
    """Compare all documents, print the differences and counts; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true", help="also print the explained differences")
    arguments = parser.parse_args()
    paths = [
        file
        for path in arguments.paths
        for file in (sorted(path.rglob("*.docx")) if path.is_dir() else [path])
    ]
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        texts = exported(paths, Path(folder))
    for path in paths:
        counts["files"] += 1
        try:
            text = read(path.read_bytes())
        except DocxError as error:
            counts["refused by us" if path in texts else "refused by both"] += 1
            print(f"{path}: {error}")
            continue
        if path not in texts:
            counts["refused by LibreOffice"] += 1
            continue
        differing = list(differences(texts[path], text))
        xml = xml_of(path) if differing else ""
        counts["same"] += not differing
        reasons = {_reason(path, difference, xml, arguments.all) for difference in differing}
        counts.update(f"explained: {reason}" for reason in reasons if reason)
        counts["unexplained"] += "" in reasons
    for name, count in sorted(counts.items()):
        print(f"{count:5} {name}")
    return counts["unexplained"] > 0


def _reason(path: Path, difference: Difference, xml: str, show: bool) -> str:
    """The name of the explanation of a difference, "" if there is none; print unexplained ones,
    with `show` all."""
    reason = next((name for name, holds in EXPLANATIONS.items() if holds(difference, xml)), "")
    if show or not reason:
        print(
            f"{path}: {reason or 'unexplained'}: …{difference.before!r} theirs"
            f" {difference.theirs[:80]!r} ours {difference.ours[:80]!r}"
        )
    return reason


if __name__ == "__main__":
    sys.exit(main())
