// The open report: its text, its findings, and the actions on it.
import { complain, find, make, save, tell } from "./dom.js";
import { agreed, agreedOfAll, changesOf, edited } from "./difference.js";
import * as findings from "./findings.js";
import { ask, upload } from "./server.js";
import * as sheet from "./sheet.js";
import { say } from "./words.js";

const UNDO = 30; // earlier texts to keep
const BIG = 200000; // characters; longer texts are checked after a longer pause

let report = null;
let types = [];
let busy = false;
let again = false;
let waiting = 0;

export const isOpen = () => report !== null;
export const isUnsaved = () => Boolean(report?.changed);

// Whether the open report may be closed: it is saved, or the user agrees to discard it.
export const mayGo = () => !isUnsaved() || confirm(say("discard"));

// Open a text; `isNew` if it is saved nowhere.
export function openText(name, text, { encoding = "", isNew = false } = {}) {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  begin({ name, text: clean(text), newline, encoding, file: null, changed: isNew });
}

// Open a file: a Word document, or a text in any encoding.
export async function openFile(file, name = file.name) {
  tell(say("checking"));
  const read = await upload("read", file, { name });
  if (read.word) begin({ name, text: clean(read.text), newline: "\n", encoding: "", file, changed: false });
  else openText(name, read.text, { encoding: read.encoding });
}

function clean(text) {
  const lines = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  return lines.toWellFormed ? lines.toWellFormed() : lines;
}

function begin(made) {
  report = { ...made, type: "", found: null, undo: [], typed: false, editing: false };
  find("name").textContent = made.name || say("unnamed");
  editing(false);
  find("sheet").scrollTop = 0;
  sheet.show(report.text, [], []);
  findings.choose(-1);
  findings.list([], 0, {});
  find("total").textContent = say("checking");
  drawTypes();
  drawTools();
  check();
}

export function close() {
  clearTimeout(waiting);
  report = null;
}

export function knowTypes(known) {
  types = known;
  if (report) {
    drawTypes();
    drawTools();
    check();
  }
}

function drawTypes() {
  const id = report.found?.type;
  const name = types.find((type) => type.id === id)?.name;
  const own = report.type ? "" : name ? say("recognised", { name }) : say("unrecognised");
  find("type").replaceChildren(
    make("option", { value: "" }, own || say("recognised", { name: "…" })),
    ...types.map((type) => make("option", { value: type.id }, type.name)),
  );
  find("type").value = report.type;
}

function drawTools() {
  const isWord = Boolean(report.file);
  for (const id of ["edit", "fix-all", "undo"]) find(id).hidden = isWord;
  find("undo").disabled = !report.undo.length;
  find("fix-all").disabled = !report.found?.fixable;
  find("download").textContent = say(isWord ? "downloadWord" : "download");
}

// Copy the typed text to the report. The editor is read only when the text is needed, not at each keystroke.
function settle() {
  if (!report.typed) return;
  report.typed = false;
  report.text = find("editor").value;
}

// Check after a short pause in typing.
function checkSoon() {
  clearTimeout(waiting);
  waiting = setTimeout(check, report.text.length > BIG ? 900 : 300);
}

// Check the report, one check at a time, because an aborted check would continue in the server.
async function check() {
  clearTimeout(waiting);
  settle();
  find("status").textContent = say("checking");
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  const mine = report;
  const told = { name: mine.name, type: mine.type };
  try {
    const found = mine.file ? await upload("word", mine.file, told) : await ask("check", { ...told, text: mine.text });
    if (report === mine && !mine.typed && !again) take(found);
  } catch (error) {
    if (report === mine) complain(error.message);
  }
  busy = false;
  const more = again && report;
  again = false;
  if (more) check();
}

function take(found) {
  report.found = found;
  found.findings.forEach((one, number) => (one.number = number));
  const { error, warning, info } = found.counts;
  draw();
  drawTypes();
  drawTools();
  findings.list(found.findings, error + warning + info, { go, goTo, words, fix, canFix: !report.file });
  const note = report.file ? say("wordNote") : report.encoding && !/^utf-8/.test(report.encoding) ? say("encoding", { encoding: report.encoding.toUpperCase() }) : "";
  tell(`${error + warning + info ? say("checked", found.counts) : say("none")}${note ? ` · ${note}` : ""}`);
}

function draw() {
  if (report.editing) return;
  sheet.show(report.text, report.found?.findings ?? [], report.found?.headings ?? []);
}

function go(finding) {
  if (report.editing) return goTo(finding);
  const mark = sheet.markOf(finding);
  for (const old of document.querySelectorAll(".mark.now")) old.classList.remove("now");
  for (const part of document.querySelectorAll(`.mark[data-number="${finding.number}"]`)) part.classList.add("now");
  mark?.scrollIntoView({ block: "center" });
}

function goTo({ start, end }) {
  if (!report.editing) {
    const place = sheet.placeOf(start);
    place?.scrollIntoView({ block: "center" });
    place?.classList.add("flash");
    setTimeout(() => place?.classList.remove("flash"), 1500);
    return;
  }
  const editor = find("editor");
  editor.blur();
  editor.setSelectionRange(start, end);
  editor.focus();
}

function remember() {
  if (report.undo.at(-1) !== report.text) report.undo.push(report.text);
  report.undo.splice(0, report.undo.length - UNDO);
}

// The text at a place, shortened.
function words({ start, end }) {
  const found = report.text.slice(start, end).split("\n")[0];
  return found.length > 20 ? `${found.slice(0, 19)}…` : found;
}

// Replace the text, with undo.
function change(text) {
  remember();
  put(text);
  tell(say("taken"));
}

function put(text) {
  report.text = text;
  report.changed = true;
  if (report.editing) find("editor").value = text;
  draw();
  drawTools();
  check();
}

async function fix(finding) {
  const { edits, safe } = finding.fix;
  if (report.typed) return complain(say("stale"));
  const mine = report;
  const { text } = mine;
  const note = safe ? "" : say("unsafe");
  if ((await agreed(say("fixTitle"), changesOf(text, edits), note)) && report === mine && mine.text === text) change(edited(text, edits));
}

async function fixAll() {
  settle();
  const mine = report;
  const { text, name, type, found } = mine;
  const fixes = (unsafe) => ask("fix", { text, name, type, unsafe });
  const done = await agreedOfAll(fixes, found.fixable > found.safe);
  if (done && report === mine && mine.text === text) change(done.text);
}

function undo() {
  settle();
  while (report.undo.at(-1) === report.text) report.undo.pop();
  if (report.undo.length) put(report.undo.pop());
  tell(say("undone"));
}

function editing(on) {
  settle();
  report.editing = on;
  find("edit").setAttribute("aria-pressed", String(on));
  find("editor").hidden = !on;
  find("sheet").hidden = on;
  if (on) {
    find("editor").value = report.text;
    remember();
    find("editor").focus();
    find("editor").setSelectionRange(0, 0);
    find("editor").scrollTop = 0;
  } else {
    find("editor").value = "";
  }
}

async function download() {
  settle();
  const name = report.name || say("unnamed");
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ".txt"];
  const last = (path) => path.slice(path.lastIndexOf("/") + 1);
  if (report.file) {
    const copy = await upload("annotate", report.file, { name: report.name, type: report.type }, { blob: true });
    save(last(`${stem}-${say("annotated")}${ending}`), copy);
    return tell(say("downloaded", { name: last(`${stem}-${say("annotated")}${ending}`) }));
  }
  const text = report.newline === "\n" ? report.text : report.text.replaceAll("\n", report.newline);
  save(last(`${stem}${ending}`), new Blob([text], { type: "text/plain" }));
  report.changed = false;
  return tell(say("downloaded", { name: last(`${stem}${ending}`) }));
}

const safely = (doing) => async () => {
  try {
    await doing();
  } catch (error) {
    complain(error.message);
  }
};

// Connect the buttons.
export function wire() {
  find("type").onchange = () => {
    report.type = find("type").value;
    check();
  };
  find("edit").onclick = () => {
    editing(!report.editing);
    draw();
  };
  find("editor").oninput = () => {
    report.typed = true;
    report.changed = true;
    checkSoon();
  };
  find("fix-all").onclick = safely(fixAll);
  find("undo").onclick = undo;
  find("download").onclick = safely(download);
  find("sheet").addEventListener("click", (event) => {
    const mark = event.target.closest("a.mark");
    if (!mark) return;
    event.preventDefault();
    findings.chooseNumber(Number(mark.dataset.number));
  });
  window.addEventListener("beforeprint", sheet.fillAll);
}
