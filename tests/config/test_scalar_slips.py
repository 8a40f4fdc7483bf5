"""The form of a key that a message shows is valid."""

from __future__ import annotations

from typing import Any

import pytest

from reportlint.config import scalar_slips, yaml
from reportlint.config.checker import SCALARS, Checker
from reportlint.config.config_fields import CONFIG
from reportlint.config.examples import read_examples
from reportlint.config.problems import Problems
from reportlint.config.rule_file import RULE
from reportlint.config.type_fields import TYPE
from reportlint.core.schema import Field
from reportlint.core.text import LANGUAGES
from reportlint.kinds import KINDS

OF_PACKS = ("requires",)


def fields_of(name: str) -> list[Field]:
    tables: list[Any] = [RULE, TYPE, CONFIG, *(kind.OPTIONS for kind in KINDS.values())]
    named = [table[name] for table in tables if name in table]
    return [field for field in named if field.type not in SCALARS]


@pytest.mark.parametrize("name", sorted({*scalar_slips._SHAPES, "sections"} - {*OF_PACKS}))
def test_a_shape_is_right_where_the_key_is_known(name: str) -> None:
    fields = fields_of(name)
    assert fields
    for field in fields:
        shape = scalar_slips.shape_of(name, is_map=field.type == "map")
        assert shape
        for language in LANGUAGES:
            problems = Problems("x")
            node = yaml.parse(shape.to(language), "x").get(name)
            assert node
            check = Checker(problems)
            if name == "examples":
                assert read_examples(node, check)
            else:
                check.value(node, field, name)
            assert [problem.to("en") for problem in problems.found] == []


def test_what_needs_no_showing() -> None:
    assert scalar_slips.shape_of("severity") is None
