"""The actions of the page: the library, set up for one folder, in each language that is requested.

Nothing that the page sends is written to disk. The only files read are the configuration of the
folder and, on request, the files in it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from threading import Lock

from reportlint._startup.typed import Any
from reportlint.core.errors import NO_FOLDER, UserError
from reportlint.core.report import FileReport
from reportlint.core.report_type import ReportType
from reportlint.core.request import Settings
from reportlint.core.rule import Rule
from reportlint.core.text import Text
from reportlint.core.word import is_word
from reportlint.files.paths import ErrorOf, relative
from reportlint.files.sources import Source, read_bytes, source_of
from reportlint.finding import findings
from reportlint.linter import Linter
from reportlint.run.annotate import commented
from reportlint.run.check import check
from reportlint.run.file import check_text
from reportlint.run.following import Following
from reportlint.run.setup import Setup
from reportlint.run.surroundings import surroundings
from reportlint.scaffold.answers import answered
from reportlint.scaffold.fields import Surroundings, resolved
from reportlint.scaffold.new import MARKDOWN, written_in
from reportlint.scaffold.word import word_draft
from reportlint.web import answers
from reportlint.web.answers import Answer

MOST_WORDS = 40  # code points of a finding to compare examples with
MOST_TEXT = 4_000_000  # code points of a text to check


class Desk:
    """Answers the requests of the page, from any number of threads."""

    def __init__(self, folder: str) -> None:
        """Raises UserError for a bad configuration and a missing folder."""
        if not os.path.isdir(folder):
            message = NO_FOLDER
            raise UserError.of(message, folder)
        self.folder = os.path.abspath(folder)
        self._listed: Mapping[str, str] = {}  # path by the name sent to the page
        self._walking = Lock()
        self._git: Mapping[str, str] = {}  # answers of Git, by what was requested
        rules = FolderRules(self.folder)
        self.linter, self._setup = rules.linter, rules.setup

    def types(self, language: str) -> list[Answer]:
        """All report types, with the default values of their fields."""
        known = self._setup().library.types
        described = []
        for of in self.linter(language).types.values():
            type = known[of.id]
            values = resolved(type, {}, self._around(type))
            described.append(answers.of_type(of, written_in(type), values, language))
        return described

    def check(self, text: str, name: str, type: str, language: str) -> Answer:
        """The findings in a text, its type and headings. Raises UserError for an unknown type."""
        linter = self.linter(language)
        diagnostics = linter.lint(_bounded(text), path=name, type=type)
        return answers.of_text(text, diagnostics, linter.outline(text, path=name, type=type))

    def fix(self, text: str, name: str, type: str, language: str, *, unsafe: bool) -> Answer:
        """A text with all safe fixes, with `unsafe` all fixes, and the lines that they change."""
        done = self.linter(language).fix(_bounded(text), unsafe, path=name, type=type)
        return answers.of_fixes(text, done.text, done.fixed)

    def explain(self, rule: str, passage: str, language: str) -> Answer:
        """The reason of a rule, with examples similar to the words that it found. Raises UserError
        for an unknown rule."""
        return answers.of_rule(self._rule(rule), passage[:MOST_WORDS], language)

    def read(self, data: bytes, name: str) -> Answer:
        """The text in the bytes of a file. Raises UserError if it cannot be read."""
        source = _source(data, name)
        text = source.decoded.text
        return {
            "text": _bounded(text),
            "word": source.word is not None,
            "encoding": source.encoding,
        }

    def word(self, data: bytes, name: str, type: str, language: str) -> Answer:
        """The findings in a Word document, its type, headings and text. Raises UserError."""
        source, report = self._word(data, name, type, language)
        lines = source.word.lines if source.word else ()
        headings = (
            (number, 0 if line.title else line.level)
            for number, line in enumerate(lines, 1)
            if line.title or line.level
        )
        types = self._setup().library.types.values()
        id = next((of.id for of in types if report.type and report.type in of.name.values()), "")
        return answers.of_word(source.decoded.text, [*findings(report)], id, headings)

    def annotate(self, data: bytes, name: str, type: str, language: str) -> bytes:
        """A copy of a Word document with a comment at each finding. Raises UserError."""
        return commented(data, self._word(data, name, type, language)[1])

    def new(self, type: str, values: Mapping[str, str], form: str, language: str) -> Answer:
        """A new report as text; `form` is "md" or "txt". Raises UserError."""
        of = self._setup().library.types.get(type)
        git = self._around(of).git if of else {}
        report = self.linter(language).new(type, values, format=form, git=git)
        files = dict(report.files)
        return {"text": report.text, "missing": list(report.missing), "files": files}

    def new_word(self, type: str, values: Mapping[str, str]) -> bytes:
        """A new report as a Word document; blanks without a value are content controls. Raises
        UserError."""
        self.new(type, values, MARKDOWN, "zh")  # raises UserError for unknown names
        of = self._setup().library.types[type]
        answers = answered(of, values, self._around(of))
        return word_draft(answers.type, answers.values).data

    def _around(self, of: ReportType) -> Surroundings:
        """The circumstances of a new report in the folder; each value is requested from Git only
        once."""
        around = surroundings(of, os.path.join(self.folder, "-"), self._git)
        self._git = {**self._git, **around.git}
        return around

    def walk(self, language: str) -> Answer:
        """The number of findings in each file of the folder."""
        with self._walking:
            report = check([self.folder], Settings(language=language, jobs=1, everything=True))
            files = {self._shown(file.path): file for file in report.files}
            self._listed = {name: file.path for name, file in files.items()}
            return answers.of_folder(files, self._setup().library.rules, language)

    def file(self, name: str, most: int) -> bytes:
        """The bytes of a file that `walk` has listed. Raises UserError for any other name."""
        path = self._listed.get(name)
        if path is None:
            raise UserError.of(Text("没有这个文件", "no such file"), name)
        with ErrorOf(name):
            return read_bytes(path, most=most)

    def _word(self, data: bytes, name: str, type: str, language: str) -> tuple[Source, FileReport]:
        if not is_word(name):
            raise UserError.of(Text("不是 .docx", "it is no .docx"), name)
        setup = self._setup()
        if type and type not in setup.library.types:
            raise UserError.of(Text("没有这个文种", "no such report type"), type)
        source = _source(data, name)
        report = check_text(source, name, setup, Settings(language=language, type=type))
        return source, report

    def _rule(self, id: str) -> Rule:
        rules: Mapping[str, Any] = self._setup().library.rules
        if id not in rules:
            raise UserError.of(Text("没有这条规则", "no such rule"), id)
        known: Rule = rules[id]
        return known

    def _shown(self, path: str) -> str:
        return relative(path, self.folder)


def _source(data: bytes, name: str) -> Source:
    """The decoded bytes of a file. Raises UserError."""
    with ErrorOf(name):
        return source_of(name, data)


def _bounded(text: str) -> str:
    """The text, if it has at most MOST_TEXT code points. Raises UserError."""
    if len(text) > MOST_TEXT:
        message = Text(f"超过 {MOST_TEXT // 10000} 万字", f"more than {MOST_TEXT:,} characters")
        raise UserError.of(message)
    return text


class FolderRules:
    """The setup of a folder, and a linter for each language, usable from any number of threads."""

    def __init__(self, folder: str) -> None:
        """Raises UserError for a bad configuration."""
        self._folder = folder
        self._following = Following(Settings(), os.path.join(folder, "-"))
        self._made_for: Setup | None = None
        self._linters: dict[str, Linter] = {}
        self._lock = Lock()
        self.linter("zh")

    def setup(self) -> Setup:
        """The current setup, with the reasons and examples of rules. Raises UserError if the
        configuration has become bad."""
        with self._lock:
            return self._current()

    def linter(self, language: str) -> Linter:
        """The current linter with messages in `language`. Raises UserError as `setup` does."""
        with self._lock:
            self._current()
            if language not in self._linters:
                self._linters[language] = Linter(folder=self._folder, language=language)
            return self._linters[language]

    def _current(self) -> Setup:
        setup = self._following.setup()
        if setup is not self._made_for:
            self._linters.clear()
            self._made_for = setup
        return setup
