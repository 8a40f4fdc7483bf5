"""Reports that are kept between runs: which come back, and which are checked again. What this
changes for a user, nothing, is tested in `tests/run/test_shown.py`."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.cache.rows import Row
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.run.file_result import FileResult, make
from reportlint.run.results import Results
from reportlint.run.setup import Setups

BAD, CLEAN = "取缔场所XX家。\n", "取缔场所三家。\n"
CONFIG = "extends: [./house]\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports of which one has a finding, and a pack with one rule, in a folder whose cache is
    its own; no pack is built in, as compiling those would take most of the time."""
    monkeypatch.chdir(tmp_path)
    places = (str(tmp_path / "wheel"), str(tmp_path / "rules"))
    monkeypatch.setattr("reportlint.config.shipped._places", lambda: places)
    monkeypatch.setenv("REPORTLINT_CACHE_DIR", str(tmp_path / "cache"))
    for name, text in {
        ".reportlint.yaml": CONFIG,
        "house/pack.yaml": "id: house\nname: House\n",
        "house/blank.yaml": "kind: pattern\nmessage: {zh: 空着, en: blank}\nwords: [XX]\n",
        "bad.md": BAD,
        "clean.md": CLEAN,
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


PATHS = ("bad.md", "clean.md")
SETTINGS = Settings(language="zh")


def results(settings: Settings = SETTINGS) -> tuple[Results, Setups]:
    setups = Setups(settings)
    return Results(setups, settings), setups


def keep(settings: Settings = SETTINGS) -> list[FileReport]:
    """Check both files, and keep their reports as a run does."""
    kept, setups = results(settings)
    assert kept.get(PATHS) == [None, None]
    made = [make(path, setups, settings) for path in PATHS]
    for path, checked in zip(PATHS, made, strict=True):
        kept.put(path, checked)
    kept.save()
    kept.rows.close()
    return [checked.report for checked in made if checked.report]


def cached(settings: Settings = SETTINGS) -> list[FileReport | None]:
    """What another run gets."""
    kept, _ = results(settings)
    reports = kept.get(PATHS)
    kept.save()
    kept.rows.close()
    return reports


def write(name: str, text: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(text, encoding="utf-8")


def baseline() -> None:
    write(".reportlint-baseline.yaml", '- {"path": "bad.md", "rule": "blank", "text": "XX"}\n')()


NOT_USED: list[tuple[str, Callable[[], object]]] = [
    ("a word in the report", write("bad.md", BAD.replace("XX", "二三"))),
    ("the report is gone", lambda: os.unlink("bad.md")),
    ("no text any more", lambda: Path("bad.md").write_bytes(b"\xff\xfe\xfd" * 40)),
    ("a rule", write("house/blank.yaml", "kind: pattern\nmessage: m\nwords: [取缔]\n")),
    ("a severity", write(".reportlint.yaml", CONFIG + "rules: {blank: info}\n")),
    ("what fails", write(".reportlint.yaml", CONFIG + "fail-on: error\n")),
    ("a language", write(".reportlint.yaml", CONFIG + "language: en\n")),
    (
        "an entry of ignore",
        write(
            ".reportlint.yaml",
            CONFIG + "ignore: [{files: bad.md, rule: blank, reason: so}]\n",
        ),
    ),
    (
        "an entry beside the report",
        write(".reportlint-ignore.yaml", "- {files: bad.md, rule: blank, reason: so}\n"),
    ),
]
USED: list[tuple[str, Callable[[], object]]] = [
    ("nothing", lambda: None),
    ("another time", lambda: os.utime("bad.md", (1e9, 1e9))),
    ("written again", write("bad.md", BAD)),
    ("a file beside it", write("other.md", BAD)),
    ("a baseline", baseline),
]
OTHER_SETTINGS = [
    SETTINGS._replace(language="en"),
    SETTINGS._replace(select=("bl*",)),
    SETTINGS._replace(select=("blank",)),
    SETTINGS._replace(fail_on="error"),
    SETTINGS._replace(isolated=True),
    SETTINGS._replace(no_cache=True),
]
SAME_SETTINGS = [
    SETTINGS,
    SETTINGS._replace(jobs=4),
    SETTINGS._replace(force_exclude=True),
    SETTINGS._replace(no_baseline=True),
]


@pytest.mark.parametrize("change", [step for _, step in NOT_USED], ids=[row[0] for row in NOT_USED])
def test_it_is_checked_again(change: Callable[[], object]) -> None:
    keep()
    change()
    assert cached()[0] is None


@pytest.mark.parametrize("settings", OTHER_SETTINGS)
def test_it_is_checked_again_with_other_settings(settings: Settings) -> None:
    keep()
    assert cached(settings) == [None, None]


def test_a_finding_that_holds_for_one_run_is_not_kept() -> None:
    kept, setups = results()
    kept.get(PATHS)
    made = make("bad.md", setups, SETTINGS)
    assert made.report is not None
    finding = made.report.diagnostics[0]
    passing = made.report._replace(diagnostics=(finding._replace(transient=True),))
    for checked in (
        made._replace(report=passing),
        FileResult("seen", None),
        made._replace(seen=""),
    ):
        kept.put("bad.md", checked)
        assert kept.known("bad.md") is None
    kept.save()
    assert cached() == [None, None]


def test_a_file_of_another_batch_is_not_kept() -> None:
    kept, setups = results()
    kept.get(["clean.md"])
    kept.put("bad.md", make("bad.md", setups, SETTINGS))
    kept.save()
    assert cached() == [None, None]


@pytest.mark.parametrize("change", [step for _, step in USED], ids=[row[0] for row in USED])
def test_it_comes_back_as_it_was(change: Callable[[], object]) -> None:
    made = keep()
    change()
    for _ in range(2):
        again = [report for report in cached() if report]
        assert [report.diagnostics for report in again] == [report.diagnostics for report in made]
        assert [report.text for report in again] == [BAD, ""], "a text is read for its findings"
        assert [report.terms for report in again] == [report.terms for report in made]


@pytest.mark.parametrize("settings", SAME_SETTINGS)
def test_it_comes_back_with_settings_that_change_no_report(settings: Settings) -> None:
    keep()
    assert None not in cached(settings)


def test_a_clean_report_that_has_not_been_touched_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("reportlint.run.results.stamp", lambda path: f"1 {path}")
    keep()

    def unreadable(path: str) -> bytes:
        raise AssertionError(path)

    monkeypatch.setattr("reportlint.run.results.read_bytes", unreadable)
    kept, _ = results()
    assert kept.get(["clean.md"])[0] is not None
    row = kept.known("clean.md")
    assert row is not None
    assert row == Row("1 clean.md", row.value)
    assert len(row.value) > 8, "the digest of its content, for findings by file"


def test_a_new_stamp_is_kept_so_that_the_next_run_reads_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keep()
    monkeypatch.setattr("reportlint.run.results.stamp", lambda path: f"2 {path}")
    assert None not in cached()
    kept, setups = results()
    book = kept.book(setups.of("clean.md"))
    assert {row.stamp for row in kept.rows.get(book, PATHS).values()} == {"2 bad.md", "2 clean.md"}


def test_each_configuration_has_a_book_of_its_own(here: Path) -> None:
    (here / "unit").mkdir()
    write("unit/.reportlint.yaml", "extends: [../house]\nfail-on: error\n")()
    kept, setups = results()
    kept.get(["bad.md", "unit/a.md"])
    books = {kept.book(setups.of(path)) for path in ("bad.md", "clean.md", "unit/a.md")}
    assert len(books) == 2
    assert "" not in books
