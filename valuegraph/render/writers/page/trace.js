// Which parts and links lie on the way of a choice, and the strongest route through it. It knows
// the chain's arcs, and nothing of the page.
function tracing(trace) {
// ---- the chain as lists of arcs: [link, start, end, leaves by, enters by, circuit, strength]
const LINK = 0, START = 1, END = 2, LEAVES = 3, ENTERS = 4, CIRCUIT = 5, STRENGTH = 6;
const by = place => {
  const found = new Map();
  for (const arc of trace.arcs) {
    if (!found.has(arc[place])) found.set(arc[place], []);
    found.get(arc[place]).push(arc);
  }
  return found;
};
const from = by(START), into = by(END);
const known = id => Object.hasOwn(trace.parts, id) || Object.hasOwn(trace.links, id);
const kind = id => trace.parts[id] || "link";

// The circuits an arc crosses: its own, or those of the cells it passes by.
const crosses = (arc, circuit) => arc[CIRCUIT] === circuit ||
  [arc[LEAVES], arc[ENTERS]].some(cell => cell && trace.cells[cell] === circuit);

// The arcs one begins with: those of a link, a cell or a circuit; none for a part.
function seeds(id) {
  const what = kind(id);
  if (what === "link") return trace.arcs.filter(arc => arc[LINK] === id);
  if (what === "modality") return trace.arcs.filter(arc => arc[LEAVES] === id || arc[ENTERS] === id);
  if (what === "circuit") return trace.arcs.filter(arc => crosses(arc, id));
  return [];
}

// Every arc that can be reached from some parts. A way never runs through a circuit as such:
// an arc leads from one part to one part, by its own cells.
function reached(parts, next, end) {
  const seen = new Set(parts), todo = [...seen], arcs = new Set();
  while (todo.length) {
    for (const arc of next.get(todo.pop()) || []) {
      arcs.add(arc);
      if (!seen.has(arc[end])) { seen.add(arc[end]); todo.push(arc[end]); }
    }
  }
  return { parts: seen, arcs };
}

// What is on the way of a part, link, cell, circuit or actor, before and after it.
function traced(id) {
  const first = seeds(id), what = kind(id);
  let before = [id], after = [id];
  if (first.length) {
    before = first.map(arc => arc[START]);
    after = first.map(arc => arc[END]);
  } else if (what === "actor" || what === "support") {
    // They accompany: what they provide, carry or support leads on; nothing leads to them.
    before = [];
    after = trace.beside.filter(link => link[START] === id && (what === "actor" || link[3] === "supports"))
      .map(link => link[END]);
    if (what === "support") after.push(id);
  } else if (what === "link") {
    const [start, , end] = trace.links[id];
    before = after = [];
    return { id, on: new Set([id, start, end]), arcs: new Set(), up: before, down: after, first };
  }
  const up = reached(before, into, START), down = reached(after, from, END);
  const arcs = new Set([...first, ...up.arcs, ...down.arcs]);
  const on = new Set([id, ...up.parts, ...down.parts]);
  for (const arc of arcs) {
    for (const place of [LINK, LEAVES, ENTERS, CIRCUIT]) if (arc[place]) on.add(arc[place]);
    for (const cell of [arc[LEAVES], arc[ENTERS]]) if (cell) on.add(trace.cells[cell]);
  }
  // Those who accompany what is on the way stay in sight; then every other link between two such.
  const way = new Set(on);
  for (const [, start, end, sort] of trace.beside) {
    if (["provides", "carries", "supports", "benefits"].includes(sort)) {
      if (way.has(end) && trace.parts[start] !== "impact") on.add(start);
      if (sort === "benefits" && way.has(start)) on.add(end);
    }
  }
  for (const [link, start, end] of trace.beside) if (on.has(start) && on.has(end)) on.add(link);
  return { id, on, arcs, up: [...up.parts], down: [...down.parts], first, before, after };
}

// The strongest route through what was chosen (the product of its strengths), or the shortest
// one where not every strength is known.
function route(found) {
  const arcs = [...found.arcs];
  if (!arcs.length) return null;
  const told = arcs.every(arc => arc[STRENGTH] !== null);
  const cost = arc => told ? -Math.log(arc[STRENGTH]) : 1;
  const walk = (starts, next, end, isGoal) => {
    const best = new Map(starts.map(part => [part, { cost: 0, path: [part] }])), todo = new Set(starts);
    while (todo.size) {
      const part = [...todo].reduce((a, b) => best.get(b).cost < best.get(a).cost ? b : a);
      todo.delete(part);
      for (const arc of next.get(part) || []) {
        const far = best.get(part).cost + cost(arc), old = best.get(arc[end]);
        if (old && old.cost <= far + 1e-12) continue;
        best.set(arc[end], { cost: far, path: [...best.get(part).path, arc[end]] });
        todo.add(arc[end]);
      }
    }
    const ends = [...best].filter(([part]) => isGoal(part)).map(([, way]) => way);
    return ends.length ? ends.reduce((a, b) => b.cost < a.cost ? b : a) : null;
  };
  const isLast = part => ["impact", "margin"].includes(kind(part));
  const isOrigin = part => !(into.get(part) || []).length;
  const joins = found.first.length ? found.first.map(arc => [arc[START], arc[END], cost(arc)])
    : found.after.filter(part => part !== found.id || from.has(part) || into.has(part)).map(part => [part, part, 0]);
  let best = null;
  for (const [start, end, between] of joins) {
    const up = walk([start], into, START, isOrigin), down = walk([end], from, END, isLast);
    const path = [...(up ? up.path.reverse() : [start]), ...(start === end ? [] : [end]), ...(down ? down.path.slice(1) : [])];
    const far = between + (up ? up.cost : 0) + (down ? down.cost : 0);
    if (new Set(path).size < path.length) continue; // a loop: it would pass a part twice
    if (!best || path.length > 1 && (best.path.length < 2 || far < best.far)) best = { path, far };
  }
  return best && best.path.length > 1 ? { path: best.path, told } : null;
}

return { known, kind, traced, route };
}
