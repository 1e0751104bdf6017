// Parse Mermaid texts (a JSON list) with Mermaid itself, and tell as JSON what it found in each.
import { standardInput, window } from "./dom.mjs";

const { default: mermaid } = await import("mermaid");

// Mermaid holds #number; apart until it draws; then a browser reads it as an entity.
function shown(text) {
  const place = window.document.createElement("div");
  place.innerHTML = (text ?? "").replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  for (const line of place.querySelectorAll("br")) line.replaceWith("\n");
  return { text: place.textContent, tags: [...place.querySelectorAll("*")].map((e) => e.localName) };
}

const found = [];
for (const text of JSON.parse(await standardInput())) {
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  // An arrow to a frame makes a box of the frame's id, without a class: it is no box of ours.
  const boxes = new Map([...db.getVertices()].filter(([, box]) => box.classes.length));
  found.push({
    title: shown(db.getAccTitle()),
    description: shown(db.getAccDescription()),
    boxes: [...boxes.values()].map((box) => ({ id: box.id, classes: box.classes, ...shown(box.text) })),
    arrows: db.getEdges().map((arrow) => ({
      start: arrow.start, end: arrow.end, stroke: arrow.stroke, ...shown(arrow.text),
    })),
    frames: db.getSubGraphs().map((frame) => ({ id: frame.id, nodes: frame.nodes, ...shown(frame.title) })),
    clicks: [...boxes.values()].filter((box) => box.link || box.haveCallback).length,
  });
}
process.stdout.write(JSON.stringify(found));
