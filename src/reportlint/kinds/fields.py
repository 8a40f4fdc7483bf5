"""Kind `fields`: a table of the fields that front matter, or the `Author: …` lines at the head of a
text, may and must contain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.document import Entry
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.options import flag, ignore_case, regexes, texts, with_defaults
from reportlint.kinds.protocol import Identity
from reportlint.patterns.rule_pattern import RulePattern, from_regexes
from reportlint.patterns.words import folded
from reportlint.structure.header_fields import bare, fields_of


def _others(zh: str, en: str) -> Field:
    """An option that maps names of other fields to their values."""
    return schema.mapped(zh, en, texts("另一字段的值", "values of the other field"), {})


_FIELD: Mapping[str, Field] = {
    "required": flag("必须有", "the field must be present"),
    "filled": flag("不许空着", "the field must not be empty"),
    "one-of": texts("值只能是其中之一", "the value must be one of these"),
    "format": regexes(
        "值须整个符合其中一个正则", "the whole value must match one of these regexes"
    ),
    "once": flag("只许出现一次", "the field must not occur twice"),
    "when": _others(
        "别的字段是这些值之一时才必须有；写了几个字段就都要符合",
        "required only if other fields have one of these values; if several are named, all must",
    ),
    "when-any": _others(
        "同 when，几个字段有一个符合就要有", "like `when`, but one matching field is enough"
    ),
}
OPTIONS: Mapping[str, Field] = {
    "fields": schema.mapped(
        "字段名: 对它的要求",
        "name of a field: its requirements",
        schema.record("对字段的要求", "the requirements of a field", _FIELD),
        {},
        required=True,
    ),
    "ordered": flag("按 fields 里的先后", "the fields must be in the order of `fields`"),
    "no-extra": flag("不许有别的字段", "other fields are not allowed"),
    "once": flag("任何字段都只许出现一次", "no field may occur twice"),
    "below-title": flag(
        "标题下面紧接着的“字段：值”各行也算",
        "also read the `Key: value` lines right below the title",
    ),
    "any-of": schema.listed(
        "至少要有其中一个",
        "at least one of these must be present",
        Field("text", Text("字段名", "name of a field")),
        (),
    ),
    "needs": flag("没有 front matter 的文件也报", "also report files without any front matter"),
    "ignore-case": ignore_case(),
}
FIELDS: Mapping[str, str] = {
    "field": "Status",
    "found": "Drfat",
    "problem": "不是规定的值",
    "expected": "Draft",
}

_PROBLEMS: Mapping[str, Mapping[str, str]] = {
    "missing": {"zh": "缺少", "en": "is missing"},
    "empty": {"zh": "空着", "en": "is empty"},
    "value": {"zh": "不是规定的值", "en": "has a value that is none of those allowed"},
    "format": {"zh": "格式不对", "en": "is not in its format"},
    "order": {"zh": "位置不对", "en": "stands in the wrong place"},
    "extra": {"zh": "不是规定的字段", "en": "is no field that is known"},
    "twice": {"zh": "重复出现", "en": "is there more than once"},
}


class Demand(NamedTuple):
    name: str
    required: bool
    filled: bool
    one_of: tuple[str, ...]
    formats: tuple[RulePattern, ...]
    when: Mapping[str, Sequence[str]]
    when_any: Mapping[str, Sequence[str]]
    once: bool


class Prepared(NamedTuple):
    demands: Mapping[str, Demand]
    ordered: bool
    no_extra: bool
    any_of: tuple[str, ...]
    once: bool
    below_title: bool
    needs: bool
    ignore_case: bool


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    fields = options.get("fields") or {}
    if not (fields or options.get("any-of") or options.get("once")):
        yield "fields", Text("fields 是空的，永远不报", "`fields` is empty: nothing is ever found")
    yield from _idle(options)
    for name, field in fields.items():
        for key in ("when", "when-any"):
            if name in ((field or {}).get(key) or {}):
                message = Text(
                    f"“{name}”的 {key} 说的是它自己", f"`{key}` of “{name}” names itself"
                )
                yield "fields", message


def _idle(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """A complaint if fields are named but nothing is demanded of them."""
    demands = [field or {} for field in (options.get("fields") or {}).values()]
    whole = ("any-of", "once", "no-extra", "ordered")
    if demands and not any(demands) and not any(options.get(key) for key in whole):
        yield (
            "fields",
            Text(
                "对这些字段没有要求，永远不报；写 required: true、one-of、format 等",
                "nothing is demanded of these fields; say required: true, one-of, format and such",
            ),
        )


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by the field and its problem."""
    return Identity((hit.values["field"], hit.values["problem"]), document_level=True)


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The demands, by the folded names of the fields."""
    given = with_defaults(options, OPTIONS)
    fold = given["ignore-case"]
    demands = [_demand(name, settings, lexicon, fold) for name, settings in given["fields"].items()]
    return Prepared(
        {folded(demand.name, fold): demand for demand in demands},
        given["ordered"],
        given["no-extra"],
        tuple(given["any-of"]),
        given["once"],
        given["below-title"],
        given["needs"],
        fold,
    )


def _demand(name: str, settings: Mapping[str, Any], lexicon: Lexicon, fold: bool) -> Demand:
    given = with_defaults(settings or {}, _FIELD)
    formats = from_regexes([rf"\A(?:{source})\Z" for source in given["format"]], lexicon, fold)
    one_of = tuple(given["one-of"])
    when = given["when"], given["when-any"]
    return Demand(name, given["required"], given["filled"], one_of, formats, *when, given["once"])


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on the value or the name of each wrong field. A missing field is reported at the first
    line of the text."""
    entries = fields_of(reading.document, below_title=prepared.below_title)
    if not entries and not prepared.needs:
        return
    table: dict[str, Entry] = {}
    for entry in entries:
        table.setdefault(folded(entry.key, prepared.ignore_case), entry)
    yield from _missing(reading, table, prepared)
    yield from _values(reading, entries, prepared)
    yield from _repeated(reading, entries, prepared)
    if prepared.ordered:
        yield from _misplaced(reading, entries, prepared)


def _missing(reading: Reading, table: Mapping[str, Entry], prepared: Prepared) -> Iterator[Hit]:
    for key, demand in prepared.demands.items():
        if key not in table and _is_wanted(demand, table, prepared):
            yield _hit(_head(reading), demand.name, "", "missing")
    names = [folded(name, prepared.ignore_case) for name in prepared.any_of]
    if names and not any(name in table for name in names):
        yield _hit(_head(reading), prepared.any_of, "", "missing")


def _is_wanted(demand: Demand, table: Mapping[str, Entry], prepared: Prepared) -> bool:
    """Whether a field is required in a report with the fields of `table`."""
    if not (demand.when or demand.when_any):
        return demand.required
    every = all(_has_value(name, of, table, prepared) for name, of in demand.when.items())
    some = [_has_value(name, of, table, prepared) for name, of in demand.when_any.items()]
    return every and (any(some) or not some)


def _has_value(
    name: str, values: Sequence[str], table: Mapping[str, Entry], prepared: Prepared
) -> bool:
    """Whether the field `name` has one of `values`."""
    fold = prepared.ignore_case
    entry = table.get(folded(name, fold))
    accepted = {folded(value, fold) for value in values}
    return entry is not None and folded(bare(entry.value), fold) in accepted


def _repeated(reading: Reading, entries: Sequence[Entry], prepared: Prepared) -> Iterator[Hit]:
    """Hits on repeated fields that may occur only once."""
    seen: set[str] = set()
    for entry in entries:
        key = folded(entry.key, prepared.ignore_case)
        demand = prepared.demands.get(key)
        if key in seen and (prepared.once or (demand is not None and demand.once)):
            yield _hit(_place(reading, entry), entry.key, entry.value, "twice")
        seen.add(key)


def _values(reading: Reading, entries: Sequence[Entry], prepared: Prepared) -> Iterator[Hit]:
    """Hits on unknown fields, on empty ones and on wrong values."""
    known = tuple(demand.name for demand in prepared.demands.values())
    for entry in entries:
        demand = prepared.demands.get(folded(entry.key, prepared.ignore_case))
        value = bare(entry.value)
        if demand is None:
            if prepared.no_extra:
                yield _hit(_place(reading, entry), entry.key, entry.value, "extra", known)
        elif value:
            yield from _wrong_value(entry, value, demand, fold=prepared.ignore_case)
        elif demand.filled and not _goes_on(reading, entry):
            yield _hit(_place(reading, entry), entry.key, "", "empty")


def _wrong_value(entry: Entry, value: str, demand: Demand, *, fold: bool) -> Iterator[Hit]:
    """A hit on a value that is not one of the choices, or matches none of the formats, of the
    demand."""
    choices = {folded(choice, fold) for choice in demand.one_of}
    if choices and folded(value, fold) not in choices:
        yield _hit(entry.span, entry.key, value, "value", demand.one_of)
    elif demand.formats and not any(form.found_in(value) for form in demand.formats):
        yield _hit(entry.span, entry.key, value, "format")


def _goes_on(reading: Reading, entry: Entry) -> bool:
    """Whether a list or a mapping follows below the name of a field."""
    text, index = reading.document.text, reading.document.index
    below = text[index.line(index.line_of(entry.span.end)).end :].lstrip("\r\n")
    return below.startswith((" ", "\t", "- "))


def _misplaced(reading: Reading, entries: Sequence[Entry], prepared: Prepared) -> Iterator[Hit]:
    """Hits on fields that come after a field that should follow them."""
    order = list(prepared.demands)
    latest = -1
    for entry in entries:
        key = folded(entry.key, prepared.ignore_case)
        if key not in prepared.demands:
            continue
        at = order.index(key)
        if at < latest:
            after = prepared.demands[order[latest]].name
            yield _hit(_place(reading, entry), entry.key, entry.value, "order", (after,))
        latest = max(latest, at)


def _hit(span: Span, field: Any, value: str, problem: str, expected: tuple[str, ...] = ()) -> Hit:
    values = {"field": field, "found": value, "problem": _PROBLEMS[problem]}
    return Hit(span, {**values, "expected": expected or "–"})


def _head(reading: Reading) -> Span:
    """The span of the first line of the text."""
    line = reading.document.index.line(1)
    shown = Span(line.start, line.end).cut(reading.document.text)
    return Span(line.start, line.start + len(shown.rstrip()))


def _place(reading: Reading, entry: Entry) -> Span:
    """The span of a field's name."""
    index = reading.document.index
    line = index.line(index.line_of(entry.span.start))
    shown = Span(line.start, line.end).cut(reading.document.text)
    start = line.start + max(shown.find(entry.key), 0)
    return Span(start, start + len(entry.key))
