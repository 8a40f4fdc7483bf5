"""What a pack says for the templates of all its report types: its organisation's letterhead and
signature, its fields."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.blank_field import BlankField
from reportlint.core.report_type import Frame


class PackTemplate(NamedTuple):
    """The part of a `pack.yaml` that is about new reports."""

    # what is not "" stands in the types of the pack that do not say otherwise
    frame: Frame = Frame()
    fields: Mapping[str, BlankField] = {}  # also for the types of packs before it


NO_TEMPLATE = PackTemplate()
