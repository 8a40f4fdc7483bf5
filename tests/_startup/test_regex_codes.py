"""Regexes of a wheel are created from codes, or from their source if the codes may not be valid."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import regex

from reportlint._startup import regex_codes
from reportlint._startup.lazy_pattern import LazyPattern, lazy, lazy_regex
from reportlint._startup.regex_codes import identity, key, read, write_codes
from reportlint.run.regex_codes import code_of

SOURCE = "one(?P<n>[0-9])"

ROOT = Path(__file__).parents[2]


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file that maps SOURCE to the codes of `other`, which shows which of the two was used."""
    other = code_of(LazyPattern("regex", "other"))
    path = tmp_path / regex_codes.FILE
    write_codes(str(path), {key("regex", SOURCE, 0, None): other})
    monkeypatch.setattr(regex_codes, "_codes", read(str(path)))
    return path


def _is_of_codes() -> bool:
    return lazy_regex(SOURCE).search("other") is not None


def test_what_the_file_has_is_not_compiled(codes: Path) -> None:
    assert _is_of_codes()


@pytest.mark.parametrize(
    ("source", "flags", "words"),
    [("one(?P<n>[0-9])b", 0, None), (SOURCE, 2, None), (SOURCE, 0, {"x": ("y",)})],
    ids=["another source", "other flags", "words that it does not name"],
)
def test_what_it_has_not_is_compiled(
    codes: Path, source: str, flags: int, words: dict[str, tuple[str, ...]] | None
) -> None:
    pattern = lazy_regex(source, flags, words)
    assert (pattern.search("other") is not None) == (words is not None)


def test_another_release_of_regex_falls_back(
    codes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("_main.py", "_regex_core.py"):
        text = (Path(regex.__file__).parent / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(
            text.replace(f'__version__ = "{regex.__version__}"', '__version__ = "1.0"'),
            encoding="utf-8",
        )
    monkeypatch.setattr(regex_codes, "_folder", lambda: str(tmp_path))
    monkeypatch.setattr(regex_codes, "_codes", read(str(codes)))
    assert not _is_of_codes()
    assert lazy_regex(SOURCE).search("one1") is not None


def test_a_release_with_other_files_falls_back(
    codes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regex_codes, "_folder", lambda: str(tmp_path / "nothing"))
    assert identity() == ""
    assert len(read(str(codes))) == 0


def test_another_python_falls_back(codes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "hexversion", sys.hexversion + (1 << 16))
    assert len(read(str(codes))) == 0


def test_a_damaged_file_falls_back(codes: Path) -> None:
    whole = codes.read_bytes()
    for wrong in (b"", whole[:5], whole[:20], b"\xff" * 40, whole[:8] + b"x" * 300):
        codes.write_bytes(wrong)
        assert len(read(str(codes))) == 0


@pytest.mark.skipif(not (ROOT / "src").is_dir(), reason="the wheel has codes")
def test_a_checkout_has_none() -> None:
    assert len(read(str(Path(regex_codes.__file__).parent / regex_codes.FILE))) == 0


def test_words_count_as_sets_and_only_those_named() -> None:
    source = r"\L<a>"
    of = key("regex", source, 0, {"a": ("x", "y")})
    assert of == key("regex", source, 0, {"a": ("y", "x"), "b": ("z",)})
    assert of != key("regex", source, 0, {"a": ("x",)})
    assert of != key("re", source, 0, {"a": ("x", "y")})


def test_one_of_re_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / regex_codes.FILE
    write_codes(str(path), {key("re", "a", 0, None): code_of(LazyPattern("re", "b"))})
    monkeypatch.setattr(regex_codes, "_codes", read(str(path)))
    assert lazy("a").search("b") is not None
