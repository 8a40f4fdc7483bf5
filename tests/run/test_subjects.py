"""The rule files and packs at paths that `reportlint test` tests, each with its library."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.run.setup import Setups
from reportlint.run.subjects import subjects_at

RULE = "kind: pattern\nmessage: {zh: 空话, en: empty}\nwords: [甲]\n"


def test_a_lone_rule_and_one_of_a_pack(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.yaml").write_text(
        "id: house\nname: {zh: 本院, en: House}\n", encoding="utf-8"
    )
    for name in ("lone.yaml", "house/inside.yaml"):
        (tmp_path / name).write_text(RULE, encoding="utf-8")
    paths = [str(tmp_path / "lone.yaml"), str(tmp_path / "house")]
    subjects = list(subjects_at(paths, Setups(Settings(isolated=True), whole=True)))
    assert [item.subject.id for item in subjects] == ["lone", "inside"]
    assert ["inside" in item.library.rules for item in subjects] == [False, True]


def test_a_missing_path_is_said(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        list(subjects_at([str(tmp_path / "x.yaml")], Setups(Settings(isolated=True), whole=True)))
