"""The page of `reportlint explain` on a report type: how it is recognised, what it requires, and
the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reportlint.cli.help import block, wrap
from reportlint.core.diagnostic import ERROR, INFO, WARNING
from reportlint.core.report_type import (
    OPTIONAL,
    RECOMMENDED,
    REQUIRED,
    Group,
    Placement,
    ReportType,
    SectionSpec,
)
from reportlint.core.rule import FieldTest
from reportlint.core.text import Text, pick

_BEFORE_POINTS = Text(
    "只在开头先有一段话、后面分“一、”“二、”各条时才要求",
    "only of an opening in prose that leads in numbered points, 一、 and 二、",
)
_MOST = 8  # phrases shown for one requirement
_PARTS = {
    "addressee": Text("主送机关", "addressee"),
    "number": Text("发文字号", "document number"),
    "signature": Text("署名", "signature"),
    "date": Text("成文日期", "date"),
}
_SEVERITIES = {
    ERROR: Text("错误", ERROR),
    WARNING: Text("警告", WARNING),
    INFO: Text("提示", INFO),
}
_DEMANDS = {
    REQUIRED: Text("必有", "required"),
    RECOMMENDED: Text("宜有", "recommended"),
    OPTIONAL: Text("可有", "optional"),
}


def page(report_type: ReportType, language: str, width: int) -> Iterator[str]:
    """The lines of the page on a report type, wrapped to `width` terminal cells."""

    def say(zh: str, en: str) -> str:
        return Text(zh, en).to(language)

    name, pack = pick(report_type.name, language), report_type.pack
    yield say(
        f"{report_type.id}：{name}（文种，规则包 {pack}）",
        f"{report_type.id}: {name} (report type, pack {pack})",
    )
    yield from block(wrap(pick(report_type.why, language), width))
    titles = (*report_type.recognise.title.any, *report_type.recognise.title.regex)
    yield from block(
        [f"  {_some(titles, language)}"] if titles else (),
        say("标题像这样就认作此文种：", "Recognised by a title such as:"),
    )
    yield from block(_placed(report_type.opening, language), say("开头：", "Opening:"))
    yield from block(_placed(report_type.closing, language), say("结尾：", "Closing:"))
    order = say("（查顺序）", " (in this order)") if report_type.ordered else ""
    yield from block(
        _sections(report_type.sections, language, "  "), say("章节：", "Sections:") + order
    )
    yield from block(_groups(report_type.must, language), say("须写到：", "It must say:"))
    yield from block(_groups(report_type.must_not, language), say("不得写：", "It must not say:"))
    yield from block(_demanded_parts(report_type, language))
    yield ""
    yield say("写一份新的：", "Write a new one:")
    yield f"  reportlint new {report_type.id}"


def _demanded_parts(report_type: ReportType, language: str) -> Iterator[str]:
    """The parts required before and after the body, on one line, and the source."""
    demands = report_type.parts
    names = [_PARTS[part].to(language) for part in demands if demands[part] != OPTIONAL]
    if names:
        label, joint = Text("正文前后须有：", "Around its body: "), Text("、", ", ")
        yield label.to(language) + joint.to(language).join(names)
        yield from _source(report_type.parts_source, language, "")


def _placed(placement: Placement | None, language: str) -> Iterator[str]:
    """The texts required of an opening or a closing, and within how many paragraphs."""
    if placement is None or not placement.groups:
        return
    within = Text(
        f"在正文的 {placement.within} 段之内", f"within {placement.within} paragraphs of the body"
    ).to(language)
    yield from _groups(placement.groups, language, within)
    if placement.when is not None:
        yield "  " + _tested(placement.when).to(language)


def _groups(groups: Iterable[Group], language: str, where: str = "") -> Iterator[str]:
    for group in groups:
        yield from _group(group, language, "  ", where)


def _group(group: Group, language: str, indent: str, where: str = "") -> Iterator[str]:
    texts = _some((*group.phrases.any, *group.phrases.regex), language)
    name = pick(group.name, language) or texts
    severity = _severity(group.severity, language)
    yield f"{indent}{name}{severity}" + (
        Text(f"（{where}）", f" ({where})").to(language) if where else ""
    )
    if name != texts and group.phrases.any:
        yield f"{indent}  {Text('如', 'such as').to(language)} {_some(group.phrases.any, language)}"
    if group.points:
        yield f"{indent}  {_BEFORE_POINTS.to(language)}"
    yield from _source(group.source, language, indent)


def _sections(specs: Sequence[SectionSpec], language: str, indent: str) -> Iterator[str]:
    for spec in specs:
        severity = _severity(spec.severity, language)
        yield f"{indent}{spec.title}{Text('：', ': ').to(language)}{_DEMANDS[spec.demand].to(language)}{severity}"
        others = [alias for alias in spec.phrases.any if alias != spec.title]
        if others:
            yield f"{indent}  {Text('也可叫', 'also').to(language)} {_some(others, language)}"
        if spec.when is not None:
            yield f"{indent}  {_tested(spec.when).to(language)}"
        yield from _source(spec.source, language, indent)
        for label, groups in (
            (Text("须写到：", "must say: "), spec.must),
            (Text("不得写：", "must not say: "), spec.must_not),
        ):
            for group in groups:
                first, *rest = _group(group, language, indent + "  ")
                yield f"{indent}  {label.to(language)}{first.strip()}"
                yield from rest
        yield from _sections(spec.sections, language, indent + "  ")


def _tested(test: FieldTest) -> Text:
    """The condition of a requirement in words: a test of a front-matter field."""
    zh, en = "、".join(test.values or test.not_values), " or ".join(test.values or test.not_values)
    if test.absent:
        return Text(f"只在没有字段 {test.field} 时", f"only without a field {test.field}")
    if test.not_values:
        return Text(f"只在 {test.field} 不是 {zh} 时", f"only where {test.field} is not {en}")
    if test.values:
        return Text(f"只在 {test.field} 是 {zh} 时", f"only where {test.field} is {en}")
    return Text(f"只在有字段 {test.field} 时", f"only with a field {test.field}")


def _severity(severity: str, language: str) -> str:
    name = _SEVERITIES[severity].to(language) if severity in _SEVERITIES else severity
    return f" [{name}]" if name else ""


def _source(source: str, language: str, indent: str) -> Iterator[str]:
    if source:
        yield f"{indent}  {Text('依据', 'source').to(language)} {source}"


def _some(texts: Sequence[str], language: str) -> str:
    joint = Text("、", ", ").to(language)
    return joint.join(texts[:_MOST]) + (" …" if len(texts) > _MOST else "")
