"""What a title, or the name of a file, reveals about the kind of a report: which names of kinds it
contains, and where."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from reportlint._startup.lazy_pattern import lazy
from reportlint.core.characters import NUMERALS, SPACES
from reportlint.structure.line_classifiers import SHORT_MONTHS, facts_of
from reportlint.structure.title_forms import forms_of
from reportlint.structure.titles import normal, parts, without_bracket

# Characters that may follow the name of a kind in a title: 述职报告（2025年度）, 周报 | 第32周.
_TRAILERS = f"（）()[]【】0123456789{NUMERALS}年月日第周期季度上下半.-_: |~–—/·至"
_MONTHS = "|".join(SHORT_MONTHS)
_TIME = lazy(  # … , week 21; … for March 2026; … (sprint 12)
    r"(?<![\s,:|–—(-])[\s,:|–—(-]++(?:(?:for|of) )?"
    r"(?:(?:(?:weeks?|sprint|iteration|month|quarter|day|no\.?|issue|cw|kw|q|w)[ -]?)?"
    r"#?[0-9][0-9a-z./–-]*|"
    rf"(?:[0-9]{{1,2}}[a-z]{{0,2}} )?(?:{_MONTHS})[a-z]*(?: [0-9]{{1,2}}[a-z]{{0,2}})?,?"
    r"(?: [0-9]{4})?)\)?$"
)
_DASHES = (" - ", " – ", " — ")
_CODE = lazy(r"[\s#(\[]*(?:[a-z]{1,8}[-_ ]?)?[0-9][0-9a-z._/-]*[)\]]?$")  # inc-22, #12, 2026-03-01
_SPEAKS_OF = lazy(
    r"(?:agenda (?:for|of)|how to|how we"
    r"|(?:an? )?guide to|(?:an )?introduction to|what (?:is|are)|when to|writing) "
)
# A title of one piece whose last word before a link is something that handles reports, not one of
# them: release notes style guide, test report parser for jenkins.
_IS_ABOUT = lazy(
    r"(?:(?! (?:of|for|on|about|in|at|from|to|with|and) )[^:|–—0-9])* "
    r"(?:guides?|guidelines|handbook|tutorial|checklist|generator|parser|bot|process(?:es)?|templates?|index"
    r"|polic(?:y|ies)|culture|practices|examples?|workflows?|lifecycle|schedule|calendar|archives?|list|tools?"
    r"|apps?|applications?|systems?|plugins?|api|formats?|formatter|librar(?:y|ies)|dashboard|tracker|manager"
    r"|editor|viewer|converter|analy[sz]er|validator|linter|skills?|assistant|prompts?|schemas?|platform|framework|engine|website|builder)"
    r"(?: (?:of|for|on|in|at|from|to|with) .*)?"
)
# … and the same behind a dash: The postmortem — article design system.
_GUIDE = lazy(r".* [–—|-] (?:[^:–—|]* )?(?:style guides?|design system|templates?|handbook)")
_CHAPTER = lazy(
    r"(?i)(?:(?:chapter|section|part|abschnitt|kapitel|teil|cap[ií]tulo|secci[oó]n|se[cç][aã]o|chapitre)"
    rf"[ ]|§[ ]?)(?:[0-9]{{1,3}}|[ivxl]{{1,6}})\b|第[0-9{NUMERALS}]{{1,3}}[章节部]"
)
_SERIES = lazy(r"\W{0,3}(?:RFC|ADR|KEP|PEP|CVE)(?:[-_ #]{0,2}[0-9]|\s*[:：\]])")
_TEMPLATE = lazy(r"模[板版](?:[（(][^（()）]{1,12}[）)])?$|(?:范文|写法|写作(?:指南|要点|技巧))")
# （中华人民共和国主席令第31号）: by what a law is published, not what it is.
_PUBLISHED = lazy(r"[(（][^()（）]{2,30}令[^()（）]{0,4}第?\s*[^()（）\s]{1,6}\s*号[)）]")
_LINKS = (" of ", " for ", " on ", " about ")
_AHEAD = ("思路", "打算", "计划", "安排", "谋划", "要点", "展望", "任务")
_DAYS = "mon|tue|wed|thu|fri|sat|sun"
_DATED = lazy(
    rf"(?i)(?:[\W\d_年月日号第次回周週期星{NUMERALS}天火水木金土曜월화수목금토일요주차년]"
    rf"|\b(?:week|kw|sprint|q|w)(?=[\W\d_])|\b(?:{_MONTHS})[a-z]{{0,6}}|\b(?:{_DAYS})[a-z]{{0,6}}"
    r"|(?<=\d)(?:st|nd|rd|th)\b)*"
)
_GENERAL = frozenset({"readme", "index", "notes", "template"})  # names of files that tell nothing


def ends_in(name: str, phrases: Iterable[str]) -> Iterator[str]:
    """The `phrases` at the end of a title normalised by `normal`, ignoring brackets and numbers
    after them."""
    endings = {name, name.rstrip(_TRAILERS), without_bracket(name), _TIME.sub("", name)}
    for phrase in phrases:
        if any(_ends_in(ending, phrase) for ending in endings):
            yield phrase


def text_before_colon(name: str) -> str:
    """The text before the colon or dash of a normalised title, without a number at its end:
    incident report of `incident report inc-22: login fails`; "" for a title without one."""
    is_english = name.replace("–", "-").replace("—", "-").isascii()
    dashes = map(name.find, _DASHES) if is_english else ()  # 批复 - 格式标准 is no 批复
    at = min((i for i in (name.find(":"), *dashes) if i > 0), default=0)
    return _CODE.sub("", name[:at]).strip()


def begins_with(name: str, phrases: Iterable[str]) -> Iterator[str]:
    """The English `phrases` at the start of a normalised title, if a number or a small word
    follows: post-mortem of the march outage, meeting minutes 2026-03-01."""
    for phrase in phrases:
        if not phrase.isascii() or not name.startswith(phrase):
            continue
        rest = name[len(phrase) :]
        if rest.startswith(_LINKS) or (rest and _CODE.fullmatch(rest)):
            yield phrase


def is_chapter(title: str) -> bool:
    """Whether a title is that of a chapter of a book or of by-laws about a kind of report: Section
    V: Minutes."""
    return _CHAPTER.match(title) is not None


def is_about(title: str) -> bool:
    """Whether a title is that of a text about a kind of report, or of a program that makes such
    reports: Release notes style guide, What is a project charter?"""
    name = normal(title)
    is_guide = _GUIDE.fullmatch(name) is not None
    return is_guide or _IS_ABOUT.fullmatch(name) is not None or _SPEAKS_OF.match(name) is not None


def is_series(title: str) -> bool:
    """Whether a title begins with the number or the name of a series, in whichever language the
    rest is: RFC-0012：统一日志采集, ADR：用哪个数据库."""
    return _SERIES.match(title) is not None


def looks_back(name: str) -> str:
    """The first of two kinds named in a title, if the second looks ahead: 2025年工作总结 of
    2025年工作总结和2026年工作思路; "" for any other title."""
    pieces = parts(name)
    if len(pieces) < 2 or "关于" in name or not pieces[-1].rstrip(_TRAILERS).endswith(_AHEAD):
        return ""
    return pieces[0]


def phrases_naming(name: str, phrases: Sequence[str]) -> list[str]:
    """The phrases by which a normalised title names a kind: at the end of the text before its
    colon, at its beginning, or at its end."""
    head = text_before_colon(name)
    kinds = list(ends_in(head, phrases)) if head else []
    kinds = kinds or [*begins_with(name, phrases), *ends_in(name, phrases)]
    first = looks_back(name)
    return list(ends_in(first, phrases)) or kinds if first else kinds


def names_in(
    forms: Sequence[str], below: Iterable[str], surnames: Container[str] = ()
) -> Mapping[str, bool]:
    """The normalised texts to search for the name of a kind: the forms of the title (value True),
    and pieces of the lines `below` it (value False). `surnames`: as in `forms_of`."""
    names = {normal(form): True for form in forms}
    if any(map(_SPEAKS_OF.match, names)) or any(map(_TEMPLATE.search, forms[:1])):
        return {}
    for line in below:
        if _PUBLISHED.fullmatch(line.strip()):
            continue
        for piece in facts_of(line):
            for form in forms_of(piece.strip(SPACES + "—–－-（）()[]"), surnames):
                names.setdefault(normal(form), False)
    return {name: is_whole for name, is_whole in names.items() if name}


def _ends_in(name: str, phrase: str) -> bool:
    """Whether a name ends in a phrase; an English phrase must be a whole word."""
    if not name.endswith(phrase):
        return False
    before = name[: -len(phrase)]
    if not phrase[0].isascii():
        return True
    if before[-1:].isascii() and before[-1:].isalnum():
        return False
    if before[-1:] in ("-", "_") and before[-2:-1].isalpha():
        return False  # meeting-minutes is a program
    return not (phrase.isalpha() and before.rstrip()[-1:].isdecimal())  # down for 47 minutes


def is_index(path: str) -> bool:
    """Whether a file is called README or index: its folder does not tell what it is."""
    name = path.rpartition("/")[2].partition(".")[0].casefold()
    return name in ("readme", "index")


def is_dated(text: str) -> bool:
    """Whether a title or a name is nothing but a date or a number: 2026-03-12, 第3次, June 2nd."""
    return _DATED.fullmatch(text) is not None


def names_of_file(path: str) -> tuple[str, ...]:
    """The name of a file without its suffix, as a title; the folder's in both numbers where that is
    only a date: minutes of minutes/2026/03-12.md; () for a README."""
    *folders, file = path.split("/")
    name = file.rpartition(".")[0] or file
    if name.casefold() in _GENERAL:
        return ()
    if not is_dated(name):
        return (_spaced(name),)
    dateless = (_spaced(folder) for folder in reversed(folders) if not is_dated(folder))
    folder = next(dateless, "")
    return (folder, folder.removesuffix("s")) if folder else ()


def _spaced(name: str) -> str:
    return name.replace("_", " ").replace("-", " ").strip()
