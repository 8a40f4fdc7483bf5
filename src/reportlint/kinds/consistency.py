"""Kind `consistency`: two spellings of one thing.

`prefer` names the right one: every other is reported, with the right one as a fix. `either` and `either-regex` take any one,
but not two of them in one report: what is less often there is reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.diagnostic import SAFE, UNSAFE, Edit, Fix
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import LIST, MAP, REGEX, TEXT, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import pattern

_FORM = Field(TEXT, Text("一种写法", "a spelling"))
_FORMS = Field(LIST, Text("同一事物的几种写法", "spellings of one thing"), item=_FORM)
_PATTERNS = Field(
    LIST,
    Text("几种写法的正则", "regexes for the spellings"),
    item=Field(REGEX, Text("正则", "a regex")),
)

OPTIONS: Mapping[str, Field] = {
    "prefer": Field(
        MAP,
        Text("正确的写法：不用的写法（一个或几个）", "the right spelling: those not to use"),
        {},
        item=_FORMS._replace(doc=Text("不用的写法", "spellings not to use")),
    ),
    "either": Field(
        LIST,
        Text(
            "各组写法；同一份报告里一组只用一种",
            "groups of spellings; a report uses only one of each group",
        ),
        (),
        item=_FORMS,
    ),
    "either-regex": Field(LIST, Text("同上，写成正则", "the same, as regexes"), (), item=_PATTERNS),
    **{name: pattern.FINDS[name] for name in ("unless", "allow", "scope", "ignore-case", "safe")},
}
FIELDS: Mapping[str, str] = {"found": "登陆", "expected": "登录", "expected_line": "3"}

_OTHER = {"zh": "这里的写法不同", "en": "it is spelt like this here"}


class Prepared(NamedTuple):
    prefer: tuple[tuple[str, Any], ...]  # the right spelling, and what finds the others
    either: tuple[tuple[Any, ...], ...]  # groups of what finds one spelling each
    safety: str


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """Why a rule could never find anything."""
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


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """What `pattern` makes of each spelling."""
    shared = {name: options.get(name) for name in ("unless", "allow", "scope", "ignore-case")}
    prefer, either = options.get("prefer") or {}, options.get("either") or ()

    def finder(key: str, forms: Sequence[str], others: Sequence[str]) -> Any:
        longer = [
            one for one in others if any(form != one and form in one for form in forms)
        ]  # 帐目 in 帐目清单 is no find of it
        own = {**shared, key: forms, "allow": [*(shared["allow"] or ()), *longer]}
        return pattern.prepare(own, lexicon)

    return Prepared(
        tuple((right, finder("words", wrong, [right])) for right, wrong in prefer.items()),
        (
            *(tuple(finder("words", [form], forms) for form in forms) for forms in either),
            *(
                tuple(finder("regex", [form], []) for form in forms)
                for forms in options.get("either-regex") or ()
            ),
        ),
        SAFE if options.get("safe") else UNSAFE,
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on every spelling that is not to be used, or is not the report's usual one."""
    text = reading.document.text
    for right, finder in prepared.prefer:
        for hit in pattern.find(reading, finder):
            fix = Fix(prepared.safety, (Edit(hit.span, right),))
            yield Hit(
                hit.span,
                {"found": hit.span.cut(text), "expected": right, "expected_line": "–"},
                fix=fix,
            )
    for finders in prepared.either:
        yield from _mixed(
            reading, [[hit.span for hit in pattern.find(reading, one)] for one in finders]
        )


def _mixed(reading: Reading, groups: Sequence[Sequence[Span]]) -> Iterator[Hit]:
    """Hits on all spellings but the one that is there most often; of equals the one that comes first is the usual one."""
    used = [spans for spans in groups if spans]
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
