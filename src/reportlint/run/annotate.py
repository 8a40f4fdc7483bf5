"""A Word document → a copy with a comment at each finding."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.errors import UserError
from reportlint.core.report import UNCHECKED, FileReport
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.core.word import is_word
from reportlint.docx.annotate import Remark
from reportlint.docx.annotate import annotate as with_comments
from reportlint.files.atomic import write_data
from reportlint.files.paths import ErrorOf, visible
from reportlint.files.sources import Source
from reportlint.run.check import check

AUTHOR = "reportlint"


class Annotated(NamedTuple):
    """The result of an annotation: the number of comments, and their language."""

    comments: int
    language: str


def annotate(path: str, output: str, settings: Settings) -> Annotated:
    """Check the Word document at `path`, and write a copy with comments to `output`, a different
    file.

    Raises UserError, also if the document cannot be read.
    """
    if not is_word(path) or os.path.isdir(path):
        raise _refused(Text("批注只能写进 .docx", "only a .docx can take comments"), path)
    if not is_word(output):
        raise _refused(Text("输出的文件名要以 .docx 结尾", "its name must end in .docx"), output)
    checked: list[tuple[Source, FileReport]] = []

    def then(source: Source, report: FileReport, again: Callable[[str], FileReport]) -> FileReport:
        checked.append((source, report))
        return report

    report = check([path], settings, then=then)
    for file in report.files:
        for finding in file.diagnostics:
            if finding.rule in UNCHECKED:
                raise _refused(Text(finding.message, finding.message), path)
    if not checked:  # a Git LFS pointer
        raise _refused(Text("不是文件本身，没有检查", "not the file itself; not checked"), path)
    (source, file), *_ = checked
    write_data(output, commented(source.data, file), [path])
    return Annotated(len(file.diagnostics), report.language)


def commented(data: bytes, file: FileReport) -> bytes:
    """The Word document in `data` with a comment for each finding of its report. Raises
    UserError."""
    with ErrorOf(file.path):
        return with_comments(data, _remarks(file))


def _remarks(file: FileReport) -> Iterator[Remark]:
    """A comment for each finding; for a finding over several lines, it covers the first line
    only."""
    for finding in file.diagnostics:
        line, column = file.lines.position(finding.span.start)
        last, end = file.lines.position(finding.span.end)
        if last > line:
            end = file.lines.line(line).end - file.lines.line(line).start + 1
        lines = [f"{finding.message}（{finding.rule}）"]
        if file.language != "zh":
            lines = [f"{finding.message} ({finding.rule})"]
        lines += [related.message for related in finding.related]
        yield Remark(line, column - 1, end - 1, AUTHOR, "\n".join(dict.fromkeys(lines)))


def _refused(reason: Text, path: str) -> UserError:
    return UserError.of(reason, visible(path))
