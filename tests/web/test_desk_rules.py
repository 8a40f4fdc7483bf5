"""The rules of the page: kept while nothing changes, and loaded again for both languages after a
change."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint import UserError
from reportlint.web.desk import FolderRules


def test_what_has_not_changed_is_not_made_again(tmp_path: Path) -> None:
    rules = FolderRules(str(tmp_path))
    linter, setup = rules.linter("zh"), rules.setup()
    (tmp_path / "a.md").write_text("# a report", encoding="utf-8")
    assert rules.linter("zh") is linter
    assert rules.setup() is setup
    assert rules.linter("en") is rules.linter("en") is not linter


def test_a_changed_configuration_makes_all_anew(tmp_path: Path) -> None:
    rules = FolderRules(str(tmp_path))
    before = [rules.linter("zh"), rules.linter("en")]
    (tmp_path / ".reportlint.yaml").write_text("rules: {placeholder: off}\n")
    after = [rules.linter("zh"), rules.linter("en")]
    assert not {*map(id, before)} & {*map(id, after)}
    assert after[0].rules["placeholder"].severity == "off"


def test_a_bad_configuration_is_told_at_the_start(tmp_path: Path) -> None:
    (tmp_path / ".reportlint.yaml").write_text("extends: [./nowhere]\n")
    with pytest.raises(UserError):
        FolderRules(str(tmp_path))
