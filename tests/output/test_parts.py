"""Outputs that are made of parts, one a file."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import ref

import pytest

from reportlint.cli.stream import _print_parts
from reportlint.core.report import FileReport, Report
from reportlint.core.span import LineIndex
from reportlint.output.formats import FORMATS, RenderOptions, load
from support.sample import EMPTY, report


class Reports:
    """Stands for a stream."""

    def __init__(self, whole: Report) -> None:
        self.rules, self.language = whole.rules, whole.language
        self._whole = whole

    def __iter__(self) -> Iterator[FileReport]:
        yield from self._whole.files


PARTED = [name for name in FORMATS if load(name).parts]


@pytest.mark.parametrize("whole", [EMPTY, report("zh"), report("en")])
@pytest.mark.parametrize("quiet", [True, False])
@pytest.mark.parametrize("name", PARTED)
def test_the_parts_make_the_whole(
    name: str, quiet: bool, whole: Report, capsys: pytest.CaptureFixture[str]
) -> None:
    form, look = load(name), RenderOptions(quiet=quiet, asked=whole.language)
    _print_parts(Reports(whole), form.parts, look, None)
    assert capsys.readouterr().out == form.render(whole, look)


@pytest.mark.parametrize("name", PARTED)
def test_no_text_is_kept(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    sample = report("zh")

    seen: list[ref[LineIndex]] = []

    class Watched(Reports):
        def __iter__(self) -> Iterator[FileReport]:
            for file in self._whole.files * 2:
                alive = sum(one() is not None for one in seen)
                assert alive <= 1
                fresh = file._replace(lines=LineIndex(file.text))
                seen.append(ref(fresh.lines))
                yield fresh

    _print_parts(Watched(sample), load(name).parts, RenderOptions(), None)
