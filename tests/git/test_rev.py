"""`--rev REV`: the files of any tree, with the configuration in it, also in a bare repository."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from support.repository import BAD, GOOD, Repository

NAMES = ["a b.md", "述职 报告.md", "new\nline.md", 'quo"te.md', "b\\slash.md"]


def bare(repository: Repository) -> Repository:
    repository.git("clone", "-q", "--bare", ".", "../bare.git")
    return Repository(repository.folder.parent / "bare.git", repository.env)


@pytest.mark.parametrize("where", ["work tree", "bare"])
def test_any_tree_and_its_configuration(repository: Repository, where: str) -> None:
    old = repository.commit(
        dict.fromkeys(NAMES, BAD) | {"模板/a.md": BAD, ".reportlint.yaml": "exclude: ['模板/**']\n"}
    )
    repository.git("tag", "-a", "v1", "-m", "one")
    new = repository.commit(dict.fromkeys(NAMES, GOOD) | {".reportlint.yaml": "{}\n"})
    repository.git("rm", "-q", "a b.md")
    repository.write("a b.md", BAD)
    checked = repository if where == "work tree" else bare(repository)
    expected = sorted(f"{name}:3 placeholder" for name in NAMES)
    for revision in (old, old[:10], "v1", "HEAD~1", f"{old}^{{tree}}"):
        assert checked.found("--rev", revision) == expected
    assert checked.found("--rev", new) == ["模板/a.md:3 placeholder"]
    assert checked.found("--rev", "HEAD", "模板") == ["模板/a.md:3 placeholder"]
    assert checked.found("--rev", old, "a b.md") == ["a b.md:3 placeholder"]


def test_git_dir_names_the_repository(repository: Repository) -> None:
    repository.commit({"a.md": BAD})
    parent = Repository(repository.folder.parent, repository.env)
    assert parent.found("--rev", "HEAD", GIT_DIR=str(bare(repository).folder)) == [
        "a.md:3 placeholder"
    ]


def test_links_and_submodules_hold_no_text_but_a_configuration_may_be_a_link(
    repository: Repository,
) -> None:
    repository.commit({"a.md": BAD, "common/reportlint.yaml": "rules: {placeholder: info}\n"})
    (repository.folder / "link.md").symlink_to("a.md")
    (repository.folder / ".reportlint.yaml").symlink_to("common/reportlint.yaml")
    repository.git("add", "-A")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},sub.md")
    repository.commit()
    assert repository.found("--rev", "HEAD") == ["a.md:3 placeholder"]
    assert repository.lint("--rev", "HEAD").returncode == 0


def test_the_baseline_is_that_of_the_tree(repository: Repository) -> None:
    repository.write("a.md", BAD)
    assert repository.lint("baseline").returncode == 0
    repository.git("add", "-A")
    repository.commit()
    (repository.folder / ".reportlint-baseline.yaml").unlink()
    assert repository.found("--rev", "HEAD") == []
    assert bare(repository).found("--rev", "HEAD") == []
    assert repository.found() == ["a.md:3 placeholder"]


@pytest.mark.parametrize("revision", ["nowhere", "-x", "HEAD:a.md", "", "HEAD..HEAD"])
def test_what_is_no_revision_is_said(repository: Repository, revision: str) -> None:
    repository.commit({"a.md": GOOD})
    done = repository.lint("check", f"--rev={revision}", "--lang", "en")
    assert done.returncode == (2 if revision else 0), done.stdout + done.stderr
    if revision:
        assert done.stderr == f"reportlint: Git knows no revision “{revision}”\n"


def test_settings_of_the_user_change_nothing(make: Callable[..., Repository]) -> None:
    repository = make()
    for name, value in (
        ("core.quotePath", "true"),
        ("diff.noprefix", "true"),
        ("diff.mnemonicPrefix", "true"),
        ("color.ui", "always"),
        ("diff.external", "false"),
        ("diff.context", "9"),
        ("diff.interHunkContext", "9"),
        ("diff.renames", "false"),
        ("diff.relative", "true"),
        ("core.fsmonitor", "false"),
        ("diff.own.textconv", "false"),
        ("diff.own.command", "false"),
    ):
        repository.git("config", name, value)
    repository.commit({'述职 "报告".md': GOOD, "b.md": GOOD, ".gitattributes": "*.md diff=own\n"})
    repository.git("mv", "b.md", "乙.md")
    repository.write("乙.md", GOOD + "\n\n第五行XX家。\n")
    repository.write('述职 "报告".md', BAD)
    repository.git("add", "-A")
    expected = ["乙.md:6 placeholder", '述职 "报告".md:3 placeholder']
    options = {"GIT_DIFF_OPTS": "--unified=9", "GIT_EXTERNAL_DIFF": "false"}
    assert (
        repository.found("--staged", "--since", "HEAD", only="placeholder", **options) == expected
    )
    assert repository.found("--since", "HEAD", only="placeholder", **options) == expected
    assert repository.found("--staged", only="placeholder", **options) == expected
