"""A report type and values → a new report, as a file or as text."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from reportlint._startup.namedtuple import NamedTuple
from reportlint.config.known_types import unknown_type
from reportlint.config.node import LIST, MAP, SCALAR, Node
from reportlint.config.problems import unknown
from reportlint.config.yaml import parse
from reportlint.core.errors import EXISTS, Problem, UserError
from reportlint.core.report_type import BlankField, ReportType
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.core.word import FORMAT as WORD
from reportlint.core.word import is_word
from reportlint.files.atomic import create
from reportlint.files.paths import visible
from reportlint.files.reader import Disk
from reportlint.run.list import here
from reportlint.run.surroundings import surroundings
from reportlint.scaffold.answers import Answered, answered, repeated, wrong_choices
from reportlint.scaffold.fields import asked, resolved, used
from reportlint.scaffold.new import FORMATS, MARKDOWN, PLAIN, DraftFile, draft, files_beside

_ENDINGS = {"md": MARKDOWN, "markdown": MARKDOWN, "txt": PLAIN, WORD: WORD}


class CreatedReport(NamedTuple):
    """A new report; `path` is "" if it was not written to a file. A Word document has no `text`."""

    text: str
    missing: tuple[str, ...]  # names of blanks without a value
    path: str = ""
    files: tuple[str, ...] = ()  # paths of the extra files


Ask = Callable[[str, BlankField, str], str]  # name, field and default → the answer


class Wish(NamedTuple):
    """The new report that the command line asks for."""

    type: str
    output: str = ""  # a path; "" returns the text only
    values: str = ""  # path of a YAML file
    sets: tuple[str, ...] = ()  # name=value
    # one of FORMATS, or WORD; "" takes the format from the output's ending, else Markdown
    form: str = ""
    ask: Ask | None = None  # None asks nothing


def new(wish: Wish, settings: Settings) -> CreatedReport:
    """Make a new report of a type. Raises UserError for an unknown type or value, a bad values
    file, and a file that exists."""
    report_type = here(settings).library.types[type_id(wish.type, settings)]
    report_type, values = _answered(wish, report_type, _values(wish, report_type))
    form = wish.form or _ENDINGS.get(os.path.splitext(wish.output)[1][1:].lower(), FORMATS[0])
    texts_beside = _texts_beside(wish.output, files_beside(report_type, values))
    if form == WORD:
        report = _word(wish.output, report_type, values)
    else:
        report = CreatedReport(*draft(report_type, values, form))._replace(path=wish.output)
        if wish.output:
            create(wish.output, report.text)
    for path, text in texts_beside.items():
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        create(path, text)
    return report._replace(files=tuple(texts_beside))


def _texts_beside(output: str, files: Sequence[DraftFile]) -> dict[str, str]:
    """The texts of the extra files beside a report at `output`, by path; none if the report is not
    written. Raises UserError if one of them exists; then nothing is written at all."""
    if not output:
        return {}
    folder = os.path.dirname(output)
    texts = {os.path.join(folder, *file.name.split("/")): file.text for file in files}
    taken = [path for path in texts if os.path.lexists(path)]
    if taken:
        message = EXISTS
        raise UserError([Problem(message, visible(path)) for path in taken])
    return texts


def _answered(wish: Wish, of: ReportType, given: dict[str, str]) -> Answered:
    """The type and values, with values from the surroundings and the user's answers added, and the
    type adapted to them."""
    around = surroundings(of, wish.output)
    if wish.ask is not None:
        for name, field in list(asked(of, given)):
            answer = wish.ask(name, field, resolved(of, given, around).get(name, ""))
            if answer:
                given[name] = answer
    return answered(of, given, around, "--set {name}=…")


def _word(output: str, of: ReportType, values: Mapping[str, str]) -> CreatedReport:
    from reportlint.scaffold.word import word_draft

    if not is_word(output):
        message = Text(
            "Word 文档要用 -o 写到以 .docx 结尾的文件",
            "a Word document needs -o with a name that ends in .docx",
        )
        raise UserError.of(message, visible(output))
    word_report = word_draft(of, values)
    create(output, word_report.data)
    return CreatedReport("", word_report.missing, output)


def type_id(called: str, settings: Settings) -> str:
    """The id of the type with this id or name: duty-report for 述职报告. Raises UserError if there
    is none."""
    types = here(settings).library.types
    if called in types:
        return called
    for report_type in types.values():
        if called in report_type.name.values():
            return report_type.id
    raise UserError.of(unknown_type(called, types.values()))


def _values(wish: Wish, of: ReportType) -> dict[str, str]:
    """The values from the file and the command line, which takes precedence. Raises UserError if
    one is not a blank of the type."""
    problems: list[Problem] = []
    known = used(of)
    values: dict[str, str] = {}
    if wish.values:
        values |= _from_file(wish.values, known, problems, repeated(of.sections))
    values |= _from_sets(wish.sets, known, problems, repeated(of.sections))
    problems += wrong_choices(of, values)
    if problems:
        raise UserError(problems)
    return values


def _from_sets(
    sets: Iterable[str],
    known: Sequence[str],
    problems: list[Problem],
    repeated: AbstractSet[str],
) -> dict[str, str]:
    """The values of `--set` by name: the last for each name; for a repeated section all of them,
    one per line."""
    values: dict[str, str] = {}
    for setting in sets:
        name, equals, value = setting.partition("=")
        if not equals:
            problems.append(
                Problem(
                    Text(
                        f"--set 要写成 名称=值，而不是“{setting}”",
                        f"--set takes name=value, not “{setting}”",
                    )
                )
            )
        elif name.strip() not in known:
            problems.append(Problem(unknown(Text("空格", "blank"), name.strip(), known)))
        else:
            key = name.strip()
            again = key in repeated and key in values
            values[key] = f"{values[key]}\n{value}" if again else value
    return values


def _from_file(
    path: str, known: Sequence[str], problems: list[Problem], repeated: AbstractSet[str]
) -> dict[str, str]:
    """The values in a YAML file by name. Errors are added to `problems`."""
    text = Disk().read(path)
    if text is None:
        problems.append(Problem(Text("没有这个文件", "no such file"), visible(path)))
        return {}

    def note(message: Text, node: Node) -> None:
        problems.append(Problem(message, path, node.line, node.column))

    values: dict[str, str] = {}
    table = parse(text, path)
    if table.kind != MAP and not table.null:
        note(Text("应为“名称: 值”的键值表", "must be a mapping of names to values"), table)
    for key, node in table.pairs:
        value = _value(node, is_repeated=key.text in repeated)
        if key.text not in known:
            note(unknown(Text("空格", "blank"), key.text, known), key)
        elif value is None:
            note(Text(f"“{key.text}”应为文字", f"“{key.text}” must be a text"), node)
        else:
            values[key.text] = value
    return values


def _value(node: Node, *, is_repeated: bool) -> str | None:
    """The value of a blank; for a repeated section a list gives one line per item. None if it is
    not text."""
    items = node.items if is_repeated and node.kind == LIST else (node,)
    if any(item.kind != SCALAR or item.null for item in items):
        return None
    return "\n".join(item.text for item in items)
