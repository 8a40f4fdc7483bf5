"""What a rule or a demand of a report type may ask of a field of the report."""

from __future__ import annotations

from reportlint._startup.namedtuple import NamedTuple


class FieldTest(NamedTuple):
    """What a field of the front matter, or of the header lines, must be. Names and values are
    compared without case.

    All that is said must hold: of the field itself, each of `all_of`, and one of `any_of`.
    """

    field: str  # "" where only other tests are named
    values: tuple[str, ...] = ()  # it has one of these; () is any
    not_values: tuple[str, ...] = ()  # it has none of these; it may be missing
    absent: bool = False  # it is missing, or empty
    all_of: tuple[FieldTest, ...] = ()
    any_of: tuple[FieldTest, ...] = ()  # () asks for nothing
