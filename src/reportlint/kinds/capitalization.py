"""Kind `capitalization`: headings, or other parts named by a scope, in sentence case, Title Case,
lower or UPPER case.

In sentence and title case, words with inner capitals or all capitals (GitHub, macOS, API) are taken
as names and are right; other names go into `exceptions`. Since nobody can list all names, only a
percentage of the words must be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.characters import HAN
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span, Spans
from reportlint.core.text import Text
from reportlint.kinds import scopes
from reportlint.kinds.options import choice, number, regexes, texts, with_defaults
from reportlint.patterns.rule_pattern import RulePattern, any_found, from_regexes, from_words

SENTENCE, TITLE, LOWER, UPPER = "sentence", "title", "lower", "upper"
STYLES = (SENTENCE, TITLE, LOWER, UPPER)
OPTIONS: Mapping[str, Field] = {
    "style": choice(
        "sentence 只首词大写，title 各词首字母大写，lower 全小写，upper 全大写",
        "sentence: only the first word has a capital; title: all words except small ones; lower,"
        " upper: all letters",
        STYLES,
    ),
    "match": regexes(
        "不写 style 时：整段文字须符合其中一个正则",
        "instead of `style`: the whole text must match one of these regexes",
    ),
    "scope": scopes.field(("heading",)),
    "exceptions": texts("专名，怎样写都对", "names that are always right as written here"),
    "at-least": number(
        "百分之几的词须写对；不写则 sentence、title 为 80，其余为 100",
        "minimum percentage of right words; by default 80 for sentence and title, else 100",
        None,
    ),
}
FIELDS: Mapping[str, str] = {
    "found": "The First Steps",
    "expected": "The first steps",
    "words": "First",
}

_MOST = 80  # per cent of the words, for styles in which names keep their own case
_WORD = lazy(r"[^\W\d_][\w'’]*(?:[-.][\w'’]+)*")
_HAN = lazy(f"[{HAN}\u3040-\u30ff\uac00-\ud7af]")  # or kana, or Hangul
_BREAK = lazy(r"[:：.!?—–]\s*[\"'“‘(]*\Z")  # a sentence may begin after it
# Words that are right in titles with and without a capital.
_SMALL = frozenset(
    "a an and as at but by de down for from if in into la le like near nor of off on once onto or"
    " out over per so than that the"
    " till to up upon v via vs when with yet".split()
)
_UNREAD = frozenset(
    {d.ZONE_CODE, d.ZONE_TARGET, d.ZONE_URL, d.ZONE_TAG, d.ZONE_COMMENT, d.ZONE_MATH}
)
_BLOCKS = d.PROSE | {d.TABLE}


class Prepared(NamedTuple):
    style: str
    match: tuple[RulePattern, ...]
    scope: scopes.Scope
    exceptions: RulePattern | None
    at_least: int


class Word(NamedTuple):
    span: Span
    text: str
    first: bool  # in its block
    last: bool
    free: bool  # follows a colon or full stop: either case is right
    excepted: bool


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if not options.get("style") and not options.get("match"):
        yield "kind", Text("要写 style 或 match", "style or match must say what is right")
    if options.get("style") and options.get("match"):
        yield "match", Text("style 和 match 只写一个", "say style or match, not both")
    if (options.get("at-least") or 0) > 100:
        yield "at-least", Text("at-least 是百分数，最多 100", "at-least is a share of 100 at most")


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The parsed options."""
    given = with_defaults(options, OPTIONS)
    style, share = given["style"], given["at-least"]
    usual = _MOST if style in (SENTENCE, TITLE) else 100
    return Prepared(
        style,
        from_regexes([rf"\A(?:{source})\Z" for source in given["match"]], lexicon),
        scopes.scope(given["scope"]),
        from_words(given["exceptions"]),
        usual if share is None else share,
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each block in the scope with too many words in the wrong case."""
    text, area = reading.document.text, scopes.Area(prepared.scope, reading)
    for block in reading.document.blocks:
        span = block.content
        is_judged = block.kind in _BLOCKS and span.start < span.end
        if not is_judged or not area.has(Span(span.start, span.start + 1)):
            continue
        content = span.cut(text)
        if not prepared.match:
            yield from _wrong_case(reading, span, prepared)
        elif not any_found(prepared.match, content):
            yield Hit(span, {"found": content, "expected": "–", "words": "–"})


def _wrong_case(reading: Reading, span: Span, prepared: Prepared) -> Iterator[Hit]:
    """A hit on a block if too many of its words are in the wrong case for the style. Text with
    Chinese, Japanese or Korean characters is skipped, since these scripts have no case."""
    content = span.cut(reading.document.text)
    words = [] if _HAN.search(content) else _words(reading, span, prepared.exceptions)
    wrong = [word for word in words if not word.excepted and _is_wrong(word, prepared.style)]
    if wrong and (len(words) - len(wrong)) * 100 < prepared.at_least * len(words):
        yield _hit(span, content, wrong, prepared.style)


def _hit(span: Span, content: str, wrong: Sequence[Word], style: str) -> Hit:
    expected = content
    for word in reversed(wrong):
        start, end = word.span.start - span.start, word.span.end - span.start
        expected = expected[:start] + _right(word, style) + expected[end:]
    words = tuple(word.text for word in wrong)
    return Hit(span, {"found": content, "expected": expected, "words": words})


def _words(reading: Reading, span: Span, exceptions: RulePattern | None) -> list[Word]:
    """The words of a block, without those in code and addresses."""
    document, content = reading.document, span.cut(reading.document.text)
    unread = Spans(zone.span for zone in document.zones if zone.kind in _UNREAD)
    names = Spans(match.span() for match in exceptions.finditer(content)) if exceptions else None
    matches = [
        match for match in _WORD.finditer(content) if not unread.has(span.start + match.start())
    ]
    return [
        Word(
            Span(span.start + match.start(), span.start + match.end()),
            match[0],
            not any(map(str.isalpha, content[: match.start()])),
            not any(map(str.isalpha, content[match.end() :])),
            bool(_BREAK.search(content[: match.start()])),
            names is not None and names.has(match.start()),
        )
        for match in matches
    ]


def _is_wrong(word: Word, style: str) -> bool:
    """Whether a word is in the wrong case for the style."""
    if style in (LOWER, UPPER):
        return word.text != _right(word, style)
    if _is_name(word.text):
        return False
    if style == SENTENCE:
        return not word.free and word.text[0].isupper() != word.first
    is_small = word.text.lower() in _SMALL and not word.first and not word.last
    return word.text[0].islower() and not is_small


def _is_name(word: str) -> bool:
    """Whether a word has capitals after its first letter, an inner dot, or only one letter: API,
    GitHub, macOS, Node.js, I."""
    return (
        len(word) == 1
        or "." in word
        or any(char.isupper() for part in word.split("-") for char in part[1:])
    )


def _right(word: Word, style: str) -> str:
    if style in (LOWER, UPPER):
        return word.text.lower() if style == LOWER else word.text.upper()
    capital = style == TITLE or word.first
    head = word.text[0].upper() if capital else word.text[0].lower()
    return head + word.text[1:]
