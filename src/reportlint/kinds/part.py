"""Kind `part`: what stands around the body of an official paper — addressee, document number, signature, date — where its type demands it.

Where a part should be and is not, its place is reported: the title for what stands above the body, its last paragraph for what
stands below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.diagnostic import INFO, Diagnostic
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.report_type import (
    ADDRESSEE,
    DATE,
    NUMBER,
    OPTIONAL,
    PARTS,
    RECOMMENDED,
    SIGNATURE,
    ReportType,
)
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.kinds.options import choice
from reportlint.kinds.protocol import ChangedReport, Identity
from reportlint.structure.line_classifiers import is_document_number, is_signed_date

OPTIONS: Mapping[str, Field] = {
    "part": choice("哪一部分", "which part", PARTS, ADDRESSEE)._replace(required=True),
}
FIELDS: Mapping[str, str] = {"part": "主送机关", "type": "请示"}
_NAMES = {
    ADDRESSEE: {"zh": "主送机关（称呼）", "en": "addressee"},
    NUMBER: {"zh": "发文字号", "en": "document number"},
    SIGNATURE: {"zh": "署名", "en": "signature"},
    DATE: {"zh": "成文日期", "en": "date"},
}
_ABOVE = (ADDRESSEE, NUMBER)  # the body


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The part that the rule looks for."""
    return str(options["part"])


def find(reading: Reading, prepared: str) -> Iterable[Hit]:
    """A hit where the type demands the part and the report has none; a text without body, or with blanks of a scaffold, is let be."""
    demand = reading.type.parts.get(prepared, "") if reading.type else ""
    if (
        demand in ("", OPTIONAL)
        or not reading.body
        or "{{" in reading.document.text
        or _HAS[prepared](reading)
    ):
        return
    values = {"part": _NAMES[prepared], "type": reading.type.name if reading.type else ""}
    severity = INFO if demand == RECOMMENDED else ""
    yield Hit(_place(reading, prepared), values, severity=severity, demand=prepared)


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """The part that is missing, wherever that is shown."""
    return Identity((hit.demand,), document_level=True)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether a line was changed above the body, or below it, where the part should stand."""
    body, end = change.reading.body, len(change.reading.document.text)
    if not body:
        return True
    above = options.get("part") in _ABOVE
    place = Span(0, body[0].span.start) if above else Span(body[-1].span.start, end)
    return change.touches(place, beside=True)


def checks_type(options: Mapping[str, Any]) -> bool:
    """What is demanded is said by the type."""
    return True


def loosen(type: ReportType, hit: Hit, options: Mapping[str, Any]) -> ReportType | None:
    """The type without its demand for the part."""
    return type._replace(
        parts={name: one for name, one in type.parts.items() if name != hit.demand}
    )


def _place(reading: Reading, part: str) -> Span:
    if part not in _ABOVE:
        return reading.body[-1].content
    blocks = d.before_body(reading.document.blocks)
    titles = (block.content for block in blocks if block.role == d.TITLE)
    return next(titles, reading.body[0].content)


def _lines(reading: Reading, *roles: str) -> Iterator[str]:
    """The lines of the blocks that play one of the roles, without wide spaces around what stands in them."""
    for block in reading.document.blocks:
        if block.role in roles:
            for line in block.content.cut(reading.document.text).splitlines():
                yield from filter(None, line.replace("\u3000", "  ").split("  "))


def _has_role(*roles: str) -> Callable[[Reading], bool]:
    return lambda reading: any(block.role in roles for block in reading.document.blocks)


def _has_number(reading: Reading) -> bool:
    lines = _lines(reading, d.MASTHEAD, d.TITLE, d.AFTERWORD)
    return any(is_document_number(line.strip()) for line in lines)


def _has_date(reading: Reading) -> bool:
    if any(block.role == d.DATE for block in reading.document.blocks):
        return True
    lines = _lines(reading, d.SIGNATURE, d.MASTHEAD)
    return any(
        is_signed_date(line.strip()) or ("年" in line and line.strip(" ）)").endswith("日"))
        for line in lines
    )


_HAS: Mapping[str, Callable[[Reading], bool]] = {
    ADDRESSEE: _has_role(d.ADDRESSEE),
    NUMBER: _has_number,
    SIGNATURE: _has_role(d.SIGNATURE),
    DATE: _has_date,
}
