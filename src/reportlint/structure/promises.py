"""The sections that the title of a report promises: 2025年预算执行情况和2026年预算草案的报告 has
the draft too."""

from __future__ import annotations

from collections.abc import Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.document import Document
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import REQUIRED, ReportType
from reportlint.structure.evidence import title_of_report
from reportlint.structure.titles import WHOLE, Titles, normal, parts, specs_of, title_of

_JOINTS = "和及与、暨"
_KIND = lazy(r"的?(?:报告|汇报|说明|公告|通报)?(?:\([^()]{1,24}\))?$")  # …草案的报告
_MATTER = ("情况", "总结", "回顾", "执行", "决算")  # at the end of what a report looks back on


def with_promised(of: ReportType, document: Document, lexicon: Lexicon) -> ReportType:
    """The type, with those of its sections required that the title of the report names behind
    another matter. 白石镇和青山镇工作总结 names none."""
    title = title_of_report(document)
    if not of.sections or not any(joint in title for joint in _JOINTS):
        return of
    named = set(_named(of, title, lexicon))
    if not named:
        return of
    sections = (
        spec._replace(demand=REQUIRED) if spec.id in named and spec.when is None else spec
        for spec in of.sections
    )
    return of._replace(sections=tuple(sections))


def _named(of: ReportType, title: str, lexicon: Lexicon) -> Iterator[str]:
    """The ids of the sections of the first level that later parts of a title name as a whole."""
    pieces = parts(normal(title).replace("暨", "和"))
    names = [_KIND.sub("", piece.removeprefix("关于")) for piece in pieces]
    first = next((at for at, name in enumerate(names) if name.endswith(_MATTER)), len(names))
    titles = Titles(enumerate(map(title_of, filter(None, names[first + 1 :]))))
    for spec in specs_of(of.sections, lexicon):
        is_named = any(quality >= WHOLE for quality, _ in titles.that_fit(spec.accepted))
        if is_named and not spec.parent:
            yield spec.spec.id
