// The folder view: the number of findings by file and by rule.
import { complain, find, make, tell } from "./dom.js";
import { bytes, get } from "./server.js";
import { say } from "./words.js";

const SEVERITIES = ["error", "warning", "info"];
const MOST = 1000; // files in the list

let folder = "";
let seen = null;
let openIt = null;

export function know(name) {
  folder = name;
  find("folder-name").textContent = say("folderTitle", { name });
  if (seen) draw();
}

function draw() {
  const bad = seen.files.filter((file) => sum(file) > 0);
  const rows = [...bad, ...seen.files.filter((file) => !sum(file))];
  find("folder-total").textContent = say("folderTotal", { files: seen.files.length, bad: bad.length });
  find("by-file").replaceChildren(
    make("caption", {}, say("byFile")),
    head([say("file"), say("type"), ...SEVERITIES.map((one) => say(one))]),
    make("tbody", {}, ...rows.slice(0, MOST).map(fileRow)),
  );
  find("by-rule").replaceChildren(
    make("caption", {}, say("byRule")),
    head([say("rule"), say("severity"), say("count")]),
    make("tbody", {}, ...seen.rules.map((one) => row(one.name ? `${one.name} (${one.rule})` : one.rule, [severity(one.severity), String(one.count)]))),
  );
}

const sum = (file) => SEVERITIES.reduce((all, one) => all + file.counts[one], 0);
const head = (names) => make("thead", {}, make("tr", {}, ...names.map((name) => make("th", { scope: "col" }, name))));
const row = (first, rest) => make("tr", {}, make("th", { scope: "row" }, first), ...rest.map((one) => make("td", {}, one)));
const severity = (name) => make("span", { class: `severity ${name}` }, say(name));

function fileRow(file) {
  const name = make("button", { type: "button", class: "link", onclick: () => open(file.path) }, file.path);
  return row(name, [file.type, ...SEVERITIES.map((one) => (file.counts[one] ? String(file.counts[one]) : "–"))]);
}

async function open(path) {
  try {
    await openIt(await bytes("file", { path }), path);
  } catch (error) {
    complain(error.message);
  }
}

// Connect the button; `openFile(file, name)` shows a file.
export function wire(openFile) {
  openIt = openFile;
  find("walk").onclick = async () => {
    tell(say("checking"));
    find("walk").disabled = true;
    try {
      seen = await get("folder");
      draw();
      tell(find("folder-total").textContent);
    } catch (error) {
      complain(error.message);
    } finally {
      find("walk").disabled = false;
    }
  };
}
