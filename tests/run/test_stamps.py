"""Which changes make a new check necessary."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.stamps import Watching

RULE = "id: a\nkind: pattern\nseverity: warning\nmessage: x\nwords: [甲]\n"


def put(name: str, text: str = "正文。\n") -> Callable[[], object]:
    def write() -> None:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")

    return write


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with a report in a folder, a configuration and a pack."""
    monkeypatch.chdir(tmp_path)
    subprocess.run(["git", "init", "-q"], check=True)
    config = "extends: [core, ./house]\nexclude: [drafts/]\n"
    put(".reportlint.yaml", config)()
    put("house/pack.yaml", "id: house\nname: h\n")()
    put("house/a.yaml", RULE)()
    put("b.md")()
    put("sub/c.md")()


SILENT: list[Callable[[], object]] = [
    lambda: None,
    put("notes.csv"),
    put("drafts/x.md"),
    put("out.md"),
    put("other/.reportlint.yaml", "rules: {}\n"),
    lambda: os.utime("house"),
]
CHANGED: list[Callable[[], object]] = [
    put("b.md", "别的正文。\n"),
    put("new.md"),
    lambda: Path("sub/c.md").unlink(),
    lambda: Path("b.md").rename("d.md"),
    put(".gitignore", "b.md\n"),
    put(".reportlint.yaml", "extends: [core]\n"),
    put(".reportlint.yaml", "rulez: 1\n"),
    put("sub/.reportlint.yaml", "rules: {}\n"),
    put("house/a.yaml", RULE.replace("甲", "乙")),
    put("house/a.yaml", "id: [\n"),
    put("house/b.yaml", RULE.replace("id: a", "id: b")),
    lambda: shutil.rmtree("house"),
    put(".reportlint-baseline.yaml", "wrong"),
    put("sub/.reportlint-ignore.yaml", "- {files: c.md, rule: a}\n"),
]


@pytest.mark.parametrize("step", SILENT)
def test_nothing_to_check_again(step: Callable[[], object]) -> None:
    watching = Watching(["."], Settings(), ["out.md"])
    before = watching()
    step()
    assert watching() == before
    assert not before.problems


@pytest.mark.parametrize("step", CHANGED)
def test_something_to_check_again(step: Callable[[], object]) -> None:
    watching = Watching(["."], Settings())
    before = watching()
    step()
    assert watching() != before


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        (put(".reportlint.yaml", "rulez: 1\n"), put(".reportlint.yaml", "rules: {}\n")),
        (put("house/a.yaml", "id: [\n"), put("house/a.yaml", RULE)),
        (put("house/a.yaml", "id: [\n"), put("house/a.yaml", "id: {\n")),
        (lambda: Path("house/pack.yaml").unlink(), put("house/pack.yaml", "id: house\nname: h\n")),
        (lambda: shutil.rmtree("sub"), put("sub/c.md")),
    ],
)
def test_what_was_wrong_is_mended(
    broken: Callable[[], object], mended: Callable[[], object]
) -> None:
    watching = Watching(["b.md", "sub"], Settings())
    broken()
    before = watching()
    assert before.problems
    assert watching() == before
    mended()
    assert watching() != before


def test_rules_that_are_tried_and_a_patch() -> None:
    put("x.patch", "")()
    watching = Watching(["b.md"], Settings(rule_files=("house/a.yaml",), patch="x.patch"))
    before = watching()
    assert watching() == before
    put("x.patch", "\n")()
    between = watching()
    assert between != before
    put("house/a.yaml", RULE + "\n")()
    assert watching() != between


def test_what_is_staged_is_looked_at_in_the_index() -> None:
    watching = Watching(["."], Settings(staged=True))
    before = watching()
    put("b.md", "别的正文。\n")()
    assert watching() == before
    subprocess.run(["git", "add", "b.md"], check=True)
    assert watching() != before


def test_a_path_that_never_was_there_is_refused() -> None:
    with pytest.raises(UserError, match=r"nowhere\.md"):
        Watching(["nowhere.md"], Settings())
