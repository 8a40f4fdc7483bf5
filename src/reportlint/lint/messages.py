"""A hit of a rule → a diagnostic with words for people."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Related
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.core.text import pick
from reportlint.kinds import KINDS

_SEPARATORS = {"zh": "、"}  # between the items of a list; ", " in other languages
_LONGEST = 60  # code points of a value in a message
_OF_SUBJECTS = "zh"  # a subject is always in the same words, whatever language is spoken


def diagnostic(rule: Rule, hit: Hit, language: str, reading: Reading | None = None) -> Diagnostic:
    """What `rule` says of `hit` in `language`; `reading` is None where the file has no text that
    could be read."""
    identity = KINDS[rule.kind].identity(hit, rule.options)
    subject = (worded(value, _OF_SUBJECTS) for value in identity.subject)
    return Diagnostic(
        rule.id,
        rule.severity if rule.forced or not hit.severity else hit.severity,
        hit.span,
        fill(hit.message or rule.message, hit.values, language),
        reading.section_path(hit.span.start) if reading else (),
        tuple(Related(span, fill(texts, hit.values, language)) for span, texts in hit.related),
        hit.fix,
        " ".join(filter(None, subject)),
        identity.document_level,
        identity.transient,
    )


def housekeeping(rule: Rule, values: Mapping[str, Any], language: str) -> Diagnostic:
    """What the tool itself has to say of a file as a whole, in the words of a rule of kind
    `housekeeping`."""
    return diagnostic(rule, Hit(Span(0, 0), values), language)


def fill(texts: Mapping[str, str], values: Mapping[str, Any], language: str) -> str:
    """The text for `language` with `{field}`s filled in. A field that `values` lacks is a bug of a
    kind: KeyError."""
    words = pick(texts, language)
    if "{" not in words:
        return words
    return words.format_map({name: worded(value, language) for name, value in values.items()})


def worded(value: Any, language: str) -> str:
    """A value of a hit as one line: a list joined as the language joins, a mapping by language
    picked, a long text cut."""
    if isinstance(value, tuple | list):
        return _SEPARATORS.get(language, ", ").join(worded(item, language) for item in value)
    if isinstance(value, Mapping):
        return pick(value, language)
    line = str(value)
    if "\n" in line or "\r" in line:
        line = " ".join(line.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
