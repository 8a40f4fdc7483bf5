"""The roles before the body: title, masthead, addressee."""

from __future__ import annotations

from collections.abc import Sequence

from reportlint.core import document as d
from reportlint.core.document import Document
from reportlint.structure import role_patterns as p
from reportlint.structure import role_words as w
from reportlint.structure.role_parts import LONGEST_NAME, LONGEST_TITLE, Part, is_sentence, lines_of
from reportlint.structure.titles import bare

_MOST_MASTHEAD = 20  # blocks between title and addressee


def fill_head(parts: Sequence[Part], roles: list[str], document: Document) -> int:
    """Fill in the roles before the body; returns the index into `parts` where the body begins."""
    at, titled, sourced, seen = 0, False, False, 0
    while at < len(parts):
        part = parts[at]
        if any(block.kind in (d.TABLE, d.CODE) for block in document.blocks[seen : part.number]):
            break
        seen = part.number
        lines = lines_of(part.text)
        if all(
            p.MASTHEAD_LINE.fullmatch(line) or (sourced or titled) and p.TIME_LINE.fullmatch(line)
            for line in lines
        ):
            roles[part.number], sourced = d.MASTHEAD, True
        elif _is_addressee(part) and (titled or at + 1 < len(parts)):
            roles[part.number] = d.ADDRESSEE
            return at + 1
        elif not titled and (many := _title(parts, at)):
            titled = True
            for one in parts[at : at + many]:
                roles[one.number] = d.TITLE
            at += many - 1
        elif titled and (
            _is_masthead(part, parts[at + 1 : at + 4]) or _before_addressee(parts, at)
        ):
            roles[part.number] = d.MASTHEAD
        else:
            break
        at += 1
    return at


def _title(parts: Sequence[Part], at: int) -> int:
    """How many blocks, from `at`, are the title; 0 is none."""
    part = parts[at]
    if part.block.quote or part.block.depth or not part.text:
        return 0
    if part.hard:
        return 1 if _is_title_heading(part, parts[at + 1 :]) else 0
    if not _may_be_title(part.text) or not any(
        is_sentence(one.text) or one.block.kind == d.HEADING for one in parts[at + 1 :]
    ):
        return 0
    return 1 + _title_goes_on(parts, at)


def _is_title_heading(part: Part, rest: Sequence[Part]) -> bool:
    others = [one for one in rest if one.hard]
    same = [one for one in others if one.block.level <= part.block.level]
    if w.is_numbered(part.text):
        return False
    if not same:
        return part.block.level == 1 or bool(others)
    return (
        w.is_genre(bare(part.text))
        or part.block.level == 1
        and all(w.is_numbered(one.text) for one in same)
    )


def _may_be_title(text: str) -> bool:
    return (
        len(text) <= LONGEST_TITLE
        and len(lines_of(text)) <= 3
        and text[-1] not in "。！？；，：:;,.!?、…"
        and not any(char in text for char in "。；！")
        and not w.is_numbered(text)
        and not p.is_date(text)
        and not p.DOCUMENT_NUMBER.fullmatch(text)
        and not (("：" in text[:8] or ": " in text[:12]) and not p.NAMED.match(text))
    )


def _title_goes_on(parts: Sequence[Part], at: int) -> int:
    """How many blocks after the first belong to a title that is centred over two or three lines."""
    joined = _close(parts[at].text)
    if w.is_genre(joined):
        return 0
    for many in (1, 2):
        part = parts[at + many] if at + many < len(parts) else None
        if (
            part is None
            or part.hard
            or not part.text
            or p.SUBTITLE.fullmatch(part.text)
            or not _may_be_title(part.text)
        ):
            return 0
        joined += _close(part.text)
        if len(joined) > LONGEST_TITLE * 2:
            return 0
        if w.is_genre(joined) and not p.is_date(part.text):
            return many
    return 0


def _close(text: str) -> str:
    return "".join(text.split())


def _is_masthead(part: Part, following: Sequence[Part]) -> bool:
    """Between the title and the body: a document number, a subtitle, a date, the speaker's name."""
    if part.hard or part.block.quote or part.block.depth:
        return False
    lines = lines_of(part.text)
    if all(
        p.SUBTITLE.fullmatch(x) or p.DOCUMENT_NUMBER.fullmatch(x) or p.is_date(x) for x in lines
    ):
        return bool(lines)
    if (
        not _may_be_title(part.text)
        or part.block.kind == d.HEADING
        or len(part.text) > LONGEST_NAME
    ):
        return False
    named = w.is_person(part.text) or w.is_organisation(part.text) or w.is_speaker(part.text)
    return bool(following) and (named or any(_is_addressee(one) for one in following))


def _before_addressee(parts: Sequence[Part], at: int) -> bool:
    """Whether only short lines stand between here and the addressee: captions, times, counters, the title once more."""
    for part in parts[at : at + _MOST_MASTHEAD]:
        if _is_addressee(part):
            return True
        if part.hard or part.block.kind == d.ITEM or len(part.text) > LONGEST_TITLE:
            return False
        if w.is_numbered(part.text) and not p.SUBTITLE.fullmatch(part.text):
            return False
    return False


def _is_addressee(part: Part) -> bool:
    """各位代表：, 各省、自治区、直辖市人民政府：, XX局：, Dear …,"""
    text = part.text
    if part.hard or part.block.quote or len(text) > 300 or len(lines_of(text)) > 3:
        return False
    if p.ADDRESSEE_EN.fullmatch(text):
        return True
    if not text.endswith(("：", ":")) or w.is_numbered(text) or w.is_no_addressee(text):
        return False
    names = [
        name
        for name in text[:-1].replace("，", "、").replace(",", "、").replace("\n", "").split("、")
        if name.strip()
    ]
    return (
        all(len(name) <= LONGEST_NAME for name in names) and w.is_addressed(names[-1].strip())
        if names
        else False
    )
