// The view of the report for reading, with its findings marked in the text.
//
// Lines are rendered in blocks. A block is filled when it comes near the window, the others when the browser is idle. A block with
// unchanged text and marks is not rendered again. So a text of a megabyte costs no more than its visible part.
import { find, make } from "./dom.js";
import { say } from "./words.js";

const LINES = 60; // per block
const LONG = 60; // characters; longer marks are drawn faintly
const HAN = /[\u3400-\u9fff]/g;
const BULLET = /^\s*(?:[-*+•·>|]|\d+[.)])\s|^\s/;

let blocks = [];
let watcher = null;
let idle = 0;

const later = window.requestIdleCallback ?? ((run) => setTimeout(() => run({ timeRemaining: () => 8 }), 50));
const notLater = window.cancelIdleCallback ?? clearTimeout;

// Show a text. `marks` are findings with their index in the list; `headings` are [line, level], level 0 for the title.
export function show(text, marks, headings) {
  const sheet = find("sheet");
  const levels = new Map(headings);
  const lines = text.split("\n");
  sheet.lang = (text.slice(0, 2000).match(HAN) ?? []).length > 20 ? "zh-CN" : document.documentElement.lang;
  const title = titleOf(lines, levels);
  const top = Math.min(...headings.filter(([line, level]) => level && line !== title + 1).map(([, level]) => level), 9);
  const made = [];
  for (let first = 0, start = 0; first < lines.length; first += LINES) {
    const part = lines.slice(first, first + LINES);
    const words = part.join("\n");
    const end = start + words.length;
    const own = marks.filter((mark) => mark.start <= end && mark.end >= start);
    const heads = part.map((_, at) => (first + at === title ? 0 : (levels.get(first + at + 1) ?? top - 2) - top + 1));
    made.push({ start, end, lines: part, own, heads, key: keyOf(words, own, heads, start, sheet.lang) });
    start = end + 1;
  }
  arrange(sheet, made);
}

// A key of all that the rendering of a block depends on; offsets count from its beginning.
function keyOf(words, own, heads, start, lang) {
  return JSON.stringify([lang, words, heads, own.map((m) => [m.start - start, m.end - start, m.number, m.severity, m.message])]);
}

// The index of the title line: the first line with text, if it is short and no sentence; -1 for none.
function titleOf(lines, levels) {
  const first = lines.findIndex((line) => line.trim());
  if (first < 0) return -1;
  const line = lines[first].trim();
  const level = levels.get(first + 1);
  return line.length <= 50 && !/[。；：.;:]$/.test(line) && (level === undefined || level <= 1) ? first : -1;
}

function arrange(sheet, made) {
  notLater(idle);
  watcher?.disconnect();
  watcher = new IntersectionObserver(filled, { root: sheet, rootMargin: "600px" });
  made.forEach((block, at) => {
    const old = blocks[at];
    if (old && old.key === block.key) {
      block.element = old.element;
      block.full = old.full;
    } else if (old) {
      block.element = old.element;
      block.height = old.full ? old.element.offsetHeight : 0;
      block.full = false;
      if (block.element.childElementCount) fill(block); // it may be visible: avoid flicker
    } else {
      block.element = make("div", { class: "block" });
      sheet.append(block.element);
    }
    block.element.block = block;
    if (!block.full) {
      block.element.style.minHeight = `${guess(block)}px`;
      watcher.observe(block.element);
    }
  });
  for (const old of blocks.slice(made.length)) old.element.remove();
  blocks = made;
  idle = later(fillMore);
}

// The estimated height of a block in pixels: 34 characters per line, 32 pixels per line.
const guess = (block) => block.lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 34)) * 32, 0);

function filled(entries) {
  for (const entry of entries) if (entry.isIntersecting) fill(entry.target.block);
}

function fillMore(deadline) {
  const waiting = blocks.filter((block) => !block.full);
  while (waiting.length && deadline.timeRemaining() > 4) fill(waiting.shift());
  if (waiting.length) idle = later(fillMore);
}

// Fill the blocks that are still empty, for printing.
export function fillAll() {
  blocks.forEach(fill);
}

// The element that marks a finding; its block is filled first.
export function markOf(finding) {
  const block = blocks.find((one) => one.start <= finding.start && finding.start <= one.end);
  if (!block) return null;
  fill(block);
  return block.element.querySelector(`[data-number="${finding.number}"]`) ?? block.element;
}

function fill(block) {
  if (block.full) return;
  block.full = true;
  watcher?.unobserve(block.element);
  let start = block.start;
  const rows = block.lines.map((line, at) => {
    const row = paragraph(line, start, block.own, block.heads[at]);
    start += line.length + 1;
    return row;
  });
  block.element.replaceChildren(...rows);
  block.element.style.minHeight = "";
}

function paragraph(line, start, marks, level) {
  const row = make("p", { class: kindOf(line, level) });
  if (level > 0) row.setAttribute("data-level", Math.min(level, 4));
  const end = start + line.length;
  const own = marks.filter((mark) => mark.start <= end && mark.end >= start && (mark.end > start || mark.start === mark.end));
  const prefix = level >= 0 ? (line.match(/^#+\s+/)?.[0].length ?? 0) : 0;
  if (!own.length && !prefix) {
    row.textContent = line;
    return row;
  }
  const cuts = new Set([start, end, start + prefix]);
  for (const mark of own) cuts.add(Math.max(mark.start, start)).add(Math.min(mark.end, end));
  const places = [...cuts].sort((a, b) => a - b);
  for (const point of own.filter((mark) => mark.start === mark.end && mark.start === start)) row.append(link(point, ""));
  places.slice(0, -1).forEach((from, at) => {
    const to = places[at + 1];
    const words = line.slice(from - start, to - start);
    const mark = innermost(own, from, to);
    if (mark) row.append(link(mark, words));
    else if (to <= start + prefix) row.append(make("span", { class: "dim" }, words));
    else row.append(words);
    for (const point of own.filter((one) => one.start === one.end && one.start === to && to > start)) row.append(link(point, ""));
  });
  return row;
}

function kindOf(line, level) {
  if (level === 0) return "title";
  if (level > 0) return "heading";
  if (!line.trim()) return "empty";
  return BULLET.test(line) ? "item" : "text";
}

function innermost(marks, from, to) {
  let best = null;
  for (const mark of marks) {
    if (mark.start <= from && mark.end >= to && (!best || mark.end - mark.start < best.end - best.start)) best = mark;
  }
  return best;
}

// A mark is a link to the finding in the list: it can have the focus, and it wraps with its text.
function link(mark, words) {
  const long = mark.end - mark.start > LONG ? " long" : "";
  const point = words ? "" : " point";
  return make(
    "a",
    {
      class: `mark ${mark.severity}${long}${point}`,
      href: `#finding-${mark.number}`,
      "data-number": mark.number,
      title: mark.message,
      "aria-label": words ? null : `${say(mark.severity)}: ${mark.message}`,
    },
    words,
  );
}

// The element of the line that contains an offset.
export function placeOf(start) {
  const block = blocks.find((one) => one.start <= start && start <= one.end);
  if (!block) return null;
  fill(block);
  let at = block.start;
  const line = block.lines.findIndex((words) => (at += words.length + 1) > start);
  return block.element.children[line] ?? null;
}
