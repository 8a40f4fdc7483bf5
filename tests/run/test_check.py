"""Paths and settings become a report: which files, in which order, with which notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.report import FileReport
from reportlint.core.request import Settings
from reportlint.files.sources import Source
from reportlint.run.check import check, common_language, left_out, opened

BAD = "共XX项。\n"
ISOLATED = Settings(isolated=True, language="en")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.md", "a.md", "sub/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(BAD, encoding="utf-8")
    (tmp_path / "notes.pdf").write_bytes(b"%PDF")
    return tmp_path


def paths(settings: Settings = ISOLATED, *arguments: str) -> list[str]:
    return [file.path for file in check(arguments or (".",), settings).files]


@pytest.mark.usefixtures("here")
def test_files_are_ordered_by_path_and_none_comes_twice() -> None:
    assert paths() == ["a.md", "b.md", "sub/c.md"]
    assert paths(ISOLATED, "b.md", "sub", "a.md", "./b.md", "sub/c.md") == [
        "a.md",
        "b.md",
        "sub/c.md",
    ]


@pytest.mark.parametrize(
    ("globs", "expected"),
    [
        ((), ["a.md", "b.md", "sub/c.md"]),
        (("sub/",), ["a.md", "b.md"]),
        (("*.md", "!b.md"), ["b.md"]),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_exclude_names_is_left_out(globs: tuple[str, ...], expected: list[str]) -> None:
    settings = ISOLATED._replace(exclude=globs)
    assert paths(settings) == expected
    assert paths(settings, "a.md", "b.md", "sub/c.md") == expected, "though they are named"
    assert [left_out(path, settings) for path in ("a.md",)] == ["a.md" not in expected]


@pytest.mark.usefixtures("here")
def test_shards_share_the_files() -> None:
    parts = [paths(ISOLATED._replace(shard=(number, 2))) for number in (1, 2)]
    assert sorted([*parts[0], *parts[1]]) == paths()
    assert all(parts)


@pytest.mark.usefixtures("here")
def test_each_file_is_told() -> None:
    reported: list[tuple[int, int]] = []
    check((".",), ISOLATED, lambda done, total: reported.append((done, total)))
    assert reported[-1] == (3, 3)
    assert [done for done, _ in reported] == sorted(done for done, _ in reported)


@pytest.mark.usefixtures("here")
def test_what_is_done_with_each_file_makes_the_report_that_counts() -> None:
    seen: list[bytes] = []

    def then(source: Source, report: FileReport, again: object) -> FileReport:
        seen.append(source.data)
        return report._replace(diagnostics=())

    report = check((".",), ISOLATED, then=then)
    assert seen == [BAD.encode()] * 3
    assert [file.diagnostics for file in report.files] == [()] * 3


def test_a_folder_of_files_that_are_not_read_says_so(here: Path) -> None:
    (here / "only").mkdir()
    (here / "only/old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    report = check(("only",), ISOLATED)
    assert report.files == ()
    assert [note.en for note in report.notes] == [
        "not checked, as they are not read (.doc): 1; save them as .docx"
    ]


def test_a_pointer_of_git_lfs_is_not_checked_and_told(here: Path) -> None:
    (here / "a.md").write_text(
        f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 12\n", "utf-8"
    )
    report = check((".",), ISOLATED)
    assert [file.path for file in report.files] == ["b.md", "sub/c.md"]
    assert [note.en for note in report.notes] == ["pointers of Git LFS, not checked: 1"]


def test_a_folder_with_a_bad_configuration_is_passed_over(here: Path) -> None:
    (here / "sub/.reportlint.yaml").write_text("rules: {gone: off}\n", encoding="utf-8")
    report = check((".",), Settings(language="en"))
    assert [file.path for file in report.files] == ["a.md", "b.md"]
    assert [problem.line for problem in report.problems] == [1]
    with pytest.raises(UserError):
        check(("sub",), Settings())


@pytest.mark.usefixtures("here")
def test_a_path_that_is_not_there() -> None:
    with pytest.raises(UserError, match=r"gone\.md"):
        check(("a.md", "gone.md"), ISOLATED)


@pytest.mark.parametrize(
    ("arguments", "is_batch_expected"),
    [((".",), True), (("a.md",), False), (("a.md", "b.md"), True)],
)
@pytest.mark.usefixtures("here")
def test_several_files_on_disk_may_be_shared_among_processes(
    arguments: tuple[str, ...], is_batch_expected: bool
) -> None:
    assert opened(arguments, ISOLATED).is_batch is is_batch_expected
    assert opened(arguments, ISOLATED).stdin == ""


@pytest.mark.parametrize(
    ("used", "settings", "expected"),
    [
        ({"zh"}, Settings(), "zh"),
        ({"zh", "en"}, Settings(), "en"),
        ({"zh", "en"}, Settings(locale="zh"), "zh"),
        (set(), Settings(), "en"),
        ({"zh"}, Settings(language="en"), "en"),
    ],
)
def test_the_language_around_the_findings(
    used: set[str], settings: Settings, expected: str
) -> None:
    assert common_language(used, settings) == expected
