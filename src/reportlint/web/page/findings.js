// The list of findings. An open finding shows its reason, examples and its fix.
import { find, make, complain } from "./dom.js";
import { get } from "./server.js";
import { language, say } from "./words.js";

const STEP = 100;

let shown = [];
let most = STEP;
let open = -1;
let doings = {};
const explained = new Map();

// List findings. `does` has `go(finding)`, `goTo(place)`, `words(place)`, `fix(finding)` and `canFix`.
export function list(findings, total, does) {
  const kept = open >= 0 ? keyOf(shown[open]) : "";
  shown = findings;
  doings = does;
  if (keyOf(findings[open]) !== kept) open = kept ? findings.findIndex((one) => keyOf(one) === kept) : -1;
  most = Math.max(STEP, open + 1);
  find("total").textContent = total ? say("total", { count: total }) : say("none");
  find("keys").hidden = !total;
  draw();
}

const keyOf = (one) => (one ? `${one.rule} ${one.message}` : "");

function draw() {
  const focused = document.activeElement?.id;
  const inside = find("list").contains(document.activeElement);
  find("list").replaceChildren(...shown.slice(0, most).map(item));
  const left = shown.length - most;
  find("more").hidden = left <= 0;
  find("more").textContent = say("more", { count: left });
  find("more").onclick = () => {
    most += STEP;
    draw();
  };
  if (focused?.startsWith("finding-")) find(focused)?.focus();
  if (inside && document.activeElement === document.body) find("total").focus();
}

function item(one, at) {
  const isOpen = at === open;
  const head = make(
    "button",
    { type: "button", id: `finding-${one.number}`, class: "finding", "aria-expanded": String(isOpen), onclick: () => choose(isOpen ? -1 : at) },
    make("span", { class: `severity ${one.severity}` }, say(one.severity)),
    make("span", { class: "place" }, say("line", { line: one.line })),
    make("span", { class: "message" }, one.message),
  );
  return make("li", { class: isOpen ? "open" : null }, head, isOpen ? detail(one) : null);
}

// Open the finding at an index of the list, -1 for none, and show its position in the report.
export function choose(at, { focus = false } = {}) {
  open = at;
  if (at >= most) most = at + STEP;
  draw();
  if (at < 0) return;
  doings.go(shown[at]);
  const head = find(`finding-${shown[at].number}`);
  head.scrollIntoView({ block: "nearest" });
  if (focus) head.focus();
}

export const chooseNumber = (number) => choose(shown.findIndex((one) => one.number === number), { focus: true });

// Open the next finding, or with -1 the previous one.
export function step(by) {
  if (!shown.length) return;
  choose(open < 0 ? (by > 0 ? 0 : shown.length - 1) : (open + by + shown.length) % shown.length, { focus: true });
}

function detail(one) {
  const box = make("div", { class: "detail" });
  if (one.fix) box.append(cure(one));
  if (one.related.length) box.append(related(one));
  const reason = make("div", { class: "reason" });
  const name = make("p", { class: "note" }, one.rule);
  box.append(reason, name);
  fillReason(reason, name, one);
  return box;
}

function cure(one) {
  if (!doings.canFix) {
    const words = one.fix.edits.map((edit) => edit.text || say("remove")).join(" ");
    return make("p", {}, say("wordFix", { text: words }));
  }
  const note = one.fix.safe ? null : make("span", { class: "note" }, say("unsafe"));
  return make("p", { class: "row" }, make("button", { type: "button", class: "fix", onclick: () => doings.fix(one) }, say("fix")), note);
}

function related(one) {
  const links = one.related.map((near) =>
    make("li", {}, make("button", { type: "button", class: "link", onclick: () => doings.goTo(near) }, say("relatedAt", { ...near, words: doings.words(near) }))),
  );
  return make("div", {}, make("h3", {}, say("related")), make("ul", {}, ...links));
}

async function fillReason(box, called, one) {
  const { rule } = one;
  const found = doings.words(one);
  const key = `${language} ${rule} ${found}`;
  try {
    if (!explained.has(key)) explained.set(key, await get("explain", { rule, found }));
  } catch (error) {
    complain(error.message);
    return;
  }
  const { name, why, bad, good } = explained.get(key);
  called.textContent = name ? `${name} (${rule})` : rule;
  box.replaceChildren(
    ...(why ? [make("h3", {}, say("why")), make("p", {}, why)] : []),
    ...examples("bad", bad),
    ...examples("good", good),
  );
}

function examples(sort, texts) {
  if (!texts.length) return [];
  return [make("h3", {}, say(sort)), ...texts.map(({ text, marks }) => make("blockquote", { class: sort }, ...marked(text, marks)))];
}

function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    if (start < at) continue;
    parts.push(text.slice(at, start), make("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)];
}
