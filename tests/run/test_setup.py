"""The configuration of a file, the name of the file in it, and what is created only once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.setup import Setups


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with a configuration at its root and one in a folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".reportlint.yaml").write_text(
        'overrides: [{files: "old/**", rules: {placeholder: off}}]\n', encoding="utf-8"
    )
    (tmp_path / "unit").mkdir()
    (tmp_path / "unit/.reportlint.yaml").write_text(
        "rules: {placeholder: info}\n", encoding="utf-8"
    )
    return tmp_path


NEAREST = [
    ("a.md", "", "a.md"),
    ("old/b.md", "", "old/b.md"),
    ("unit/c.md", "unit", "c.md"),
    ("unit/deep/d.md", "unit", "deep/d.md"),
    ("./unit/../unit/c.md", "unit", "c.md"),
]


@pytest.mark.parametrize(("path", "folder", "name"), NEAREST)
def test_the_nearest_configuration_counts(path: str, folder: str, name: str, here: Path) -> None:
    setups = Setups(Settings())
    setup = setups.of(path)
    assert os.path.realpath(setup.config.folder) == os.path.realpath(here / folder)
    assert setup.relative(path) == name
    assert setups.at(os.path.normpath(path)) == (setup, name)


@pytest.mark.parametrize(
    ("settings", "is_named"),
    [
        (Settings(isolated=True), False),
        (Settings(config="unit/.reportlint.yaml"), True),
    ],
)
@pytest.mark.usefixtures("here")
def test_one_configuration_for_all(settings: Settings, is_named: bool) -> None:
    setups = Setups(settings)
    assert setups.of("a.md") is setups.of("unit/c.md")
    assert bool(setups.of("a.md").config.path) is is_named


@pytest.mark.usefixtures("here")
def test_files_of_one_configuration_share_its_setup() -> None:
    setups = Setups(Settings())
    assert setups.all() == []
    assert setups.of("a.md") is setups.of("old/b.md")
    assert setups.of("unit/c.md") is not setups.of("a.md")
    assert len(setups.all()) == 2


@pytest.mark.usefixtures("here")
def test_rules_are_prepared_once_for_files_that_the_same_overrides_match() -> None:
    setup = Setups(Settings()).of("a.md")
    first, second, old = (
        setup.prepared(setup.resolver.file(name)) for name in ("a.md", "b.md", "old/b.md")
    )
    assert first is second
    assert first.rule("placeholder") is not None
    assert old.rule("placeholder") is None


def test_no_configuration_above_the_repository_counts(here: Path) -> None:
    inner = here / "unit/inner"
    (inner / ".git").mkdir(parents=True)
    setup = Setups(Settings()).of(str(inner / "a.md"))
    assert setup.config.path == ""


@pytest.mark.parametrize("name", ["述职报告", "duty-report"])
@pytest.mark.usefixtures("here")
def test_a_type_by_id_and_by_name(name: str) -> None:
    assert Setups(Settings()).of("a.md").type_id(name) == "duty-report"


@pytest.mark.usefixtures("here")
def test_a_type_that_nobody_has() -> None:
    with pytest.raises(UserError, match="--type"):
        Setups(Settings()).of("a.md").type_id("述职报", "--type")


@pytest.mark.parametrize(
    ("text", "settings"),
    [
        ("rules: {placeholde: off}\n", Settings()),
        ("{", Settings()),
        ("", Settings(config="gone.yaml")),
    ],
)
def test_a_bad_configuration_is_the_users_to_mend(
    text: str, settings: Settings, here: Path
) -> None:
    (here / ".reportlint.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(UserError):
        Setups(settings).of("a.md")


@pytest.mark.usefixtures("here")
def test_all_rules_that_were_used_have_their_reasons_when_somebody_looks() -> None:
    setups = Setups(Settings())
    setups.of("unit/c.md")
    rules = setups.rules()
    assert rules["placeholder"].why
    assert rules["placeholder"].examples
    assert len(rules) == len(list(rules)) > 20


def test_names_are_told_without_reasons_and_examples(tmp_path: Path) -> None:
    setups = Setups(Settings(isolated=True))
    setups.at(str(tmp_path / "a.md"))
    known, whole = setups.known_rules(), setups.rules()
    assert known.keys() == whole.keys()
    gap = known["ordinal-gap"]
    assert (gap.name, gap.why, gap.examples) == (whole["ordinal-gap"].name, {}, ())
    assert whole["ordinal-gap"].why
