// What browsers give and Node does not: a document, for programs that were made for a page.
import { JSDOM } from "jsdom";

export const { window } = new JSDOM("<!doctype html><title>judge</title>");
const names = ["document", "DOMParser", "XMLSerializer", "Element", "Node", "HTMLElement", "SVGElement"];
globalThis.window = window;
for (const name of names) globalThis[name] = window[name];
Object.defineProperty(globalThis, "navigator", { value: window.navigator, configurable: true });

export async function standardInput() {
  let text = "";
  process.stdin.setEncoding("utf8");
  for await (const piece of process.stdin) text += piece;
  return text;
}
