"""The roles after the body: signature, date, afterword."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint.core import document as d
from reportlint.structure import role_patterns as p
from reportlint.structure import role_words as w
from reportlint.structure.role_parts import LONGEST_NAME, Part, is_sentence, lines_of

_MOST_SIGNERS = 8
_SHORT = 40  # code points of a line that may head notes, or be left by a web page
_MOST_AFTER = 15  # blocks that may follow 附件：… where nothing else says that the report is over


def fill_tail(parts: Sequence[Part], body: int, roles: list[str]) -> None:
    """Fill in the roles from the end of the body on; where several reports are kept in one file, from the end of each."""
    at = body
    while at < len(parts):
        began = next((i for i in range(at, len(parts)) if is_sentence(parts[i].text)), len(parts))
        at = began + 1
        while at < len(parts) and not _over(parts, at, began, body):
            at += 1
        if at < len(parts):
            at = _finish(parts, at, began, roles)


def _over(parts: Sequence[Part], at: int, began: int, body: int) -> bool:
    """Whether the body has ended before the block at `at`."""
    text, block = parts[at].text, parts[at].block
    if len(text) > _SHORT and text[-1] == "。" and not p.has_colon(text) and not p.may_end(text):
        return False  # what is asked below would say so too, but most blocks are plain paragraphs
    return (
        not block.quote
        and not block.depth
        and bool(_signed(parts, at, began) or _ends_report(parts[at], parts, at, body))
    )


def _finish(parts: Sequence[Part], at: int, began: int, roles: list[str]) -> int:
    """Fill in the roles from `at`, where the body has ended; returns the index where another body begins, or the end.

    A signature and a date may also follow the note of the annexes.
    """
    first = parts[at]
    annexed = first.hard and _is_after(first)
    own = (
        first.block.level
        if annexed
        else next((parts[i].block.level for i in range(at - 1, -1, -1) if parts[i].hard), 0)
    )
    here, unsigned = at, True
    while here < len(parts):
        part = parts[here]
        if (
            here > at
            and part.hard
            and not _is_after(part)
            and part.block.level < own + (not annexed)
        ):
            return here
        signed = _signed(parts, here, began) if unsigned and here - at <= _MOST_AFTER else 0
        if signed:
            _sign(parts, here, signed, roles)
            here, unsigned = here + signed, False
        else:
            roles[part.number] = d.AFTERWORD
            here += 1
    return here


def _sign(parts: Sequence[Part], at: int, many: int, roles: list[str]) -> None:
    for part in parts[at : at + many]:
        roles[part.number] = d.DATE if p.is_date(part.text) else d.SIGNATURE


def _signed(parts: Sequence[Part], at: int, began: int) -> int:
    """How many blocks, from `at`, are a signature with or without a date, or a date alone; 0 is none."""
    rest = len(parts) - at
    text = parts[at].text
    if (
        at <= began or parts[at].hard or text.endswith("。") and not p.has_colon(text)
    ):  # most blocks are sentences
        return 0
    lines = lines_of(text)
    if not lines:
        return 0
    if len(lines) > 1:  # Markdown: signature and date are one paragraph
        dated = p.is_date(lines[-1]) and all(_is_name(line) for line in lines[:-1])
        return 1 if dated or all(_is_label(line) or p.is_date(line) for line in lines) else 0
    if p.SIGNED_DATE.fullmatch(lines[0]) and not p.is_date(lines[0]) and _ends_soon(parts, at + 1):
        return 1
    for many in range(min(_MOST_SIGNERS, rest)):
        text = parts[at + many].text
        if p.is_date(text):
            return many + 1 if many or _ends_soon(parts, at + 1) else 0
        if (
            not (_is_name(text) or _is_label(text))
            or parts[at + many].hard
            or parts[at + many].block.depth
        ):
            break
    if _is_label(lines[0]) and _ends_soon(parts, at + 1):
        return 1
    last = rest == 1 and len(lines[0]) <= 20 and _is_name(lines[0])
    return 1 if last and (w.is_organisation(lines[0]) or w.is_person(lines[0])) else 0


def _is_label(line: str) -> bool:
    return p.SIGNED_LABEL.fullmatch(line)


def _is_name(text: str) -> bool:
    """Whether a line could be a signature: short, no punctuation, no ordinal."""
    if not 0 < len(text) <= LONGEST_NAME or w.is_numbered(text) or p.ENDED.match(text):
        return False
    return not any(char in text for char in "。，,；;！!？?：:、…《》|") or _is_label(text)


def _ends_soon(parts: Sequence[Part], at: int) -> bool:
    """Whether what follows `at` is nothing, or only what stands after a report."""
    return (
        at >= len(parts)
        or _is_after(parts[at])
        or p.is_date(parts[at].text)
        or _is_label(parts[at].text)
    )


def _is_after(part: Part) -> bool:
    text = part.text
    whole: tuple[Callable[[str], object], ...] = (
        p.ENDED.fullmatch, p.ANNEX_TITLE.fullmatch, p.NOTES_TITLE.fullmatch, p.AFTER_LINE.fullmatch, p.ANNEX_HEADING.match,
    )  # fmt: skip
    return any(test(text) for test in whole)


def _ends_report(part: Part, parts: Sequence[Part], at: int, body: int) -> bool:
    """Whether the afterword begins with the block at `at`, which is no signature."""
    text = part.text
    short = len(text) <= _SHORT
    if p.ENDED.fullmatch(text):
        return True
    if (
        p.ANNEX_TITLE.fullmatch(text)
        or part.block.kind == d.HEADING
        and p.ANNEX_HEADING.match(text)
    ):
        return True
    if short and p.NOTES_TITLE.fullmatch(text) and not w.is_numbered(text):
        return at - body >= (len(parts) - body) // 3
    if short and p.LEFTOVER.fullmatch(text):
        return len(parts) - at <= _MOST_AFTER and all(
            len(one.text) <= LONGEST_NAME for one in parts[at:]
        )
    if not p.AFTER_LINE.fullmatch(text):
        return False
    rest = parts[at + 1 : at + _MOST_AFTER + 2]
    signed = next(
        (i for i in range(min(len(rest), _MOST_AFTER)) if _signed(parts, at + 1 + i, body)), None
    )
    if signed is not None:
        rest = rest[:signed]
    return len(rest) <= _MOST_AFTER and not any(
        one.block.kind == d.HEADING or one.text.startswith(w.FORMULAS) for one in rest
    )
