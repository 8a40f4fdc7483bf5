"""`--staged`: the files in the index, not those on disk."""

from __future__ import annotations

import pytest

from support.repository import BAD, GOOD, Repository

PLACEHOLDER = ":3 placeholder"


def test_what_is_not_staged_is_not_checked(repository: Repository) -> None:
    repository.commit({"old.md": BAD, "述职/报告.md": GOOD})
    repository.write("述职/报告.md", BAD)
    repository.write("untracked.md", BAD)
    assert repository.found("--staged") == []
    assert "0 files checked" in repository.lint("--staged", "--lang", "en").stdout


@pytest.mark.parametrize(
    "name",
    ["a b.md", "述职 报告.md", "new\nline.md", 'quo"te.md', "tab\t.txt", "-dash.md", "b\\slash.md"],
)
def test_staged_and_then_mended_on_disk(repository: Repository, name: str) -> None:
    repository.stage(name, BAD)
    repository.write(name, GOOD)
    assert repository.found("--staged") == [name + PLACEHOLDER]


def test_staged_well_and_then_spoilt_on_disk(repository: Repository) -> None:
    repository.stage("a.md", GOOD)
    repository.write("a.md", BAD)
    assert repository.found("--staged") == []


def test_staged_and_then_deleted_on_disk(repository: Repository) -> None:
    repository.stage("a.md", BAD)
    (repository.folder / "a.md").unlink()
    assert repository.found("--staged") == ["a.md" + PLACEHOLDER]


def test_part_of_a_file_is_staged(repository: Repository) -> None:
    repository.commit({"a.md": GOOD})
    repository.stage("a.md", GOOD + "\n第二段XX家。\n")
    repository.write("a.md", GOOD + "\n第二段XX家。\n\n第三段XX家。\n")
    assert repository.found("--staged", only="placeholder") == ["a.md:5 placeholder"]


def test_a_deleted_file_is_let_be(repository: Repository) -> None:
    repository.commit({"a.md": BAD, "b.md": BAD})
    repository.git("rm", "-q", "a.md")
    repository.git("rm", "-q", "--cached", "b.md")
    assert repository.found("--staged") == []


def test_a_renamed_file_goes_by_its_new_name(repository: Repository) -> None:
    repository.commit({"a.md": BAD})
    repository.git("mv", "a.md", "乙 b.md")
    assert repository.found("--staged") == ["乙 b.md" + PLACEHOLDER]


def test_what_is_only_intended_to_be_added_is_let_be(repository: Repository) -> None:
    repository.commit({"configured.md": ""})
    repository.stage(".reportlint.yaml", "overrides: [{files: '*.md', type: duty-report}]\n")
    repository.write("intended.md", BAD)
    repository.write("gone.md", BAD)
    repository.git("add", "-N", "intended.md", "gone.md")
    (repository.folder / "gone.md").unlink()
    assert repository.found("--staged", "intended.md", ".") == []


def test_an_empty_file_that_is_staged_is_a_file(repository: Repository) -> None:
    repository.stage("empty.md", "")
    assert "1 file" in repository.lint("--staged", "--lang", "en").stdout


def test_links_submodules_and_pointers_hold_no_text(repository: Repository, make: object) -> None:
    inner = make("inner")  # type: ignore[operator]
    inner.commit({"a.md": BAD})
    repository.git(
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(inner.folder),
        "sub.md",
    )
    (repository.folder / "link.md").symlink_to("../inner/a.md")
    repository.git("add", "link.md")
    repository.stage(
        "big.md", "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n"
    )
    done = repository.lint("--staged", "--lang", "en")
    assert (done.returncode, done.stdout[:15]) == (0, "0 files checked")
    assert "pointers of Git LFS, not checked: 1" in done.stderr
    assert repository.found("--staged", "link.md", "sub.md") == []


def test_a_file_named_itself_is_checked_though_it_has_not_changed(repository: Repository) -> None:
    repository.commit({"a.md": BAD, "b.md": BAD})
    repository.write("a.md", GOOD)
    assert repository.found("--staged", "a.md") == ["a.md" + PLACEHOLDER]


def test_paths_are_those_of_the_current_folder(repository: Repository) -> None:
    repository.stage("述职/a.md")
    repository.stage("总结/b.md")
    assert repository.found("--staged", at="述职") == ["a.md" + PLACEHOLDER]
    assert repository.found("--staged", "../总结", at="述职") == ["../总结/b.md" + PLACEHOLDER]
    assert repository.found("--staged", str(repository.folder / "总结")) == [
        str(repository.folder / "总结/b.md") + PLACEHOLDER
    ]


def test_what_is_neither_in_the_index_nor_a_folder_is_a_mistake(repository: Repository) -> None:
    repository.write("untracked.md", BAD)
    done = repository.lint("--staged", "untracked.md", "--lang", "en")
    assert (done.returncode, done.stderr) == (
        2,
        "reportlint: untracked.md: no such file or folder in the index\n",
    )


def test_the_configuration_is_that_of_the_index(repository: Repository) -> None:
    repository.stage("a.md", BAD)
    repository.stage(".reportlint.yaml", "rules: {placeholder: off}\n")
    repository.write(".reportlint.yaml", "no such key: 1\n")
    assert repository.found("--staged") == []
    repository.git("rm", "-q", "-f", "--cached", ".reportlint.yaml")
    repository.write(".reportlint.yaml", "rules: {placeholder: off}\n")
    assert repository.found("--staged") == ["a.md" + PLACEHOLDER]


def test_packs_are_those_of_the_index(repository: Repository) -> None:
    repository.stage(
        "house/pack.yaml", "id: house\nname: {zh: 本单位, en: house}\nrequires: [core]\n"
    )
    rule = "kind: pattern\nmessage: {zh: 不写, en: not so}\nwords: [企业]\nexamples: {bad: [⟦企业⟧, 多⟦企业⟧], good: [公司, 企鹅]}\n"
    repository.stage("house/house-word.yaml", rule)
    repository.stage(".reportlint.yaml", "extends: [core, ./house]\n")
    repository.stage("a.md", GOOD)
    for name in ("house/pack.yaml", "house/house-word.yaml"):
        (repository.folder / name).unlink()
    assert repository.found("--staged", only="house") == ["a.md:3 house-word"]


def test_a_configuration_named_itself_may_lie_anywhere(repository: Repository) -> None:
    repository.stage("a.md", BAD)
    (repository.folder.parent / "own.yaml").write_text(
        "rules: {placeholder: off}\n", encoding="utf-8"
    )
    repository.write("untracked.yaml", "rules: {placeholder: off}\n")
    for name in ("../own.yaml", "untracked.yaml"):
        assert repository.found("--staged", "--config", name) == []


def test_exclude_holds(repository: Repository) -> None:
    repository.stage(".reportlint.yaml", "exclude: ['模板/**']\n")
    repository.stage("模板/a.md")
    assert repository.found("--staged") == []
    assert repository.found("--staged", "--force-exclude", "模板/a.md") == []
    assert repository.found("--staged", "模板/a.md") == ["模板/a.md" + PLACEHOLDER]


def test_a_merge_that_is_not_settled_is_no_text(repository: Repository) -> None:
    repository.commit({"a.md": "一\n"})
    repository.git("checkout", "-q", "-b", "other")
    repository.commit({"a.md": "二\n"})
    repository.git("checkout", "-q", "main")
    repository.commit({"a.md": "三\n"})
    repository.git("merge", "other", ok=False)
    assert repository.found("--staged") == ["a.md:1 unreadable"]


def test_encodings(repository: Repository) -> None:
    repository.stage(".reportlint.yaml", "encoding: gb18030\n")
    repository.stage(".gitattributes", "utf8.txt working-tree-encoding=GB18030\n")
    repository.stage("gb.txt", BAD.encode("gb18030"))
    repository.stage("utf8.txt", BAD.encode("gb18030"))
    assert repository.found("--staged") == ["gb.txt:3 placeholder", "utf8.txt:3 placeholder"]
    repository.stage(".reportlint.yaml", "{}\n")
    repository.stage("utf16.txt", BAD.encode("utf-16"))
    assert repository.found("--staged") == [
        "gb.txt:3 placeholder",
        "utf16.txt:3 placeholder",
        "utf8.txt:3 placeholder",
    ]


def test_a_commit_with_an_index_of_its_own(repository: Repository) -> None:
    """`git commit FILE` gives its hook another index, with GIT_INDEX_FILE."""
    repository.commit({"a.md": GOOD})
    repository.write("a.md", BAD)
    index = str(repository.folder / ".git" / "other-index")
    repository.git("read-tree", "HEAD", GIT_INDEX_FILE=index)
    repository.git("add", "a.md", GIT_INDEX_FILE=index)
    assert repository.found("--staged") == []
    assert repository.found("--staged", GIT_INDEX_FILE=index) == ["a.md" + PLACEHOLDER]


def test_a_linked_work_tree(repository: Repository) -> None:
    repository.commit({"a.md": GOOD})
    repository.git("worktree", "add", "-q", "../second")
    second = Repository(repository.folder.parent / "second", repository.env)
    second.stage("a.md", BAD)
    assert second.found("--staged") == ["a.md" + PLACEHOLDER]
    assert repository.found("--staged") == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["--staged", "--rev", "HEAD"],
        ["--staged", "-"],
        ["--rev", "HEAD", "-"],
        ["--since", "HEAD", "--patch", "-"],
        ["-", "--patch", "-"],
    ],
)
def test_what_does_not_go_together(repository: Repository, arguments: list[str]) -> None:
    repository.commit({"a.md": GOOD})
    done = repository.lint(*arguments, "--lang", "en")
    assert done.returncode == 2
    assert "do not go together" in done.stderr


@pytest.mark.parametrize(
    ("language", "message"),
    [("en", "this is not in a Git repository"), ("zh", "这里不在 Git 仓库里")],
)
def test_outside_of_a_repository_it_is_said(
    repository: Repository, language: str, message: str
) -> None:
    alone = Repository(
        repository.folder.parent,
        {**repository.env, "GIT_CEILING_DIRECTORIES": str(repository.folder.parent.parent)},
    )
    done = alone.lint("--staged", "--lang", language)
    assert done.returncode == 2
    assert done.stderr == f"reportlint: {message}\n"


def test_nothing_is_mended_that_is_not_on_disk(repository: Repository) -> None:
    repository.stage("a.md", BAD)
    done = repository.lint("--staged", "--fix", "--lang", "en")
    assert done.returncode == 2
    assert "--fix" in done.stderr
