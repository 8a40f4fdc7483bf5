"""The roles after the body: signature, date, afterword."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from reportlint.core import document as d
from reportlint.ordinals.matcher import Matcher
from reportlint.structure import line_classifiers as lines
from reportlint.structure import names
from reportlint.structure.line_classifiers import DATE_ENDS, has_colon, is_date, is_numbered
from reportlint.structure.role_parts import LONGEST_NAME, Part, is_running_text, lines_of

_MOST_SIGNERS = 8
# code points of a label, and of a line that may be the title of notes or left over from a web page
_SHORT = 40
_MOST_AFTER = 15  # blocks that may follow 附件：… if nothing else shows that the report has ended
_PUNCTUATION = frozenset("。，,；;！!？?：:、…《》|")
_AFTER_STARTS = "（(附Aa"  # of a notice in brackets, 附件 and Appendix
_AFTER_ENDS = DATE_ENDS + "发"  # of a date, and of 印发
_FORMULAS = ("特此", "专此", "妥否", "当否", "以上", "谢谢", "此致", "敬礼", "请予", "请审")


def fill_tail(parts: Sequence[Part], body: int, roles: list[str], matcher: Matcher) -> None:
    """Fill in the roles after the body; the body begins at part `body`.

    If a file contains several reports, this is repeated after the end of each.
    """
    tail = _Tail(parts, body, roles, matcher)
    at = body
    while at < len(parts):
        begin = next(
            (i for i in range(at, len(parts)) if is_running_text(parts[i].text)), len(parts)
        )
        at = tail.end_of_body(begin)
        if at < len(parts):
            at = tail.fill(at, begin)


class _Tail:
    """The parts after the body. `begin` is the part in which the running text of the body
    begins."""

    def __init__(
        self, parts: Sequence[Part], body: int, roles: list[str], matcher: Matcher
    ) -> None:
        self.parts = parts
        self.body = body
        self.roles = roles
        self.matcher = matcher
        self.dates: list[int] = []  # the parts that are dates
        self.possible: list[int] = []  # the parts at which a body may have ended
        for at, (_, block, text) in enumerate(parts):
            if text[-1:] in DATE_ENDS and is_date(text):
                self.dates.append(at)
            if not (block.depth or block.quote or _is_ordinary(text)):
                self.possible.append(at)

    def end_of_body(self, begin: int) -> int:
        """The first part behind `begin` that is no longer of the body; the number of parts if there
        is none."""
        for index in range(bisect_right(self.possible, begin), len(self.possible)):
            if self.is_over(self.possible[index], begin):
                return self.possible[index]
        return len(self.parts)

    def is_over(self, at: int, begin: int) -> bool:
        """Whether the body has ended before part `at`, which is in no quote or list."""
        return self.signature_size(at, begin) > 0 or self.ends_report(at)

    def fill(self, at: int, begin: int) -> int:
        """Fill in the roles from `at`, where the body has ended. Return the start of another body,
        or the number of parts.

        A signature and a date may also follow the note of the annexes.
        """
        top = self.top_level(at)
        here, is_signed = at, False
        while here < len(self.parts):
            if here > at and self.begins_body(here, top):
                return here
            size = 0
            if not is_signed and here - at <= _MOST_AFTER:
                size = self.signature_size(here, begin)
            for part in self.parts[here : here + size]:
                self.roles[part.number] = d.DATE if is_date(part.text) else d.SIGNATURE
            if not size:
                self.roles[self.parts[here].number] = d.AFTERWORD
            is_signed = is_signed or size > 0
            here += size or 1
        return here

    def top_level(self, at: int) -> int:
        """The deepest level of a heading that begins another body after part `at`. Usually that of
        the section around `at`; at an Appendix the level of the Appendix; at 附件 one above, since
        a heading of the same level may be the title of the annex."""
        first = self.parts[at]
        if first.block.marked and lines.is_after(first.text):
            return first.block.level - (0 if first.text.isascii() else 1)
        marked = (part for part in reversed(self.parts[:at]) if part.block.marked)
        return next((part.block.level for part in marked), 0)

    def begins_body(self, at: int, top: int) -> bool:
        """Whether part `at` is a heading of level `top` or above, and no annex."""
        block, text = self.parts[at].block, self.parts[at].text
        return block.marked and block.level <= top and not lines.is_after(text)

    def signature_size(self, at: int, begin: int) -> int:
        """The number of parts from `at` that are a signature with or without a date, or a date
        alone; 0 if there is none."""
        part = self.parts[at]
        if at <= begin or part.block.marked or not self.may_sign(at, part.text):
            return 0
        text_lines = lines_of(part.text)
        if len(text_lines) > 1:
            return int(self.is_signature_block(text_lines))
        if not text_lines:
            return 0
        line = text_lines[0]
        if lines.is_signed_date(line) and not is_date(line) and self.ends_soon(at + 1):
            return 1
        size = self.dated_signature_size(at)
        if size or not (lines.is_signature_label(line) or self.is_last_name(at, line)):
            return size
        return int(self.ends_soon(at + 1))

    def may_sign(self, at: int, text: str) -> bool:
        """Whether `text`, that of part `at`, ends like a date, has a colon, or may be a name (as
        the last part, or with a date behind it). No other text is a signature."""
        last = text[-1:]
        if last in DATE_ENDS or last.isspace() or _has_label(text):
            return True
        if len(text) > LONGEST_NAME or last == "。":
            return False
        return at + 1 == len(self.parts) or self.is_before_date(at)

    def is_before_date(self, at: int) -> bool:
        """Whether a date is so near behind part `at`, or at it, that names may be between."""
        after = bisect_left(self.dates, at)
        return after < len(self.dates) and self.dates[after] < at + _MOST_SIGNERS

    def is_last_name(self, at: int, line: str) -> bool:
        """Whether a line is the name of an office or a person, and the last part."""
        if at + 1 < len(self.parts) or len(line) > 20 or not self.is_name(line):
            return False
        if names.is_short_answer(line):
            return False
        return names.is_organisation(line) or names.is_person(line)

    def is_signature_block(self, text_lines: Sequence[str]) -> bool:
        """Whether the lines of one paragraph are a signature; Markdown joins such lines."""
        if is_date(text_lines[-1]) and all(map(self.is_name, text_lines[:-1])):
            return True
        return all(lines.is_signature_label(line) or is_date(line) for line in text_lines)

    def dated_signature_size(self, at: int) -> int:
        """The number of parts from `at` that are names followed by a date; 0 if they are not."""
        if not self.is_before_date(at):
            return 0
        for size, part in enumerate(self.parts[at : at + _MOST_SIGNERS], 1):
            if is_date(part.text):
                return size if size > 1 or self.ends_soon(at + 1) else 0
            if part.block.marked or part.block.depth:
                return 0
            if not self.is_name(part.text) and not lines.is_signature_label(part.text):
                return 0
        return 0

    def is_name(self, text: str) -> bool:
        """Whether a line could be a signature: short, without punctuation or ordinal."""
        if not 0 < len(text) <= LONGEST_NAME or lines.is_end(text):
            return False
        if not _PUNCTUATION.isdisjoint(text):
            return lines.is_signature_label(text) and not is_numbered(text, self.matcher)
        return not is_numbered(text, self.matcher)

    def ends_soon(self, at: int) -> bool:
        """Whether nothing follows from `at` on, or only text that comes after a report."""
        if at >= len(self.parts):
            return True
        text = self.parts[at].text
        return lines.is_after(text) or is_date(text) or lines.is_signature_label(text)

    def ends_report(self, at: int) -> bool:
        """Whether part `at` begins the afterword without a signature."""
        part = self.parts[at]
        text = part.text
        is_marked = _is_marked(text)
        if is_marked and (
            lines.is_end(text) or lines.begins_annex(text, part.block.kind == d.HEADING)
        ):
            return True
        if len(text) <= _SHORT and not _is_latin(text):
            if lines.is_notes_title(text) and not is_numbered(text, self.matcher):
                return at - self.body >= (len(self.parts) - self.body) // 3
            if lines.is_leftover(text):
                return self.is_near_end(at)
        return is_marked and lines.is_after_label(text) and self.is_only_afterword(at)

    def is_near_end(self, at: int) -> bool:
        """Whether only a few short lines follow."""
        rest = len(self.parts) - at
        return rest <= _MOST_AFTER and all(
            len(part.text) <= LONGEST_NAME for part in self.parts[at:]
        )

    def is_only_afterword(self, at: int) -> bool:
        """Whether the report has ended at a line that may also occur inside one: before the
        signature or the end there is no heading and no formula."""
        for count, part in enumerate(self.parts[at + 1 : at + _MOST_AFTER + 2]):
            if count == _MOST_AFTER:
                return False
            if self.signature_size(at + 1 + count, self.body):
                return True
            if part.block.kind == d.HEADING or part.text.startswith(_FORMULAS):
                return False
        return True


def _is_marked(text: str) -> bool:
    """Whether a text has a label, is in brackets, or begins or ends as only annexes and imprints
    do. Most have none of these."""
    return text[:1] in _AFTER_STARTS or text.endswith("印发") or has_colon(text[:_SHORT])


def _is_latin(text: str) -> bool:
    """Whether a text is in ASCII and begins with a word: neither the title of notes, nor left over
    from a web page."""
    return text.isascii() and text[:1].isalnum()


def _is_ordinary(text: str) -> bool:
    """Whether a text is neither a signature nor after a report, as most are: long, without a label,
    a date or an imprint, not in brackets, and no annex."""
    if len(text) <= _SHORT or text[0] in _AFTER_STARTS:
        return False
    if text[-1] in _AFTER_ENDS or text[-1].isspace():
        return False
    return not _has_label(text)


def _has_label(text: str) -> bool:
    """Whether a line of a text may begin with a label, which is short."""
    return has_colon(text if "\n" in text else text[:_SHORT])
