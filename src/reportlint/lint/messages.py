"""Turn a hit of a rule into a diagnostic with its message."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Related
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.core.text import cut_end, pick
from reportlint.kinds import KINDS

_SEPARATORS = {"zh": "、"}  # between the items of a list; ", " in other languages
_LONGEST = 60  # code points of a value in a message, at most
_OF_SUBJECTS = "zh"  # the language of subjects, independent of that of messages


def diagnostic(rule: Rule, hit: Hit, language: str, reading: Reading | None = None) -> Diagnostic:
    """The diagnostic for a `hit` of `rule`, in `language`; `reading` is None if the file has no
    readable text."""
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
    """A diagnostic of the tool itself about a file as a whole, from a rule of kind
    `housekeeping`."""
    return diagnostic(rule, Hit(Span(0, 0), values), language)


def fill(texts: Mapping[str, str], values: Mapping[str, Any], language: str) -> str:
    """The text in `language` with its `{field}`s filled in. Raises KeyError if `values` lacks a
    field, which is a bug of the kind."""
    words = pick(texts, language)
    if "{" not in words:
        return words
    return words.format_map({name: worded(value, language) for name, value in values.items()})


def worded(value: Any, language: str) -> str:
    """A value of a hit as one line. The items of a list are joined, a mapping by language gives the
    text in `language`, a long text is cut."""
    if isinstance(value, tuple | list):
        return _SEPARATORS.get(language, ", ").join(worded(item, language) for item in value)
    if isinstance(value, Mapping):
        return pick(value, language)
    line = str(value)
    if "\n" in line or "\r" in line:
        line = " ".join(line.split())
    return cut_end(line, _LONGEST)
