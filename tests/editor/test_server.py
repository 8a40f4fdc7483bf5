"""The language server with a real process and the profiles of two real clients."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

pytest.importorskip("pygls")
pytest_lsp = pytest.importorskip("pytest_lsp")

from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

REPORT = "述职报告\n\n今年取缔场所XX家。😀一是抓学习；二是抓作风；四是抓落实。\n"
ENCODINGS: dict[LanguageClient, str] = {}  # what each client has agreed on
CLEAN = "走访随记\n\n一切如常。\n"


@pytest_lsp.fixture(
    params=["visual_studio_code", "neovim"],
    config=ClientServerConfig(
        server_command=[sys.executable, "-m", "reportlint", "server", "--lang", "zh"]
    ),
)
async def client(
    request: pytest.FixtureRequest, lsp_client: LanguageClient, tmp_path: Path
) -> AsyncIterator[None]:
    result = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=client_capabilities(request.param), root_uri=tmp_path.as_uri()
        )
    )
    ENCODINGS[lsp_client] = str(result.capabilities.position_encoding or "utf-16")
    yield
    await lsp_client.shutdown_session()


@pytest_lsp.fixture(
    config=ClientServerConfig(server_command=[sys.executable, "-m", "reportlint", "server"]),
)
async def untold(lsp_client: LanguageClient, tmp_path: Path) -> AsyncIterator[None]:
    """An editor that did not tell the server a language."""
    capabilities = client_capabilities("neovim")
    await lsp_client.initialize_session(
        types.InitializeParams(capabilities=capabilities, root_uri=tmp_path.as_uri())
    )
    yield
    await lsp_client.shutdown_session()


def opened(client: LanguageClient, path: Path, text: str, language: str = "plaintext") -> str:
    """Open a text that need not be on disk; its URI."""
    uri = path.as_uri()
    item = types.TextDocumentItem(uri=uri, language_id=language, version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))
    return uri


async def told(client: LanguageClient) -> None:
    await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)


def codes(client: LanguageClient, uri: str) -> list[str]:
    return [str(diagnostic.code) for diagnostic in client.diagnostics[uri]]


@pytest.mark.asyncio
async def test_a_clean_text_has_no_diagnostics(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path / "a.txt", CLEAN)
    await told(client)
    assert codes(client, uri) == []


@pytest.mark.asyncio
async def test_findings_are_shown_at_their_places(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path / "a.txt", REPORT)
    await told(client)
    assert "placeholder" in codes(client, uri)
    (gap,) = [
        diagnostic for diagnostic in client.diagnostics[uri] if diagnostic.code == "ordinal-gap"
    ]
    # The emoji before it counts two in UTF-16, one in UTF-32, four (and Han three) in UTF-8.
    expected = {"utf-16": 24, "utf-32": 23, "utf-8": 66}
    column = expected[ENCODINGS[client]]
    assert (gap.range.start.line, gap.range.start.character) == (2, column)
    assert gap.related_information


@pytest.mark.asyncio
async def test_what_is_typed_is_checked(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path / "a.txt", REPORT)
    await told(client)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(version=2, uri=uri),
            [types.TextDocumentContentChangeWholeDocument(REPORT.replace("XX", "37"))],
        )
    )
    await told(client)
    assert "placeholder" not in codes(client, uri)


@pytest.mark.asyncio
async def test_fixes_are_offered_and_fit(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path / "a.txt", REPORT)
    await told(client)
    (gap,) = [
        diagnostic for diagnostic in client.diagnostics[uri] if diagnostic.code == "ordinal-gap"
    ]
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(uri), gap.range, types.CodeActionContext([gap])
        )
    )
    assert actions
    titles = [action.title for action in actions]
    assert "修复（ordinal-gap）" in titles
    assert "放过这一处（ordinal-gap）" in titles
    (mend,) = [action for action in actions if action.title == "修复（ordinal-gap）"]
    assert isinstance(mend, types.CodeAction)
    assert mend.edit
    assert mend.edit.changes
    (edit,) = mend.edit.changes[uri]
    assert "三" in edit.new_text


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("text", "title"),
    [
        (REPORT, "修复（ordinal-gap）"),
        ("# Incident report\n\n1. a line\n2. a line\n4. a line\n", "Fix (ordinal-gap)"),
    ],
)
async def test_titles_are_in_the_language_of_the_text_where_none_was_told(
    untold: LanguageClient, tmp_path: Path, text: str, title: str
) -> None:
    uri = opened(untold, tmp_path / "a.md", text, "markdown")
    await told(untold)
    (gap,) = [
        diagnostic for diagnostic in untold.diagnostics[uri] if diagnostic.code == "ordinal-gap"
    ]
    actions = await untold.text_document_code_action_async(
        types.CodeActionParams(
            types.TextDocumentIdentifier(uri), gap.range, types.CodeActionContext([gap])
        )
    )
    assert title in [action.title for action in actions or ()]


@pytest.mark.asyncio
async def test_hover_symbols_and_lens(client: LanguageClient, tmp_path: Path) -> None:
    text = "# 述职报告\n\n## 一、主要工作\n\n今年取缔场所XX家。\n"
    uri = opened(client, tmp_path / "a.md", text, "markdown")
    await told(client)
    document = types.TextDocumentIdentifier(uri)
    (blank,) = [
        diagnostic for diagnostic in client.diagnostics[uri] if diagnostic.code == "placeholder"
    ]
    hover = await client.text_document_hover_async(types.HoverParams(document, blank.range.start))
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert "**未填的空** `placeholder`" in hover.contents.value
    assert "模板里的空" in hover.contents.value
    assert not await client.text_document_hover_async(
        types.HoverParams(document, types.Position(1, 0))
    )
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
    assert symbols
    assert "主要工作" in repr(symbols)
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    assert lenses
    assert lenses[0].command
    assert lenses[0].command.title.startswith("述职报告")


@pytest.mark.asyncio
async def test_hover_explains_a_rule_by_the_folder_of_the_file(
    client: LanguageClient, tmp_path: Path
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "pack.yaml").write_text("id: house\nname: 本单位\n", encoding="utf-8")
    rule = (
        "kind: pattern\nname: {zh: 空话}\nmessage: 空话\nwhy: 空话没有信息。\nwords: [狠抓落实]\n"
    )
    (tmp_path / "house" / "empty-word.yaml").write_text(rule, encoding="utf-8")
    config = "extends: [core, ./house]\n"
    (tmp_path / ".reportlint.yaml").write_text(config, encoding="utf-8")
    uri = opened(client, tmp_path / "a.md", "要狠抓落实。\n", "markdown")
    await told(client)
    document = types.TextDocumentIdentifier(uri)
    place = types.Position(0, 2)
    hover = await client.text_document_hover_async(types.HoverParams(document, place))
    assert hover
    assert isinstance(hover.contents, types.MarkupContent)
    assert hover.contents.value == "**空话** `empty-word` 空话\n\n空话没有信息。"


@pytest.mark.asyncio
async def test_a_configuration_is_checked_and_completed(
    client: LanguageClient, tmp_path: Path
) -> None:
    uri = opened(client, tmp_path / ".reportlint.yaml", "rules:\n  placeholdr: off\n", "yaml")
    await told(client)
    (wrong,) = client.diagnostics[uri]
    assert wrong.range.start == types.Position(1, 2)
    assert "placeholder" in wrong.message
    items = await client.text_document_completion_async(
        types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(1, 2))
    )
    assert isinstance(items, list)
    labels = {item.label for item in items}
    assert "placeholder" in labels
    assert labels.isdisjoint({"duty-report", "warning"})


@pytest.mark.asyncio
async def test_a_rule_of_a_pack_is_checked_and_completed_as_it_is_typed(
    client: LanguageClient, tmp_path: Path
) -> None:
    pack = tmp_path / "house"
    pack.mkdir()
    (pack / "pack.yaml").write_text("id: house\nname: 本单位\n", encoding="utf-8")
    text = (
        "kind: pattern\nmessage: 不用“{found}”😀\nsverity: error\npatterns: {甲: {words: 搞定}}\n"
    )
    uri = opened(client, pack / "house-word.yaml", text, "yaml")
    await told(client)
    (wrong,) = client.diagnostics[uri]
    assert wrong.range.start == types.Position(2, 0)
    assert "severity" in wrong.message
    items = await client.text_document_completion_async(
        types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(2, 0))
    )
    assert isinstance(items, list)
    assert {"severity", "patterns", "examples"} <= {item.label for item in items}
    assert "duty-report" not in {item.label for item in items}


@pytest.mark.asyncio
async def test_columns_in_a_configuration_count_as_was_agreed(
    client: LanguageClient, tmp_path: Path
) -> None:
    text = 'overrides: [{files: ["😀甲.md"], sverity: error}]\n'
    uri = opened(client, tmp_path / ".reportlint.yaml", text, "yaml")
    await told(client)
    column = client.diagnostics[uri][0].range.start.character
    before = text[: text.index("sverity")]
    units = {"utf-16": len(before) + 1, "utf-32": len(before), "utf-8": len(before.encode())}
    assert column == units[ENCODINGS[client]]


@pytest.mark.asyncio
async def test_other_yaml_is_no_report(client: LanguageClient, tmp_path: Path) -> None:
    uri = opened(client, tmp_path / "compose.yaml", "image: XX\n# 取缔场所XX家\n", "yaml")
    await told(client)
    assert codes(client, uri) == []
    document = types.TextDocumentIdentifier(uri)
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    params = types.DocumentFormattingParams(document, options)
    assert not await client.text_document_formatting_async(params)
    symbols = types.DocumentSymbolParams(document)
    assert not await client.text_document_document_symbol_async(symbols)
    place = types.Position(0, 0)
    assert not await client.text_document_completion_async(types.CompletionParams(document, place))


@pytest.mark.asyncio
async def test_all_is_mended_and_what_is_missing_stands_above(
    client: LanguageClient, tmp_path: Path
) -> None:
    text = "# 述职报告\n\n## 一、主要工作\n\n今年修路（见附件)。\n"
    uri = opened(client, tmp_path / "a.md", text, "markdown")
    await told(client)
    document = types.TextDocumentIdentifier(uri)
    context = types.CodeActionContext([], only=["source.fixAll"])
    everywhere = types.Range(types.Position(0, 0), types.Position(0, 0))
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document, everywhere, context)
    )
    assert actions
    (action,) = actions
    assert isinstance(action, types.CodeAction)
    assert action.kind == "source.fixAll.reportlint"
    assert action.edit
    assert action.edit.changes
    assert action.edit.changes[uri][0].new_text == text.replace("件)", "件）")
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(document))
    missing = [
        diagnostic.message
        for diagnostic in client.diagnostics[uri]
        if diagnostic.code == "section-missing"
    ]
    assert missing
    assert lenses
    assert lenses[0].command
    assert all(message in lenses[0].command.title for message in missing)


def test_it_ends_when_it_is_told_to_and_calls_that_no_fault() -> None:
    def framed(**message: object) -> bytes:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)

    start = {"capabilities": {}, "processId": None, "rootUri": None}
    requests = [
        framed(id=1, method="initialize", params=start),
        framed(method="initialized", params={}),
        framed(id=2, method="shutdown"),
        framed(method="exit"),
    ]
    command = [sys.executable, "-m", "reportlint", "server"]
    done = subprocess.run(command, input=b"".join(requests), capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
