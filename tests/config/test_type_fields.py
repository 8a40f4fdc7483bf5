"""The fields of a report type, including nested sections."""

from __future__ import annotations

from reportlint.config.type_fields import GROUP, PLACEMENT, SECTION, TYPE


def test_sections_are_four_levels_deep() -> None:
    """As GB/T 9704-2012 has it: 一、（一）1.（1）."""
    levels, fields = 1, SECTION
    while "sections" in fields:
        item = fields["sections"].item
        assert item is not None
        levels, fields = levels + 1, dict(item.fields)
    assert levels == 4
    assert fields.keys() == SECTION.keys() - {"sections"}


def test_a_placement_may_say_at_once_what_a_group_does() -> None:
    assert GROUP.keys() - {"id"} < PLACEMENT.keys()
    assert not any(field.required for field in PLACEMENT.values())
    assert TYPE["opening"] == TYPE["closing"]._replace(doc=TYPE["opening"].doc)
