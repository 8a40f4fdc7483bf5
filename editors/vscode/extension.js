// Starts `reportlint server` and leaves the rest to it: findings, fixes, reasons, outline. There is no second way to check here.
"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "restructuredtext"];
const CONFIGURATION = "**/{.reportlint.yaml,.reportlint.yml}";

/** @type {LanguageClient | undefined} */
let client;
// One start or stop after the other, however fast the settings change.
let doing = Promise.resolve();

// What the settings say of how to start the server.
function command() {
  const settings = vscode.workspace.getConfiguration("reportlint");
  const language = settings.get("language", "auto");
  const args = ["server", ...(language === "auto" ? [] : ["--lang", language])];
  return { command: settings.get("path", "reportlint") || "reportlint", args, transport: TransportKind.stdio };
}

async function start() {
  if (!vscode.workspace.getConfiguration("reportlint").get("enable", true)) return;
  const selector = ["file", "untitled"].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
  const made = new LanguageClient("reportlint", "reportlint", command(), {
    // Of YAML the server looks at configurations and at the files of packs, and lets the rest alone.
    documentSelector: [...selector, { scheme: "file", language: "yaml" }, { scheme: "file", pattern: CONFIGURATION }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher(CONFIGURATION) },
  });
  try {
    await made.start();
    client = made;
  } catch (error) {
    await tell(error);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  await old?.dispose();
}

// That the server could not be started, and what to do.
async function tell(error) {
  const settings = "Settings";
  const said = `reportlint did not start (${error.message ?? error}). pip install 'reportlint[editor]', or set reportlint.path.`;
  vscode.window.showErrorMessage(said, settings).then((chosen) => {
    if (chosen === settings) vscode.commands.executeCommand("workbench.action.openSettings", "reportlint");
  });
}

function restart() {
  doing = doing.then(stop).then(start);
  return doing;
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("reportlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (["enable", "path", "language"].some((one) => event.affectsConfiguration(`reportlint.${one}`))) restart();
    }),
  );
  return restart();
}

function deactivate() {
  doing = doing.then(stop);
  return doing;
}

module.exports = { activate, deactivate };
