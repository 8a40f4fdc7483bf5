// The main module: the current view, the language, and files dropped or text pasted.
import { complain, find, tell } from "./dom.js";
import * as findings from "./findings.js";
import * as folder from "./folder.js";
import * as newreport from "./newreport.js";
import * as report from "./report.js";
import { get } from "./server.js";
import { language, say, speak } from "./words.js";

const VIEWS = ["start", "report", "new", "folder"];

function view(name) {
  const wanted = name === "report" && !report.isOpen() ? "start" : name;
  for (const one of VIEWS) find(one).hidden = one !== wanted;
  for (const button of document.querySelectorAll("[data-view]")) {
    const current = button.dataset.view === (wanted === "start" ? "report" : wanted);
    if (current) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
  }
  document.title = `${say({ start: "viewReport", report: "viewReport", new: "viewNew", folder: "viewFolder" }[wanted])} · reportlint`;
}

const shown = () => VIEWS.find((one) => !find(one).hidden);

async function inLanguage(wanted) {
  speak(wanted);
  find("language").textContent = say("otherLanguage");
  find("language").lang = wanted === "zh" ? "en" : "zh-CN";
  const start = await get("start");
  const own = (type) => Number(type.language !== wanted);
  start.types.sort((one, other) => own(one) - own(other) || one.name.localeCompare(other.name, wanted));
  newreport.knowTypes(start.types);
  folder.know(start.folder);
  report.knowTypes(start.types);
}

async function openFile(file, name) {
  if (!report.mayGo()) return;
  try {
    await report.openFile(file, name);
    view("report");
    find("main").focus();
  } catch (error) {
    complain(error.message);
  }
}

function openText(name, text, how) {
  if (!text.trim() || !report.mayGo()) return;
  report.openText(name, text, how);
  view("report");
  find("main").focus();
}

// The file name for a pasted text; its extension determines the format.
const nameOf = (text) => `${say("unnamed")}${/^#{1,6}\s|^```/m.test(text) ? ".md" : ".txt"}`;

function takePasted() {
  const text = find("paste").value;
  find("paste").value = "";
  openText(nameOf(text), text);
}

function wire() {
  for (const button of document.querySelectorAll("[data-view]")) {
    button.onclick = () => {
      tell("");
      view(button.dataset.view);
    };
  }
  find("language").onclick = async () => {
    try {
      await inLanguage(language === "zh" ? "en" : "zh");
      view(shown());
    } catch (error) {
      complain(error.message);
    }
  };
  find("begin").onclick = takePasted;
  find("paste").addEventListener("paste", () => setTimeout(takePasted));
  find("pick").onchange = () => {
    const file = find("pick").files[0];
    if (file) openFile(file);
    find("pick").value = "";
  };
  find("close").onclick = () => {
    if (!report.mayGo()) return;
    report.close();
    tell("");
    view("report");
    find("paste").focus();
  };
  report.wire();
  newreport.wire(openText);
  folder.wire(openFile);
  window.addEventListener("dragover", (event) => event.preventDefault());
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    const { files } = event.dataTransfer;
    const text = event.dataTransfer.getData("text/plain");
    if (files.length) openFile(files[0]);
    else if (text) openText(nameOf(text), text);
  });
  window.addEventListener("keydown", (event) => {
    if (event.key !== "F8" || find("report").hidden || find("difference").open) return;
    event.preventDefault();
    findings.step(event.shiftKey ? -1 : 1);
  });
  window.addEventListener("beforeunload", (event) => {
    if (report.isUnsaved()) event.preventDefault();
  });
}

wire();
const configured = document.documentElement.dataset.language;
try {
  await inLanguage(configured || (navigator.language.startsWith("zh") ? "zh" : "en"));
} catch (error) {
  complain(error.message);
}
view(shown()); // keeps open what the user opened during the wait
