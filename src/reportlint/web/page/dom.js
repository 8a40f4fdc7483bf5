// A few words for what every module does with the page.

export const find = (id) => document.getElementById(id);

// A new element: its attributes, or properties where they are functions, and its children, texts or elements.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element[name] = value;
    else if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// What a screen reader is told, and what stands in the status line.
export function tell(text) {
  find("trouble").textContent = "";
  find("status").textContent = text;
}

export function complain(text) {
  find("status").textContent = "";
  find("trouble").textContent = text;
}

// Give a file to the browser, which asks or knows where to put it.
export function save(name, blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
