"""Kind `readability`: how easy a text is to read, by the formula for its language.

English: Flesch reading ease, and Flesch–Kincaid grade. German: Amstad. French: Kandel and Moles.
Spanish: Szigriszt-Pazos (INFLESZ). Portuguese: Martins and others (1996). Italian: Gulpease. For
Chinese, Japanese and Korean there is no generally accepted formula.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import schema
from reportlint.core.lexicon import Lexicon
from reportlint.core.reading import Hit, Reading
from reportlint.core.schema import Field
from reportlint.core.span import Span
from reportlint.core.text import Text
from reportlint.kinds.length import visible
from reportlint.kinds.options import NO_LIMIT, choice, crossed_limits, number, with_defaults
from reportlint.kinds.protocol import Identity
from reportlint.kinds.units import DOCUMENT, PARAGRAPH, SECTION, WHOLE_SECTION, sentences, units
from reportlint.structure.language import may_be_english

EASE, GRADE = "ease", "grade"
_PIECES = (DOCUMENT, SECTION, WHOLE_SECTION, PARAGRAPH)
_LEAST = 100  # words for which the formulas were made
_ENGLISH = "en"
# One syllable.
_SYLLABLE: Mapping[str, re.Pattern[str]] = {
    "de": lazy("aa|ee|oo|ai|ay|au|äu|ei|ey|eu|ie|qu[aeiouyäöü]|[aeiouyäöü]"),
    "es": lazy("(?:qu|gu(?=[eiéí]))?[iuü]?[aeoáéó][iuy]?(?![aeoáéó])|[aeoáéóíú]|[iuü]+|y\\b"),
    "pt": lazy("(?:qu|gu(?=[eiéêí]))?(?:ão|ãe|õe|[aeoáéóâêôã][iu]?|[aeoíúiu])"),
    "fr": lazy("eau|[aeiouyàâäéèêëîïôöùûüœæ]+"),
    "it": lazy("[aeiouàèéìòù]+"),
    "en": lazy("[aeiouy]+"),
}
_SILENT: Mapping[str, re.Pattern[str]] = {  # an ending that is written but not pronounced
    "en": lazy(
        "(?<=[^aeiouy])(?<![^aeiouy]l)e$|(?<=[^aeiouytd])ed$|(?<=[^aeiouyszxcg])(?<![cs]h)es$"
    ),
    "fr": lazy("(?<=[^aeiouyéèêëàâîïôùû])e(?:s|nt)?$"),
}
# Two vowels of English that are two syllables: idea, media, poet, going; not those of -tion, -cial
# and -gious.
_HIATUS = lazy(
    "(?<![tscg])i[ao](?!u)|(?<=[tscg])i(?=ate|ety)|eo(?=[lrn]|$)|[aeiou]ing$|ue[nl]|ui(?=d|ty)|oe[mt]|ya|creat|"
    "(?<![tc])ie(?=t$|nc|nt)|(?<=sc)ie(?=nc)|(?<=[aeiou][^aeiou])ea$"
)


class Counts(NamedTuple):
    """The counts of one piece that the formulas use."""

    words: int
    sentences: int
    syllables: int
    letters: int

    @property
    def a_sentence(self) -> float:
        """Mean number of words per sentence."""
        return self.words / self.sentences

    @property
    def a_word(self) -> float:
        """Mean number of syllables per word."""
        return self.syllables / self.words


_EASE: Mapping[str, Callable[[Counts], float]] = {
    _ENGLISH: lambda of: 206.835 - 1.015 * of.a_sentence - 84.6 * of.a_word,
    "de": lambda of: 180 - of.a_sentence - 58.5 * of.a_word,
    "fr": lambda of: 207 - 1.015 * of.a_sentence - 73.6 * of.a_word,
    "es": lambda of: 206.835 - of.a_sentence - 62.3 * of.a_word,
    "pt": lambda of: 248.835 - 1.015 * of.a_sentence - 84.6 * of.a_word,
    "it": lambda of: 89 + (300 * of.sentences - 10 * of.letters) / of.words,
}


def _grade(of: Counts) -> float:
    return 0.39 * of.a_sentence + 11.8 * of.a_word - 15.59


OPTIONS: Mapping[str, Field] = {
    "language": schema.text(
        f"正文的语言，有公式的有 {'、'.join(_EASE)}",
        f"the language of the text; there are formulas for {', '.join(_EASE)}",
        required=True,
    ),
    "formula": choice(
        "ease 易读度，越大越易读；grade 美国年级（只有英文），越大越难读",
        "ease: from 0 to about 100, higher is easier; grade: the school grade in the USA, for"
        " English only, higher is harder",
        (EASE, GRADE),
        EASE,
    ),
    "of": choice("量什么", "what is measured", _PIECES, DOCUMENT),
    "min": number("至少", "at least", None),
    "max": number("至多", "at most", None),
    "least-words": number("不到这么多词的不量", "pieces with fewer words are skipped", _LEAST),
}
FIELDS: Mapping[str, str] = {"score": "38", "limit": "50", "bound": "低于", "words": "120"}

_HIGHEST = 30  # no text needs so many years of school
_MORE = {"zh": "高于", "en": "above"}
_LESS = {"zh": "低于", "en": "below"}
_WORD = lazy(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Prepared(NamedTuple):
    language: str
    formula: Callable[[Counts], float]
    of: str
    min: int | None
    max: int | None
    least: int


def complaints(options: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    """The reasons why a rule with these options could never find anything."""
    if options.get("formula") == GRADE and (options.get("max") or 0) > _HIGHEST:
        yield (
            "max",
            Text(
                f"grade 是年级，不到 {_HIGHEST}；易读度用 formula: ease",
                f"a grade lies below {_HIGHEST}; the reading ease is formula: ease",
            ),
        )
    language = str(options.get("language") or "")
    if language not in _EASE:
        yield (
            "language",
            Text(
                f"“{language}”没有公认的可读性公式；有公式的：{'、'.join(_EASE)}。中文可用 kind:"
                f" length 限制句子长短",
                f"“{language}” has no formula of readability that is agreed upon; there are some"
                f" for {', '.join(_EASE)}."
                " A kind: length can limit sentences",
            ),
        )
    elif options.get("formula") == GRADE and language != _ENGLISH:
        yield "formula", Text("grade 只有英文有", "a grade is defined for English only")
    if options.get("min") is None and options.get("max") is None:
        yield "kind", NO_LIMIT
    yield from crossed_limits(options.get("min"), options.get("max"))


def identity(hit: Hit, options: Mapping[str, Any]) -> Identity:
    """Identified by the violated limit, whatever the score is now."""
    subject = hit.values["bound"], hit.values["limit"]
    return Identity(subject, document_level=options.get("of", DOCUMENT) == DOCUMENT)


def prepare(options: Mapping[str, Any], lexicon: Lexicon) -> Prepared:
    """The parsed options."""
    given = with_defaults(options, OPTIONS)
    formula = _grade if given["formula"] == GRADE else _EASE[given["language"]]
    return Prepared(
        given["language"], formula, given["of"], given["min"], given["max"], given["least-words"]
    )


def find(reading: Reading, prepared: Prepared) -> Iterator[Hit]:
    """A hit on each piece that is too easy or too hard to read. A text in another language is
    skipped."""
    english = may_be_english(reading.document.text)
    if reading.language == "zh" or english != (prepared.language == _ENGLISH):
        return
    for unit in units(reading, prepared.of):
        counts = _counts(reading, unit.span, prepared.language)
        if counts.words < max(prepared.least, 1):
            continue
        score = prepared.formula(counts)
        if prepared.max is not None and score > prepared.max:
            yield _hit(unit.place, score, prepared.max, _MORE, counts)
        elif prepared.min is not None and score < prepared.min:
            yield _hit(unit.place, score, prepared.min, _LESS, counts)


def _hit(place: Span, score: float, limit: int, bound: Mapping[str, str], of: Counts) -> Hit:
    values = {"score": f"{score:.0f}", "limit": str(limit), "bound": bound, "words": str(of.words)}
    return Hit(place, values)


def _counts(reading: Reading, span: Span, language: str) -> Counts:
    """The counts in the paragraphs and items of a piece."""
    words = spoken = letters = ended = 0
    for block in reading.body:
        start, end = block.content.overlap(span)
        if start >= end:
            continue
        prose = visible(reading, Span(start, end))
        for sentence in sentences(prose, Span(0, len(prose))):
            in_sentence = _WORD.findall(sentence.cut(prose))
            ended += bool(in_sentence)
            words += len(in_sentence)
            letters += sum(map(len, in_sentence))
            spoken += sum(syllables(word, language) for word in in_sentence)
    return Counts(words, max(ended, 1), spoken, letters)


def syllables(word: str, language: str) -> int:
    """The number of syllables of a word of letters, at least one."""
    folded = word.casefold()
    ends = _SILENT.get(language)
    spoken = ends.sub("", folded) if ends is not None else folded
    number = len(_SYLLABLE[language].findall(spoken))
    if language == "en":
        number += len(_HIATUS.findall(spoken))
    return max(number, 1)
