"""The tables of fields, those of the configuration and of report types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from reportlint.config.config_fields import CHANGE, CONFIG, IGNORE, OVERRIDE
from reportlint.config.pack_file import PACK
from reportlint.config.rule_file import RULE
from reportlint.config.type_fields import TYPE
from reportlint.core import schema
from reportlint.core.schema import Field

TABLES = {
    "config": CONFIG,
    "override": OVERRIDE,
    "ignore": IGNORE,
    "change": CHANGE,
    "rule": RULE,
    "pack": PACK,
    "type": TYPE,
}


def every(fields: Mapping[str, Field], path: str = "") -> Iterator[tuple[str, Field]]:
    """All fields with the keys that lead to them."""
    for name, field in fields.items():
        yield f"{path}.{name}", field
        yield from every(field.fields, f"{path}.{name}")
        if field.item is not None:
            yield from every({"[]": field.item}, f"{path}.{name}")


@pytest.mark.parametrize("table", TABLES)
def test_every_field_says_in_both_languages_what_it_is(table: str) -> None:
    assert TABLES[table]
    for path, field in every(TABLES[table]):
        assert field.doc.zh.strip(), path
        assert field.doc.en.strip(), path


@pytest.mark.parametrize("table", TABLES)
def test_every_field_has_what_its_type_needs(table: str) -> None:
    assert TABLES[table]
    for path, field in every(TABLES[table]):
        assert (field.type in (schema.CHOICE, schema.PLACE)) == bool(field.choices), path
        assert (field.type == schema.RECORD) <= bool(field.fields), path
        assert (field.type in (schema.LIST, schema.MAP, schema.SWITCH)) <= (
            field.item is not None
        ), path


def test_keys_are_written_with_hyphens() -> None:
    names = {
        name
        for table in TABLES.values()
        for path, _ in every(table)
        for name in path.strip(".").split(".")
    } - {"[]"}
    assert names
    wrong = {name for name in names if not name.replace("-", "").isalpha() or not name.islower()}
    assert wrong == set()
