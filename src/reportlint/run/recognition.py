"""One file → the report types with any evidence, and the one it is recognised as."""

from __future__ import annotations

from collections.abc import Mapping

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files.origin import origin
from reportlint.files.paths import ErrorOf
from reportlint.kinds.form import form_of
from reportlint.run.file import is_recognised_builtin
from reportlint.run.setup import Setups
from reportlint.structure import evidence as signs
from reportlint.structure.reading import DocumentReading
from reportlint.structure.recognise import Guess
from reportlint.text.parse import format_of, parse

# What a type is recognised by, in messages.
SIGNS = {
    signs.FRONT_MATTER: Text("文件开头的元数据", "its front matter"),
    signs.PATH: Text("路径", "its path"),
    signs.TITLE: Text("标题", "its title"),
    signs.SUBTITLE: Text("标题下面的一行", "the line under its title"),
    signs.OPENING: Text("开头", "its opening"),
    signs.HEADINGS: Text("各节标题", "its headings"),
    signs.FILE_NAME: Text("文件名", "its file name"),
    signs.MENTION: Text("标题里提到", "a mention in its title"),
}


class Likely(NamedTuple):
    """A report type with any evidence for it."""

    id: str
    name: Mapping[str, str]
    confidence: float  # from 0 to 1; below 0.5 is too low
    signs: tuple[str, ...]  # of `structure.recognise`: title, opening …
    foreign: bool  # whether the report's language differs from the type's
    found: tuple[str, ...]  # titles of the type's sections that the report has
    lacking: tuple[str, ...]  # titles of its required sections that the report lacks


class Explained(NamedTuple):
    """The type a file is recognised as, and the evidence."""

    path: str
    type: str  # "" if no type is recognised
    other_headings: bool  # whether no heading is one of the type's, so that no section is required
    likely: tuple[Likely, ...]  # the most likely first
    # whether it lacks so much of its type's outline that missing parts are information only
    own_form: bool = False


_MOST = 5


def explain(path: str, settings: Settings) -> Explained:
    """The candidate types of the file at `path`, with their evidence. Raises UserError for a bad
    configuration and for a file that cannot be read."""
    where = origin(settings, [path])
    where.find([path], lambda _: False, force_exclude=False)  # raises UserError if there is none
    setup = Setups(settings, where, whole=True).of(path)
    relative = setup.relative(path)
    with ErrorOf(path):
        text = where.read(path, setup.resolver.file(relative).encoding).decoded.text
    reading = DocumentReading(parse(text, format_of(path), setup.matcher), setup.matcher)
    document, recogniser = reading.document, setup.recogniser

    def likely(type_id: str, confidence: float, signs: tuple[str, ...]) -> Likely:
        of = setup.library.types[type_id]
        typed = reading.with_type(of)
        specs = typed.type.sections if typed.type else ()
        present = [spec for spec in specs if typed.section_of(spec.id) is not None]
        lacking = [spec for spec in specs if spec.demand != "optional" and spec not in present]
        foreign = recogniser.is_foreign(of, document, lambda: reading.headings)
        titles = tuple(spec.title for spec in present), tuple(spec.title for spec in lacking)
        return Likely(type_id, of.name, confidence, signs, foreign, *titles)

    guess = recogniser.recognise(document, relative, lambda: reading.headings)
    candidates = [
        (candidate.id, candidate.confidence, candidate.signs)
        for candidate in recogniser.candidates(document, relative, lambda: reading.headings)
    ]
    if guess and guess.type.id not in [candidate[0] for candidate in candidates]:
        candidates.insert(0, (guess.type.id, guess.confidence, guess.signs))
    return Explained(
        path,
        guess.type.id if guess else "",
        bool(guess and guess.other_headings),
        tuple(likely(*candidate) for candidate in candidates[:_MOST]),
        guess is not None and _has_own_form(reading, guess),
    )


def _has_own_form(reading: DocumentReading, guess: Guess) -> bool:
    """Whether a report does not follow the outline of its recognised type."""
    typed = reading.with_type(guess.type, is_recognised=is_recognised_builtin(guess))
    return not form_of(typed).outline
