"""Kind `order`: one text before another; with `needs` the other is nowhere without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import CHOICE, FLAG, PHRASES, Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.units import DOCUMENT, UNITS, units
from reportlint.patterns.phrases import compiled, of_option

OPTIONS: Mapping[str, Field] = {
    "first": Field(PHRASES, Text("应在前的文字", "the texts that come first"), required=True),
    "then": Field(PHRASES, Text("应在后的文字", "the texts that come after"), required=True),
    "per": Field(
        CHOICE, Text("在每个什么里比较", "in what they are compared"), DOCUMENT, choices=UNITS
    ),
    "needs": Field(
        FLAG,
        Text(
            "没有应在前的文字也报",
            "report what should come after, too, where nothing comes first at all",
        ),
        False,
    ),
    "every": Field(
        FLAG,
        Text("每一处都报，不只报第一处", "report all that stand too early, not only the first"),
        False,
    ),
    "scope": scopes.field(),
}
FIELDS: Mapping[str, str] = {"found": "特此请示", "first": "妥否", "first_line": "9"}

_HERE = {"zh": "这一处应在前面", "en": "this should come first"}


class Prepared(NamedTuple):
    first: Any
    then: Any
    names: tuple[str, ...]  # how a message calls what should come first where it is not there
    per: str
    needs: bool
    every: bool
    scope: scopes.Scope


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """Both sides compiled."""
    first, then = of_option(options.get("first")), of_option(options.get("then"))
    return Prepared(
        compiled(first, lexicon),
        compiled(then, lexicon),
        first.any[:2] or first.regex[:1],
        options.get("per") or DOCUMENT,
        bool(options.get("needs")),
        bool(options.get("every")),
        scopes.scope(options.get("scope") or scopes.DEFAULT),
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on what stands before the first text that it should follow."""
    if (
        prepared.first is None
        or prepared.then is None
        or not prepared.then.search(reading.document.text)
    ):
        return
    area = scopes.Area(prepared.scope, reading)
    text, index = reading.document.text, reading.document.index
    for unit in units(reading, prepared.per):
        then = list(_spans(prepared.then, text, unit.span, area))
        first = next(_spans(prepared.first, text, unit.span, area), None) if then else None
        if first is None and not prepared.needs:
            continue
        early = [
            span
            for span in then
            if first is None or span.start < first.start and not span.touches(first)
        ]
        for span in early if prepared.every else early[:1]:
            name: Any = first.cut(text) if first else prepared.names
            line = str(index.line_of(first.start)) if first else "–"
            related = ((first, _HERE),) if first else ()
            yield Hit(span, {"found": span.cut(text), "first": name, "first_line": line}, related)


def _spans(pattern: Any, text: str, within: Span, area: scopes.Area) -> Iterator[Span]:
    for match in pattern.finditer(text, *within):
        span = Span(*match.span())
        if area.has(span):
            yield span
