"""Merge later files into earlier ones: the options of rules as plain data, and whole packs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from reportlint._startup.typed import TYPE_CHECKING, Any
from reportlint.core import schema
from reportlint.core.errors import Problem
from reportlint.core.lexicon import Lexicon
from reportlint.core.pack import Library, Pack
from reportlint.core.report_type import ReportType, ReportTypes
from reportlint.core.rule import Rule
from reportlint.core.schema import Field
from reportlint.core.text import A_PACK, A_RULE, A_TYPE, Text
from reportlint.patterns.prefilter_table import Prefilters

if TYPE_CHECKING:
    from reportlint.kinds.protocol import Kind

Kinds = Mapping[str, "Kind"]
PATTERNS = "patterns"  # the option of named families, each with its own examples


def fill(data: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, Any]:
    """`data` with the defaults of all missing fields, also in nested records. Filling twice changes
    nothing."""
    return {
        name: _filled(data[name], field) if name in data else default(field)
        for name, field in fields.items()
    }


def default(field: Field) -> Any:
    """The default of a field as plain data; [] or {} for a list or map that declares none."""
    if field.default is None and field.type in {schema.LIST, schema.MAP}:
        return [] if field.type == schema.LIST else {}
    return _plain(field.default)


def _plain(value: Any) -> Any:
    """`value` with tuples as lists and mappings as dicts at every level, as JSON would return
    it."""
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _filled(value: Any, field: Field) -> Any:
    item = field.item
    if field.type == schema.RECORD and isinstance(value, dict):
        return fill(value, field.fields)
    if item is None:
        return value
    if field.type == schema.SWITCH:
        record = item.type in {schema.RECORD, schema.MAP}
        return _filled({} if value is True and record else value, item)
    return _filled_items(value, field.type, item)


def _filled_items(value: Any, kind: str, item: Field) -> Any:
    if kind == schema.LIST and isinstance(value, list):
        return [_filled(entry, item) for entry in value]
    if kind == schema.MAP and isinstance(value, dict):
        return {key: _filled(entry, item) for key, entry in value.items()}
    return value


def merge(base: Any, over: Any, field: Field) -> Any:
    """`base` as changed by `over`, both data of `field`: lists are joined, maps and records merged,
    other values replaced.

    `on` over a record keeps the record. `off` replaces it, so a later `on` cannot restore it.
    """
    if field.type == schema.SWITCH and field.item is not None:
        if over is True and isinstance(base, dict | list):
            return base
        switched = isinstance(base, bool) or isinstance(over, bool)
        return over if switched else merge(base, over, field.item)
    if field.type == schema.LIST and isinstance(base, list) and isinstance(over, list):
        return _joined(base, over)
    if isinstance(base, dict) and isinstance(over, dict):
        return _merge_dicts(base, over, field)
    return over


def _merge_dicts(base: dict[str, Any], over: dict[str, Any], field: Field) -> dict[str, Any]:
    if field.type == schema.RECORD:
        return merge_records(base, over, field.fields)
    if field.type == schema.MAP and field.item is not None:
        return merge_records(base, over, dict.fromkeys(over, field.item))
    if field.type == schema.PHRASES:
        return {name: _joined(base.get(name, []), over[name]) for name in over}
    if field.type == schema.LOCAL:
        return merge_local(base, over)
    return over


def _joined(base: list[Any], over: Iterable[Any]) -> list[Any]:
    return base + [entry for entry in over if entry not in base]


def merge_records(
    base: Mapping[str, Any], over: Mapping[str, Any], fields: Mapping[str, Field]
) -> dict[str, Any]:
    """Merge two records of `fields`; keys that have no field are replaced."""
    merged = dict(base)
    for name, value in over.items():
        known = name in fields and merged.get(name) is not None
        merged[name] = merge(merged[name], value, fields[name]) if known else value
    return merged


def merge_local(base: Mapping[str, str], over: Mapping[str, str]) -> dict[str, str]:
    """A localized text as changed by `over`; a text without a language replaces those of all
    languages."""
    return dict(over) if "" in over else {**base, **over}


def change_options(rule: Rule, options: Mapping[str, Any], kinds: Kinds) -> Rule:
    """`rule` with `options` merged into its own."""
    fields = kinds[rule.kind].OPTIONS
    return rule._replace(options=fill(merge_records(rule.options, options, fields), fields))


def combine(packs: Sequence[Pack], kinds: Kinds) -> Library:
    """One library of `packs`, which are in the order in which they build on each other."""
    rules = {rule.id: rule for pack in packs for rule in pack.rules}
    for pack in packs:
        for addition in pack.additions:
            rule = rules.get(addition.rule)
            if rule is not None:
                changed = change_options(rule, {PATTERNS: addition.patterns}, kinds)
                rules[rule.id] = changed._replace(examples=rule.examples + addition.examples)
    types = ReportTypes.of(_types(packs))
    return Library(tuple(packs), rules, combine_lexicons(pack.lexicon for pack in packs), types)


def _types(packs: Sequence[Pack]) -> Iterator[ReportType]:
    """The types of all packs, each with the `fields` of the other packs. Those of later packs
    replace the type's own, so a user's pack can change built-in types; those of earlier packs fill
    in missing ones."""
    fields = [pack.template.fields for pack in packs]
    for number, pack in enumerate(packs):
        earlier = {name: field for of in fields[:number] for name, field in of.items()}
        later = {name: field for of in fields[number + 1 :] for name, field in of.items()}
        for report_type in pack.types:
            yield report_type._replace(fields={**earlier, **report_type.fields, **later})


def combine_lexicons(lexicons: Iterable[Lexicon]) -> Lexicon:
    """All styles and words: a later style replaces an earlier one of the same id, word lists of the
    same name are joined."""
    styles = {}
    words: dict[str, tuple[str, ...]] = {}
    for lexicon in lexicons:
        styles.update({style.id: style for style in lexicon.styles})
        for name, more in lexicon.words.items():
            words[name] = tuple(dict.fromkeys((*words.get(name, ()), *more)))
    return Lexicon(tuple(styles.values()), words, Prefilters())


def pack_problems(packs: Sequence[Pack]) -> Iterator[Problem]:
    """The problems between packs: duplicate ids, unknown rules in `yields-to`, titles that two
    types share. A type may have the id of the type it extends."""
    rules = [(rule.id, rule.path, rule.line) for pack in packs for rule in pack.rules]
    types = [(of.id, of.path, of.line) for of in _types_not_replaced(packs)]
    yield from _duplicates(A_PACK, [(pack.id, pack.path, 0) for pack in packs])
    yield from _duplicates(A_RULE, rules)
    yield from _duplicates(A_TYPE, types)
    yield from _unknown_yields(packs)
    for pack in packs:
        yield from _shared_titles(pack)


def _shared_titles(pack: Pack) -> Iterator[Problem]:
    """Problems with types of one pack that share a title: both are equally likely, so neither is
    recognised."""
    first: dict[str, ReportType] = {}
    for report_type in pack.types:
        for title in () if report_type.recognise.path else report_type.recognise.title.any:
            other = first.setdefault(title, report_type)
            related = {other.id, other.extends} & {report_type.id, report_type.extends} - {""}
            if other is not report_type and not related:
                message = Text(
                    f"标题“{title}”也是文种“{other.id}”的，两个都认不出来；去掉一个，或写 extends:"
                    f" {other.id}",
                    f"the title “{title}” is that of the type “{other.id}” too, so that neither is"
                    f" recognised;"
                    f" drop one, or write extends: {other.id}",
                )
                yield Problem(message, report_type.path, report_type.line, 1)


def _unknown_yields(packs: Sequence[Pack]) -> Iterator[Problem]:
    """Problems with rules that yield to an unknown rule: a typo would silently do nothing."""
    from reportlint.config.problems import unknown

    ids = dict.fromkeys(rule.id for pack in packs for rule in pack.rules)
    for rule in (rule for pack in packs for rule in pack.rules):
        for other in rule.yields_to:
            if other not in ids:
                what = unknown(Text("yields-to 中的规则", "rule in yields-to"), other, ids)
                yield Problem(what, rule.path, rule.line, 1)


def _types_not_replaced(packs: Sequence[Pack]) -> Iterator[ReportType]:
    """All types except those that a later type of the same id extends and so replaces on
    purpose."""
    types = [report_type for pack in packs for report_type in pack.types]
    for number, earlier in enumerate(types, 1):
        if not any(later.id == earlier.id == later.extends for later in types[number:]):
            yield earlier


def _duplicates(what: Text, places: Iterable[tuple[str, str, int]]) -> Iterator[Problem]:
    """A problem for each id that was already used at another place; `places` have id, path and
    line."""
    first: dict[str, str] = {}
    for name, path, line in places:
        place = f"{path}:{line}" if line else path
        other = first.setdefault(name, place)
        if other != place:
            double = Text(
                f"{what.zh}“{name}”重复，已有 {other}",
                f"duplicate {what.en} “{name}”, already in {other}",
            )
            yield Problem(double, path, line, int(bool(line)))
