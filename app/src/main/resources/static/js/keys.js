// Keys lead to pages, move through lists and open the palette. Only pages of readers who want them load this file.
const patience = 1500;
const pause = 120;
const links = () => [...document.querySelectorAll("a[data-go]")];
const palette = document.getElementById("palette");
const field = document.getElementById("palette-text");
const found = document.getElementById("palette-found");
const told = document.getElementById("palette-told");
let goUntil = 0;

// For a moment a closed dialog's field still has the focus.
const isTyping = (target) => target instanceof Element && !target.closest("dialog:not([open])") && (target.matches("input, textarea, select") || target.isContentEditable);
const isOpen = () => document.querySelector("dialog[open]") !== null;

const part = (html, selector) => new DOMParser().parseFromString(html, "text/html").querySelector(selector);

// The palette: what the server finds, a few letters at a time. An answer that was overtaken is thrown away.
let asking;
let timer;

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const address = `${palette.dataset.find}?${new URLSearchParams({ text: field.value })}`;
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: asking.signal, redirect: "error" });
    const news = answer.ok ? part(await answer.text(), ".found") : null;
    if (news) found.replaceChildren(news);
    tell(news ? count() : "That did not work. Press Enter to search on a page.");
  } catch (failure) {
    if (failure.name !== "AbortError") tell("The server did not answer. Press Enter to try it as a page.");
  }
}

const results = () => [...found.querySelectorAll("a")];
const count = () => (results().length === 1 ? "One result" : `${results().length} results`);
const tell = (words) => { told.textContent = words; };

function openPalette() {
  if (isOpen()) return;
  field.value = "";
  found.replaceChildren();
  palette.showModal();
  field.focus();
  ask();
}

function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const stops = [field, ...results()];
  const at = stops.indexOf(document.activeElement);
  stops[(at + step + stops.length) % stops.length].focus();
}

function openFirst(event) {
  const [first] = results();
  if (!first) return;
  event.preventDefault();
  first.click();
}

// The help is the list of keys that stands on one's own page.
async function openHelp() {
  const box = document.getElementById("keys-help");
  const answer = await fetch(box.dataset.help, { redirect: "error" });
  const keys = part(await answer.text(), "#keys");
  if (isOpen()) return;
  keys.id = "keys-shown";
  box.querySelector("[data-keys]").replaceChildren(keys);
  box.showModal();
}

// Lists: the row whose link has the focus is the one that is meant, so Enter opens it.
const rows = () => [...document.querySelectorAll("main tbody tr, main .picks > li")].map((row) => row.querySelector("a[href]")).filter(Boolean);

function move(step) {
  const all = rows();
  const here = all.findIndex((link) => (link.closest("tr") ?? link.closest("li")).contains(document.activeElement));
  const next = here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1);
  all[next]?.focus();
}

function search() {
  const box = document.querySelector("main input[type=search]");
  if (box) {
    box.focus();
    box.select();
  } else {
    openPalette();
  }
}

const single = {
  "?": () => openHelp().catch(() => location.assign(document.getElementById("keys-help").dataset.help)),
  "/": search,
  j: () => move(1),
  k: () => move(-1),
  g: () => { goUntil = performance.now() + patience; },
  c: () => { if (palette.dataset.begin) location.assign(palette.dataset.begin); },
};

function press(event) {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target) || isOpen()) return;
  const isGoing = performance.now() < goUntil;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    openPalette();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  goUntil = 0;
  const target = isGoing ? links().find((link) => link.dataset.go === event.key) : null;
  if (target) location.assign(target.href);
  else if (!isGoing && Object.hasOwn(single, event.key)) single[event.key]();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", press);
field.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(ask, pause);
});
palette.addEventListener("keydown", walk);
palette.querySelector("form").addEventListener("submit", openFirst);
document.querySelectorAll("a[data-find]").forEach((link) => link.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
}));
