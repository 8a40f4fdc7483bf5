"""The settings of a pack for the templates of all its report types: the letterhead and signature of
its organisation, its fields."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.blank_field import BlankField
from reportlint.core.report_type import Frame


class PackTemplate(NamedTuple):
    """The part of a `pack.yaml` about new reports."""

    # texts that are not "" apply to the types of the pack that have none of their own
    frame: Frame = Frame()
    fields: Mapping[str, BlankField] = {}  # also for the types of packs before it


NO_TEMPLATE = PackTemplate()
