"""An existing report → the same with the sections that its type requires and that it lacks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportlint._startup.namedtuple import NamedTuple
from reportlint.core.diagnostic import Edit, apply
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files.atomic import replace
from reportlint.files.origin import origin
from reportlint.files.paths import ErrorOf, visible
from reportlint.files.splice import UnwritableError, splice
from reportlint.run.file import read_source
from reportlint.run.setup import Setups
from reportlint.scaffold.update import next_addition
from reportlint.structure.reading import DocumentReading


class Update(NamedTuple):
    """The planned update of a report."""

    path: str
    type: str  # its id
    old: str
    new: str
    titles: tuple[str, ...]  # titles of the added sections
    before: bytes
    after: bytes

    def write(self) -> None:
        """Write the file, if it is unchanged since it was read. Raises UserError."""
        with ErrorOf(self.path):
            replace(self.path, self.before, self.after, (self.path,))


def update(path: str, type_id: str, settings: Settings) -> Update:
    """Plan the update of the report at `path` to what its type requires now; if `type_id` is "",
    the type is recognised. Raises UserError for a file that cannot be read or encoded with the
    additions, and for a report of unknown type or without headings."""
    settings = settings._replace(type=type_id or settings.type)
    setups = Setups(settings, origin(settings, [path]))
    setup = setups.of(path)
    where = setup.relative(path)
    file = setup.resolver.file(where)
    with ErrorOf(path):
        source = setups.origin.read(path, file.encoding)
    if source.word is not None:
        raise _refused(
            path,
            "Word 文档从不改动；用 new -o 另写一份，再把内容移过去",
            "a Word document is never changed; write a new one with new -o and move the text there",
        )

    def read(text: str) -> DocumentReading:
        typed = source._replace(decoded=source.decoded._replace(text=text))
        return read_source(typed, where, setup, file, settings)

    reading = read(source.decoded.text)
    if reading.type is None:
        raise _refused(
            path,
            "认不出文种；写上文种：reportlint new 文种 --update 文件",
            "of no known report type; name it: reportlint new TYPE --update FILE",
        )
    if not reading.headings:
        raise _refused(
            path,
            "没有标题，不知道该补在哪里",
            "has no headings, so that nobody knows where a section belongs",
        )
    rounds, titles, new = _rounds(reading, read)
    try:
        after = splice(source, rounds, new) if rounds else source.data
    except UnwritableError as error:
        raise _refused(
            path,
            "文件的编码写不下要补的字，请先转为 UTF-8",
            "its encoding cannot hold what is to be put in; convert it to UTF-8 first",
        ) from error
    return Update(path, reading.type.id, source.decoded.text, new, titles, source.data, after)


def _rounds(
    reading: DocumentReading, read: Callable[[str], DocumentReading]
) -> tuple[list[Sequence[Edit]], tuple[str, ...], str]:
    """The edits gap by gap, the titles of the new sections, and the new text. The text is parsed
    again after each gap, since added sections shift the numbers."""
    rounds: list[Sequence[Edit]] = []
    titles: list[str] = []
    of, text = reading.type, reading.document.text
    while addition := next_addition(reading, titles):
        rounds.append(addition.edits)
        titles += addition.titles
        text = apply(text, addition.edits)
        reading = read(text).with_type(of)
    return rounds, tuple(titles), text


def _refused(path: str, zh: str, en: str) -> UserError:
    return UserError.of(Text(zh, en), visible(path))
