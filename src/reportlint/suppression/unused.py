"""Comments that suppress nothing, and the fixes that remove them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase

from reportlint.core.diagnostic import SAFE, Edit, Fix
from reportlint.core.document import Document
from reportlint.core.reading import Hit
from reportlint.core.span import Span
from reportlint.suppression.apply import ANY_TERMS, Terms, silences
from reportlint.suppression.comments import ENABLE, Directive

UNUSED = "unused-suppression"

_NO_REASON = {
    "zh": "抑制 {rule} 没有写理由，不起作用；在规则名后面写“ -- 理由”",
    "en": (
        "this suppression of {rule} gives no reason and does nothing; write “ -- why” behind the"
        " rule"
    ),
}
_UNSUPPRESSIBLE = {
    "zh": "配置不许抑制 {rule}，这条注释不起作用",
    "en": "the configuration lets nobody suppress {rule}; this comment does nothing",
}
_NO_RULE = {
    "zh": "抑制注释没有写规则名，不起作用；请写明要抑制哪条规则",
    "en": "this suppression names no rule and does nothing; say which rule it is for",
}


def unused(
    document: Document,
    directives: Sequence[Directive],
    used: Collection[tuple[int, str]],
    ran: Iterable[str],
    known: Iterable[str],
    terms: Terms = ANY_TERMS,
) -> Iterator[Hit]:
    """A hit for each comment of which at least one part suppressed nothing.

    `used` are the indexes of directives with those of their rule ids that suppressed something,
    `ran` and `known` are ids of rules. A known rule that did not run is not reported: it may be
    switched off only for now.
    """
    rules = set(ran), set(known)
    ends: dict[int, set[int]] = {}  # by directive: those that end it, for some of its rules
    for silence in silences(document, directives):
        if silence.closed_by >= 0:
            ends.setdefault(silence.directive, set()).add(silence.closed_by)
    closing = {end for some in ends.values() for end in some}
    for number, directive in enumerate(directives):
        if directive.kind != ENABLE:
            idle = tuple(
                rule
                for rule in directive.rules
                if (number, rule) not in used and _should_act(rule, *rules)
            )
            enables = tuple(directives[end] for end in sorted(ends.get(number, ())))
            yield from _judged(document, directive, idle, enables, terms)
        elif number not in closing:
            yield _hit(document, directive, directive.rules)


def _judged(
    document: Document,
    directive: Directive,
    idle: tuple[str, ...],
    enables: tuple[Directive, ...],
    terms: Terms,
) -> Iterator[Hit]:
    """The hits on a comment whose rules `idle` suppressed nothing; `enables` are the comments that
    end it."""
    if directive.rules and terms.lack_reason(directive):
        yield Hit(directive.span, _values(directive, directive.rules), message=_NO_REASON)
    elif not terms.unsuppressible.isdisjoint(idle):
        yield _hit(document, directive, idle)._replace(message=_UNSUPPRESSIBLE)
    elif idle or not directive.rules:
        yield _hit(document, directive, idle, enables)


def _should_act(glob: str, ran: Collection[str], known: Collection[str]) -> bool:
    """Whether a comment for this rule should suppress something: the rule ran, or does not exist.
    False for the rule of unused comments, whose findings are not known yet."""
    return glob != UNUSED and (_matches_any(glob, ran) or not _matches_any(glob, known))


def _matches_any(glob: str, ids: Iterable[str]) -> bool:
    return any(fnmatchcase(rule_id, glob) for rule_id in ids)


def _hit(
    document: Document,
    directive: Directive,
    idle: tuple[str, ...],
    enables: tuple[Directive, ...] = (),
) -> Hit:
    fix = _removal(document, directive, idle, enables)
    message = {} if directive.rules else _NO_RULE
    return Hit(directive.span, _values(directive, idle), fix=fix, message=message)


def _values(directive: Directive, rules: tuple[str, ...]) -> dict[str, object]:
    return {"rule": rules, "detail": directive.kind, "place": ""}


def _removal(
    document: Document, directive: Directive, idle: tuple[str, ...], enables: tuple[Directive, ...]
) -> Fix | None:
    """The fix that removes the idle ids, or the whole comment if none is left, with each `enable`
    that only ends this comment; None if other ids depend on an `enable`."""
    without = frozenset(idle)
    if without >= set(directive.rules):
        if any(not set(enable.rules) <= set(directive.rules) for enable in enables):
            return None
        gone = (directive, *enables)
        return Fix(SAFE, tuple(Edit(_whole(document, comment.span), "") for comment in gone))
    if enables:
        return None
    kept = (
        span.cut(document.text)
        for rule, span in zip(directive.rules, directive.ids, strict=True)
        if rule not in without
    )
    left = " ".join(dict.fromkeys(kept))
    return Fix(SAFE, (Edit(Span(directive.ids[0].start, directive.ids[-1].end), left),))


def _whole(document: Document, span: Span) -> Span:
    """The span of the comment, extended to its line if the comment is alone there and an empty line
    beside it keeps the paragraphs apart."""
    text, index = document.text, document.index
    first, last = index.line_of(span.start), index.line_of(span.end)
    start, end = index.line(first).start, index.line(last).end
    if text[start : span.start].strip() or text[span.end : end].strip():
        return span
    is_inside = first > 1 and last < len(index)
    if is_inside and all(index.line(line).cut(text).strip() for line in (first - 1, last + 1)):
        return span
    return Span(start, index.line(last + 1).start if last < len(index) else end)
