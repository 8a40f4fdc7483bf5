"""The language server: `reportlint server` talks to an editor over standard input and output.

It checks nothing itself: a `Linter` for the configuration of each folder does. Texts come from the
editor as they are typed; only configuration is read from disk.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Collection, Sequence

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from reportlint import __version__
from reportlint.core.errors import UserError
from reportlint.core.request import Settings
from reportlint.core.text import Text, pick
from reportlint.editor import config_files
from reportlint.editor.completion import Place, offers, place_of
from reportlint.editor.findings import (
    SOURCE,
    diagnostic_of,
    quick_fixes,
    range_of,
    whole_text,
)
from reportlint.editor.positions import UTF_16, Positions
from reportlint.finding import Finding
from reportlint.linter import Linter, Outline
from reportlint.run.list import rule as rule_of
from reportlint.run.list import rule_page
from reportlint.run.typed_file import schema_of
from reportlint.structure.language import language_of

DELAY = 0.15  # seconds without a keystroke before a text is checked
FIX_ALL = "source.fixAll.reportlint"
_FORMATS = {"markdown": "markdown", "restructuredtext": "rst", "plaintext": "text"}
_FIX = Text("修复（{rule}）", "Fix ({rule})")
_SILENCE = Text("放过这一处（{rule}）", "Let this place pass ({rule})")
_FIX_ALL_SAFE = Text("修复全文可以放心修的", "Apply all safe fixes")


class State:
    """The state of the server for its client, with the linters in use."""

    def __init__(self, language: str) -> None:
        """`language` is that of the messages; "" is that of each text."""
        self.language = language
        self._linters: dict[str, Linter] = {}  # by folder of the files
        self.waiting: dict[str, asyncio.Task[None]] = {}  # scheduled checks, by URI

    def linter(self, path: str) -> Linter:
        """The linter for the file at `path`. Raises UserError for a bad configuration."""
        folder = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
        if folder not in self._linters:
            self._linters[folder] = Linter(folder=folder, language=self.language)
        return self._linters[folder]

    def forget(self) -> None:
        """Forget the linters, so that every configuration is read again."""
        self._linters.clear()


class Open:
    """A text that is open in the editor, with its findings, fixes and outline."""

    def __init__(self, server: LanguageServer, state: State, uri: str) -> None:
        document = server.workspace.get_text_document(uri)
        self.uri = uri
        self.path = to_fs_path(uri) or ""
        self.version = document.version
        self.text = document.source
        self._state = state
        name = os.path.basename(self.path)
        # For a name without an extension, the editor knows the format.
        known = "" if os.path.splitext(name)[1] else _FORMATS.get(document.language_id or "", "")
        self.format = known
        self.positions = Positions(self.text, str(server.workspace.position_encoding or UTF_16))

    @property
    def language(self) -> str:
        """The language of the messages about the text: the requested one, else that of the text,
        else English."""
        return self._state.language or language_of(self.text) or "en"

    @property
    def is_yaml(self) -> bool:
        """Whether the file is YAML, and so no report: a configuration, a file of a pack, or an
        unrelated one."""
        return self.path.endswith((".yaml", ".yml"))

    def place(self, position: types.Position) -> Place:
        """The place in YAML of a position."""
        end = self.positions.offset(position.line, position.character)
        start = self.positions.offset(position.line, 0)
        lines = self.positions.lines()
        return place_of(lines, position.line, end - start)

    def findings(self) -> list[Finding]:
        """The findings in the text. Raises UserError for a bad configuration."""
        return self._linter.lint(self.text, path=self.path, format=self.format)

    def fixed_text(self) -> str:
        """The text with all safe fixes applied."""
        return self._linter.fix(self.text, path=self.path, format=self.format).text

    def outline(self) -> Outline:
        """The report type and the headings of the text."""
        return self._linter.outline(self.text, path=self.path, format=self.format)

    @property
    def types(self) -> Sequence[str]:
        """The ids of the report types in its configuration."""
        return list(self._linter.types)

    @property
    def rules(self) -> Sequence[str]:
        """The ids of the rules in its configuration."""
        return list(self._linter.rules)

    def name_of(self, type_id: str) -> str:
        """The name of a report type."""
        return pick(self._linter.types[type_id].name, self.language)

    @property
    def _linter(self) -> Linter:
        return self._state.linter(self.path)


def make(language: str = "") -> LanguageServer:
    """The server, with messages in `language`; "" is that of each text."""
    server = LanguageServer("reportlint", __version__)
    state = State(language)
    _follow_texts(server, state)
    _offer_actions(server, state)
    _register_hovers_symbols_lenses(server, state)
    return server


def _follow_texts(server: LanguageServer, state: State) -> None:
    """Register the checks of texts as they are opened, edited, saved and closed."""

    def check(uri: str) -> None:
        document = Open(server, state, uri)
        if document.is_yaml:
            problems = config_files.problems_of(document.path, document.text)
            diagnostics = config_files.diagnostics_of(
                problems, document.path, document.language, document.positions
            )
        else:
            diagnostics = _diagnostics(document)
        server.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(uri, diagnostics, document.version)
        )

    async def later(uri: str) -> None:
        await asyncio.sleep(DELAY)
        state.waiting.pop(uri, None)
        check(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        check(params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        earlier = state.waiting.pop(uri, None)
        if earlier is not None:
            earlier.cancel()
        state.waiting[uri] = asyncio.ensure_future(later(uri))

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        if params.text_document.uri.endswith((".yaml", ".yml", ".toml")):
            state.forget()
        for uri in list(server.workspace.text_documents):
            check(uri)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        uri = params.text_document.uri
        earlier = state.waiting.pop(uri, None)
        if earlier is not None:
            earlier.cancel()
        server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))


def _offer_actions(server: LanguageServer, state: State) -> None:
    """Register the quick fixes, the fix of a whole text, and completion in configurations."""

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, FIX_ALL]),
    )
    def actions(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = Open(server, state, params.text_document.uri)
        if document.is_yaml:
            return []
        only = params.context.only
        actions: list[types.CodeAction] = []
        if _wanted(types.CodeActionKind.QuickFix, only):
            titles = _FIX.to(document.language), _SILENCE.to(document.language)
            near = [
                finding
                for finding in _findings(document)
                if _touches(finding, params.range, document)
            ]
            actions += quick_fixes(near, document.positions, document.uri, titles)
        if _wanted(FIX_ALL, only):
            actions += _fix_all(document)
        return actions

    @server.feature(types.TEXT_DOCUMENT_FORMATTING)
    def formatting(params: types.DocumentFormattingParams) -> list[types.TextEdit]:
        document = Open(server, state, params.text_document.uri)
        fixed = document.text if document.is_yaml else document.fixed_text()
        return [whole_text(document.positions, fixed)] if fixed != document.text else []

    @server.feature(types.TEXT_DOCUMENT_COMPLETION)
    def completion(params: types.CompletionParams) -> list[types.CompletionItem]:
        document = Open(server, state, params.text_document.uri)
        schema = schema_of(document.path, document.language)
        if not schema:
            return []
        place = document.place(params.position)
        actions = offers(schema, document.text, place)
        return actions + _ids(document, place, {item.label for item in actions})


def _ids(document: Open, place: Place, offered: Collection[str]) -> list[types.CompletionItem]:
    """The ids of rules or types for a place, without those already offered; sorted last."""
    try:
        known = document.rules, document.types
    except UserError:  # an unfinished configuration, as while typing
        plain = Linter()
        known = list(plain.rules), list(plain.types)
    items = config_files.completions(place, document.path, *known)
    rest = [item for item in items if item.label not in offered]
    for item in rest:
        item.sort_text = f"~{item.label}"
    return rest


def _register_hovers_symbols_lenses(server: LanguageServer, state: State) -> None:
    """Register the hover with the reason of a rule, the document symbols, and the lens with the
    type."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        document = Open(server, state, params.text_document.uri)
        at = document.positions.offset(params.position.line, params.position.character)
        here = [finding for finding in _findings(document) if finding.start <= at <= finding.end]
        here.sort(key=lambda finding: finding.end - finding.start)  # the narrowest finding first
        if not here:
            return None
        folder = os.path.dirname(document.path)
        texts = [_explained(finding, folder, document.language) for finding in here]
        content = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(texts))
        return types.Hover(content, range_of(document.positions, here[0].start, here[0].end))

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    def symbols(params: types.DocumentSymbolParams) -> list[types.DocumentSymbol]:
        document = Open(server, state, params.text_document.uri)
        return [] if document.is_yaml else _symbols(document)

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    def lenses(params: types.CodeLensParams) -> list[types.CodeLens]:
        document = Open(server, state, params.text_document.uri)
        return [] if document.is_yaml else _lenses(document)


def _findings(document: Open) -> list[Finding]:
    if document.is_yaml:
        return []
    try:
        return document.findings()
    except UserError:  # reported with the diagnostics
        return []


def _diagnostics(document: Open) -> list[types.Diagnostic]:
    try:
        findings = document.findings()
    except UserError as error:
        place = types.Range(types.Position(0, 0), types.Position(0, 0))
        severity = types.DiagnosticSeverity.Error
        lines = (problem.to(document.language) for problem in error.problems)
        return [types.Diagnostic(place, line, severity=severity, source=SOURCE) for line in lines]
    return [diagnostic_of(finding, document.positions, document.uri) for finding in findings]


def _touches(finding: Finding, wanted: types.Range, document: Open) -> bool:
    """Whether a finding overlaps or touches the range that the editor asks about."""
    place = range_of(document.positions, finding.start, finding.end)
    return place.start <= wanted.end and wanted.start <= place.end


def _wanted(
    kind: types.CodeActionKind | str, only: Sequence[types.CodeActionKind | str] | None
) -> bool:
    """Whether the editor wants actions of a kind; `only` "source.fixAll" includes its subkinds."""
    if only is None:
        return True
    name = str(getattr(kind, "value", kind))
    names = [str(getattr(wanted, "value", wanted)) for wanted in only]
    return any(name == wanted or name.startswith(wanted + ".") for wanted in names)


def _fix_all(document: Open) -> list[types.CodeAction]:
    fixed = document.fixed_text()
    if fixed == document.text:
        return []
    edit = types.WorkspaceEdit(changes={document.uri: [whole_text(document.positions, fixed)]})
    return [types.CodeAction(_FIX_ALL_SAFE.to(document.language), kind=FIX_ALL, edit=edit)]


def _explained(finding: Finding, folder: str, language: str) -> str:
    """A finding in Markdown, with the reason of its rule, by the configuration of `folder`, and a
    link to its page."""
    try:
        rule = rule_of(finding.rule, Settings(), folder)
    except UserError:
        return f"**{finding.rule}** {finding.message}"
    name = pick(rule.name, language)
    called = f"**{name}** `{finding.rule}`" if name else f"**{finding.rule}**"
    head = f"{called} {finding.message}"
    link = rule_page(rule, language)
    more = f"[{Text('另见', 'see also').to(language)}](<{link}>)" if link else ""
    return "\n\n".join(part for part in (head, pick(rule.why, language), more) if part)


def _symbols(document: Open) -> list[types.DocumentSymbol]:
    """The sections as a tree of document symbols."""
    top: list[types.DocumentSymbol] = []
    # The open sections: level and children, the outermost first.
    around: list[tuple[int, list[types.DocumentSymbol]]] = []
    for heading in document.outline().headings:
        whole = range_of(document.positions, heading.start, heading.end)
        head = types.Range(whole.start, whole.start)
        inside: list[types.DocumentSymbol] = []
        kind, title = types.SymbolKind.String, heading.title or "–"
        while around and around[-1][0] >= heading.level:
            around.pop()
        siblings = around[-1][1] if around else top
        siblings.append(types.DocumentSymbol(title, kind, whole, head, children=inside))
        around.append((heading.level, inside))
    return top


def _lenses(document: Open) -> list[types.CodeLens]:
    """A lens above the text: its type, and the sections that the type requires and the text
    lacks."""
    type_id = document.outline().type
    if not type_id:
        return []
    missing = [
        finding.message for finding in _findings(document) if finding.rule == "section-missing"
    ]
    title = " · ".join((document.name_of(type_id), *missing))
    start = types.Position(0, 0)
    return [types.CodeLens(types.Range(start, start), types.Command(title, ""))]
