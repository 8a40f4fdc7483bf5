// Starts `reportlint server`, which does all the work: findings, fixes, explanations, outline. The extension itself checks nothing.
"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");

const LANGUAGES = ["markdown", "plaintext", "restructuredtext"];
const CONFIGURATION = "**/{.reportlint.yaml,.reportlint.yml}";

/** @type {LanguageClient | undefined} */
let client;
// The last start or stop: they run one after another, however fast the settings change.
let pending = Promise.resolve();

// How to start the server, from the settings.
function command() {
  const settings = vscode.workspace.getConfiguration("reportlint");
  const language = settings.get("language", "auto");
  const args = ["server", ...(language === "auto" ? [] : ["--lang", language])];
  return { command: settings.get("path", "reportlint") || "reportlint", args, transport: TransportKind.stdio };
}

async function start() {
  if (!vscode.workspace.getConfiguration("reportlint").get("enable", true)) return;
  const selector = ["file", "untitled"].flatMap((scheme) => LANGUAGES.map((language) => ({ scheme, language })));
  const started = new LanguageClient("reportlint", "reportlint", command(), {
    // Of the YAML files, the server checks only configurations and the files of packs.
    documentSelector: [...selector, { scheme: "file", language: "yaml" }, { scheme: "file", pattern: CONFIGURATION }],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher(CONFIGURATION) },
  });
  try {
    await started.start();
    client = started;
  } catch (error) {
    await showError(error);
  }
}

async function stop() {
  const old = client;
  client = undefined;
  await old?.dispose();
}

// Show that the server could not be started, and how to fix it.
async function showError(error) {
  const settings = "Settings";
  const message = `reportlint did not start (${error.message ?? error}). pip install 'reportlint[editor]', or set reportlint.path.`;
  vscode.window.showErrorMessage(message, settings).then((chosen) => {
    if (chosen === settings) vscode.commands.executeCommand("workbench.action.openSettings", "reportlint");
  });
}

function restart() {
  pending = pending.then(stop).then(start);
  return pending;
}

function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("reportlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (["enable", "path", "language"].some((setting) => event.affectsConfiguration(`reportlint.${setting}`))) restart();
    }),
  );
  return restart();
}

function deactivate() {
  pending = pending.then(stop);
  return pending;
}

module.exports = { activate, deactivate };
