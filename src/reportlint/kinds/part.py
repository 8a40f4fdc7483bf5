"""Kind `part`: the parts around the body of an official paper (addressee, document number,
signature, date) that its type demands.

A missing part is reported at the first line of the body (addressee), the title (number), or the
last paragraph of the body (the parts below it).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.characters import DIGITS, NUMERALS, ZEROS
from reportlint.core.diagnostic import INFO, Diagnostic
from reportlint.core.document import Block
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import FRAME, Hit, Reading
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
from reportlint.structure.line_classifiers import is_document_number, wide_parts
from reportlint.structure.names import is_organisation, is_person

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
# What a heading or label calls a part that is left to be filled in: ## 落款, 文号：…
_CALLED = {
    ADDRESSEE: frozenset("主送 主送机关 主送单位 主送 收文单位 称呼 称谓".split()),
    NUMBER: frozenset("发文字号 文号 字号 编号 令号".split()),
    SIGNATURE: frozenset("落款 署名 发文机关 发文单位 发文机关署名 签发人 报告人".split()),
    DATE: frozenset("落款 日期 成文日期 发文日期 印发日期 发布日期 报告日期".split()),
}
_ABOVE = (ADDRESSEE, NUMBER)  # parts above the body
# Labels of the origin of a text that a web site or a collection reprints, mostly without the parts
# around its body.
_ORIGINS = frozenset("来源 信息来源 文章来源 来源链接 原文链接 原文网址 转载自 url source".split())
_ADOPTED = lazy(r"会议(?:审议)?通过")
_IMPRINT = lazy(
    rf"(?m)^\s*主\s*题\s*词[:：]|[\d{NUMERALS}〇○零]\s*月\s*[\d{NUMERALS}]{{1,3}}\s*日\s*印发\s*$"
)
_TAIL = 800  # code points at the end of a text that may hold its imprint
_EDGE = 3  # blocks at either end of the body that may hold a part
_SHORT = 60  # code points of a line that is a part, not a sentence of the body
_MARKS_INSIDE = frozenset("：:，,。；;、")  # 抄送：县财政局 is no signature
_FILL = "\0"  # replaces the characters of a blank
_BLANK = lazy(
    r"\s*(?:(?:\{\{[^{}\n]+\}\}|[\[【［〔][^\[\]【】［］〔〕\n]{1,20}[\]】］〕]|\0++)[\s，,、]*+)+[：:]?\s*"
)
_DAY_OR_BLANK = lazy(
    rf"\{{\{{|[\[［【]|[\d{ZEROS}{DIGITS}]{{2,4}}\s*年\s*[\d{NUMERALS}]{{1,2}}\s*月|\d{{4}}[-./]\d{{1,2}}[-./]\d{{1,2}}"
)


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> str:
    """The part that the rule checks."""
    return str(options["part"])


def find(reading: Reading, prepared: str) -> Iterable[Hit]:
    """A hit if the type demands the part and the report lacks it; none for a text without a
    body."""
    demand = reading.type.parts.get(prepared, "") if reading.type else ""
    if demand in ("", OPTIONAL) or not reading.body:
        return
    if stands(reading, prepared) or is_excused(reading, prepared):
        return
    values = {"part": _NAMES[prepared], "type": reading.type.name if reading.type else ""}
    is_printed = prepared in (SIGNATURE, DATE) and _is_printed(reading)
    severity = INFO if demand == RECOMMENDED or is_printed else ""
    place = _place(reading, prepared)
    yield Hit(place, values, severity=severity, demand=prepared, lacks=FRAME)


def stands(reading: Reading, part: str) -> bool:
    """Whether a report with a body has the part, or leaves a blank for it."""
    return _HAS[part](reading) or _is_blank_there(reading, part) or _is_kept(reading, part)


def is_excused(reading: Reading, part: str) -> bool:
    """Whether a report need not have the part: it is a speech, or a published copy of a paper."""
    is_spoken = part in (ADDRESSEE, SIGNATURE) and _names_speaker(reading)
    return is_spoken or _is_published(reading)


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by the missing part, wherever the finding is shown."""
    return Identity((hit.demand,), document_level=True)


def touched_by(change: ChangedReport, finding: Diagnostic, options: Mapping[str, Any]) -> bool:
    """Whether a line changed above the body, or below it, depending on where the part belongs."""
    body, end = change.reading.body, len(change.reading.document.text)
    if not body:
        return True
    above = options.get("part") in _ABOVE
    place = Span(0, body[0].span.start) if above else Span(body[-1].span.start, end)
    return change.touches(place, beside=True)


def checks_type(options: Mapping[str, Any]) -> bool:
    """True: the type says which parts are demanded."""
    return True


def loosen(type: ReportType, hit: Hit, options: Mapping[str, Any]) -> ReportType | None:
    """The type without its demand for the part."""
    return type._replace(
        parts={name: demand for name, demand in type.parts.items() if name != hit.demand}
    )


def _place(reading: Reading, part: str) -> Span:
    """Where the part belongs. An addressee: the first line of the body; a number: the title;
    others: the last paragraph of the body."""
    if part not in _ABOVE:
        return reading.body[-1].content
    first = reading.body[0].content
    if part == ADDRESSEE:
        return first
    blocks = d.before_body(reading.document.blocks)
    return next((block.content for block in blocks if block.role == d.TITLE), first)


def _edge(reading: Reading) -> Iterator[Block]:
    """The blocks outside the body, and the first and last _EDGE blocks of the body."""
    ends = {block.span.start for block in (*reading.body[:_EDGE], *reading.body[-_EDGE:])}
    for block in reading.document.blocks:
        if block.role != d.BODY or block.span.start in ends:
            yield block


def _is_blank_there(reading: Reading, part: str) -> bool:
    """Whether a line where the part belongs consists of blanks only: the part is there, but not
    filled in."""
    middle = reading.body[len(reading.body) // 2].span.start
    zones = [zone.span for zone in reading.document.zones if zone.kind == d.ZONE_BLANK]
    return any(
        _is_blank(reading.document.text, block.content, zones)
        for block in _edge(reading)
        if (block.span.start <= middle) == (part in _ABOVE) or len(reading.body) == 1
    )


def _is_blank(text: str, span: Span, zones: Iterable[Span]) -> bool:
    """Whether a line of the text in `span` consists only of blanks of a template or of zones that
    are blanks."""
    within = [zone for zone in zones if span.start <= zone.start < zone.end <= span.end]
    chars = list(span.cut(text))
    for zone in within:
        size = zone.end - zone.start
        chars[zone.start - span.start : zone.end - span.start] = [_FILL] * size
    lines = "".join(chars).split("\n")
    return any(_BLANK.fullmatch(line) is not None for line in lines)


def _lines(reading: Reading) -> Iterator[str]:
    """The lines outside the body and at its ends, split at wide spaces."""
    for block in _edge(reading):
        for line in block.content.cut(reading.document.text).splitlines():
            yield from wide_parts(line)


def _is_kept(reading: Reading, part: str) -> bool:
    """Whether a heading or a line's label names the part, as in a form to fill in."""
    names = _CALLED[part]
    headings = (section.title for section in reading.sections)
    labels = map(_label, _lines(reading))
    return not names.isdisjoint(headings) or not names.isdisjoint(labels)


def _label(line: str) -> str:
    """The text before the colon of a line, "" if there is no colon."""
    label, colon, _ = line.lstrip("-* ").replace("：", ":").partition(":")
    return label.strip("* ") if colon else ""


def _names_speaker(reading: Reading) -> bool:
    """Whether an office and a person's name come under the title: the report is a speech, and needs
    no signature."""
    for block in reading.document.blocks:
        if block.role == d.MASTHEAD:
            words = block.content.cut(reading.document.text).replace("\u3000", " ").split()
            if len(words) > 1 and all(word.isalpha() for word in words) and is_person(words[-1]):
                return True
    return False


def _is_published(reading: Reading) -> bool:
    """Whether the report is a published copy: a line above the body names its source, or the
    meeting that adopted it."""
    text, body = reading.document.text, reading.body[0].span.start
    blocks = [block for block in reading.document.blocks if block.span.start <= body]
    lines = [line for block in blocks for line in block.content.cut(text).splitlines()]
    labels = {_label(line) for line in lines} | {e.key for e in reading.document.entries}
    above = "".join(b.content.cut(text) for b in blocks if b.role not in (d.BODY, d.TITLE))
    return not _ORIGINS.isdisjoint(map(str.casefold, labels)) or bool(_ADOPTED.search(above))


def _is_printed(reading: Reading) -> bool:
    """Whether a text has the imprint of a printed paper, the line 某某办公室2026年3月1日印发, or
    the keywords that such papers had before 2012. Its signature is under a seal, which is lost
    where the text is extracted from a scan, and papers before 2012 had a seal alone."""
    text = reading.document.text
    return _IMPRINT.search(text, max(0, len(text) - _TAIL)) is not None


def _has_role(role: str) -> Callable[[Reading], bool]:
    return lambda reading: any(block.role == role for block in reading.document.blocks)


def _has_number(reading: Reading) -> bool:
    """Whether there is a number, or none is due yet: a paper gets it when it is signed and
    dated."""
    roles = {block.role for block in reading.document.blocks}
    return not {d.SIGNATURE, d.DATE} <= roles or any(map(is_document_number, _lines(reading)))


def _has_date(reading: Reading) -> bool:
    """Whether a short line that is no sentence contains a day: under the signature or under the
    title."""
    return any(block.role == d.DATE for block in reading.document.blocks) or any(
        len(line) <= _SHORT and line[-1] not in "。；：:，" and _DAY_OR_BLANK.search(line)
        for line in _lines(reading)
    )


def _is_signed(reading: Reading) -> bool:
    """Whether there is a signature, with or without its date: the name of an office on a line of
    its own, behind the note of the annexes too."""
    blocks, text = reading.document.blocks, reading.document.text
    after = (b.content.cut(text).strip() for b in blocks if b.role == d.AFTERWORD)
    return any(block.role == d.SIGNATURE for block in blocks) or any(
        is_organisation(line) and len(line) <= _SHORT and _MARKS_INSIDE.isdisjoint(line)
        for line in after
    )


_HAS: Mapping[str, Callable[[Reading], bool]] = {
    ADDRESSEE: _has_role(d.ADDRESSEE),
    NUMBER: _has_number,
    SIGNATURE: _is_signed,
    DATE: _has_date,
}
