"""The roles before the body: title, masthead, addressee."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.characters import COLONS
from reportlint.core.document import Document
from reportlint.core.word import FORMAT as DOCX
from reportlint.ordinals.matcher import Matcher
from reportlint.structure import line_classifiers as lines
from reportlint.structure import names
from reportlint.structure.line_classifiers import is_date, is_numbered
from reportlint.structure.role_parts import (
    LONGEST_NAME,
    LONGEST_TITLE,
    Part,
    is_running_text,
    lines_of,
)
from reportlint.structure.titles import bare, plain_title

_MOST_MASTHEAD = 20  # blocks between title and addressee
_LABEL = lazy(r"[A-Z][A-Za-z /-]{1,30}:\s")
_SECTIONS = frozenset(
    {"summary", "plan", "proposal", "review", "document", "notes", "release notes"}
)  # kinds of report, but alone on a line the first section
_URGENT = ("绝密", "机密", "秘密", "特急", "加急", "平急", "急件", "内部资料")
_LONGEST_ADDRESSEE = 300  # code points
_LONGEST_LATIN = 90  # code points of a title in Latin letters
_JOINTS = (
    "和",
    "及",
    "与",
    "以及",
    "暨",
)  # start of the second line of a title: …情况 / 和…草案的报告


def fill_head(parts: Sequence[Part], roles: list[str], document: Document, matcher: Matcher) -> int:
    """Fill in the roles before the body. Return the index into `parts` where the body begins."""
    return _Head(parts, document, matcher).fill(roles)


class _Head:
    """One pass over the beginning of a report."""

    def __init__(self, parts: Sequence[Part], document: Document, matcher: Matcher) -> None:
        self.parts = parts
        self.blocks = document.blocks
        self.is_word = document.format == DOCX
        self.matcher = matcher

    def fill(self, roles: list[str]) -> int:
        """Fill in the roles. Return the index where the body begins."""
        at, has_title, has_source = self.labels_above(roles), False, False
        while at < len(self.parts) and not self.is_behind_table(at):
            part, size = self.parts[at], 1
            if _is_metadata(part.text, has_source or has_title):
                role, has_source = d.MASTHEAD, True
            elif self.is_addressee(part) and (has_title or at + 1 < len(self.parts)):
                roles[part.number] = d.ADDRESSEE
                return at + 1
            elif has_title:
                role = d.MASTHEAD
                size = int(self.is_masthead(at) or self.is_before_addressee(at))
            else:
                role, has_title = d.TITLE, True
                size = self.title_size(at)
            if not size:
                break
            for head_part in self.parts[at : at + size]:
                roles[head_part.number] = role
            at += size
        return at

    def labels_above(self, roles: list[str]) -> int:
        """Fill in the role of labelled items (- Start Date: 2026-01-20) above the heading that is
        the title. Return their number."""
        labels = list(takewhile(_is_label, self.parts))
        at = len(labels)
        if (
            not 0 < at < len(self.parts)
            or not self.parts[at].block.marked
            or not self.title_size(at)
        ):
            return 0
        for part in labels:
            roles[part.number] = d.MASTHEAD
        return at

    def is_behind_table(self, at: int) -> bool:
        """Whether a table or code is directly before part `at`: then the body has begun."""
        before = self.parts[at - 1].number if at else 0
        return any(b.kind in (d.TABLE, d.CODE) for b in self.blocks[before : self.parts[at].number])

    def title_size(self, at: int) -> int:
        """The number of blocks from `at` that are the title; 0 if there is none."""
        part = self.parts[at]
        if part.inside or not part.text:
            return 0
        if part.block.marked:
            size = 2 * self.is_title_of_two_headings(at) or int(self.is_title_heading(at))
            # In Word each line of a title is a paragraph; only the first of them is a heading.
            return size + self.count_title_lines(at) if size == 1 and self.is_word else size
        is_followed = any(
            is_running_text(after.text) or after.block.kind == d.HEADING
            for after in self.parts[at + 1 :]
        )
        return 1 + self.count_title_lines(at) if self.may_be_title(part.text) and is_followed else 0

    def is_title_heading(self, at: int) -> bool:
        """Whether a heading by markup is the title: no other heading is as high, or all of those
        are numbered."""
        part = self.parts[at]
        if is_numbered(part.text, self.matcher):
            return False
        others = self.headings_behind(at)
        as_high = [other for other in others if other.block.level <= part.block.level]
        if not as_high:
            return part.block.level == 1 or bool(others)
        plain = bare(part.text)
        return (names.is_genre(plain) and plain.casefold() not in _SECTIONS) or (
            part.block.level == 1
            and all(is_numbered(other.text, self.matcher) for other in as_high)
        )

    def headings_behind(self, at: int) -> list[Part]:
        """The headings by markup after part `at`, except those of annexes."""
        marked = (part for part in self.parts[at + 1 :] if part.block.marked)
        return [part for part in marked if not _heads_annex(part.text)]

    def is_title_of_two_headings(self, at: int) -> bool:
        """Whether two successive headings are the lines of one title, the second of which ends in
        the name of its kind: # 县水务局, # 2025年工作总结. All other headings as high must be
        numbered."""
        first, second = self.parts[at], self.heading_right_behind(at)
        if second is None:
            return False
        others = (o for o in self.parts[at + 2 :] if o.block.marked)
        is_free = all(
            o.block.level > first.block.level or is_numbered(o.text, self.matcher) for o in others
        )
        below = second.text.lstrip("—–－") if lines.is_subtitle(second.text) else second.text
        lines_are_titles = self.may_be_title(first.text) and self.may_be_title(below)
        goes_on = second.text.startswith(_JOINTS) or not names.is_genre(bare(first.text))
        return is_free and lines_are_titles and goes_on and names.is_genre(bare(second.text))

    def heading_right_behind(self, at: int) -> Part | None:
        """The heading by markup in the block directly after part `at`, of the same level or a
        subtitle with a dash; None if there is none."""
        part, behind = self.parts[at], self.parts[at + 1 : at + 2]
        if not behind or behind[0].number != part.number + 1:
            return None
        is_alike = behind[0].block.level == part.block.level or lines.is_subtitle(behind[0].text)
        return behind[0] if behind[0].block.marked and is_alike else None

    def may_be_title(self, text: str) -> bool:
        """Whether a text could be a title: short, no sentence, no label, no date."""
        longest = _LONGEST_LATIN if text.isascii() else LONGEST_TITLE
        if not text or len(text) > longest or len(lines_of(text)) > 3 or _has_stop(text):
            return False
        if is_numbered(text, self.matcher) or is_date(text) or lines.is_document_number(text):
            return False
        has_label = "：" in text[:8] or ": " in text[:12]
        return not has_label or lines.begins_with_genre(text)

    def count_title_lines(self, at: int) -> int:
        """The number of blocks after `at` that belong to a title centred over two or three
        lines."""
        title = _without_spaces(self.parts[at].text)
        following = self.parts[at + 1].text if at + 1 < len(self.parts) else ""
        if names.is_genre(title) and not following.startswith(_JOINTS):
            return 0
        for count, part in enumerate(self.parts[at + 1 : at + 3], 1):
            title += _without_spaces(part.text)
            if not self.may_be_title_line(part) or len(title) > LONGEST_TITLE * 2:
                return 0
            if names.is_genre(title) and not is_date(part.text):
                return count
        return 0

    def may_be_title_line(self, part: Part) -> bool:
        """Whether a block could be the second or third line of a title, and is neither a subtitle
        nor the first section."""
        if part.block.marked or lines.is_subtitle(part.text):
            return False
        return part.text.casefold() not in _SECTIONS and self.may_be_title(part.text)

    def is_masthead(self, at: int) -> bool:
        """Whether a part between the title and the body is masthead: a document number, a subtitle,
        a date, the speaker's name."""
        part = self.parts[at]
        if part.block.marked or part.inside:
            return False
        text_lines = lines_of(part.text)
        if all(map(_is_masthead_line, text_lines)):
            return bool(text_lines)
        if part.block.kind == d.HEADING or len(part.text) > LONGEST_NAME:
            return False
        following = self.parts[at + 1 : at + 4]
        if not following or not self.may_be_title(part.text):
            return False
        is_name = (names.is_person, names.is_organisation, names.is_speaker)
        return any(test(part.text) for test in is_name) or any(map(self.is_addressee, following))

    def is_before_addressee(self, at: int) -> bool:
        """Whether only short lines come before the addressee: captions, times, counters, the title
        once more."""
        for part in self.parts[at : at + _MOST_MASTHEAD]:
            if self.is_addressee(part):
                return True
            if part.block.marked or part.block.kind == d.ITEM or len(part.text) > LONGEST_TITLE:
                return False
            if is_numbered(part.text, self.matcher) and not lines.is_subtitle(part.text):
                return False
        return False

    def is_addressee(self, part: Part) -> bool:
        """Whether a part is the addressee: 各位代表：, 各省、自治区、直辖市人民政府：, XX局：,
        Dear …,"""
        text = part.text
        if part.block.marked or part.block.quote or len(text) > _LONGEST_ADDRESSEE:
            return False
        if len(lines_of(text)) > 3:
            return False
        if lines.is_english_addressee(text):
            return True
        listed = text.replace("；", "、")  # of groups of addressees: 各分行；各银行；…公司：
        if not text.endswith(tuple(COLONS)) or names.is_announcement(listed):
            return False
        return not is_numbered(text, self.matcher) and _names_addressees(listed[:-1])


def _heads_annex(text: str) -> bool:
    """Whether a heading is that of an annex, whatever marks are around it."""
    if text[:1].isalnum() and text[0] not in "附Aa":
        return False  # most headings: their title begins with a word, and no annex does so
    return lines.is_annex_heading(plain_title(text))


def _has_stop(text: str) -> bool:
    """Whether a non-empty line ends in punctuation that no title ends in, or contains a
    sentence."""
    return text[-1] in "。！？；，：:;,.!?、…" or any(char in text for char in "。；！")


def _names_addressees(text: str) -> bool:
    """Whether a text is a list of short names, the last of which may be an addressee."""
    listed = text.replace("，", "、").replace(",", "、").replace("\n", "").split("、")
    addressees = [name for name in listed if name.strip()]
    return (
        bool(addressees)
        and all(len(name) <= LONGEST_NAME for name in addressees)
        and names.is_addressed(addressees[-1].strip())
    )


def _is_metadata(text: str, times_too: bool) -> bool:
    """Whether all lines of a block are metadata; with `times_too` labelled times count as such."""
    text_lines = [raw.replace("**", "").replace("__", "") for raw in lines_of(text)]
    return bool(text_lines) and all(
        lines.is_masthead(line) or (times_too and lines.is_time_label(line)) or _is_red_head(line)
        for line in text_lines
    )


def _is_red_head(line: str) -> bool:
    """Whether a line belongs above the title of an official paper: 某县人民政府文件,
    某政〔2026〕17号　　签发人：张三, 特急."""
    if line.endswith("文件"):
        return len(line) <= LONGEST_NAME and "关于" not in line and names.is_organisation(line[:-2])
    return all(
        lines.is_document_number(part) or lines.is_masthead(part) or part.startswith(_URGENT)
        for part in lines.wide_parts(line)
    )


def _is_masthead_line(line: str) -> bool:
    return (
        lines.is_subtitle(line)
        or lines.is_document_number(line)
        or is_date(line)
        or lines.is_line_of_facts(line)
    )


def _is_label(part: Part) -> bool:
    """Whether a block is an item of metadata: Feature Name: `uploads`."""
    return part.block.kind == d.ITEM and _LABEL.match(part.text) is not None


def _without_spaces(text: str) -> str:
    return "".join(text.split())
