// Requests to the server on this machine. The page knows only its own address.
import { language, say } from "./words.js";

// An error with a message for the user.
export class Trouble extends Error {}

async function send(path, options) {
  let response;
  try {
    response = await fetch(`api/${path}`, { cache: "no-store", credentials: "omit", ...options });
  } catch {
    throw new Trouble(say("gone"));
  }
  if (response.ok) return response;
  if (response.status === 422) throw new Trouble((await response.json()).problems.join("\n"));
  throw new Trouble(response.status === 413 ? say("tooMuch") : say("failed", { status: response.status }));
}

const address = (name, values) => `${name}?${new URLSearchParams({ ...values, lang: language })}`;

export const get = async (name, values = {}) => (await send(address(name, values))).json();
export const bytes = async (name, values = {}) => (await send(address(name, values))).blob();

// Send values as JSON; with `blob`, the response is a file.
export async function ask(name, values, { blob = false } = {}) {
  const body = JSON.stringify({ ...values, lang: language });
  const response = await send(name, { method: "POST", body, headers: { "content-type": "application/json" } });
  return blob ? response.blob() : response.json();
}

// Send the bytes of a file; with `blob`, the response is a file.
export async function upload(name, file, values, { blob = false } = {}) {
  const response = await send(address(name, values), { method: "POST", body: file });
  return blob ? response.blob() : response.json();
}
