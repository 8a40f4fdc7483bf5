// The dialog that shows the changes of a fix and asks whether to apply them.
import { find, make } from "./dom.js";
import { say } from "./words.js";

// The text after some edits, which are sorted.
export function edited(text, edits) {
  let made = "";
  let at = 0;
  for (const { start, end, text: put } of edits) {
    made += text.slice(at, start) + put;
    at = end;
  }
  return made + text.slice(at);
}

// The lines that the edits of one fix touch, before and after.
export function changesOf(text, edits) {
  const first = edits[0];
  const last = edits[edits.length - 1];
  const from = text.lastIndexOf("\n", first.start - 1) + 1;
  const found = text.indexOf("\n", last.end);
  const to = found < 0 ? text.length : found;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
  const old = text.slice(from, to);
  return [{ old: old.split("\n"), new: edited(old, moved).split("\n") }];
}

// The lengths of the common prefix and suffix of two texts, without splitting a character.
function same(old, now) {
  const most = Math.min(old.length, now.length);
  let front = 0;
  while (front < most && old[front] === now[front]) front++;
  let back = 0;
  while (back < most - front && old[old.length - 1 - back] === now[now.length - 1 - back]) back++;
  const low = (text, at) => at > 0 && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) < 0xe000;
  if (low(old, front) || low(now, front)) front--;
  if (low(old, old.length - back) || low(now, now.length - back)) back--;
  return [front, Math.max(back, 0)];
}

function side(sort, label, text, front, back) {
  const middle = text.slice(front, text.length - back);
  return make(
    "p",
    { class: sort },
    make("span", { class: "side" }, say(label)),
    text.slice(0, front),
    middle ? make(sort, {}, middle) : "",
    text.slice(text.length - back),
  );
}

function shown(change) {
  const old = change.old.join("\n");
  const now = change.new.join("\n");
  const [front, back] = same(old, now);
  const parts = [side("del", "before", old, front, back), side("ins", "after", now, front, back)];
  const head = change.line ? [make("h3", {}, say("line", { line: change.line }))] : [];
  return make("div", { class: "change" }, ...head, ...parts);
}

function draw(title, changes, note, more) {
  find("difference-title").textContent = title;
  find("changes").replaceChildren(
    ...(note ? [make("p", { class: "note" }, note)] : []),
    ...changes.map(shown),
    ...(more ? [make("p", {}, say("moreChanges", { count: more }))] : []),
  );
  find("take").disabled = !changes.length;
}

// Show the dialog until the user has decided; whether to apply the changes.
function decided() {
  const dialog = find("difference");
  return new Promise((resolve) => {
    let taken = false;
    find("take").onclick = () => {
      taken = true;
      dialog.close();
    };
    find("leave").onclick = () => dialog.close();
    dialog.onclose = () => resolve(taken);
    dialog.showModal();
    find(find("take").disabled ? "leave" : "take").focus();
  });
}

// Whether the user accepts these changes.
export function agreed(title, changes, note = "") {
  find("unsafe-row").hidden = true;
  draw(title, changes, note, 0);
  return decided();
}

// The fixes that the user accepts, of those that `fixes(unsafe)` gives; null for none.
export async function agreedOfAll(fixes, hasUnsafe) {
  let done = null;
  const fill = async () => {
    done = await fixes(find("unsafe").checked);
    const count = Object.values(done.fixed).reduce((sum, one) => sum + one, 0);
    draw(say("fixAllTitle", { count }), done.changes, count ? "" : say("nothingSafe"), done.more);
  };
  find("unsafe").checked = false;
  find("unsafe-row").hidden = !hasUnsafe;
  find("unsafe").onchange = () => {
    find("take").disabled = true;
    fill().catch(() => find("difference").close());
  };
  await fill();
  return (await decided()) ? done : null;
}
