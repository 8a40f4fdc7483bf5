"""The prefilters of a wheel are used, and replaced by computed ones if the file is not for this
Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint._startup import prefilter_file
from reportlint._startup.prefilter_file import FILE, read, write_prefilters
from reportlint.core.lexicon import Lexicon
from reportlint.files.reader import Disk
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.patterns.rule_pattern import from_regex
from reportlint.run.regex_codes import prefilters

ROOT = Path(__file__).parents[2]
SOURCES = [("X年", False), ("todo|fixme", True), (r"^\s*a{2}\w", False), (".", False)]


@pytest.fixture
def file(tmp_path: Path) -> str:
    """A file with the prefilters of SOURCES."""
    table = Prefilters()
    for source, ignore_case in SOURCES:
        table.of(source, ignore_case)
    path = str(tmp_path / FILE)
    write_prefilters(path, table.shipped_form())
    return path


def test_they_come_back_as_they_were(file: str) -> None:
    table = Prefilters(shipped=read(file))
    for source, ignore_case in SOURCES:
        computed = Prefilters().of(source, ignore_case)
        assert table.of(source, ignore_case) == computed
        assert table.rare_of(source, ignore_case) == computed.rare
    assert not table.grown
    assert table.export() == {}, "the cache keeps only what the wheel lacks"


def test_what_the_file_lacks_is_computed(file: str) -> None:
    table = Prefilters(shipped=read(file))
    assert table.of("Z月", False).literal_sets == (("Z月",),)
    assert table.grown
    assert list(table.export()) == ["0Z月"]


def test_a_pattern_reads_only_the_rare_literals_at_first(file: str) -> None:
    shipped = dict(read(file))
    shipped["0X年"] = (("X",), b"damaged, if it were read")
    pattern = from_regex("X年", Lexicon(prefilters=Prefilters(shipped=shipped)))
    assert pattern.rare == ("X",)
    with pytest.raises((EOFError, ValueError, TypeError)):
        _ = pattern.prefilter


@pytest.mark.parametrize("content", [None, b"", b"nonsense"], ids=["missing", "empty", "damaged"])
def test_no_usable_file_means_none(file: str, content: bytes | None) -> None:
    if content is None:
        Path(file).unlink()
    else:
        Path(file).write_bytes(content)
    assert read(file) == {}


def test_that_of_another_python_is_ignored(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefilter_file, "_good_for", lambda: "another")
    assert read(file) == {}


def test_a_wheel_has_those_of_all_rules() -> None:
    shipped = prefilters(Disk(), (ROOT / "rules").as_posix())
    assert len(shipped) > 900
    table = Prefilters(shipped=shipped)
    for key in list(shipped)[::50]:
        ignore_case, source = key[0] == "1", key[1:]
        assert table.of(source, ignore_case) == Prefilters().of(source, ignore_case)
