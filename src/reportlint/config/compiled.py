"""Packs as JSON and back, so that the shipped rules need no YAML parser at run time.

`restore(json.loads(json.dumps(compiled(packs))))` equals `packs`. Paths are kept relative to the folder of the packs, so that
the file is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon, Style
from reportlint.core.pack import Addition, Pack
from reportlint.core.report_type import (
    Frame,
    Group,
    Listing,
    Phrases,
    Placement,
    Recognise,
    ReportType,
    SectionSpec,
)
from reportlint.core.rule import Example, Rule, When

FORMAT = 3  # raised when the shape of the values changes


def compiled(packs: Sequence[Pack], version: str, folder: str = "") -> dict[str, Any]:
    """`packs` as plain data for JSON, with paths relative to `folder`, marked with the `version` of the tool."""
    return {
        "format": FORMAT,
        "version": version,
        "packs": [plain(_moved(pack, folder, "")) for pack in packs],
    }


def restore(data: Any, version: str, folder: str = "") -> tuple[Pack, ...] | None:
    """The packs in `data`; None where it was made by another version of the tool, or is not what `compiled` makes."""
    if not isinstance(data, dict) or data.get("format") != FORMAT or data.get("version") != version:
        return None
    return tuple(_moved(_pack(one), "", folder) for one in data["packs"])


def _moved(pack: Pack, old: str, new: str) -> Pack:
    def move(path: str) -> str:
        bare = path.removeprefix(old + "/") if old else path
        return f"{new}/{bare}" if new else bare

    return pack._replace(
        path=move(pack.path),
        rules=tuple(rule._replace(path=move(rule.path)) for rule in pack.rules),
        types=tuple(one._replace(path=move(one.path)) for one in pack.types),
    )


def plain(value: Any) -> Any:
    """Tuples as lists, and mappings as dicts, all the way down."""
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return value


def _pack(data: list[Any]) -> Pack:
    pack = Pack(*data)
    return pack._replace(
        requires=tuple(pack.requires),
        lexicon=restore_lexicon(data[6]),
        rules=tuple(restore_rule(one) for one in data[7]),
        types=tuple(restore_type(one) for one in data[8]),
        additions=tuple(
            Addition(rule, patterns, _examples(examples)) for rule, patterns, examples in data[9]
        ),
    )


def restore_lexicon(data: list[Any]) -> Lexicon:
    """A lexicon from its plain form."""
    styles, words = data
    return Lexicon(
        tuple(_style(one) for one in styles), {name: tuple(texts) for name, texts in words.items()}
    )


def _style(data: list[Any]) -> Style:
    style = Style(*data)
    words = tuple(tuple(one) for one in style.words)
    return style._replace(prefix=tuple(style.prefix), suffix=tuple(style.suffix), words=words)


def _examples(data: list[Any]) -> tuple[Example, ...]:
    return tuple(
        Example(text, tuple((start, end) for start, end in spans), *rest)
        for text, spans, *rest in data
    )


def restore_rule(data: list[Any]) -> Rule:
    """A rule from its plain form."""
    rule = Rule(*data)
    return rule._replace(
        when=When(*(tuple(one) for one in rule.when)), examples=_examples(list(rule.examples))
    )


def restore_type(data: list[Any]) -> ReportType:
    """A report type from its plain form."""
    one = ReportType(*data)
    return one._replace(
        recognise=restore_recognise(one.recognise),
        opening=_placement(one.opening),
        sections=tuple(_section(section) for section in one.sections),
        closing=_placement(one.closing),
        examples=_examples(list(one.examples)),
        must=_groups(one.must),
        must_not=_groups(one.must_not),
        prompts=_phrases(one.prompts),
        frame=Frame(*one.frame),
    )


def restore_recognise(data: Any) -> Recognise:
    """What a type is recognised by, from its plain form."""
    title, opening, path = data
    return Recognise(_phrases(title), _phrases(opening), tuple(path))


def _phrases(data: Any) -> Phrases:
    return Phrases(tuple(data[0]), tuple(data[1]))


def _placement(data: Any) -> Placement | None:
    if data is None:
        return None
    within, groups, write = data
    return Placement(within, _groups(groups), write)


def _groups(data: Any) -> tuple[Group, ...]:
    return tuple(Group(own, _phrases(phrases), *rest) for own, phrases, *rest in data)


def _section(data: Any) -> SectionSpec:
    spec = SectionSpec(*data)
    return spec._replace(
        phrases=_phrases(spec.phrases),
        lead=_phrases(spec.lead),
        sections=tuple(_section(one) for one in spec.sections),
        list=Listing(*spec.list) if spec.list else None,
        must=_groups(spec.must),
        must_not=_groups(spec.must_not),
    )
