// What a page of a chain does: tabs, search, languages, what is shown and said. It asks nothing of
// any server. trace.js stands before it, and both in one function: a page or fragment has its own.
const me = document.currentScript;
const host = me.closest(".valuegraph") || me.parentElement.querySelector(".valuegraph");
// A host that inserts a fragment by script may not have made its shadow tree.
const template = host.querySelector(":scope > template");
if (template && !host.shadowRoot) {
  host.attachShadow({ mode: "open" }).append(template.content);
  template.remove();
}
const isPage = !host.shadowRoot;
const root = host.shadowRoot || host;
const $ = (selector, within = root) => within.querySelector(selector);
const $$ = (selector, within = root) => [...within.querySelectorAll(selector)];
const trace = JSON.parse($(".vg-trace").textContent);
const { known, kind, traced, route } = tracing(trace);
const box = $(".vg"), views = $(".vg-views"), info = $(".vg-info"), live = $(".vg-live");
let said = JSON.parse($(".vg-words").textContent);
let pinned = null, tab = 0;

// ---- words
function name(id) {
  if (Object.hasOwn(said.names, id)) return said.names[id];
  const link = trace.links[id];
  return link ? `${name(link[0])} ${said.verbs[link[1]] || ""} ${name(link[2])}` : id;
}
const list = ids => ids.map(name).join(said.words.comma);
const count = (word, ids) => said.words[word + (ids.length > 1 ? "s" : ids.length ? "" : " none")]
  .replace("{n}", ids.length).replace("{names}", () => list(ids));
const inOrder = ids => Object.keys(trace.parts).filter(id => ids.includes(id));
const noted = id => [said.kinds[kind(id)], said.notes[id]].filter(Boolean).join(said.words.comma);

// What is said of a choice: [what leads where, the route], each a sentence.
function sentences(found) {
  if (!found.after) return [];
  const of = (ids, ...kinds) => inOrder(ids).filter(id => id !== found.id && kinds.includes(kind(id)));
  const what = kind(found.id), told = [];
  if (what !== "impact" && what !== "margin" && what !== "resource" || found.up.length > 1) {
    if (!["actor", "support", "resource"].includes(what)) told.push(count("from", of(found.up, "resource")));
  }
  const leads = of(found.down, "impact", "margin");
  if (leads.length || !["impact", "margin"].includes(what)) told.push(count("leads", leads));
  const best = route(found);
  if (best) told.push(said.words[best.told ? "strongest" : "shortest"].replace("{route}", () => best.path.map(name).join(" → ")));
  return told;
}

// ---- showing
function show(id) {
  const found = id === null ? null : traced(id);
  const best = found && found.after && route(found);
  box.classList.toggle("tracing", !!found);
  for (const one of $$("[data-ref],[data-part]", views)) {
    const ref = one.dataset.ref || one.dataset.part;
    const marks = { on: !!found && found.on.has(ref), best: !!best && best.path.includes(ref), self: ref === id };
    const row = one.closest("tr");
    for (const mark in marks) (row || one).classList.toggle(mark, marks[mark]);
    if (row) $(".vg-on", row).hidden = !marks.on;
  }
  tell(found);
}
function tell(found) {
  info.textContent = "";
  if (!found) { info.textContent = said.words.hint; return; }
  const add = (tag, words) => { const one = info.appendChild(document.createElement(tag)); one.textContent = words; return one; };
  add("bdi", name(found.id)).style.fontWeight = "700";
  info.append(" ");
  add("small", noted(found.id));
  for (const sentence of sentences(found)) add("span", sentence);
  // What does not fit is scrolled to, by keyboard too.
  if (info.scrollHeight > info.clientHeight + 1) info.tabIndex = 0; else info.removeAttribute("tabindex");
}
const announce = id => {
  live.textContent = id === null ? said.words.cleared
    : [name(id) + said.words.comma + noted(id), ...sentences(traced(id))].join(". ");
};

// Choose an element for good, or nothing; the host is told, and the address remembers.
function pin(id, quiet) {
  pinned = id !== null && known(id) ? id : null;
  for (const one of $$("[aria-pressed][data-ref]", views)) one.setAttribute("aria-pressed", String(one.dataset.ref === pinned));
  show(pinned);
  if (!quiet) announce(pinned);
  const detail = pinned === null ? { id: null, kind: null, name: null }
    : { id: pinned, kind: kind(pinned), name: name(pinned), before: inOrder(traced(pinned).up), after: inOrder(traced(pinned).down) };
  host.dispatchEvent(new CustomEvent("valuegraph:select", { detail, bubbles: true, composed: true }));
  if (!isPage) return;
  const address = pinned === null ? location.pathname + location.search : "#" + encodeURIComponent(pinned);
  try { history.replaceState(null, "", address); } catch { /* a page inside a frame has no address */ }
}

// ---- elements to choose: one stop of the Tab key a view, arrows move between them
const of = event => {
  const one = event.target.closest && event.target.closest("[data-ref]");
  return one && views.contains(one) && known(one.dataset.ref) ? one : null;
};
function prepare() {
  $$(".vg-view", views).forEach((view, number) => {
    view.setAttribute("role", "tabpanel");
    view.setAttribute("aria-labelledby", "t" + number);
    view.removeAttribute("aria-label");
    let first = true;
    for (const one of $$("[data-ref]", view)) {
      if (!known(one.dataset.ref)) continue;
      const texts = $$("text", one).map(text => text.textContent.replace(/\s+/g, " ").trim());
      one.setAttribute("role", "button");
      one.setAttribute("tabindex", first ? "0" : "-1");
      one.setAttribute("aria-pressed", String(one.dataset.ref === pinned));
      if (one.closest("tr") && !one.parentElement.querySelector(".vg-on")) {
        const mark = one.parentElement.appendChild(document.createElement("span"));
        mark.className = "vg-on";
        mark.hidden = true;
        mark.textContent = said.words["on the way"];
      }
      if (one instanceof SVGElement) {
        const shown = texts.join(" ") || name(one.dataset.ref);
        one.setAttribute("aria-label", shown + said.words.comma + noted(one.dataset.ref));
      }
      first = false;
    }
    for (const svg of $$("svg", view)) svg.setAttribute("role", "group");
    if (first) view.tabIndex = 0;
  });
}
views.addEventListener("pointerover", event => {
  if (event.pointerType === "touch" || pinned !== null) return;
  const one = of(event);
  show(one ? one.dataset.ref : null);
});
views.addEventListener("pointerleave", () => { if (pinned === null) show(null); });
views.addEventListener("click", event => {
  const one = of(event);
  if (one) pin(one.dataset.ref === pinned ? null : one.dataset.ref);
  else if (pinned !== null && event.target.closest("svg")) pin(null);
});
views.addEventListener("focusin", event => {
  const one = of(event);
  if (one && pinned === null && one.matches(":focus-visible")) { show(one.dataset.ref); announce(one.dataset.ref); }
});
views.addEventListener("focusout", () => { if (pinned === null) show(null); });
views.addEventListener("keydown", event => {
  const one = of(event);
  if (!one || event.ctrlKey || event.metaKey || event.altKey) return;
  const every = $$("[role=button][data-ref]", one.closest(".vg-view")), at = every.indexOf(one);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    pin(one.dataset.ref === pinned ? null : one.dataset.ref);
    return;
  }
  const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: every.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = every[(to + every.length) % every.length];
  one.tabIndex = -1;
  next.setAttribute("tabindex", "0");
  next.focus();
});
root.addEventListener("keydown", event => {
  if (event.key !== "Escape") return;
  close();
  if (pinned !== null) pin(null); else show(null);
});

// ---- tabs
const tabs = $$("[role=tab]");
function open(number, focus) {
  tab = number;
  tabs.forEach((one, place) => {
    one.setAttribute("aria-selected", String(place === number));
    one.tabIndex = place === number ? 0 : -1;
    $("#p" + place).hidden = place !== number;
  });
  if (focus) tabs[number].focus();
}
tabs.forEach((one, place) => {
  one.addEventListener("click", () => open(place));
  one.addEventListener("keydown", event => {
    const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    open((to + tabs.length) % tabs.length, true);
  });
});

// ---- search: accents and capitals do not count
const field = $("#q"), hits = $(".vg-hits");
const plain = words => words.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  .replace(/œ/g, "oe").replace(/æ/g, "ae").replace(/[’']/g, "'").trim();
function search() {
  const asked = plain(field.value).split(/\s+/).filter(Boolean);
  hits.textContent = "";
  if (!asked.length) { close(); return; }
  const found = Object.keys(said.names).filter(id => Object.hasOwn(trace.parts, id)).filter(id => {
    const words = plain(name(id) + " " + said.kinds[kind(id)]);
    return asked.every(word => words.includes(word));
  });
  for (const id of found.slice(0, 12)) {
    const button = hits.appendChild(document.createElement("li")).appendChild(document.createElement("button"));
    button.type = "button";
    button.append(Object.assign(document.createElement("bdi"), { textContent: name(id) }), " ",
      Object.assign(document.createElement("small"), { textContent: noted(id) }));
    button.addEventListener("click", () => choose(id));
  }
  if (!found.length) hits.appendChild(document.createElement("li")).textContent = said.words["no match"];
  hits.hidden = false;
  live.textContent = said.words[found.length === 1 ? "match" : found.length ? "matches" : "no match"].replace("{n}", found.length);
}
function close() { hits.hidden = true; }
function choose(id) {
  close();
  field.value = "";
  pin(id);
  const place = $$(".vg-view", views).findIndex((view, number) => number >= 0 && at(view, id));
  if (!at($("#p" + tab), id) && place >= 0) open(place);
  const one = at($("#p" + tab), id);
  if (!one) return;
  for (const other of $$("[role=button][data-ref]", one.closest(".vg-view"))) other.setAttribute("tabindex", other === one ? "0" : "-1");
  one.focus();
  one.scrollIntoView({ block: "center", inline: "center" });
}
const at = (view, id) => $$("[role=button][data-ref]", view).find(one => one.dataset.ref === id);
field.addEventListener("input", search);
field.addEventListener("keydown", event => {
  const first = $("button", hits);
  if (event.key === "Enter" && first && !hits.hidden) { event.preventDefault(); first.click(); }
  if (event.key === "ArrowDown" && first) { event.preventDefault(); first.focus(); }
});
hits.addEventListener("keydown", event => {
  const every = $$("button", hits), place = every.indexOf(root.activeElement || document.activeElement);
  const to = { ArrowDown: place + 1, ArrowUp: place - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  if (to < 0) field.focus(); else every[to % every.length].focus();
});

// ---- languages: the first is in the page, the others are unpacked when they are chosen
const drawn = new Map();
async function unpack(code) {
  const packed = $$("script[data-lang]").find(one => one.dataset.lang === code).textContent;
  const bytes = Uint8Array.from(atob(packed), letter => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  const words = await new Response(stream).json();
  const holder = document.createElement("template");
  holder.innerHTML = words.html;
  delete words.html;
  return { said: words, nodes: [...holder.content.childNodes] };
}
async function speak(code) {
  if (code === said.lang) return;
  drawn.set(said.lang, { said, nodes: [...views.childNodes] });
  const next = drawn.get(code) || await unpack(code);
  said = next.said;
  views.replaceChildren(...next.nodes);
  box.lang = code;
  if (isPage) { document.documentElement.lang = code; document.title = said.title; }
  else box.setAttribute("aria-label", said.title);
  $(".vg-title").textContent = said.title;
  tabs.forEach((one, place) => { one.textContent = said.tabs[place]; });
  for (const one of $$("[data-w]")) one.textContent = said.words[one.dataset.w];
  for (const one of $$("[data-a]")) one.setAttribute("aria-label", said.words[one.dataset.a]);
  $("[role=tablist]").setAttribute("aria-label", said.words.views);
  for (const one of $$("button[data-lang]")) one.setAttribute("aria-pressed", String(one.dataset.lang === code));
  prepare();
  open(tab);
  show(pinned);
  announce(pinned);
}
for (const one of $$("button[data-lang]")) one.addEventListener("click", () => speak(one.dataset.lang));

// ---- zoom
let zoom = 1;
for (const one of $$("[data-zoom]")) one.addEventListener("click", () => {
  zoom = Math.min(4, Math.max(.25, zoom * (Number(one.dataset.zoom) > 0 ? 1.25 : .8)));
  box.style.setProperty("--zoom", zoom.toFixed(3));
});

// ---- the host may choose too: dispatch "valuegraph:choose" on the element with detail {id}
host.addEventListener("valuegraph:choose", event => {
  const id = event.detail && event.detail.id;
  pin(typeof id === "string" ? id : null, true);
});

$(".vg-tools").hidden = info.hidden = false;
prepare();
open(0);
if (isPage) {
  const fromAddress = () => {
    let asked = "";
    try { asked = decodeURIComponent(location.hash.slice(1)); } catch { /* not an id of ours */ }
    if (asked && known(asked) && asked !== pinned) pin(asked);
  };
  addEventListener("hashchange", fromAddress);
  fromAddress();
}
