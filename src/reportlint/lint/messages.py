"""A hit of a rule → a diagnostic with words for people."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.typed import Any
from reportlint.core.diagnostic import Diagnostic, Related
from reportlint.core.reading import Hit, Reading
from reportlint.core.rule import Rule
from reportlint.core.span import Span
from reportlint.core.text import pick

_JOINTS = {"zh": "、"}
# Kinds whose findings are of what is not there, or of the size of something; and the values that tell these findings apart.
ABOUT = {
    "required": ("missing",),
    "section": ("section",),
    "count": ("limit",),
    "length": ("bound", "limit", "unit"),
}
LASTING = frozenset({"required", "section"})
_LONGEST = 60  # code points of a value in a message


def diagnostic(rule: Rule, hit: Hit, reading: Reading, language: str) -> Diagnostic:
    """What `rule` says of `hit` in `language`."""
    message = fill(hit.message or rule.message, hit.values, language)
    related = tuple(Related(span, fill(texts, hit.values, language)) for span, texts in hit.related)
    severity = rule.severity if rule.forced or not hit.severity else hit.severity
    section = reading.section_path(hit.span.start)
    return Diagnostic(
        rule.id,
        severity,
        hit.span,
        message,
        section,
        related,
        hit.fix,
        _about(rule, hit),
        rule.kind in LASTING,
    )


def _about(rule: Rule, hit: Hit) -> str:
    """What a finding is about where its span is only the place to show it; always in the same words, whatever is spoken."""
    names = ABOUT.get(rule.kind, ())
    said = [worded(hit.values[name], "zh") for name in names if hit.values.get(name)]
    if isinstance(hit.values.get("demand"), Mapping | tuple):
        said.append(worded(hit.values["demand"], "zh"))
    return " ".join(said) if names else ""


def housekeeping(rule: Rule, span: Span, values: Mapping[str, Any], language: str) -> Diagnostic:
    """What the tool itself has to say under the name of a rule of kind `housekeeping`, of a file that may have no text."""
    return Diagnostic(rule.id, rule.severity, span, fill(rule.message, values, language))


def fill(texts: Mapping[str, str], values: Mapping[str, Any], language: str) -> str:
    """The text for `language` with `{field}`s filled in. A field that `values` lacks is a bug of a kind: KeyError."""
    words = pick(texts, language)
    if "{" not in words:
        return words
    return words.format_map({name: worded(value, language) for name, value in values.items()})


def worded(value: Any, language: str) -> str:
    """A value of a hit as one line: a list joined as the language joins, a mapping by language picked, a long text cut."""
    if isinstance(value, tuple | list):
        return _JOINTS.get(language, ", ").join(worded(one, language) for one in value)
    if isinstance(value, Mapping):
        return pick(value, language)
    line = (
        " ".join(str(value).split())
        if isinstance(value, str) and ("\n" in value or "\r" in value)
        else str(value)
    )
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
