"""A configuration file with its packs."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.core.errors import UserError


def test_without_configuration(load: Any, rules: Any) -> None:
    settings, library = load(None)
    assert settings.extends is None
    assert [pack.id for pack in library.packs] == ["core"]
    assert list(rules(None)) == ["blank", "gap", "unreadable"]
    assert rules(None)["blank"].severity == "error"
    assert not rules(None)["blank"].forced


def test_problems_of_configuration_and_pack_together(load: Any) -> None:
    with pytest.raises(UserError) as raised:
        load(
            "langauge: zh\nextends: [./h]\n",
            **{"c/h/pack.yaml": "id: h\nname: h\n", "c/h/a.yaml": "kind: x\n"},
        )
    assert {problem.path for problem in raised.value.problems} == {
        "c/.reportlint.yaml",
        "c/h/a.yaml",
    }
