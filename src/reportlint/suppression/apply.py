"""What the author has silenced: by comments in the text, or by the configuration's `ignore`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import SAFE, Diagnostic, Edit, Fix
from reportlint.core.document import Document
from reportlint.core.reading import Hit
from reportlint.core.span import Span
from reportlint.suppression.comments import DISABLE, ENABLE, FILE, LINE, Directive

UNUSED = "unused-suppression"


class Ignore(NamedTuple):
    """An `ignore` entry of the configuration that applies to this report; an empty `text` is the whole report."""

    rule: str  # an id, `*` stands for any characters
    text: str = ""
    path: str = ""  # of the file where it stands
    line: int = 0


class Silence(NamedTuple):
    """One rule id of one comment and the lines (from 1, the last one among them) where it holds."""

    rule: str
    first: int
    last: int
    directive: int  # index into the directives
    closed_by: int = -1  # index of the `enable` that ends it


def silences(document: Document, directives: Sequence[Directive]) -> list[Silence]:
    """What the comments silence, and where."""
    made: list[Silence] = []
    open_: dict[str, tuple[int, int]] = {}
    end = len(document.index)
    for number, directive in enumerate(directives):
        line = document.index.line_of(directive.span.start)
        if directive.kind == ENABLE:
            for rule in directive.rules or tuple(open_):
                if rule in open_:
                    first, opener = open_.pop(rule)
                    made.append(Silence(rule, first, line, opener, number))
        elif directive.kind == DISABLE:
            for rule in directive.rules:
                open_.setdefault(rule, (line, number))
        else:
            first, last = _lines(document, directive)
            made += [Silence(rule, first, last, number) for rule in directive.rules]
    made += [Silence(rule, first, end, opener) for rule, (first, opener) in open_.items()]
    return made


def _lines(document: Document, directive: Directive) -> tuple[int, int]:
    if directive.kind == FILE:
        return 1, len(document.index)
    if directive.kind == LINE:
        return document.index.line_of(directive.span.start), document.index.line_of(
            directive.span.end
        )
    line = document.index.line_of(directive.span.end) + 1
    while line < len(document.index) and not document.index.line(line).cut(document.text).strip():
        line += 1  # reST wants an empty line after a comment, and a paragraph of Markdown often has one before it
    return line, line


class Terms(NamedTuple):
    """What the configuration asks of suppressions."""

    reasons: bool = False  # a comment that gives none silences nothing
    firm: frozenset[str] = frozenset()  # the rules that nothing silences

    def lack(self, directive: Directive) -> bool:
        """Whether the comment owes a reason."""
        return self.reasons and not directive.reason and directive.kind != ENABLE


ANY_TERMS = Terms()


def suppress(
    found: Sequence[Diagnostic],
    document: Document,
    directives: Sequence[Directive],
    ignores: Sequence[Ignore],
    terms: Terms = ANY_TERMS,
) -> tuple[list[Diagnostic], set[tuple[int, str]], set[Ignore]]:
    """`found` without what is silenced, and which (directive, rule id) pairs and which entries silenced something."""
    made = [
        one for one in silences(document, directives) if not terms.lack(directives[one.directive])
    ]
    used: set[tuple[int, str]] = set()
    heeded: set[Ignore] = set()
    kept: list[Diagnostic] = []
    for one in found:
        if one.rule in terms.firm:
            kept.append(one)
            continue
        first, last = document.index.line_of(one.span.start), document.index.line_of(one.span.end)
        by = [
            quiet
            for quiet in made
            if quiet.first <= last and first <= quiet.last and fnmatchcase(one.rule, quiet.rule)
        ]
        used.update((quiet.directive, quiet.rule) for quiet in by)
        entries = [ignore for ignore in ignores if _ignored(one, document.text, ignore)]
        heeded.update(entries)
        if not by and not entries:
            kept.append(one)
    return kept, used, heeded


def _ignored(one: Diagnostic, text: str, ignore: Ignore) -> bool:
    """Whether an occurrence of the entry's text lies in the diagnostic's span or around it."""
    if not fnmatchcase(one.rule, ignore.rule):
        return False
    if not ignore.text:
        return True
    start, end = one.span
    size = len(ignore.text)
    at = text.find(ignore.text, max(0, start - size), end + size)
    while at >= 0:
        if at <= start and end <= at + size or start <= at and at + size <= end:
            return True
        at = text.find(ignore.text, at + 1, end + size)
    return False


def unused(
    document: Document,
    directives: Sequence[Directive],
    used: set[tuple[int, str]],
    ran: Iterable[str],
    known: Iterable[str],
    terms: Terms = ANY_TERMS,
) -> list[Hit]:
    """A hit for each comment of which something did nothing.

    Nothing is said of the id of a known rule that did not run: it may be switched off only today.
    """
    ran, known, hits = set(ran), set(known), []
    ends = {
        quiet.directive: quiet.closed_by
        for quiet in silences(document, directives)
        if quiet.closed_by >= 0
    }
    closing = set(ends.values())
    for number, directive in enumerate(directives):
        idle = [
            rule
            for rule in directive.rules
            if (number, rule) not in used
            and rule != UNUSED
            and (_any(rule, ran) or not _any(rule, known))
        ]
        if directive.kind == ENABLE:
            if number not in closing:
                hits.append(_hit(document, directive, directive.rules, None))
        elif directive.rules and terms.lack(directive):
            hits.append(
                Hit(
                    directive.span,
                    {"rule": directive.rules, "detail": directive.kind, "place": ""},
                    message=_NO_REASON,
                )
            )
        elif any(rule in terms.firm for rule in idle):
            hits.append(_hit(document, directive, tuple(idle), None)._replace(message=_FIRM))
        elif idle or not directive.rules:
            enable = directives[ends[number]] if number in ends else None
            hits.append(_hit(document, directive, tuple(idle), enable))
    return hits


_NO_REASON = {
    "zh": "抑制 {rule} 没有写理由，不起作用；在规则名后面写“ -- 理由”",
    "en": "this suppression of {rule} gives no reason and does nothing; write “ -- why” behind the rule",
}
_FIRM = {
    "zh": "配置不许抑制 {rule}，这条注释不起作用",
    "en": "the configuration lets nobody suppress {rule}; this comment does nothing",
}


def _any(glob: str, ids: Iterable[str]) -> bool:
    return any(fnmatchcase(one, glob) for one in ids)


def _hit(
    document: Document, directive: Directive, idle: tuple[str, ...], enable: Directive | None
) -> Hit:
    values = {"rule": idle, "detail": directive.kind, "place": ""}
    message = {}
    if not directive.rules:
        message = {
            "zh": "抑制注释没有写规则名，不起作用；请写明要抑制哪条规则",
            "en": "this suppression names no rule and does nothing; say which rule it is for",
        }
    return Hit(
        directive.span, values, fix=_removal(document, directive, idle, enable), message=message
    )


def _removal(
    document: Document, directive: Directive, idle: tuple[str, ...], enable: Directive | None
) -> Fix | None:
    """Take the idle ids out, or the whole comment when none is left; with a `disable` goes the `enable` that is only its."""
    if set(idle) >= set(directive.rules):
        gone = [directive]
        if enable is not None:
            if not set(enable.rules) <= set(directive.rules):
                return None
            gone.append(enable)
        return Fix(SAFE, tuple(Edit(_whole(document, one.span), "") for one in gone))
    if enable is not None:
        return None
    left = " ".join(rule for rule in directive.rules if rule not in idle)
    return Fix(SAFE, (Edit(Span(directive.ids[0].start, directive.ids[-1].end), left),))


def _whole(document: Document, span: Span) -> Span:
    """The comment, with its line where it is alone there and an empty line beside it keeps the paragraphs apart."""
    text, index = document.text, document.index
    first, last = index.line_of(span.start), index.line_of(span.end)
    start, end = index.line(first).start, index.line(last).end
    if text[start : span.start].strip() or text[span.end : end].strip():
        return span
    alone = [first == 1, last >= len(index)]
    alone += [
        not index.line(line).cut(text).strip()
        for line in (first - 1, last + 1)
        if 1 <= line <= len(index)
    ]
    if not any(alone):
        return span
    return Span(start, index.line(last + 1).start if last < len(index) else end)
