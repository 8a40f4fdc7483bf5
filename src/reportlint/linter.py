"""The library: `from reportlint import Linter`. docs/library.md explains it with examples.

Make a Linter once and use it for any number of texts, from any number of threads. Making one reads
files (the configuration, the packs, the cache of compiled rules); after that only `lint_file` does.
Nothing is printed, no process is started. Errors that the caller can correct raise `UserError`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

import reportlint
from reportlint._startup.namedtuple import NamedTuple
from reportlint.cache.codec import encode
from reportlint.config import stored
from reportlint.config.config import IgnoreEntry
from reportlint.config.known_types import unknown_type
from reportlint.config.problems import one_of, unknown
from reportlint.config.rule_changes import change_rule
from reportlint.core.diagnostic import Diagnostic
from reportlint.core.errors import Problem, UserError
from reportlint.core.report import FileReport
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.text import Text
from reportlint.files.decode import Decoded
from reportlint.files.paths import absolute, slashed
from reportlint.files.sources import Source
from reportlint.finding import Finding, findings
from reportlint.kinds import KINDS
from reportlint.lint.fix import apply_fixes
from reportlint.patterns.prefilter_table import Prefilters
from reportlint.run.file import check_file, check_text
from reportlint.run.setup import Setup, Setups
from reportlint.scaffold.answers import answered, joined, repeated
from reportlint.scaffold.fields import Surroundings, used
from reportlint.scaffold.new import FORMATS as NEW_FORMATS
from reportlint.scaffold.new import MARKDOWN, draft, files_beside
from reportlint.structure.reading import DocumentReading
from reportlint.suppression.entries import Ignores
from reportlint.text.parse import FORMATS, format_of, parse

_MARK = "\ufeff"
_MADE_OF_PACKS = "<packs>"  # stands for the path of a configuration file
RECORD_KEYS = ("text", "path", "type", "format")  # of a record; only `text` is required


class RuleInfo(NamedTuple):
    """A rule with the severity that the configuration gives it."""

    id: str
    severity: str  # "error", "warning", "info" or "off"
    kind: str
    pack: str
    message: Mapping[str, str]  # by language: "zh", "en"


class FieldInfo(NamedTuple):
    """How a report type declares a blank: all that is needed to ask a person for its value."""

    question: Mapping[str, str] = {}  # by language; {} if the blank is never asked for
    default: str = ""  # may contain {{other blanks}}
    choices: tuple[str, ...] = ()
    required: bool = False
    source: str = ""  # "today", "git-name" …: where the value comes from; tried before the default
    several: bool = False  # whether it takes a list; each value gets a section of its own


class TypeInfo(NamedTuple):
    """A report type."""

    id: str
    name: Mapping[str, str]  # by language
    blanks: tuple[str, ...]  # names of the blanks that `Linter.new` fills
    fields: Mapping[str, FieldInfo] = {}  # by name, for the blanks that the type declares


class Fixed(NamedTuple):
    """A text after its fixes."""

    text: str
    fixed: tuple[str, ...]  # rule id of each finding that was fixed
    findings: tuple[Finding, ...]  # the remaining findings, with positions in the new text


class NewReport(NamedTuple):
    """A new report of a type."""

    text: str
    missing: tuple[str, ...]  # blanks without a value; they remain in the text as {{name}}
    files: Mapping[str, str] = {}  # texts to put beside it, by path relative to its folder


class Heading(NamedTuple):
    """A heading of a text, or the lead phrase that opens a section without a heading."""

    title: str  # without ordinal and markup
    level: int  # from 1
    line: int  # from 1
    start: int  # offset of the heading, in code points
    end: int  # offset of the end of its section, in code points


class Outline(NamedTuple):
    """The report type and the headings of a text."""

    type: str  # id of the report type, "" if none is recognised
    headings: tuple[Heading, ...]  # in the order of the text


class _State(NamedTuple):
    """The state of a Linter, as values that can be pickled."""

    version: str
    rules: str  # the configuration and its packs, as `config.stored` serialises them
    prefilters: str  # the prefilters of their regexes, as JSON
    side_file: str  # path of the file of `ignore` entries, "" if there is none
    side_entries: tuple[IgnoreEntry, ...]
    settings: Settings


class Linter:
    """A linter with loaded rules and report types, for checks, fixes and new reports."""

    def __init__(
        self,
        config: str | os.PathLike[str] = "",
        *,
        packs: Sequence[str | os.PathLike[str]] = (),
        folder: str | os.PathLike[str] = "",
        type: str = "",
        language: str = "",
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
    ) -> None:
        """Load the rules from one source: the configuration file `config`, the packs (ids or
        folders) or the configuration that governs the files in `folder`. Without any, use the
        built-in packs, as with `--isolated`.

        `type` (id or name) is the report type of every text; "" recognises it text by text.
        `language` is that of the messages, "zh" or "en"; "" is the configuration's, else that of
        each text. `select` and `ignore` are rule ids or globs. Raises UserError.
        """
        if sum(map(bool, (str(config), packs, str(folder)))) > 1:
            message = Text(
                "config、packs、folder 只能写一个", "config, packs and folder: only one of them"
            )
            raise UserError.of(message)
        isolated = not (str(config) or packs or str(folder))
        settings = Settings(
            config=os.fspath(config),
            isolated=isolated,
            select=tuple(select),
            ignore=tuple(ignore),
            language=one_of(language, ("zh", "en"), Text("语言", "language")),
        )
        setups = Setups(settings)
        if packs:
            setup = _setup_of_packs(packs, setups)
        else:
            setup = setups.of(os.path.join(os.path.abspath(folder or os.curdir), "-"))
        setups.memory.save()
        self._setup = _ready(setup)
        self._settings = settings._replace(type=self._type(type))

    def lint(self, text: str, *, path: str = "", type: str = "", format: str = "") -> list[Finding]:
        """The findings in a text, in the order of the text.

        `path` is the name of the text: overrides, `when: path` and the format depend on it, but the
        file need not exist. A relative path is relative to the folder of the configuration. `type`
        is the id or name of a report type; `format` is "text", "markdown" or "rst". Raises
        UserError for an unknown type or format. Reads no file.
        """
        return list(findings(self._report(text, path, type, format)))

    def lint_file(self, path: str | os.PathLike[str], *, type: str = "") -> list[Finding]:
        """The findings in the file at `path`, which is relative to the current folder.

        A file that cannot be read or decoded has the finding `unreadable` or `undecodable`; a Git
        LFS pointer has none. No other file is read. Raises UserError for an unknown type.
        """
        settings = self._typed_settings(type)
        setups = _OneSetup(self._setup, settings)
        report = check_file(os.fspath(path), setups, settings, narrow=False)
        return list(findings(report)) if report is not None else []

    def lint_many(self, records: Iterable[Mapping[str, str] | str]) -> Iterator[list[Finding]]:
        """One list of findings for each record, in order. Lazy: reads one record for each list.

        A record is a text, or a mapping with `text` and optionally `path`, `type` and `format`, as
        for `lint`. Raises UserError for other keys, or if `text` is missing.
        """
        for record in records:
            if isinstance(record, str):
                yield self.lint(record)
                continue
            strange = sorted(set(record).difference(RECORD_KEYS))
            if strange or "text" not in record:
                wanted = Text(
                    "记录要有 text，可有 path、type、format",
                    "a record has text, and may have path, type, format",
                )
                raise UserError.of(wanted, ", ".join(strange))
            yield self.lint(**record)

    def fix(
        self, text: str, unsafe: bool = False, *, path: str = "", type: str = "", format: str = ""
    ) -> Fixed:
        """Apply all safe fixes to a text, with `unsafe` also the unsafe ones. A fix that would
        cause a new finding is not applied. Arguments and errors as for `lint`. Reads no file."""
        latest: dict[str, FileReport] = {}

        def check(text: str) -> Sequence[Diagnostic]:
            latest.clear()
            latest[text] = self._report(text, path, type, format)
            return latest[text].diagnostics

        plain = text.removeprefix(_MARK)
        done = apply_fixes(plain, check(plain), check, unsafe=unsafe)
        report = latest.get(done.text) or self._report(done.text, path, type, format)
        left = report._replace(diagnostics=done.left)
        return Fixed(text[: len(text) - len(plain)] + done.text, done.fixed, tuple(findings(left)))

    def new(
        self,
        type: str,
        values: Mapping[str, str | Sequence[str]] | None = None,
        *,
        format: str = MARKDOWN,
        today: date | None = None,
        git: Mapping[str, str] | None = None,
        file: str = "",
    ) -> NewReport:
        """A new report of a type (id or name); `format` is "md" or "txt". Reads no file.

        `values` fill its blanks; the choices, defaults and sources of its fields apply. `today` is
        the date for fields `from: today`, by default that of the clock; `git` has the values of
        fields from Git, by source ("git-name"); `file` is the file name in which the type's
        `file-name` looks for values. Raises UserError for an unknown type, blank or format, for a
        value that is not among the choices, and if a required field has no value.
        """
        report_type = self._setup.library.types[self._type(type)]
        form = one_of(format, NEW_FORMATS, Text("格式", "format"))
        known = used(report_type)
        wrong = (name for name in values or {} if name not in known)
        problems = [Problem(unknown(Text("空格", "blank"), name, known)) for name in wrong]
        if problems:
            raise UserError(problems)
        around = Surroundings(today or datetime.now().astimezone().date(), git or {}, file)
        answers = answered(report_type, joined(report_type, values or {}), around)
        beside = {extra.name: extra.text for extra in files_beside(answers.type, answers.values)}
        return NewReport(*draft(answers.type, answers.values, form), beside)

    def outline(self, text: str, *, path: str = "", type: str = "", format: str = "") -> Outline:
        """The report type and the headings of a text; arguments as for `lint`. Reads no file."""
        setup = self._setup
        form = one_of(format, FORMATS, Text("格式", "format")) or format_of(path)
        document = parse(text.removeprefix(_MARK), form, setup.matcher)
        reading = DocumentReading(document, setup.matcher)
        type_id = self._typed_settings(type).type
        guess = (
            None
            if type_id
            else setup.recogniser.recognise(reading.document, path, lambda: reading.headings)
        )
        headings = (
            Heading(
                section.title,
                section.level,
                document.index.line_of(section.heading.start),
                section.heading.start,
                section.span.end,
            )
            for section in reading.sections
        )
        return Outline(type_id or (guess.type.id if guess else ""), tuple(headings))

    @property
    def rules(self) -> dict[str, RuleInfo]:
        """All rules by id, including those that are off; without overrides for single files."""
        rules = {}
        for rule in self._setup.library.rules.values():
            change = self._setup.config.rules.get(rule.id)
            rule = change_rule(rule, change, KINDS) if change is not None else rule
            rules[rule.id] = RuleInfo(
                rule.id, rule.severity, rule.kind, rule.pack, dict(rule.message)
            )
        return rules

    @property
    def types(self) -> dict[str, TypeInfo]:
        """All report types by id."""
        types = self._setup.library.types
        return {of.id: _type_info(of) for of in types.values()}

    def __repr__(self) -> str:
        return f"Linter({self._setup.config.path!r})"

    def __reduce__(self) -> tuple[Callable[[_State], Linter], tuple[_State]]:
        setup = self._setup
        known, side = setup.library.lexicon.prefilters, setup.ignores.side_file
        state = _State(
            reportlint.__version__,
            stored.store(setup.config, setup.library),
            encode(known.export() if known is not None else {}),
            side,
            tuple(entry for file, entry in setup.ignores.entries if file == side),
            self._settings,
        )
        return _restored, (state,)

    def _report(self, text: str, path: str, type: str, format: str) -> FileReport:
        form = one_of(format, FORMATS, Text("格式", "format"))
        where = self._setup.relative(path) if os.path.isabs(path) else slashed(path)
        decoded = Decoded(text.removeprefix(_MARK), "utf-8", text.startswith(_MARK))
        source = Source(path, decoded, format=form)
        return check_text(source, where, self._setup, self._typed_settings(type))

    def _typed_settings(self, type: str) -> Settings:
        return self._settings._replace(type=self._type(type)) if type else self._settings

    def _type(self, name: str) -> str:
        """The id of a type given by id or name; "" for "". Raises UserError if it is unknown."""
        types = self._setup.library.types
        if not name or name in types:
            return name
        for of in types.values():
            if name in of.name.values():
                return of.id
        raise UserError.of(unknown_type(name, types.values()))


class _OneSetup(Setups):
    """The same setup for every file, wherever it is."""

    def __init__(self, setup: Setup, settings: Settings) -> None:
        super().__init__(settings)
        self._setup = setup

    def of(self, path: str) -> Setup:
        """The setup; `path` does not matter."""
        return self._setup


def _setup_of_packs(packs: Sequence[str | os.PathLike[str]], setups: Setups) -> Setup:
    """The setup of a configuration that contains only `extends: packs`."""
    names = [os.fspath(pack) for pack in packs]
    names = [os.path.abspath(name) if os.path.isdir(name) else name for name in names]
    source = absolute(_MADE_OF_PACKS), f"extends: {json.dumps(names)}\n"
    config, library = setups.whole(source)
    return Setup(config._replace(path="", folder=""), lambda: library, setups.settings)


def _ready(setup: Setup) -> Setup:
    """The setup with its lazy parts computed now, so that threads do not compute them at once."""
    _ = setup.library, setup.matcher, setup.recogniser
    setup.prepared(setup.resolver.file(""))
    return setup


def _restored(state: _State) -> Linter:
    """The Linter that was pickled. Raises UserError if another version of reportlint pickled it."""
    if state.version != reportlint.__version__:
        message = Text(
            f"Linter 是 reportlint {state.version} 存下的，这里是 {reportlint.__version__}",
            f"this Linter comes from reportlint {state.version}, here is {reportlint.__version__}",
        )
        raise UserError.of(message)
    linter = Linter.__new__(Linter)
    linter._setup = _compiled(state)
    linter._settings = state.settings
    return linter


@lru_cache(maxsize=8)
def _compiled(state: _State) -> Setup:
    """The setup restored from a pickled state, made once per process for all copies of it."""
    lines = state.rules.encode("utf-8", "surrogatepass").split(b"\n")
    config, library = stored.restore_config(lines[0]), stored.restore_library(lines[1:])
    lexicon = library.lexicon._replace(prefilters=Prefilters(json.loads(state.prefilters)))
    library = library._replace(lexicon=lexicon)
    setup = Setup(config, lambda: library, state.settings)
    setup.ignores = Ignores(config, state.side_file, state.side_entries)
    return _ready(setup)


def _type_info(of: ReportType) -> TypeInfo:
    """The public description of a report type."""
    names, several = used(of), repeated(of.sections)
    asked = {name: field for name, field in of.fields.items() if name in names}
    fields = {
        n: FieldInfo(dict(f.ask), f.default, f.choices, f.required, f.source, n in several)
        for n, f in asked.items()
    }
    fields |= {name: FieldInfo(several=True) for name in names if name in several - fields.keys()}
    return TypeInfo(of.id, dict(of.name), names, fields)
