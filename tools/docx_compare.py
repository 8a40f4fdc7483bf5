"""Compare what the reader of Word documents reads with LibreOffice's own text export: `python
tools/docx_compare.py PATH…`.

Both texts are compared without their blanks. What differs is put under a heading of `EXPLANATIONS`
(docs/word.md says why each is as it is), or shown as unexplained; then the exit status is 1.
LibreOffice must be installed (`soffice`).
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

AT_ONCE = 40  # documents for one run of LibreOffice
_IGNORED = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff\u200e\u200f")) | {0x2011: "-"}
_SIGNS = re.compile(r"^[•☐☒☑>◦▪●○■□◆◇➢➔✓✗❖★·\-–—−*\uf000-\uf0ff]")


# Formats that LibreOffice 7.4 has no numerals for, or others than Word; `isLgl` and `lvlRestart` it
# does not know, nor a level without a number, as some programs write it.
_NUMERALS = re.compile(
    r'isLgl|lvlRestart|<w:lvl>|Fmt w:val="(?:ordinal|cardinalText|ordinalText|hex|numberInDash|decimalEnclosed\w+|ideographDigital|'
    r"ideographZodiacTraditional|ideographEnclosedCircle|ideographLegalTraditional|chineseLegalSimplified|chineseCounting|"
    r"taiwanese\w+|japanese\w+|korean\w+|ganada|chosung|decimalFullWidth2?|iroha\w*|aiueo\w*|(?:upper|lower)Letter|"
    r'custom|chicago|arabic\w+)"'
)
_NOTE_MARK = re.compile(r"(?:[0-9ivxlcIVX*†‡§٠-٩۰-۹]+\n?)+")


class Difference(NamedTuple):
    """A stretch where the texts differ, without blanks: what LibreOffice has, what we have, what is
    before it.
    """

    theirs: str
    ours: str
    before: str
    numeral: bool = False  # the line is the same but for its automatic number


Explanation = Callable[[Difference, str], bool]  # the string is the XML of the document


def _has(*marks: str) -> Explanation:
    return lambda difference, xml: any(mark in xml for mark in marks)


# What LibreOffice prints otherwise, the surest first; docs/word.md says why each is as it is.
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
    """A line without blanks and with one sign for all bullets."""
    return _SIGNS.sub("•", "".join(line.translate(_IGNORED).split()))


def exported(paths: list[Path], folder: Path) -> dict[Path, str]:
    """LibreOffice's text of each document that it can open."""
    texts = {}
    for at in range(0, len(paths), AT_ONCE):
        some = paths[at : at + AT_ONCE]
        for number, path in enumerate(some, at):
            (folder / f"{number}.docx").write_bytes(path.read_bytes())
        names = [str(folder / f"{number}.docx") for number in range(at, at + len(some))]
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
        for number, path in enumerate(some, at):
            text = folder / f"{number}.txt"
            if text.exists():
                texts[path] = text.read_text(encoding="utf-8-sig")
    return texts


def xml_of(path: Path) -> str:
    """The XML of a document and its lists and styles."""
    with zipfile.ZipFile(path) as archive:
        names = [
            name
            for name in archive.namelist()
            if re.search(r"(document|numbering|styles|header|footer)\d*\.xml$", name)
        ]
        return "".join(archive.read(name).decode("utf-8", "replace") for name in names)


def differences(theirs: str, text: DocxText) -> Iterator[Difference]:
    """Where the texts differ. Contents are in LibreOffice's alone; notes and headers in ours alone;
    boxes often, or elsewhere.
    """
    apart = Counter(plain(line) for entry in text.contents for line in entry.split("\n"))
    apart.update(plain(line.text) for line in text.lines if line.part == BOX)
    left = list(filter(None, map(plain, theirs.split("\n"))))
    body = [line for line in text.lines if line.part == BODY and line.text.strip()]
    right = [plain(line.text) for line in body]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from _of_lines(_without(left[a:b], apart), right[c:d], body[c:d])


def _without(lines: list[str], apart: Counter[str]) -> list[str]:
    """The lines less those that are in the other text too, apart from its body."""
    left = []
    for line in lines:
        if apart[line] > 0:
            apart[line] -= 1
        else:
            left.append(line)
    return left


def _of_lines(left: list[str], right: list[str], body: Sequence[DocxLine]) -> Iterator[Difference]:
    """The differences between two stretches of lines."""
    if "".join(left) == "".join(right):
        if left != right:
            yield Difference("\n", "", left[0])
    elif len(left) == len(right):
        for one, other, line in zip(left, right, body, strict=True):
            if line.label and one.endswith(plain(line.text[line.label :])):
                yield Difference(one, other, "", True)
            else:
                yield from _within(one, other)
    else:
        yield from _within("\n".join(left), "\n".join(right))


def _within(theirs: str, ours: str) -> Iterator[Difference]:
    for tag, a, b, c, d in SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Difference(theirs[a:b], ours[c:d], theirs[max(a - 12, 0) : a])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--all", action="store_true", help="show the explained differences too")
    given = parser.parse_args()
    paths = [
        file
        for path in given.paths
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
        found = list(differences(texts[path], text))
        xml = xml_of(path) if found else ""
        counts["same"] += not found
        reasons = {_reason(path, one, xml, given.all) for one in found}
        counts.update(f"explained: {reason}" for reason in reasons if reason)
        counts["unexplained"] += "" in reasons
    for name, count in sorted(counts.items()):
        print(f"{count:5} {name}")
    return counts["unexplained"] > 0


def _reason(path: Path, difference: Difference, xml: str, show: bool) -> str:
    """The explanation of a difference; "" for none."""
    reason = next((name for name, holds in EXPLANATIONS.items() if holds(difference, xml)), "")
    if show or not reason:
        print(
            f"{path}: {reason or 'unexplained'}: …{difference.before!r} theirs"
            f" {difference.theirs[:80]!r} ours {difference.ours[:80]!r}"
        )
    return reason


if __name__ == "__main__":
    sys.exit(main())
