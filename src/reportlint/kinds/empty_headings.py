"""How sure it is that a heading with nothing under it lacks its text.

Authors give a heading the level of the headings that it contains, and write whole statements as
headings. Such a heading is empty and nothing is missing. What stands around it tells the two cases
apart; if that does not, it cannot be told.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core import document as d
from reportlint.core.characters import COLONS
from reportlint.core.document import Block
from reportlint.core.numbering import Marker
from reportlint.core.reading import Reading, Section
from reportlint.kinds.heading_series import has_number
from reportlint.kinds.optional_headings import is_optional
from reportlint.kinds.section_headings import FORMAL, is_empty, leaves_of, next_block
from reportlint.structure.titles import MARKS, normal

# A time or a day, a reference to another place, an arrow: the heading is its own text.
_STATES = lazy(
    r"(?i)\d{1,2}[:：]\d\d|\b(?:19|20)\d\d(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日)"
    r"|\b[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    r"|\b\d{1,2}\.? [a-z]{3,9} (?:19|20)\d\d\b|\b\d{1,2}\.\d{1,2}\.(?:\s|$)"
    r"|^\d{1,2}月\d{1,2}[日号]?$|不(?:需要|能|会|可以|应)(?!.*的)"
    r"|\b(?:tb[ad]|todo)\b|待定|占位|未实现|^(?:详见|参见)|->|=>|→|https?://"
    r"|(?:§§|\bart(?:icles|ikel|\.)?) ?[0-9ivxlc]+\b.{0,3}\b(?:bis|to|à|a) [0-9ivxlc]+\b"
)
_CODE = lazy(r"`[^`]*[\s/=][^`]*`")  # `GET /api/records`
_STOPS = ("。", "！", "!", ".", "；", ";", " for", " of", " the", " and")
# A step, which its heading tells in full: 1. 在云端安装客户端, Remove the problematic node.
_STEP = lazy(
    r"(?i)(?:在?[^，。]{1,8}[上中里端地]|先|再)?(?:安装|卸载|创建|新建|添加|打开|关闭|点击|下载|上传|启动|重启|执行|登录"
    r"|进入|选择|输入|复制|粘贴|删除|克隆|拉取)[^的]+"
    r"|(?:un)?install \S.*"
    r"|(?:open|click|create|download|run|restart|select|copy|paste|delete|remove|clone"
    r"|log in(?:to)?|sign in(?:to)?|go to|enter|keep|check out)"
    r"\s(?:(?:the|an?|your|it|all|this|that)\b|[`\"“']).+"
)
# Titles of back matter, which is inside no other section and contains none.
_BACK_MATTER = lazy(
    r"(?i)(?:references?|bibliograph\w*|bibliograf\w*|literatur\w*|refer[êe]ncias?(?: \w+)?"
    r"|copyright\b.*|licen[cs]e|change ?log|(?:(?:revision|version|document) )?history"
    r"|hist[óo]rico d\w+ \w+|acknowledge?ments?|endorsements?|appendix\b.*|appendices"
    r"|参考(?:文献|资料|链接)?|致谢|附录|附件|(?:修订|变更|版本)(?:记录|历史))"
)
# How many headings with text show that one without is a fault: in a text of no known type, and
# where it may contain the heading after it.
_TWO, _THREE, _NO_OTHER = 2, 3, 1 << 20
# A heading that has only a kind and a number, to which the next one may give the name.
_FIRST_NUMBER = lazy(r"(?:\b[a1i]|[1一])(?:[.:：、 ]|$)")
_STEM = 6  # letters that a word and its plural share
_NUMBER_ALONE = lazy(r"[^\W\d_]+\.? (?:[0-9]{1,3}|[IVXLC]+|[A-Z])")


def lacks_text(reading: Reading, section: Section, known: Container[Section]) -> bool:
    """Whether an empty section surely lacks its text. `known` are the sections that match the type
    of the report."""
    if is_optional(reading, section):
        return False
    if section not in known and not _is_like_others(reading, section):
        return False
    return _lacks_text_here(reading, section, known)


def _is_like_others(reading: Reading, section: Section) -> bool:
    """Whether a heading that is unknown to the type of a report should have text: it is neither a
    statement nor a line of the title, and in a text of no known type one beside it has text."""
    if _is_statement(reading, section) or _is_of_title(reading, section):
        return False
    return reading.type is not None or _stands_out(reading, section, _THREE)


def _stands_out(reading: Reading, section: Section, share: int) -> bool:
    """Whether the headings of a report show that such a heading has text: most of those beside it
    have, and for each empty heading of the report more than `share` are filled. A text of which
    much is empty is an outline, a list of topics or a form."""
    sections = reading.sections
    beside = [s for s in sections if s.parent == section.parent and s != section]
    filled = sum(not is_empty(reading, other) for other in beside)
    if not filled or (len(beside) - filled) * _TWO >= filled:
        return False
    inner = [s for s in leaves_of(sections) if s != section]
    empty = sum(is_empty(reading, other) for other in inner)
    return len(inner) - empty > empty * share


def _lacks_text_here(reading: Reading, section: Section, known: Container[Section]) -> bool:
    """Whether what stands around an empty section shows that it lacks its text."""
    blocks = reading.document.blocks
    following = next_block(blocks, section.block)
    if following is None:
        return not _is_value(reading, section)
    if following.kind != d.HEADING:
        is_tail = following.role in (d.SIGNATURE, d.DATE)
        return not is_tail or _is_signed(blocks, following, reading.document.text)
    behind = _behind(reading, section)
    if behind is None:
        return True
    if behind.level > section.level:
        return False
    if behind.level < section.level:
        return not _begins_anew(reading, behind) and not _is_value(reading, section)
    return _is_beside(reading, section, behind, known)


def _behind(reading: Reading, section: Section) -> Section | None:
    """The next section in the text; None if there is none."""
    at = reading.sections.index(section) + 1
    return reading.sections[at] if at < len(reading.sections) else None


def _begins_anew(reading: Reading, behind: Section) -> bool:
    """Whether a section of the highest level is the first of that level after the title: another
    text begins, which may be what the heading before it is about."""
    above = reading.sections[1 : reading.sections.index(behind)]
    return behind.level == 1 and all(section.level > 1 for section in above)


def _is_statement(reading: Reading, section: Section) -> bool:
    """Whether a heading is a statement, which needs no text: a sentence, a time, a reference, a
    mark without words. An official heading of two clauses is none: 一、提高认识，加强领导."""
    whole = section.heading.cut(reading.document.text).strip()
    heading = whole.strip(MARKS)
    if not any(char.isalpha() for char in section.title) or _CODE.fullmatch(whole):
        return True
    if heading.endswith(_STOPS):
        return True
    if heading[:1] in FORMAL:
        return _STATES.search(section.title) is not None
    is_step = _STEP.fullmatch(section.title) is not None
    return "，" in section.title or is_step or _STATES.search(section.title) is not None


def _is_of_title(reading: Reading, section: Section) -> bool:
    """Whether only headings stand above a heading without a number: it may be a line of the
    title."""
    above = reading.document.blocks[: section.block]
    is_first = not any(block.kind in d.PROSE and block.kind != d.HEADING for block in above)
    return is_first and not has_number(section, reading.document.text)


def _is_value(reading: Reading, section: Section) -> bool:
    """Whether a heading is the only one under another heading, with nothing between: it may be what
    that one is about (`### Team` over `#### Falcon`)."""
    if section.parent < 0:
        return False
    parent = reading.sections[section.parent]
    above = next_block(reading.document.blocks, parent.block)
    beside = [other for other in reading.sections if other.parent == section.parent]
    return above is reading.document.blocks[section.block] and len(beside) == 1


def _is_signed(blocks: Sequence[Block], following: Block, text: str) -> bool:
    """Whether the text after the heading is surely a signature: it has a label or a date. Otherwise
    it may be a short text under the heading."""
    roles = {block.role for block in blocks if block.span.start >= following.span.start}
    line = following.content.cut(text)
    return {d.SIGNATURE, d.DATE} <= roles or any(char in line for char in COLONS)


def _is_beside(
    reading: Reading, section: Section, behind: Section, known: Container[Section]
) -> bool:
    """Whether `behind`, the next heading of the same level, surely is not meant to be inside
    `section`.

    It is not if both are numbered in one series, if it is of the type or back matter, or if another
    heading with the title of `section` has text. Nor is it if no second heading of its level
    follows, since one heading alone is seldom divided further. Otherwise it cannot be told.
    """
    marker, other = _marker(reading, section), _marker(reading, behind)
    if marker is not None and other is not None:
        return marker[0] == other[0] or other[1].value > 1
    if _begins_alike(section, behind):
        return False
    if behind in known or is_back_matter(section) or is_back_matter(behind):
        return True
    if other is not None:
        return other[1].value > 1
    return marker is None and _is_beside_unnumbered(reading, section, behind, known)


def _begins_alike(section: Section, behind: Section) -> bool:
    """Whether `behind` is the first of what a heading names: `Appendix A: …` of `Appendices`,
    附件1 of 附件."""
    stem = normal(section.title)
    stem = stem[:_STEM] if stem.isascii() else stem
    first = normal(behind.title)
    return first.startswith(stem) and _FIRST_NUMBER.search(first) is not None


def _is_beside_unnumbered(
    reading: Reading, section: Section, behind: Section, known: Container[Section]
) -> bool:
    """The same for headings without numbers, of which `behind` is nothing that is surely beside."""
    if _has_text_elsewhere(reading, section):
        return True
    heading = section.heading.cut(reading.document.text).rstrip(MARKS)
    if heading.endswith(tuple(COLONS)) or _NUMBER_ALONE.fullmatch(section.title):
        return False
    if section in known:
        return _is_alone(reading, behind, known)
    # a heading of the author's own beside those of a type may be meant to contain the next
    is_like_others = reading.type is None and _stands_out(reading, section, _NO_OTHER)
    return is_like_others and _is_alone(reading, behind, known)


def is_back_matter(section: Section) -> bool:
    """Whether a section is a list of references, an appendix or the like."""
    return _BACK_MATTER.fullmatch(section.title) is not None


def _marker(reading: Reading, section: Section) -> tuple[int, Marker] | None:
    """The ordinal of a heading, with the index of its list; None if it has none."""
    if not has_number(section, reading.document.text):
        return None
    for index, run in enumerate(reading.runs):
        for marker in run.markers:
            if marker.block == section.block and marker.span.touches(section.heading):
                return index, marker
    return None


def _has_text_elsewhere(reading: Reading, section: Section) -> bool:
    """Whether another heading with the same title has text directly under it, and none contains
    other headings."""
    name, blocks = normal(section.title), reading.document.blocks
    alike = [s for s in reading.sections if s != section and normal(s.title) == name]
    following = [next_block(blocks, other.block) for other in alike]
    has_text = [b is not None and b.kind != d.HEADING and not b.role for b in following]
    parents = {other.parent for other in reading.sections}
    is_container = any(reading.sections.index(other) in parents for other in alike)
    return any(has_text) and not is_container


def _is_alone(reading: Reading, behind: Section, known: Container[Section]) -> bool:
    """Whether at most one of the headings from `behind` on has text, without headings below it, up
    to one that is surely beside them: a section of the type, back matter, a higher heading."""
    sections = reading.sections[reading.sections.index(behind) :]
    filled = 0
    for other in sections:
        if other.level < behind.level or other in known or is_back_matter(other):
            break
        if other.level > behind.level:
            return False
        filled += not is_empty(reading, other)
    return filled <= 1
