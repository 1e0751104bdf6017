// Load Cytoscape JSON in cytoscape.js, without a window, and tell what it holds.
import { readFileSync } from "node:fs";
import cytoscape from "cytoscape";

const data = JSON.parse(readFileSync(0, "utf-8"));
const graph = cytoscape({ headless: true, elements: data.elements });
const told = {
  nodes: graph.nodes().map((node) => ({ id: node.id(), kind: node.data("kind"), label: node.data("label") })),
  edges: graph.edges().map((edge) => ({ id: edge.id(), source: edge.source().id(), target: edge.target().id(),
    kind: edge.data("kind") })),
};
process.stdout.write(JSON.stringify(told));
