"""The fuzzed functions: each target takes bytes, and raises an exception if the program breaks a
promise.

`UserError`, `UndecodableError` and `DocxError` are valid answers. Any other exception is a crash,
and `BrokenPromiseError` is a wrong answer that the program did not notice.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from tools.fuzz.samples import word_document

from reportlint import Linter
from reportlint.baseline.file import read_baseline, written
from reportlint.changes.file_change import change_of, text_before
from reportlint.changes.patch import read as read_patch
from reportlint.core.diagnostic import Edit
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.span import Span
from reportlint.docx.errors import DocxError
from reportlint.docx.reader import read as read_docx
from reportlint.files.sources import SourceError, source_of
from reportlint.files.splice import UnwritableError, splice
from reportlint.run.annotate import commented
from reportlint.run.file import check_text
from reportlint.run.setup import Setup, Setups
from reportlint.suppression.unused import UNUSED

PACK = b"id: p\nname: {zh: p, en: p}\n"


class BrokenPromiseError(AssertionError):
    """The program did not crash, but did something that its documentation rules out."""


@cache
def _linter() -> Linter:
    return Linter(language="en")


def _lint(data: bytes, name: str) -> None:
    """Check a text: offsets are within the text and a start is not behind its end, lines and
    columns are from 1, and fixing a fixed text changes nothing."""
    text = data.decode("utf-8", "replace")
    for finding in _linter().lint(text, path=name):
        if not 0 <= finding.start <= finding.end <= len(text):
            raise BrokenPromiseError(
                f"{finding.rule}: {finding.start}–{finding.end} of {len(text)}"
            )
        if min(finding.line, finding.column) < 1 or not finding.message:
            raise BrokenPromiseError(f"{finding.rule}: line {finding.line}, {finding.column}")
    fixed = _linter().fix(text, unsafe=True, path=name)
    if fixed.text != text and _linter().fix(fixed.text, unsafe=True, path=name).text != fixed.text:
        raise BrokenPromiseError("fixing a fixed text changes it")


def plain(data: bytes) -> None:
    """Plain text."""
    _lint(data, "a.txt")


def markdown(data: bytes) -> None:
    """Markdown, with comments that silence findings."""
    _lint(data, "a.md")


def rest(data: bytes) -> None:
    """reStructuredText."""
    _lint(data, "a.rst")


def encodings(data: bytes) -> None:
    """Bytes of an unknown encoding: refused, or decoded. If text is inserted, all other bytes
    stay."""
    try:
        source = source_of("a.txt", data)
    except SourceError:
        return
    text = source.decoded.text
    at = len(text) // 2
    for new in ("", "a"):
        try:
            edited = splice(source, [(Edit(Span(at, at), new),)], text[:at] + new + text[at:])
        except UnwritableError:
            continue
        kept = _common_prefix(edited, data)
        if kept + _common_prefix(edited[kept:][::-1], data[kept:][::-1]) != len(data):
            raise BrokenPromiseError(f"{source.decoded.encoding}: other bytes than the edit's")


def _common_prefix(first: bytes, second: bytes) -> int:
    """The length of the common prefix of two byte strings."""
    pairs = enumerate(zip(first, second, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(first), len(second)))


def suppressions(data: bytes) -> None:
    """Suppression comments: without them there are at least as many findings."""
    text = data.decode("utf-8", "replace")
    reported = [finding for finding in _linter().lint(text, path="a.md") if finding.rule != UNUSED]
    unsuppressed = _linter().lint(text.replace("reportlint-", "reportlimt-"), path="a.md")
    if len(reported) > len(unsuppressed):
        raise BrokenPromiseError(
            f"{len(reported)} findings with comments, {len(unsuppressed)} without"
        )


def docx(data: bytes) -> None:
    """The main part of a Word document; a quarter of the inputs are packed bytes."""
    if data[:2] != b"PK":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
            for name, part in _document_parts().items():
                package.writestr(name, data if name == "word/document.xml" else part)
        data = packed.getvalue()
    try:
        read_docx(data)
    except DocxError:
        return


def patch(data: bytes) -> None:
    """A patch: refused, or parsed into lines that can be traced back to the old text."""
    try:
        patches = read_patch(data)
    except UserError:
        return
    for file_patch in patches:
        change = change_of(file_patch)
        for line in range(12):
            change.line_before(line)
        text_before("一、甲\n乙\n丙", file_patch, "utf-8")


def configuration(data: bytes) -> None:
    """A configuration beside a report: refused with problems, or used to check the report."""
    with tempfile.TemporaryDirectory() as folder:
        _load(Path(folder), {".reportlint.yaml": data})


def rule(data: bytes) -> None:
    """A rule of a pack: refused with problems, or used to check a report."""
    files = {
        ".reportlint.yaml": b"extends: [./p]\n",
        "p/pack.yaml": PACK,
        "p/x.yaml": data,
    }
    with tempfile.TemporaryDirectory() as folder:
        _load(Path(folder), files)


def _load(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a configuration and check a report with it. Raises BrokenPromiseError if it is refused
    without a problem."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    try:
        linter = Linter(folder=folder)
        linter.lint("# 述职报告\n\n一是甲XX。\n\n三是乙。\n" + "a" * 40 + "!\n", path="a.md")
    except UserError as error:
        if not error.problems:
            raise BrokenPromiseError("an error without a problem") from error


def baseline(data: bytes) -> None:
    """A baseline: refused, or the same after it is written and read again."""
    try:
        entries = read_baseline(data.decode("utf-8", "replace"), "b.yaml")
    except UserError:
        return
    again = read_baseline(written(entries), "b.yaml")
    if written(again) != written(entries):
        raise BrokenPromiseError("a baseline is not read back as it was written")


def runs(data: bytes) -> None:
    """Whole runs: with one process or two, with a cache or without, the output has the same bytes
    and the exit status is the same."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(4):
            Path(folder, f"{number}.md").write_bytes(data[number * len(data) // 5 :])
        first = _run(folder, "--jobs", "1", "--no-cache")
        for arguments in (("--jobs", "2", "--no-cache"), ("--jobs", "1"), ("--jobs", "2")):
            if _run(folder, *arguments) != first:
                raise BrokenPromiseError(f"other bytes with {' '.join(arguments)}")
        if first[0] not in (0, 1):
            raise BrokenPromiseError(f"exit status {first[0]}: {first[1][-300:]!r}")


def _run(folder: str, *arguments: str) -> tuple[int, bytes]:
    """The exit status and the output of a run in a folder."""
    command = [sys.executable, "-P", "-m", "reportlint", "--isolated", *arguments, "."]
    environment = {**os.environ, "REPORTLINT_CACHE_DIR": os.path.join(folder, ".cache")}
    completed = subprocess.run(
        command, check=False, cwd=folder, env=environment, capture_output=True
    )
    return completed.returncode, completed.stdout + completed.stderr


def package(data: bytes) -> None:
    """A whole Word document: read, checked, and copied with a comment for each finding, which
    leaves its lines unchanged."""
    try:
        lines = read_docx(data).text
    except DocxError:
        return
    source = source_of("a.docx", data)
    report = check_text(source, "a.docx", _setup(), Settings(isolated=True))
    try:
        copy = commented(data, report)
    except UserError:  # a part that checking does not need is damaged, which the user is told
        return
    if read_docx(copy).text != lines:
        raise BrokenPromiseError("a comment changes the lines")


@cache
def _setup() -> Setup:
    return Setups(Settings(isolated=True)).of("-")


def _document_parts() -> Mapping[str, bytes]:
    """The parts of a document that reportlint writes."""
    with zipfile.ZipFile(io.BytesIO(word_document())) as package:
        return {name: package.read(name) for name in package.namelist()}


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        plain, markdown, rest, suppressions, encodings, docx, package, patch, configuration, rule, baseline, runs,
    )
}  # fmt: skip
