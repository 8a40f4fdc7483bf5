"""The forms in which a title may name the kind of a report: the whole title, and the title without
what stands around the name: a tag, a subtitle, a year, a number, a date, an author."""

from __future__ import annotations

from collections.abc import Container, Iterator

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import HAN
from reportlint.structure.titles import plain_title

_MOST = 8  # forms of one title
_SUBTITLE = lazy(rf"\s*(?:[—―–]{{2,}}|⸺|(?<=[{HAN}）)》])--+(?=[{HAN}]))\s*")
_TAG = lazy(r"\s*(?:\[([^\[\]\n]{2,24})\](?![(\[])|【([^【】\n]{2,24})】)\s*(?=\S)")
_BRACKET = lazy(r"(?<=[^（(\s])\s*[（(][^（()）]{1,60}[）)]$")
_YEAR_WITHIN = lazy(rf"(?<=[{HAN}])(?:19|20)[0-9]{{2}}年(?:度|上半年|下半年)?(?=[{HAN}])")
_NUMBER = lazy(
    rf"(?:\s+[{HAN}]{{1,12}})?\s*[〔\[（(【]?(?:19|20)[0-9]{{2}}[〕\]）)】]?年?\s*第?[0-9]{{1,5}}号[）)]?$"
    r"|\s*第?[0-9]{1,5}号$"
)
_DATE = lazy(
    r"[\s_|｜·—–:：-]*[（(\[]?(?=\D{0,2}[0-9])[0-9年月日号第周期季度上下半./~—–至到WwQq\s-]{2,24}"
    r"[）)\]]?$"
)
_AUTHOR = lazy(
    rf"(?:(?<=[{HAN}]{{4}})|(?<=[周月日]报))\s*[-_—|｜·\s]\s*(?P<name>[{HAN}]{{2,3}})(?:同志)?$"
)
_BREAK = lazy(r"(?i)\s*<br\s*/?>\s*$")
_SPEAKS_OF = lazy(
    r"(?:如何|怎样|怎么|教你|手把手|浅谈|浅析|浅论|试论|略谈|漫谈|谈谈|图解|一图读懂)"
)


def forms_of(title: str, surnames: Container[str] = ()) -> tuple[str, ...]:
    """The forms of a title, the whole title first; () if all of it only speaks of a kind of report:
    如何写好调研报告. `surnames` are the family names that an author at the end may have."""
    title = _BREAK.sub("", title)
    segments = _SUBTITLE.split(title) if not title.isascii() else [title]
    naming = [segment for segment in segments if segment and not _SPEAKS_OF.match(segment)]
    whole = [title] if len(naming) == len(segments) else []
    forms = dict.fromkeys(form for text in (*whole, *naming) for form in _stripped(text, surnames))
    return tuple(forms)[:_MOST]


def _stripped(text: str, surnames: Container[str]) -> Iterator[str]:
    """A title, and the same without its tag, and without what stands at its end."""
    yield text
    tag = _TAG.match(text)
    if tag:
        yield tag[1] or tag[2]
        text = text[tag.end() :]
        yield text
    if text.isascii():
        without = _BRACKET.sub("", text)
        if without != text:
            yield without
        return
    for pattern in (_BRACKET, _NUMBER, _DATE, _AUTHOR, _DATE, _YEAR_WITHIN):
        is_author = pattern is _AUTHOR
        rest = _without_author(text, surnames) if is_author else pattern.sub("", text)
        if rest and rest != text:
            text = plain_title(rest)
            yield text


def _without_author(text: str, surnames: Container[str]) -> str:
    """A title without the name of a person at its end."""
    author = _AUTHOR.search(text)
    return text[: author.start()] if author and author["name"][0] in surnames else text
