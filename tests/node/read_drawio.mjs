// Read a draw.io file with maxGraph, and tell as JSON what it found on each page.
import { standardInput, window } from "./dom.mjs";

const { GraphDataModel, ModelXmlSerializer } = await import("@maxgraph/core");
const file = new window.DOMParser().parseFromString(await standardInput(), "text/xml");

function seenAsHtml(html) {
  const place = window.document.createElement("div");
  place.innerHTML = html;
  const elements = [...place.querySelectorAll("*")];
  for (const line of place.querySelectorAll("br")) line.replaceWith("\n");
  return {
    text: place.textContent,
    tags: [...new Set(elements.map((element) => element.localName))],
    attributes: [...new Set(elements.flatMap((element) => element.getAttributeNames()))],
  };
}

const pages = [...file.querySelectorAll("diagram")].map((page) => {
  const model = new GraphDataModel();
  const content = page.querySelector("mxGraphModel");
  new ModelXmlSerializer(model).import(new window.XMLSerializer().serializeToString(content));
  const cells = Object.values(model.cells).map((cell) => {
    const told = cell.value?.getAttribute ? (name) => cell.value.getAttribute(name) ?? "" : null;
    const geometry = cell.geometry;
    return {
      id: cell.id,
      parent: cell.parent?.id ?? "",
      vertex: cell.isVertex(),
      edge: cell.isEdge(),
      source: cell.source?.id ?? "",
      target: cell.target?.id ?? "",
      style: cell.style,
      ref: told ? told("ref") : "",
      tooltip: seenAsHtml(told ? told("tooltip") : ""),
      label: seenAsHtml(told ? told("label") : (cell.value ?? "")),
      box: geometry ? [geometry.x, geometry.y, geometry.width, geometry.height] : null,
      points: geometry?.points?.map((point) => [point.x, point.y]) ?? [],
    };
  });
  return { name: page.getAttribute("name"), cells };
});
process.stdout.write(JSON.stringify(pages));
