"""Kind `order`: one text must come before another. With `needs` the second is reported also if the
first is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field, phrases
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.options import choice, flag, ignore_case, with_defaults
from reportlint.kinds.units import DOCUMENT, UNITS, units
from reportlint.patterns.phrases import PhrasePattern, phrase_pattern, phrases_of

OPTIONS: Mapping[str, Field] = {
    "first": phrases("应在前的文字", "the texts that must come first")._replace(required=True),
    "then": phrases("应在后的文字", "the texts that must come after them")._replace(required=True),
    "per": choice(
        "在每个什么里比较", "the unit within which the order is compared", UNITS, DOCUMENT
    ),
    "needs": flag(
        "没有应在前的文字也报",
        "also report the later texts if there is none of the first texts at all",
    ),
    "every": flag(
        "每一处都报，不只报第一处", "report every text that comes too early, not only the first"
    ),
    "scope": scopes.field(),
    "ignore-case": ignore_case(default=True),
}
FIELDS: Mapping[str, str] = {"found": "特此请示", "first": "妥否", "first_line": "9"}

_HERE = {"zh": "这一处应在前面", "en": "this should come first"}


class Prepared(NamedTuple):
    first: PhrasePattern | None
    then: PhrasePattern | None
    names: tuple[str, ...]  # what a message calls the first text if it is missing
    per: str
    needs: bool
    every: bool
    scope: scopes.Scope


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """A complaint for each text that is in both `first` and `then`."""
    first, then = (phrases_of(options.get(key)) for key in ("first", "then"))
    for text in (*first.any, *first.regex):
        if first != then and text in (*then.any, *then.regex):
            yield (
                "then",
                Text(
                    f"“{text}”既在 first 里又在 then 里，不能在自己前面",
                    f"“{text}” is in first and in then: it cannot stand before itself",
                ),
            )


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The patterns of both sides."""
    given = with_defaults(options, OPTIONS)
    first, fold = phrases_of(given["first"]), given["ignore-case"]
    return Prepared(
        phrase_pattern(first, lexicon, ignore_case=fold),
        phrase_pattern(phrases_of(given["then"]), lexicon, ignore_case=fold),
        first.any[:2] or first.regex[:1],
        given["per"],
        given["needs"],
        given["every"],
        scopes.scope(given["scope"]),
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on a text that comes before the first text that it should follow."""
    first, then = prepared.first, prepared.then
    if first is None or then is None or not then.search(reading.document.text):
        return
    area = scopes.Area(prepared.scope, reading)
    text = reading.document.text
    for unit in units(reading, prepared.per):
        later = list(_spans(then, text, unit.span, area))
        earlier = next(_spans(first, text, unit.span, area), None) if later else None
        yield from _misplaced(reading, later, earlier, prepared)


def _misplaced(
    reading: Reading, later: Sequence[Span], first: Span | None, prepared: Prepared
) -> Iterator[Hit]:
    """Hits on texts that come too early. `first` is the first place of what should precede them,
    None if it is missing."""
    text = reading.document.text
    wrong = later if prepared.needs else ()
    values: dict[str, Any] = {"first": prepared.names, "first_line": "–"}
    if first is not None:
        wrong = [span for span in later if span.start < first.start and not span.touches(first)]
        line = reading.document.index.line_of(first.start)
        values = {"first": first.cut(text), "first_line": str(line)}
    related = ((first, _HERE),) if first else ()
    for span in wrong if prepared.every else wrong[:1]:
        yield Hit(span, {"found": span.cut(text), **values}, related)


def _spans(pattern: PhrasePattern, text: str, within: Span, area: scopes.Area) -> Iterator[Span]:
    spans = (Span(*match.span()) for match in pattern.finditer(text, *within))
    return (span for span in spans if area.has(span))
