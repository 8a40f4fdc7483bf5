"""The findings in one file, or in one text in memory."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.files.decode import Decoded
from reportlint.files.sources import Source
from reportlint.run.file import check_file, check_text
from reportlint.run.setup import Setups

BAD = "共XX项。\n"
SETTINGS = Settings(isolated=True)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    return tmp_path


def checked(path: str = "a.md", settings: Settings = SETTINGS) -> FileReport:
    report = check_file(path, Setups(settings), settings)
    assert report is not None
    return report


def rules(report: FileReport) -> list[str]:
    return [finding.rule for finding in report.diagnostics]


SILENT = [
    "",
    "都写好了。\n",
    "```\nXX\n```\n",
    "共XX项。<!-- reportlint-disable-line placeholder -->\n",
]
FIRES = [
    (BAD, ["placeholder"]),
    ("一是甲。三是乙。\n", ["ordinal-gap"]),
    ("<!-- reportlint-disable-line placeholder -->\n", ["unused-suppression"]),
]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str, here: Path) -> None:
    (here / "a.md").write_text(text, encoding="utf-8")
    assert rules(checked()) == []


@pytest.mark.parametrize(("text", "expected"), FIRES)
def test_fires(text: str, expected: list[str], here: Path) -> None:
    (here / "a.md").write_text(text, encoding="utf-8")
    assert rules(checked()) == expected


@pytest.mark.parametrize(
    ("data", "rule"), [(b"\xff\xff\xfe\x00\x81" * 30, "undecodable"), (None, "unreadable")]
)
def test_a_file_that_cannot_be_checked_has_one_error(
    data: bytes | None, rule: str, here: Path
) -> None:
    (here / "a.md").unlink()
    if data is not None:
        (here / "a.md").write_bytes(data)
    report = checked()
    assert rules(report) == [rule]
    assert report.diagnostics[0].severity == "error"
    assert report.text == ""


def test_a_pointer_of_git_lfs_has_no_report(here: Path) -> None:
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n"
    (here / "a.md").write_text(pointer, encoding="utf-8")
    assert check_file("a.md", Setups(SETTINGS), SETTINGS) is None


@pytest.mark.parametrize(
    ("settings", "config", "expected"),
    [
        (Settings(), "", "warning"),
        (Settings(), "fail-on: error\n", "error"),
        (Settings(fail_on="info"), "fail-on: error\n", "info"),
    ],
)
def test_from_which_severity_on_it_fails(
    settings: Settings, config: str, expected: str, here: Path
) -> None:
    (here / ".reportlint.yaml").write_text(config, encoding="utf-8")
    assert checked("a.md", settings).terms.fail_on == expected


@pytest.mark.parametrize(
    ("settings", "config", "expected"),
    [
        (Settings(), "", ""),
        (Settings(), "fail-on: error\n", ""),
        (Settings(locale="en"), "", "en"),
        (Settings(locale="en"), "language: zh\n", "zh"),
        (Settings(language="en"), "language: zh\n", "en"),
        (Settings(), "overrides:\n  - {files: '*.md', language: zh}\n", "zh"),
        (Settings(), "overrides:\n  - {files: '*.txt', language: zh}\n", ""),
    ],
)
def test_which_language_was_asked_for(
    settings: Settings, config: str, expected: str, here: Path
) -> None:
    (here / ".reportlint.yaml").write_text(config, encoding="utf-8")
    assert checked("a.md", settings).terms.language == expected


@pytest.mark.parametrize(
    ("settings", "text", "expected"),
    [
        (SETTINGS, "", "en"),
        (SETTINGS, "共XX项，都在计划之内，没有别的事情。\n", "zh"),
        (SETTINGS, "TBD, as all of the other items are in the list.\n", "en"),
        (SETTINGS._replace(language="en"), BAD, "en"),
        (SETTINGS._replace(locale="zh"), "", "zh"),
    ],
)
def test_the_language_of_the_messages(
    settings: Settings, text: str, expected: str, here: Path
) -> None:
    (here / "a.md").write_text(text, encoding="utf-8")
    assert checked("a.md", settings).language == expected


def test_a_text_of_no_known_type_is_told(here: Path) -> None:
    assert checked().untyped
    assert not checked("a.md", SETTINGS._replace(type="duty-report")).untyped
    (here / "a.md").write_text(" \n", encoding="utf-8")
    assert not checked().untyped, "an empty text has no type that it could be of"


def test_what_is_done_then_gets_the_bytes_and_can_check_another_text() -> None:
    seen: list[bytes] = []

    def then(source: Source, report: FileReport, again: Callable[[str], FileReport]) -> FileReport:
        seen.append(source.data)
        assert rules(report) == ["placeholder"]
        return again("共3项。\n")

    report = check_file("a.md", Setups(SETTINGS), SETTINGS, then)
    assert report is not None
    assert (seen, report.text, rules(report)) == ([BAD.encode()], "共3项。\n", [])


def test_a_text_in_memory_needs_no_file(here: Path) -> None:
    (here / "a.md").unlink()
    setup = Setups(SETTINGS).of("a.md")
    source = Source("a.md", Decoded(BAD, "utf-8", False))
    assert rules(check_text(source, "a.md", setup, SETTINGS)) == ["placeholder"]


def test_an_error_of_ours_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("reportlint.lint.check.check", broken)
    with pytest.raises(ZeroDivisionError) as caught:
        checked()
    assert caught.value.__notes__ == ["while checking a.md"]


STUB = "# {title}\n\n## 出差记录\n\n去了两趟。\n\n## 采购清单\n\n买了三样。\n"
HOUSE = "name: 巡检日志\nrecognise: {title: [巡检日志]}\nsections:\n- {id: a, title: 甲}\n- {id: b, title: 出差记录}\n- {id: c, title: 丙}\n- {id: e, title: 戊}\n"


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        # a name and a form of its own: nobody forgot anything
        (
            "# 修桥可行性研究报告\n\n## 项目概况\n\n好。\n\n## 出差记录\n\n去了两趟。\n\n## 采购清单\n\n三样。\n",
            {"info"},
        ),
        # the same, and it says that it is of the type
        (
            "---\n文种: 可行性研究报告\n---\n\n# 修桥可行性研究报告\n\n## 项目概况\n\n好。\n\n## 出差记录\n\n去了两趟。\n",
            {"warning", "info"},
        ),
        (STUB.format(title="巡检日志"), {"warning"}),  # a type of the user's own
    ],
)
def test_how_grave_a_missing_section_is(here: Path, text: str, severities: set[str]) -> None:
    (here / "house" / "types").mkdir(parents=True)
    (here / "house" / "pack.yaml").write_text("id: house\nname: 本单位\n", encoding="utf-8")
    (here / "house" / "types" / "log.yaml").write_text(HOUSE, encoding="utf-8")
    config = "extends: [core, zh-official, ./house]\n"
    (here / ".reportlint.yaml").write_text(config, encoding="utf-8")
    (here / "b.md").write_text(text, encoding="utf-8")
    report = checked("b.md", Settings())
    missing = [f for f in report.diagnostics if f.rule == "section-missing"]
    assert {finding.severity for finding in missing} == severities
