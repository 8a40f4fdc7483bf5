"""The rules and settings for a file, and their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.show import Shown, ShownRule, show

CONFIG = """\
extends: [core, zh-official]
language: en
rules:
  placeholder: error
  bracket-pair: off
overrides:
  - files: "old/**"
    encoding: gb18030
    type: minutes
    rules: {placeholder: info}
exclude: ["drafts/**"]
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    for name in ("a.md", "old/b.md", "drafts/c.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# 会议纪要\n\n会议议定两件事。\n", encoding="utf-8")
    return tmp_path


def rule(shown: Shown, id: str) -> ShownRule:
    return next(rule for rule in shown.rules if rule.id == id)


@pytest.mark.usefixtures("here")
def test_without_a_configuration_all_is_by_default() -> None:
    shown = show("a.md", Settings())
    assert (shown.config.value, shown.config.why.en) == ("", "none from the file's folder upward")
    assert all(pack.why.en == "built in, by default" for pack in shown.packs)
    assert (shown.fail_on.value, shown.fail_on.why.en) == ("warning", "by default")
    assert (shown.encoding.value, shown.encoding.why.en) == ("utf-8", "recognised")
    assert shown.overrides == ()
    assert not shown.excluded
    assert rule(shown, "placeholder").why.en == "pack core"


def test_what_a_configuration_says_is_told_with_its_place(here: Path) -> None:
    (here / ".reportlint.yaml").write_text(CONFIG, encoding="utf-8")
    shown = show("a.md", Settings())
    assert shown.config.value == ".reportlint.yaml"
    assert (shown.language.value, shown.language.why.en) == ("en", "the configuration")
    assert rule(shown, "placeholder")[1:] == (
        "error",
        rule(shown, "placeholder").why,
        True,
    )
    assert rule(shown, "placeholder").why.en == "rules of the configuration"
    off = rule(shown, "bracket-pair")
    assert (off.severity, off.here, off.why.en) == ("off", False, "rules of the configuration")


def test_an_override_comes_before_the_rest(here: Path) -> None:
    (here / ".reportlint.yaml").write_text(CONFIG, encoding="utf-8")
    shown = show("old/b.md", Settings())
    assert shown.overrides == (("old/**",),)
    assert shown.type.value == "minutes"
    assert "overrides" in shown.type.why.en
    assert rule(shown, "placeholder").severity == "info"
    assert "overrides" in rule(shown, "placeholder").why.en


def test_an_excluded_file_is_shown_as_such(here: Path) -> None:
    (here / ".reportlint.yaml").write_text(CONFIG, encoding="utf-8")
    assert show("drafts/c.md", Settings()).excluded
    assert not show("a.md", Settings()).excluded


@pytest.mark.parametrize(
    ("settings", "id", "severity", "why"),
    [
        (
            Settings(select=("bracket-pair",)),
            "placeholder",
            "off",
            "left out by --select or --ignore",
        ),
        (
            Settings(ignore=("placeholder",)),
            "placeholder",
            "off",
            "left out by --select or --ignore",
        ),
        (Settings(select=("bracket-pair",)), "bracket-pair", "warning", "pack core"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_the_command_line_chooses(
    settings: Settings, id: str, severity: str, why: str
) -> None:
    chosen = rule(show("a.md", settings), id)
    assert (chosen.severity, chosen.why.en) == (severity, why)


@pytest.mark.parametrize(
    ("settings", "why"),
    [
        (Settings(isolated=True), "--isolated: none is used"),
        (Settings(config="house.yaml"), "named by --config"),
    ],
)
def test_which_configuration_it_is(settings: Settings, why: str, here: Path) -> None:
    (here / ".reportlint.yaml").write_text(CONFIG, encoding="utf-8")
    (here / "house.yaml").write_text("fail-on: error\n", encoding="utf-8")
    assert show("a.md", settings).config.why.en == why


def test_a_file_that_cannot_be_decoded_has_no_encoding(here: Path) -> None:
    (here / "a.md").write_bytes(b"\xff\xfe\xfd" * 40 + b"\x00")
    assert show("a.md", Settings()).encoding.value == ""


@pytest.mark.usefixtures("here")
def test_a_path_that_is_no_file() -> None:
    with pytest.raises(UserError, match=r"gone\.md"):
        show("gone.md", Settings())
