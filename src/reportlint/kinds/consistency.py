"""Kind `consistency`: two spellings of one thing.

`prefer` names the right spelling: every other one is reported, with the right one as a fix.
`either` and `either-regex` accept any spelling, but only one per report: the less frequent ones are
reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.diagnostic import SAFE, UNSAFE, Edit, Fix
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import pattern
from reportlint.kinds.options import with_defaults

_SPELLING = schema.text("一种写法", "a spelling")
_SPELLINGS = schema.listed("同一事物的几种写法", "spellings of one thing", _SPELLING)
_PATTERNS = schema.listed(
    "几种写法的正则", "regexes for the spellings", schema.regex("正则", "a regex")
)
_SHARED = ("unless", "scope", "ignore-case")
OPTIONS: Mapping[str, Field] = {
    "prefer": schema.mapped(
        "正确的写法：不用的写法（一个或几个）",
        "the right spelling: the spellings not to use",
        _SPELLINGS._replace(doc=Text("不用的写法", "spellings not to use")),
        {},
    ),
    "either": schema.listed(
        "各组写法；同一份报告里一组只用一种",
        "groups of spellings; a report must use only one of each group",
        _SPELLINGS,
        (),
    ),
    "either-regex": schema.listed("同上，写成正则", "the same, as regexes", _PATTERNS, ()),
    **{name: pattern.FINDS[name] for name in ("unless", "allow", "scope", "ignore-case", "safe")},
}
FIELDS: Mapping[str, str] = {"found": "登陆", "expected": "登录", "expected_line": "3"}

_OTHER = {"zh": "这里的写法不同", "en": "it is spelt like this here"}


class Prepared(NamedTuple):
    prefer: tuple[tuple[str, pattern.Prepared], ...]  # the right spelling, a finder of the others
    either: tuple[
        tuple[tuple[str, pattern.Prepared], ...], ...
    ]  # groups of pairs: a spelling ("" for a regex), its finder
    safety: str


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if not any(options.get(name) for name in ("prefer", "either", "either-regex")):
        yield (
            "kind",
            Text(
                "要写 prefer、either 或 either-regex",
                "prefer, either or either-regex must name spellings",
            ),
        )
    for name in ("either", "either-regex"):
        if any(len(group) < 2 for group in options.get(name) or ()):
            yield (
                name,
                Text(
                    "一组至少两种写法：[[甲, 乙], [丙, 丁]]",
                    "a group has at least two spellings: [[a, b], [c, d]]",
                ),
            )

    for group in options.get("either") or ():
        for twice in dict.fromkeys(text for text in group if group.count(text) > 1):
            yield (
                "either",
                Text(f"“{twice}”在一组里写了两次", f"“{twice}” is twice in one group"),
            )


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """A finder for each spelling, prepared by kind `pattern`."""
    given = with_defaults(options, OPTIONS)
    shared = {name: given[name] for name in _SHARED}

    def finder(key: str, spellings: Sequence[str], others: Sequence[str] = ()) -> pattern.Prepared:
        # 帐目 is not found within 帐目清单 if 帐目清单 is another spelling of the group
        longer = [
            other
            for other in others
            if any(spelling != other and spelling in other for spelling in spellings)
        ]
        allow = [*given["allow"], *longer]
        return pattern.prepare({**shared, key: spellings, "allow": allow}, lexicon)

    either = [
        tuple((spelling, finder("words", [spelling], group)) for spelling in group)
        for group in given["either"]
    ]
    either += [
        tuple(("", finder("regex", [source])) for source in group)
        for group in given["either-regex"]
    ]
    return Prepared(
        tuple((right, finder("words", wrong, [right])) for right, wrong in given["prefer"].items()),
        tuple(either),
        SAFE if given["safe"] else UNSAFE,
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on every spelling that is not to be used, or is not the usual one of the report."""
    text = reading.document.text
    for right, finder in prepared.prefer:
        for hit in pattern.find(reading, finder):
            wrong = hit.span.cut(text)
            if wrong != right:  # punctuation matches in either width
                fix = Fix(prepared.safety, (Edit(hit.span, right),))
                values = {"found": wrong, "expected": right, "expected_line": "–"}
                yield Hit(hit.span, values, fix=fix)
    for group in prepared.either:
        spellings = {spelling for spelling, _ in group}
        hits = []
        for spelling, finder in group:
            others = spellings - {spelling}  # 注： also matches 注:, which is the other spelling
            spans = (hit.span for hit in pattern.find(reading, finder))
            hits.append([span for span in spans if span.cut(text) not in others])
        yield from _mixed(reading, hits)


def _mixed(reading: Reading, spellings: Sequence[Sequence[Span]]) -> Iterator[Hit]:
    """Hits on all spellings except the most frequent one; of equally frequent ones the first in the
    text is the usual one."""
    used = [spans for spans in spellings if spans]
    if len(used) < 2:
        return
    text, index = reading.document.text, reading.document.index
    usual = min(used, key=lambda spans: (-len(spans), spans[0]))
    first = usual[0]
    values = {"expected": first.cut(text), "expected_line": str(index.line_of(first.start))}
    taken = set(usual)
    for spans in used:
        for span in spans if spans is not usual else ():
            if span not in taken:
                yield Hit(span, {"found": span.cut(text), **values}, ((first, _OTHER),))
