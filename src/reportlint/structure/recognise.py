"""Which type a report is of, told by itself: front matter, path, title, opening. When in doubt, none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint._startup.typed import Any
from reportlint.core import document as d
from reportlint.core.document import Document
from reportlint.core.glob import matches
from reportlint.core.lexicon import Lexicon
from reportlint.core.report_type import ReportType, ReportTypes
from reportlint.patterns.demands import folded
from reportlint.patterns.phrases import compiled, longest_first
from reportlint.structure.roles import with_roles
from reportlint.structure.titles import normal

# How sure each sign makes us, from 0 to 1.
SAID, BY_PATH, BY_TITLE, BY_OPENING, BY_MENTION = 1.0, 0.9, 0.8, 0.6, 0.2
ENOUGH = 0.5

_KEYS = frozenset({"type", "文种", "report-type", "report_type", "类型"})
_TITLE_KEYS = frozenset({"title", "标题", "题目"})
_OPENING = 300  # code points of each of the first paragraphs in which an opening is sought
_PARAGRAPHS = 2
_TRAILERS = (
    "（）()[]【】0123456789一二三四五六七八九十年月日.-—_:： "  # 述职报告（2025年度）, 述职报告1
)


class Guess(NamedTuple):
    """What a report seems to be. `confidence` runs from 0.5, hardly sure, to 1, it says so itself."""

    type: ReportType
    confidence: float


def recognise(
    document: Document, types: ReportTypes, lexicon: Lexicon, path: str = ""
) -> Guess | None:
    """The type of a report out of `types`; None where none is likely, or two are equally so.

    A type that extends another, and says nothing of its own about how it is recognised, is taken before it.

    `path` is the report's, relative to the folder of its configuration. Raises regex.error for a bad regex in a type.
    """
    if not types:
        return None
    said = _said(document, types)
    if said is not None:
        return Guess(said, SAID)
    read = with_roles(document)
    title, opening = _title(read), _opening(read)
    name = normal(title)
    names = (name, name.rstrip(_TRAILERS), _without_bracket(name))
    scores = _scores(_signs(types, lexicon), path, title, names, opening)
    best = max(scores.values())
    if best[0] < ENOUGH:
        return None
    equal = [types[own] for own, score in scores.items() if score == best]
    chosen = [
        one
        for one in equal
        if not any(other.extends == one.id for other in equal if other is not one)
    ]
    return None if len(chosen) > 1 else Guess(chosen[0], best[0])


def _said(document: Document, types: ReportTypes) -> ReportType | None:
    """The type that the front matter names, by id or by name in any language."""
    said = [entry.value for entry in document.entries if entry.key.strip().lower() in _KEYS]
    if not said:
        return None
    names = {normal(name): one.id for one in types.heads for name in (one.id, *one.name.values())}
    return next((types[names[normal(value)]] for value in said if normal(value) in names), None)


class _Sign(NamedTuple):
    """What a type is recognised by, made ready."""

    id: str
    paths: tuple[str, ...]
    title: Any
    opening: Any


class _Signs(NamedTuple):
    """What the types are recognised by."""

    phrases: Mapping[
        str, tuple[str, ...]
    ]  # of titles, made normal, the longest first: the ids of the types that have them
    types: tuple[_Sign, ...]


_ready: list[tuple[ReportTypes, Lexicon, _Signs]] = []  # of the last few sets of types


def _signs(types: ReportTypes, lexicon: Lexicon) -> _Signs:
    for known, words, signs in _ready:
        if known is types and words is lexicon:
            return signs
    phrases: dict[str, list[str]] = {}
    of_types = []
    for one in types.heads:
        for phrase in set(map(normal, one.recognise.title.any)):
            phrases.setdefault(phrase, []).append(one.id)
        title = compiled(one.recognise.title._replace(any=()), lexicon)
        of_types.append(
            _Sign(one.id, one.recognise.path, title, compiled(one.recognise.opening, lexicon))
        )
    made = _Signs(
        {phrase: tuple(phrases[phrase]) for phrase in longest_first(phrases)}, tuple(of_types)
    )
    _ready[4:] = []
    _ready.insert(0, (types, lexicon, made))
    return made


def _scores(
    signs: _Signs, path: str, title: str, names: Sequence[str], opening: Sequence[str]
) -> dict[str, tuple[float, int]]:
    """For each type how sure we are that a report is of it, and how much of its title says so: of two, the more particular wins.

    `names` are the title made normal, whole and without what may stand behind it.
    """
    ends, mentioned = _title_ends(signs, names)
    low, low_title = folded("\n".join(opening)), folded(title)
    scores = {}
    for one in signs.types:
        score, length = (
            (BY_PATH, 0) if path and one.paths and matches(one.paths, path) else (0.0, 0)
        )
        end = ends.get(one.id, 0)
        found = (
            one.title.search(title)
            if title and one.title is not None and one.title.may(low_title)
            else None
        )
        if end or found:
            score, length = max(score, BY_TITLE), max(end, len(found[0]) if found else 0)
        elif one.id in mentioned:
            score = max(score, BY_MENTION)
        if (
            one.opening is not None
            and one.opening.may(low)
            and any(one.opening.search(text) for text in opening)
        ):
            score = max(score, BY_OPENING) + 0.05 * (score > BY_OPENING)
        scores[one.id] = score, length
    return scores


def _title_ends(signs: _Signs, names: Sequence[str]) -> tuple[dict[str, int], set[str]]:
    """How long a phrase of a type the title ends in: 关于做好述职报告工作的通知 is a notice; and the types that it mentions at all."""
    said = [phrase for phrase in signs.phrases if phrase in names[0]]
    ends: dict[str, int] = {}
    for text in names:
        for phrase in said:
            if text.endswith(phrase):
                for own in signs.phrases[phrase]:
                    ends.setdefault(own, len(phrase))
    return ends, {own for phrase in said for own in signs.phrases[phrase]}


def _without_bracket(title: str) -> str:
    """A title without a last bracket: 述职报告(样本)."""
    return title[: title.rindex("(")].rstrip() if title.endswith(")") and "(" in title else title


def _title(document: Document) -> str:
    lines = [
        block.content.cut(document.text)
        for block in d.before_body(document.blocks)
        if block.role == d.TITLE
    ]
    if lines:
        return " ".join(lines) if lines[0].isascii() else "".join(lines)
    return next(
        (entry.value for entry in document.entries if entry.key.strip().lower() in _TITLE_KEYS), ""
    )


def _opening(document: Document) -> list[str]:
    """The addressee and the beginnings of the first paragraphs of the body."""
    texts = [
        block.content.cut(document.text)
        for block in d.before_body(document.blocks)
        if block.role == d.ADDRESSEE
    ]
    body = (
        block
        for block in document.blocks
        if block.kind in d.PROSE and block.kind != d.HEADING and block.role == d.BODY
    )
    for _, block in zip(range(_PARAGRAPHS), body, strict=False):
        texts.append(block.content.cut(document.text)[:_OPENING])
    return texts
