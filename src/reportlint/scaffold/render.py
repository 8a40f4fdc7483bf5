"""A report type → its YAML file, to be read and edited by people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.characters import HAN
from reportlint.core.report_type import (
    DEMANDS,
    REQUIRED,
    Phrases,
    Placement,
    ReportType,
    SectionSpec,
)
from reportlint.scaffold.new import MARKDOWN, draft, written_in

_PLAIN = re.compile(rf"[A-Za-z{HAN}][A-Za-z0-9{HAN} /.-]*(?<![ .-])")
_UNPRINTABLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
)  # not allowed in YAML unescaped
_REQUIRED = {demand: value for value, demand in DEMANDS.items() if demand != REQUIRED}
_WORDS = re.compile(r"(?i)true|false|yes|no|on|off|null|y|n")


class Evidence(NamedTuple):
    """The reports that a type was derived from."""

    sources: Sequence[str]  # names of the reports
    seen: Mapping[str, int] = {}  # number of reports that have a section, by id
    broken: Sequence[str] = ()  # what the type nevertheless finds in them, one line each


def rendered(report_type: ReportType, evidence: Evidence) -> str:
    """The file of a derived type. Comments give the number of reports that have a section."""
    return "\n".join(_lines(report_type, evidence)) + "\n"


def quoted(text: str) -> str:
    """`text` as a YAML scalar that is read as the same string."""
    if _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text):
        return text
    if _UNPRINTABLE.search(text):
        import json

        escaped = json.dumps(text, ensure_ascii=False)
        return _UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", escaped)
    return "'" + text.replace("'", "''") + "'"


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def _mapping(texts: Mapping[str, str]) -> str:
    if list(texts) == [""]:
        return quoted(texts[""])
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in texts.items()) + "}"


def _lines(report_type: ReportType, evidence: Evidence) -> Iterator[str]:
    zh, sources = written_in(report_type) == "zh", evidence.sources
    names = ("、" if zh else ", ").join(sources[:3]) + (" …" if len(sources) > 3 else "")
    if zh:
        yield f"# 由 reportlint derive 从 {len(sources)} 份报告归纳：{names}"
        yield "# 各份都有的章节为必有，其余可有可无，标识后注明几份里有几份有；名称、别名、要求都可以改。放进规则包的 types 文件夹即可使用。"
    else:
        yield f"# Derived by `reportlint derive` from {len(sources)} report{'s' * (len(sources) > 1)}: {names}"
        yield "# Sections that all of them have are required, the others optional; 3/5 is three of five. Edit freely; it belongs into `types/` of a pack."
    for line in evidence.broken:
        yield f"# {'并不满足：' if zh else 'Not met: '}{line}"
    yield f"id: {report_type.id}"
    yield f"name: {_mapping(report_type.name)}"
    if report_type.recognise.title.any or report_type.recognise.title.regex:
        yield "recognise:"
        yield f"  title: {_phrases(report_type.recognise.title)}"
    yield from _placement("opening", report_type.opening)
    if report_type.sections:
        yield "sections:"
        yield from _sections(report_type.sections, "  ", evidence)
    if report_type.ordered:
        yield f"order: true  # {'各份报告的顺序一致' if zh else 'all of the reports have this order'}"
    yield from _placement("closing", report_type.closing)
    if report_type.frame.title:
        yield "write:"
        yield f"  title: {quoted(report_type.frame.title)}"
    yield from _examples(report_type)


def _phrases(phrases: Phrases) -> str:
    if not phrases.regex:
        return _list(phrases.any)
    parts = [f"any: {_list(phrases.any)}"] if phrases.any else []
    return "{" + ", ".join([*parts, f"regex: {_list(phrases.regex)}"]) + "}"


def _placement(name: str, placement: Placement | None) -> Iterator[str]:
    if placement is None:
        return
    yield f"{name}:"
    yield f"  within: {placement.within}"
    for group in placement.groups[:1]:
        yield f"  any: {_list(group.phrases.any)}"
    if placement.write:
        yield f"  write: {quoted(placement.write)}"


def _sections(specs: Sequence[SectionSpec], indent: str, evidence: Evidence) -> Iterator[str]:
    for spec in specs:
        number, reports = evidence.seen.get(spec.id, 0), len(evidence.sources)
        share = f"  # {number}/{reports}" if number and reports > 1 else ""
        yield f"{indent}- id: {spec.id}{share}"
        yield from (f"{indent}  {key}: {value}" for key, value in _keys(spec).items() if value)
        if spec.sections:
            yield f"{indent}  sections:"
            yield from _sections(spec.sections, indent + "    ", evidence)


def _keys(spec: SectionSpec) -> dict[str, str]:
    """The YAML values of a section's keys; "" for keys to leave out."""
    aliases = [alias for alias in spec.phrases.any if alias != spec.title]
    return {
        "title": quoted(spec.title),
        "aliases": _list(aliases) if aliases else "",
        "regex": _list(spec.phrases.regex) if spec.phrases.regex else "",
        "required": _REQUIRED.get(spec.demand, ""),
        "many": "true" if spec.many else "",
        "write": quoted(spec.write) if spec.write else "",
    }


def _examples(report_type: ReportType) -> Iterator[str]:
    """A new report of the type as a good example. As a bad one, the same without its first required
    section, if the position of the finding is certain."""
    yield "examples:"
    yield "  good:"
    yield from _block(draft(report_type, {}, MARKDOWN).text, "    ")
    specs = report_type.sections
    required = [i for i, spec in enumerate(specs) if spec.demand == REQUIRED]
    if len(required) < 2 or report_type.opening is not None:
        return
    first = required[0]
    if any(spec.write for spec in specs[:first]):
        return
    lacking = report_type._replace(sections=(*specs[:first], *specs[first + 1 :]))
    title, _, rest = draft(lacking, {}, MARKDOWN).text.partition("\n")
    yield "  bad:"
    yield from _block(f"⟦{title}⟧\n{rest}", "    ")


def _block(text: str, indent: str) -> Iterator[str]:
    """A text of several lines as an item of a YAML list."""
    if _UNPRINTABLE.search(text.replace("\n", "").replace("\t", "")):
        yield f"{indent}- {quoted(text)}"
        return
    yield f"{indent}- |"
    yield from (f"{indent}  {line}".rstrip() for line in text.rstrip("\n").split("\n"))
