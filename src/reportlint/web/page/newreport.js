// A form with the blanks of a report type, and the report made from it.
import { complain, find, make, save, tell } from "./dom.js";
import { ask } from "./server.js";
import { language, say } from "./words.js";

let types = [];

export function knowTypes(known) {
  const before = find("new-type").value;
  types = known;
  find("new-type").replaceChildren(...types.map((type) => make("option", { value: type.id }, type.name)));
  if (types.some((type) => type.id === before)) find("new-type").value = before;
  drawBlanks();
}

function drawBlanks() {
  const written = values();
  const blanks = chosen()?.blanks ?? [];
  find("blanks").replaceChildren(
    ...blanks.map((name, at) =>
      make("div", { class: "blank" }, make("label", { for: `blank-${at}` }, labelOf(name)), fieldOf(name, at, written[name])),
    ),
    ...(blanks.length ? [] : [make("p", {}, say("noBlanks"))]),
  );
}

// The field that the type declares for a blank; {} for most.
const declared = (name) => chosen()?.fields?.[name] ?? {};

function labelOf(name) {
  const { question, several } = declared(name);
  const asked = question && question !== name ? `${name}${say("colon")}${question}` : name;
  return several ? `${asked}${say("aLineEach")}` : asked;
}

// The input for a blank: a list if it has choices, else a text field. An empty input gets the default of the type.
function fieldOf(name, at, value) {
  const { choices = [], value: usual = "", required, several } = declared(name);
  const shared = { id: `blank-${at}`, "data-blank": name, required };
  if (choices.length) {
    const options = ["", ...choices].map((choice) => make("option", { value: choice }, choice || usual || say("noChoice")));
    const list = make("select", { ...shared, required: required && !usual }, ...options);
    list.value = choices.includes(value) ? value : "";
    return list;
  }
  const field = make("textarea", { ...shared, rows: several ? 3 : 1, placeholder: usual, required: required && !usual });
  field.value = value ?? "";
  return field;
}

const chosen = () => types.find((type) => type.id === find("new-type").value);

// The values that are filled in, by name.
function values() {
  const fields = [...find("blanks").querySelectorAll("[data-blank]")];
  return Object.fromEntries(fields.filter((field) => field.value.trim()).map((field) => [field.dataset.blank, field.value.trim()]));
}

// Show the files beside the report as download buttons. A download has no folder, so only the last part of its path is used.
function showFiles(files) {
  const names = Object.keys(files).sort();
  find("beside").hidden = !names.length;
  find("beside-files").replaceChildren(
    ...names.map((name) => {
      const give = () => save(name.split("/").pop(), new Blob([files[name]], { type: "text/plain;charset=utf-8" }));
      return make("li", {}, make("button", { type: "button", onclick: give }, name));
    }),
  );
}

// Connect the form; `open(name, text, how)` shows the new report.
export function wire(open) {
  find("new-type").onchange = () => {
    showFiles({});
    drawBlanks();
  };
  find("form").onsubmit = async (event) => {
    event.preventDefault();
    const format = find("new-format").value;
    const type = chosen();
    const name = `${type.name}.${format}`;
    const asked = { type: type.id, values: values(), format, lang: language };
    try {
      if (format === "docx") {
        save(name, await ask("new", asked, { blob: true }));
        showFiles((await ask("new", { ...asked, format: "md" })).files);
        tell(say("downloaded", { name }));
      } else {
        const made = await ask("new", asked);
        showFiles(made.files);
        open(name, made.text, { isNew: true });
      }
    } catch (error) {
      complain(error.message);
    }
  };
}
