// A form made of the blanks of a report type, and the report that comes of it.
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
      make("div", { class: "blank" }, make("label", { for: `blank-${at}` }, name), fieldOf(name, at, written[name])),
    ),
    ...(blanks.length ? [] : [make("p", {}, say("noBlanks"))]),
  );
}

function fieldOf(name, at, value) {
  const field = make("textarea", { id: `blank-${at}`, rows: 1, "data-blank": name });
  field.value = value ?? "";
  return field;
}

const chosen = () => types.find((type) => type.id === find("new-type").value);

// What has been filled in, by name.
function values() {
  const fields = [...find("blanks").querySelectorAll("[data-blank]")];
  return Object.fromEntries(fields.filter((field) => field.value.trim()).map((field) => [field.dataset.blank, field.value.trim()]));
}

// Make the form work; `open(name, text, how)` shows a report that was written.
export function wire(open) {
  find("new-type").onchange = drawBlanks;
  find("form").onsubmit = async (event) => {
    event.preventDefault();
    const format = find("new-format").value;
    const type = chosen();
    const name = `${type.name}.${format}`;
    const asked = { type: type.id, values: values(), format, lang: language };
    try {
      if (format === "docx") {
        save(name, await ask("new", asked, { blob: true }));
        tell(say("downloaded", { name }));
      } else {
        open(name, (await ask("new", asked)).text, { isNew: true });
      }
    } catch (error) {
      complain(error.message);
    }
  };
}
