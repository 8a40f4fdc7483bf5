from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.files.paths import visible
from reportlint.files.sources import SourceError, read
from reportlint.files.walk import find, is_no_report


@pytest.fixture
def work_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(params=["plain", "git"])
def tree(request: pytest.FixtureRequest, work_folder: Path) -> Path:
    """A folder, outside and inside Git; the tests hold for both."""
    if request.param == "git":
        subprocess.run(["git", "init", "-q", "."], check=True)
    return work_folder


def write(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("x", encoding="utf-8")


def paths(*arguments: str, **options: bool) -> list[str]:
    return find(arguments or (".",), **options)


def test_folders_are_walked_for_texts_in_order(tree: Path) -> None:
    write("b.md", "a.txt", "sub/c.markdown", "sub/deep/d.rst", "e.MD", "f.py", "README")
    write("g.docx", "~$g.docx", "h.doc", "i.pdf")
    assert paths() == ["a.txt", "b.md", "e.MD", "g.docx", "sub/c.markdown", "sub/deep/d.rst"]


def test_names_that_are_not_reports_or_hidden_are_passed_over(tree: Path) -> None:
    write(
        "LICENSE.txt",
        "requirements.txt",
        "dev-requirements.txt",
        "CMakeLists.txt",
        "robots.txt",
        "CHANGELOG.md",
        "ok.txt",
    )
    write(
        ".github/x.md", ".hidden.md", "node_modules/p/readme.md", "venv/x.txt", "__pycache__/x.txt"
    )
    assert paths() == ["ok.txt"]


def test_ignore_files_count_for_their_folder_and_below(tree: Path) -> None:
    write("a.md", "drafts/b.md", "out/c.md", "sub/d.tmp.md", "sub/keep.tmp.md", "sub/out/e.md")
    Path(".gitignore").write_text("*.tmp.md\n/out/\n", encoding="utf-8")
    Path("sub/.gitignore").write_text("!keep.tmp.md\n", encoding="utf-8")
    assert paths() == ["a.md", "drafts/b.md", "sub/keep.tmp.md", "sub/out/e.md"]
    if Path(".git").exists():  # elsewhere only what lies in the folder that is walked
        assert paths("sub") == ["sub/keep.tmp.md", "sub/out/e.md"]


def test_a_folder_named_itself_is_walked_though_ignored(tree: Path) -> None:
    write("out/c.md")
    Path(".gitignore").write_text("out/\n", encoding="utf-8")
    assert paths() == []
    assert paths("out") == ["out/c.md"]


def test_a_file_named_itself_is_checked_whatever_it_is(tree: Path) -> None:
    write("notes.log", "LICENSE", "out/c.md")
    Path(".gitignore").write_text("out/\n", encoding="utf-8")
    assert paths("notes.log", "LICENSE", "out/c.md") == ["LICENSE", "notes.log", "out/c.md"]


def test_exclusion_is_for_walked_files_and_for_named_ones_when_forced(tree: Path) -> None:
    write("a.md", "old/b.md", "LICENSE")
    excluded = lambda path: path.startswith("old/")  # noqa: E731
    assert find(["."], excluded) == ["a.md"]
    assert find(["old/b.md"], excluded) == ["old/b.md"]
    assert find(["old/b.md", "LICENSE", "a.md"], excluded, force_exclude=True) == ["a.md"]


def test_odd_names(tree: Path) -> None:
    names = ["述职 报告.md", "a b.txt", "-x.md", "新\n行.md", "😀.md", 'quo"te.md']
    write(*(f"夹/{name}" for name in names))
    assert paths() == sorted(f"夹/{name}" for name in names)


@pytest.mark.skipif(os.name != "posix", reason="names are bytes on POSIX only")
def test_a_name_that_is_not_utf_8(tree: Path) -> None:
    try:
        write(os.fsdecode(b"\xca\xf6.md"))
    except OSError:
        pytest.skip("the file system refuses it")
    assert paths() == [os.fsdecode(b"\xca\xf6.md")]
    assert visible(paths()[0]) == "\\udcca\\udcf6.md"


def test_each_file_once(tree: Path) -> None:
    write("sub/a.md")
    os.symlink("a.md", "sub/z-link.md")
    os.symlink("sub", "again")
    assert paths() == ["sub/a.md"]
    assert find([".", "sub", "sub/a.md", "./sub/a.md"]) == ["sub/a.md"]
    assert paths("again") == ["again/a.md"]


def test_links_in_circles_and_into_nothing(tree: Path) -> None:
    write("sub/a.md")
    os.symlink("..", "sub/up")
    os.symlink("loop.md", "loop.md")
    os.symlink("gone", "broken.md")
    assert paths() == ["sub/a.md"]
    assert find(["broken.md"]) == ["broken.md"]  # named: reading it says what is wrong


def test_paths_are_shown_as_they_were_given(tree: Path) -> None:
    write("sub/a.md")
    assert paths("sub/") == ["sub/a.md"]
    assert paths("./sub") == ["./sub/a.md"]
    assert paths(str(tree / "sub")) == [str(tree / "sub" / "a.md")]
    assert paths("./sub/a.md") == ["./sub/a.md"]


def test_a_folder_that_cannot_be_read_is_given_itself(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", "secret/b.md")
    real_access, real_scan = os.access, os.scandir

    def scan(path: str) -> object:
        if "secret" in str(path):
            raise PermissionError(13, "no", path)
        return real_scan(path)

    monkeypatch.setattr(
        os, "access", lambda path, mode: "secret" not in str(path) and real_access(path, mode)
    )
    monkeypatch.setattr(os, "scandir", scan)
    monkeypatch.setattr("reportlint.files.walk.listed", lambda folder: None)
    assert paths() == ["a.md", "secret"]
    assert paths("secret") == ["secret"]
    with pytest.raises(SourceError) as caught:
        read("secret")
    assert caught.value.rule == "unreadable"


def test_all_that_is_missing_is_said_at_once(work_folder: Path) -> None:
    with pytest.raises(UserError) as caught:
        find(["没有.md", "no/folder"])
    assert [problem.path for problem in caught.value.problems] == ["没有.md", "no/folder"]


def test_nothing_to_check(tree: Path) -> None:
    assert paths() == []


def test_what_git_knows_better(work_folder: Path) -> None:
    write("tracked.md", "new.md", "gone.md", ".gitignore")
    subprocess.run("git init -q . && git add tracked.md gone.md", shell=True, check=True)
    Path(".gitignore").write_text("tracked.md\n", encoding="utf-8")
    Path("gone.md").unlink()
    Path(".git/info/exclude").write_text("local.md\n", encoding="utf-8")
    write("local.md")
    assert paths() == ["new.md", "tracked.md"]


def test_a_repository_within_a_repository(work_folder: Path) -> None:
    write("a.md", "inner/b.md", "inner/skip.md", "inner/.gitignore")
    Path("inner/.gitignore").write_text("skip.md\n", encoding="utf-8")
    subprocess.run("git init -q . && git init -q inner", shell=True, check=True)
    assert paths() == ["a.md", "inner/b.md"]


def test_the_variables_of_a_hook_do_not_mislead(
    work_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("repo/a.md", "repo/skip.md", "repo/.gitignore")
    Path("repo/.gitignore").write_text("skip.md\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", "repo"], check=True)
    monkeypatch.setenv("GIT_DIR", str(work_folder / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", "elsewhere/index")
    assert paths("repo") == ["repo/a.md"]


def test_without_git_the_ignore_files_are_read_here(
    work_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", "skip.md")
    Path(".gitignore").write_text("skip.md\n", encoding="utf-8")
    subprocess.run(["git", "init", "-q", "."], check=True)
    monkeypatch.setenv("PATH", "")
    assert paths() == ["a.md"]


@pytest.mark.parametrize(
    "name",
    [
        "年度总结.md",
        "news.md",
        "security-review.md",
        "notice.txt",
        "报告requirements.md",
        "README.md",
        "robots.md",
    ],
)
def test_reports(name: str) -> None:
    assert not is_no_report(name)


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "a/LICENSE-MIT.txt",
        "Licence.md",
        "requirements-dev.txt",
        "x/CMakeLists.txt",
        "README",
        "NEWS.rst",
    ],
)
def test_no_reports(name: str) -> None:
    assert is_no_report(name)


def test_a_hook_may_name_what_is_no_text(work_folder: Path) -> None:
    data = {
        "a.png": b"\x89PNG\0\0",
        "b.pdf": b"%PDF-1.7 x",
        "c.doc": b"\xd0\xcf\x11\xe0 x",
        "~$d.docx": b"\0",
    }
    texts = {
        "d.docx": b"PK\x03\x04\0",
        "e.report": "甲".encode("gb18030"),
        "f.txt": b"\0x",
        "g": b"",
    }
    for name, content in {**data, **texts}.items():
        (work_folder / name).write_bytes(content)
    assert paths(*data, *texts, force_exclude=True) == sorted(texts)
    assert paths(*data, *texts) == sorted({**data, **texts})
