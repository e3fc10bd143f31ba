// Small conveniences only: every page works without this file.
const page = document.documentElement.dataset;

// Whoever chose a zone and a language for times has the page written so; else the device says where it is.
function usable(name) {
  try {
    return new Intl.DateTimeFormat("en-GB", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
const zone = page.zoneChosen && usable(page.zone) ? page.zone : Intl.DateTimeFormat().resolvedOptions().timeZone;
const clocks = (options, language = page.dates || "en-GB") => new Intl.DateTimeFormat(language, { timeZone: zone, ...options });
const day = { day: "numeric", month: "short", year: "numeric" };
const shown = {
  datetime: clocks({ ...day, hour: "2-digit", minute: "2-digit" }),
  date: clocks(day),
  full: clocks({ ...day, hour: "2-digit", minute: "2-digit", second: "2-digit" }),
};
const offsetName = clocks({ timeZoneName: "shortOffset" }, "en-GB");
const spans = [["day", 86400], ["hour", 3600], ["minute", 60]];
const relative = new Intl.RelativeTimeFormat("en-GB", { numeric: "auto" });

// The server's clock counts: this machine's may be wrong, and a demonstration moves the server's by months.
const ahead = Date.parse(document.documentElement.dataset.now ?? "") - Date.now() || 0;

function fromNow(at) {
  const seconds = (at - Date.now() - ahead) / 1000;
  const [unit, size] = spans.find(([, length]) => Math.abs(seconds) >= length) ?? spans.at(-1);
  return relative.format(Math.trunc(seconds / size), unit);
}

// The server writes in the zone that the page names. A browser that lives in another one tells it for the next page.
const isElsewhere = Boolean(page.zone) && page.zone !== zone;
if (isElsewhere) {
  const lasting = `Path=${page.home}; Max-Age=31536000; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
  document.cookie = `countersign-zone=${zone}; ${lasting}`;
}

const offsets = clocks({ timeZoneName: "longOffset" }, "en-GB");
const minutes = (words) => {
  const [, sign, hours, rest] = words.match(/([+-])(\d\d):(\d\d)/) ?? [words, "+", 0, 0];
  return (sign === "-" ? -1 : 1) * (hours * 60 + Number(rest));
};
const offset = (at) => minutes(offsets.formatToParts(at).find((part) => part.type === "timeZoneName").value);
const local = (at) => new Date(at.getTime() + offset(at) * 60000).toISOString().slice(0, 16);

// The moments at which the clocks here show a time: one, two when they are put back over it, none when put forward.
function moments(shown) {
  const near = Date.parse(`${shown}Z`);
  const candidates = [-86400000, 86400000].map((away) => near - offset(new Date(near + away)) * 60000);
  return [...new Set(candidates)].map((at) => new Date(at)).filter((at) => local(at) === shown);
}

function tellTime(element) {
  const at = new Date(element.dateTime);
  if (Number.isNaN(at.getTime())) return;
  const style = element.dataset.time;
  if (style === "relative") {
    element.textContent = fromNow(at);
    element.lang = "en-GB";
  }
  if (!isElsewhere) return;
  const away = `UTC${offsetName.formatToParts(at).find((part) => part.type === "timeZoneName").value.slice(3)}`;
  if (style !== "relative") element.textContent = shown[style].format(at);
  if (style === "datetime" && moments(local(at)).length > 1) element.textContent += ` (${away})`;
  element.title = `${shown.full.format(at)} (${away})`;
}

// A field that nobody has touched is shown on the reader's own clocks; the very moment goes along beside it.
function useOwnZone(input) {
  const part = (name) => input.form?.elements[`${input.name}.${name}`];
  if (input.dataset.moment !== "untouched" || !part("zone") || part("zone").value === zone) return;
  if (input.value) input.value = local(new Date(part("kept").value));
  part("zone").value = zone;
  const word = document.getElementById(`${input.id}-zone`);
  if (word) word.textContent = zone;
  askWhich(input);
}

// Where the clocks show a time twice, the server draws the question which of them is meant.
function askWhich(input) {
  const form = input.form;
  const zoneOfField = form?.elements[`${input.name}.zone`]?.value;
  if (zoneOfField !== zone) return;
  const isAsked = Boolean(form.elements[`${input.name}.which`]);
  const isTwice = input.value !== "" && moments(input.value).length > 1;
  if (isAsked !== isTwice) window.htmx.ajax("POST", form.action, { source: form, target: form, select: `#${form.id}`, swap: "outerHTML" });
}

function enhance(root) {
  root.querySelectorAll("time[data-time]").forEach(tellTime);
  root.querySelectorAll("input[data-moment]").forEach(useOwnZone);
  if (isElsewhere) document.querySelectorAll("[data-zone-name]").forEach((word) => { word[word instanceof HTMLInputElement ? "value" : "textContent"] = zone; });
  tellUnread();
}

// Which sections of a text were not in view yet, as a hint to who decides on it; it goes nowhere.
const sections = () => [...document.querySelectorAll("[data-section]")];
const watched = new WeakSet();
const inView = new IntersectionObserver((seen) => {
  seen.filter((one) => one.isIntersecting).forEach((one) => { one.target.dataset.read = "true"; inView.unobserve(one.target); });
  tellUnread();
}, { threshold: 0.5 });

function tellUnread() {
  sections().filter((section) => !watched.has(section)).forEach((section) => { watched.add(section); inView.observe(section); });
  const left = sections().filter((section) => !section.dataset.read).map((section) => section.dataset.section);
  document.querySelectorAll("[data-unread]").forEach((line) => {
    line.hidden = left.length === 0;
    line.querySelector("span").textContent = left.join(", ");
  });
}

document.addEventListener("focusout", (event) => { if (event.target.matches("input[data-moment]")) askWhich(event.target); });

function toast(words) {
  document.querySelector(".toast")?.remove();
  const box = document.createElement("div");
  box.className = "toast note tone-bad";
  box.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = words;
  box.append(text);
  document.body.append(box);
}

// What the page that was answered says of why; without one, the number that it came with.
function refusal(answer) {
  const page = new DOMParser().parseFromString(answer.responseText, "text/html");
  const said = page.querySelector("main [role=alert] p, main .card > p")?.textContent.trim();
  return said || `That did not work (${answer.status}).`;
}

// What was typed after a form was sent for redrawing is not in the answer: carry it over.
const sent = new WeakMap();
const typed = (form) => new Map([...form.elements].filter((field) => field.name && !["hidden", "submit", "button"].includes(field.type))
  .map((field) => [`${field.name}=${field.type === "radio" || field.type === "checkbox" ? field.value : ""}`, field]));
const state = (field) => (field.type === "radio" || field.type === "checkbox" ? field.checked : field.value);

function rememberSent(event) {
  const form = event.detail.target;
  if (form instanceof HTMLFormElement) sent.set(event.detail.xhr, new Map([...typed(form)].map(([key, field]) => [key, state(field)])));
}

function carryOver(event) {
  const before = sent.get(event.detail.xhr);
  const form = event.detail.target;
  if (!before || !(form instanceof HTMLFormElement)) return;
  const later = [...typed(form)].filter(([key, field]) => before.has(key) && before.get(key) !== state(field)).map(([key, field]) => [key, state(field)]);
  if (later.length === 0) return;
  const id = form.id;
  document.addEventListener("htmx:afterSwap", () => {
    const fields = typed(document.getElementById(id));
    for (const [key, value] of later) {
      const field = fields.get(key);
      if (field) field[typeof value === "boolean" ? "checked" : "value"] = value;
    }
  }, { once: true });
}

// One request of a form at a time: a second one would leave without what the first brings back, and undo it.
const underWay = new Map();
const waiting = new Map();
const isButton = (field) => field.type === "submit";
const isSame = (field, one) => field.name === one.name && field.type === one.type && (!(isButton(field) || field.type === "radio" || field.type === "checkbox") || field.value === one.value);

function letWait(event, form, field) {
  if (!form || !field || !underWay.has(form.id)) return;
  event.preventDefault();
  // What is to be removed is named by its place, and that moves when another one goes.
  if (field.name === "_remove" && underWay.get(form.id) === "_remove") return;
  waiting.set(form.id, [...(waiting.get(form.id) ?? []), { name: field.name, value: field.value, type: field.type }]);
}

function begin(event) {
  if (event.detail.target instanceof HTMLFormElement) underWay.set(event.detail.target.id, event.detail.elt.name);
}

function end(event) {
  const form = event.detail.target;
  if (!(form instanceof HTMLFormElement)) return;
  underWay.delete(form.id);
  if (!event.detail.successful) waiting.delete(form.id);
}

function goOn(event) {
  const form = event.detail.elt;
  const [next, ...later] = waiting.get(form.id) ?? [];
  if (!next || underWay.has(form.id)) return;
  waiting.set(form.id, later);
  const field = [...form.elements].find((one) => isSame(one, next));
  if (field && isButton(field)) field.click();
  else field?.dispatchEvent(new Event("change", { bubbles: true }));
}

// What somebody types is kept at the server, for them alone: a wrong click costs nothing.
const pause = 2000;
let typedSoFar = 0;
let keptSoFar = 0;
let timer;
let isLeavingOnPurpose = false;
const keeper = () => document.querySelector("form [data-typing]");

function noteTyping(event) {
  if (!event.target.form?.querySelector("[data-typing]")) return;
  typedSoFar += 1;
  timer ??= setTimeout(keepTyping, pause);
}

async function keepTyping() {
  clearTimeout(timer);
  timer = undefined;
  const line = keeper();
  const upTo = typedSoFar;
  if (!line || keptSoFar === upTo) return;
  const body = new URLSearchParams(new FormData(line.closest("form")));
  try {
    // A page that goes away may finish only what is small.
    const answer = await fetch(line.dataset.typing, { method: "POST", body, redirect: "manual", keepalive: body.toString().length < 60000 });
    if (answer.ok) {
      keptSoFar = upTo;
      foresee(await answer.text());
    }
    tellKept(answer.ok);
  } catch {
    tellKept(false);
  }
}

// The card beside the form follows, unless somebody is busy with it or typed on meanwhile.
function foresee(drawn) {
  const card = document.getElementById("forecast");
  const isBusy = typedSoFar !== keptSoFar || card?.contains(document.activeElement) || card?.querySelector("details[open]");
  if (card && drawn.trim() && !isBusy) window.htmx?.swap(card, drawn, { swapStyle: "outerHTML" });
}

function tellKept(done) {
  const line = keeper();
  if (!line) return;
  line.hidden = false;
  line.textContent = done ? "What you type is kept for you." : "What you type is not kept at the moment: save it as a draft before you leave.";
}

function leave(event) {
  if (isLeavingOnPurpose || !keeper() || keptSoFar === typedSoFar) return;
  keepTyping();
  event.preventDefault();
}

function sendOff(event) {
  const ownForm = event.target.querySelector("[data-typing]") || event.target.action.endsWith("/changes/typing/discard");
  if (ownForm && !event.defaultPrevented) isLeavingOnPurpose = true;
}

document.addEventListener("input", noteTyping);
document.addEventListener("change", noteTyping);
document.addEventListener("submit", sendOff);
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && !isLeavingOnPurpose && keepTyping());
window.addEventListener("beforeunload", leave);
window.addEventListener("pageshow", () => { isLeavingOnPurpose = false; });

enhance(document);
document.addEventListener("htmx:confirm", (event) => letWait(event, event.detail.target instanceof HTMLFormElement ? event.detail.target : null, event.detail.elt));
document.addEventListener("submit", (event) => letWait(event, event.target, event.submitter), true);
document.addEventListener("htmx:beforeSend", begin);
document.addEventListener("htmx:afterRequest", end);
document.addEventListener("htmx:load", goOn);
document.addEventListener("htmx:beforeSend", rememberSent);
document.addEventListener("htmx:beforeSwap", carryOver);
document.addEventListener("htmx:sendError", () => toast("The server did not answer. What you typed is still here; try again in a moment."));
document.addEventListener("htmx:responseError", (event) => toast(`${refusal(event.detail.xhr)} What you typed is still here; copy it before you reload the page.`));
document.addEventListener("htmx:load", (event) => enhance(event.detail.elt.parentElement ?? document));
setInterval(() => document.querySelectorAll('time[data-time="relative"]').forEach(tellTime), 60000);
