// Helpers for what every module does with the page.

export const find = (id) => document.getElementById(id);

// A new element with attributes and children (texts or elements); an attribute that is a function is set as a property.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element[name] = value;
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Show a message in the status line; a screen reader announces it.
export function tell(text) {
  find("trouble").textContent = "";
  find("status").textContent = text;
}

export function complain(text) {
  find("status").textContent = "";
  find("trouble").textContent = text;
}

// Download a file; the browser decides where it is saved.
export function save(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
