"""Outputs that consist of parts, one for each file."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from weakref import ref

import pytest

from reportlint.cli.progress import Progress
from reportlint.cli.stream import _part, _print_parts
from reportlint.core.report import FileReport, Report
from reportlint.core.span import LineIndex
from reportlint.output.formats import FORMATS, RenderOptions, load
from reportlint.run.shown import FileFormatter
from reportlint.run.stream import Stream
from support.sample import EMPTY, report


class Reports(Stream):
    """A stream of existing reports."""

    rules = known = language = None  # type: ignore[assignment]

    def __init__(self, whole: Report) -> None:
        self.rules, self.known, self.language = whole.rules, whole.named, whole.language
        self._whole = whole
        self._languages = set()

    def _each(self) -> Iterator[FileReport]:
        yield from self._whole.files


def print_parts(reports: Reports, name: str, look: RenderOptions) -> None:
    """Print parts as a run does."""
    parts = load(name).parts
    part = FileFormatter(name, lambda file: _part(file, parts, look, reports))
    _print_parts(reports, parts, part, look, Progress("en", sys.stderr, is_watched=False))


PARTED = [name for name in FORMATS if load(name).parts]


@pytest.mark.parametrize("whole", [EMPTY, report("zh"), report("en")])
@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("name", PARTED)
def test_the_parts_make_the_whole(
    name: str, quiet: bool, whole: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    form, look = load(name), RenderOptions(quiet=quiet)
    print_parts(Reports(whole), name, look)
    assert capsys.readouterr().out == form.render(whole, look)


@pytest.mark.parametrize("name", PARTED)
def test_no_text_is_kept(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    sample = report("zh")

    seen: list[ref[LineIndex]] = []

    class Watched(Reports):
        def _each(self) -> Iterator[FileReport]:
            for file in self._whole.files * 2:
                alive = sum(reference() is not None for reference in seen)
                assert alive <= 1
                fresh = file._replace(lines=LineIndex(file.text))
                seen.append(ref(fresh.lines))
                yield fresh

    print_parts(Watched(sample), name, RenderOptions())
    assert len(seen) == len(sample.files) * 2
