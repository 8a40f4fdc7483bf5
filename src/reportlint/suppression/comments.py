"""Parse comments that suppress rules: `<!-- reportlint-disable-next-line placeholder -- why -->`,
in reST `.. reportlint-disable-…`.

A comment in Word has the same words without the marks; `reportlint-ignore placeholder: why` applies
to the lines that the comment is on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from reportlint._startup import late_re as re
from reportlint._startup.lazy_pattern import lazy
from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.document import CODE, FRONT_MATTER, ZONE_CODE, Document, Remark
from reportlint.core.rule import Rule
from reportlint.core.span import Span, Spans

DISABLE = "disable"  # until the `enable` that names the rule, or the end
ENABLE = "enable"
LINE = "disable-line"
FILE = "disable-file"

_WORD = "reportlint-"
_BODY = (
    r"reportlint-(?P<kind>disable-next-line|disable-line|disable-file|disable|enable)"
    r"(?![\w-])(?P<rest>{rest})"
)
_MARKUP = lazy(r"<!--[ \t\r\n]*" + _BODY.format(rest=r"(?:(?!-->)[\s\S])*?") + r"-->")
_REST = lazy(r"^[ \t]*\.\.[ \t]+" + _BODY.format(rest=r"[^\r\n]*"), re.MULTILINE)
_REMARK = lazy(
    r"^[ \t]*(?:<!--[ \t]*)?"
    + _BODY.replace("disable-file|", "disable-file|ignore|").format(rest=r"[^\r\n]*"),
    re.MULTILINE,
)
_ID = lazy(r"[^\W\d_][\w*-]*|\*[\w*-]*|“[^”\r\n]+”|\"[^\"\r\n]+\"")
_QUOTES = '“”"'  # around a short name of several words
_REASON = lazy(r"(?:^|\s)--(?:\s|$)")
_REMARK_REASON = lazy(r"[:：]|\s-->?(?:\s|$)|[—–]+")  # Word turns two hyphens into a dash


class Directive(NamedTuple):
    """One comment that suppresses rules, or ends their suppression."""

    kind: str
    # ids or short names as written, `*` matches any characters; () is an error of the author
    rules: tuple[str, ...]
    ids: tuple[Span, ...]  # the span of each of them, with its quotes
    span: Span  # the whole comment
    reason: str = ""  # what follows ` -- `


def directives(document: Document) -> tuple[Directive, ...]:
    """The suppression comments of a document, in order. Those inside code are examples and are
    skipped."""
    text = document.text
    if document.remarks:
        return tuple(_of_remarks(document.remarks))
    if _WORD not in text:
        return ()
    pattern = _REST if document.format == "rst" else _MARKUP
    code = Spans(
        [
            *(block.span for block in document.blocks if block.kind in (CODE, FRONT_MATTER)),
            *(zone.span for zone in document.zones if zone.kind == ZONE_CODE),
        ]
    )
    in_text = map(_directive, pattern.finditer(text))
    return tuple(directive for directive in in_text if not code.has(directive.span.start))


def _of_remarks(remarks: Iterable[Remark]) -> Iterator[Directive]:
    """The suppression comments among the comments beside the text; each applies to the text that it
    is on."""
    for remark in remarks:
        for match in _REMARK.finditer(remark.text) if _WORD in remark.text else ():
            rest = match["rest"].removesuffix("-->")
            reason = _REMARK_REASON.search(rest)
            names = _ID.findall(rest[: reason.start()] if reason else rest)
            rules = tuple(name.strip(_QUOTES) for name in names)
            yield Directive(
                LINE if match["kind"] == "ignore" else match["kind"],
                rules,
                (remark.span,) * len(rules),
                remark.span,
                rest[reason.end() :].strip() if reason else "",
            )


def with_ids(comments: Iterable[Directive], rules: Mapping[str, Rule]) -> tuple[Directive, ...]:
    """The comments with short names replaced by ids; an unknown name is kept."""
    return tuple(_with_ids(directive, rules) for directive in comments)


def _with_ids(directive: Directive, known: Mapping[str, Rule]) -> Directive:
    from reportlint.config.rule_names import match_rules

    pairs = [
        (rule, span)
        for name, span in zip(directive.rules, directive.ids, strict=True)
        for rule in (("*" not in name and match_rules(name, known)) or [name])
    ]
    rules, ids = tuple(rule for rule, _ in pairs), tuple(span for _, span in pairs)
    return directive._replace(rules=rules, ids=ids)


def _directive(match: re.Match[str]) -> Directive:
    rest, start = match["rest"], match.start("rest")
    reason = _REASON.search(rest)
    ids = list(_ID.finditer(rest[: reason.start()] if reason else rest))
    indent = len(match[0]) - len(match[0].lstrip(" \t"))
    return Directive(
        match["kind"],
        tuple(id_match[0].strip(_QUOTES) for id_match in ids),
        tuple(Span(start + id_match.start(), start + id_match.end()) for id_match in ids),
        Span(match.start() + indent, match.end()),
        rest[reason.end() :].strip() if reason else "",
    )
