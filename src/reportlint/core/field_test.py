"""Conditions of a rule or of a demand of a report type on fields of the report."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple


class FieldTest(NamedTuple):
    """The condition on a field of the front matter or of the header lines. Names and values are
    compared without case.

    All parts must hold: the test of the field itself, each of `all_of`, and one of `any_of`.
    """

    field: str  # "" if there are only other tests
    values: tuple[str, ...] = ()  # it has one of these; (): any value
    not_values: tuple[str, ...] = ()  # it has none of these; it may be missing
    absent: bool = False  # it is missing, or empty
    all_of: tuple[FieldTest, ...] = ()
    any_of: tuple[FieldTest, ...] = ()  # (): no condition
