"""The extension for VS Code: its declarations, and the server that it starts, with stand-ins for VS
Code and its client."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "editors" / "vscode"
MANIFEST = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))
SOURCE = (FOLDER / "extension.js").read_text(encoding="utf-8")

STAND_IN = """
const Module = require("module");
const settings = JSON.parse(process.argv[1]);
const said = [];
const vscode = {
  workspace: {
    getConfiguration: () => ({ get: (key, other) => settings[key] ?? other }),
    createFileSystemWatcher: () => ({}),
    onDidChangeConfiguration: () => ({}),
  },
  commands: { registerCommand: (name) => said.push({ registered: name }) },
  window: { showErrorMessage: (text) => { said.push({ error: text }); return Promise.resolve(); } },
};
class LanguageClient {
  constructor(id, name, server, client) { Object.assign(this, { server, client }); }
  async start() {
    if (settings.broken) throw new Error("ENOENT");
    said.push({ server: this.server, selector: this.client.documentSelector });
  }
  async dispose() { said.push({ disposed: true }); }
}
const load = Module._load;
Module._load = (name, ...rest) =>
  name === "vscode" ? vscode
    : name.startsWith("vscode-languageclient") ? { LanguageClient, TransportKind: { stdio: 0 } }
      : load(name, ...rest);
const extension = require(process.argv[2]);
extension.activate({ subscriptions: [] }).then(extension.deactivate).then(() => console.log(JSON.stringify(said)));
"""


def started(**settings: object) -> list[dict[str, object]]:
    """The events from start to end with these settings."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("no Node to run the extension with")
    command = [node, "-e", STAND_IN, json.dumps(settings), str(FOLDER / "extension.js")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    events: list[dict[str, object]] = json.loads(done.stdout)
    return events


def test_all_settings_are_declared_and_explained_in_both_languages() -> None:
    declared = MANIFEST["contributes"]["configuration"]["properties"]
    used = set(re.findall(r'\.get\("(\w+)"', SOURCE))
    assert {f"reportlint.{name}" for name in used} <= set(declared)
    keys = set(re.findall(r'"%(\w+)%"', json.dumps(MANIFEST)))
    for name in ("package.nls.json", "package.nls.zh-cn.json"):
        assert set(json.loads((FOLDER / name).read_text(encoding="utf-8"))) == keys


def test_a_folder_that_is_not_trusted_names_no_program() -> None:
    trust = MANIFEST["capabilities"]["untrustedWorkspaces"]
    assert trust["restrictedConfigurations"] == ["reportlint.path"]


def test_the_server_is_started_as_the_settings_say() -> None:
    command, server, ended = started()
    assert command == {"registered": "reportlint.restart"}
    assert server["server"] == {"command": "reportlint", "args": ["server"], "transport": 0}
    assert {"scheme": "file", "language": "markdown"} in server["selector"]  # type: ignore[operator]
    assert {"scheme": "file", "language": "yaml"} in server["selector"]  # type: ignore[operator]
    assert ended == {"disposed": True}
    configured = started(path="/opt/reportlint", language="zh")[1]["server"]
    assert configured == {
        "command": "/opt/reportlint",
        "args": ["server", "--lang", "zh"],
        "transport": 0,
    }


def test_nothing_is_started_that_is_not_wanted_and_a_failure_is_told() -> None:
    assert started(enable=False) == [{"registered": "reportlint.restart"}]
    assert "pip install" in str(started(broken=True)[-1]["error"])
