"""A report type → its YAML file, made to be read and edited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from reportlint.core.report_type import (
    OPTIONAL,
    RECOMMENDED,
    Phrases,
    Placement,
    ReportType,
    SectionSpec,
)
from reportlint.scaffold.new import MARKDOWN, draft, language

_PLAIN = re.compile(r"[A-Za-z\u3400-\u9fff][A-Za-z0-9\u3400-\u9fff /.-]*(?<![ .-])")
_WORDS = re.compile(r"(?i)true|false|yes|no|on|off|null|y|n")


def rendered(of: ReportType, sources: Sequence[str]) -> str:
    """The file of a type derived from the reports at `sources`."""
    return "\n".join(_lines(of, sources)) + "\n"


def quoted(text: str) -> str:
    """`text` as a YAML scalar that means nothing else."""
    if _PLAIN.fullmatch(text) and not _WORDS.fullmatch(text):
        return text
    if "\n" in text or "\t" in text or any(ord(char) < 32 for char in text):
        import json

        return json.dumps(text, ensure_ascii=False)
    return "'" + text.replace("'", "''") + "'"


def _list(texts: Sequence[str]) -> str:
    return "[" + ", ".join(quoted(text) for text in texts) + "]"


def _mapping(texts: Mapping[str, str]) -> str:
    if list(texts) == [""]:
        return quoted(texts[""])
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in texts.items()) + "}"


def _lines(of: ReportType, sources: Sequence[str]) -> Iterator[str]:
    zh = language(of) == "zh"
    names = ("、" if zh else ", ").join(sources[:3]) + (" …" if len(sources) > 3 else "")
    if zh:
        yield f"# 由 reportlint derive 从 {len(sources)} 份报告归纳：{names}"
        yield "# 各份都有的章节为必有，其余可有可无；名称、别名、要求都可以改。放进规则包的 types 文件夹即可使用。"
    else:
        yield f"# Derived by `reportlint derive` from {len(sources)} report{'s' * (len(sources) > 1)}: {names}"
        yield "# Sections that all of them have are required, the others optional. Edit freely; it belongs into `types/` of a pack."
    yield f"id: {of.id}"
    yield f"name: {_mapping(of.name)}"
    if of.recognise.title.any or of.recognise.title.regex:
        yield "recognise:"
        yield f"  title: {_phrases(of.recognise.title)}"
    yield from _placement("opening", of.opening)
    if of.sections:
        yield "sections:"
        yield from _sections(of.sections, "  ", zh)
    if of.ordered:
        yield f"order: true  # {'各份报告的顺序一致' if zh else 'all of the reports have this order'}"
    yield from _placement("closing", of.closing)
    if of.frame.title:
        yield "write:"
        yield f"  title: {quoted(of.frame.title)}"
    yield from _examples(of)


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


def _sections(specs: Sequence[SectionSpec], indent: str, zh: bool) -> Iterator[str]:
    for spec in specs:
        yield f"{indent}- id: {spec.id}"
        yield f"{indent}  title: {quoted(spec.title)}"
        aliases = [alias for alias in spec.phrases.any if alias != spec.title]
        if aliases:
            yield f"{indent}  aliases: {_list(aliases)}"
        if spec.phrases.regex:
            yield f"{indent}  regex: {_list(spec.phrases.regex)}"
        if spec.demand == OPTIONAL:
            yield f"{indent}  required: false"
        elif spec.demand == RECOMMENDED:
            yield f"{indent}  required: recommended"
        if spec.many:
            yield f"{indent}  many: true"
        if spec.write:
            yield f"{indent}  write: {quoted(spec.write)}"
        if spec.sections:
            yield f"{indent}  sections:"
            yield from _sections(spec.sections, indent + "    ", zh)


def _examples(of: ReportType) -> Iterator[str]:
    """A new report of the type; and one without its first required section, if it can be said where that belongs."""
    yield "examples:"
    yield "  good:"
    yield from _block(draft(of, {}, MARKDOWN).text, "    ")
    required = [
        i for i, spec in enumerate(of.sections) if spec.demand not in (OPTIONAL, RECOMMENDED)
    ]
    if len(required) < 2:
        return
    gone = required[0]
    if any(spec.write for spec in of.sections[:gone]) or of.opening is not None:
        return
    text = draft(
        of._replace(sections=(*of.sections[:gone], *of.sections[gone + 1 :])), {}, MARKDOWN
    ).text
    first, _, rest = text.partition("\n")
    yield "  bad:"
    yield from _block(f"⟦{first}⟧\n{rest}", "    ")


def _block(text: str, indent: str) -> Iterator[str]:
    yield f"{indent}- |"
    yield from (f"{indent}  {line}".rstrip() for line in text.rstrip("\n").split("\n"))
