// Brings the browser libraries of package-lock.json into the build's static resources.
// Nobody else's code is committed: Maven runs this before it copies our own resources.
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, "node_modules");
const classes = join(here, "target", "classes");

const served = {
  "htmx.org": { "dist/htmx.min.js": "htmx.min.js" },
  "bpmn-js": {
    "dist/bpmn-navigated-viewer.production.min.js": "bpmn-navigated-viewer.min.js",
    "dist/assets/diagram-js.css": "diagram-js.css",
    "dist/assets/bpmn-js.css": "bpmn-js.css",
  },
  "lucide-static": {},
};

const icons = [
  "activity", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "ban", "calendar-clock", "check", "check-check", "chevron-down",
  "chevron-right", "circle-alert", "circle-check", "circle-dashed", "circle-dot", "circle-help", "circle-x",
  "clock", "copy", "download", "external-link", "eye", "file-text", "filter", "flag", "git-commit-horizontal", "hand",
  "history", "hourglass", "inbox", "info", "key-round", "layers", "link", "list-checks", "lock", "log-out", "menu",
  "message-square", "minus", "pencil", "plus", "rotate-ccw", "scale", "search", "send", "server", "shield-check",
  "signature", "trash-2", "triangle-alert", "undo-2", "user", "users", "workflow", "x",
];

install();
Object.entries(served).forEach(([name, files]) => serve(name, files));
serveBundledLicences("bpmn-js");
writeSprite();

function install() {
  const wanted = createHash("sha256").update(readFileSync(join(here, "package-lock.json"))).digest("hex");
  const stamp = join(modules, ".installed-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) {
    return;
  }
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    console.error("Expected `npm ci` in app/ to succeed, but it failed. Is Node 20 or newer with npm on the PATH?");
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
}

function vendorFolder(name) {
  const version = JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
  const folder = join(classes, "static", "vendor", `${name}@${version}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

function serve(name, files) {
  const from = join(modules, name);
  const to = vendorFolder(name);
  Object.entries({ ...files, LICENSE: "LICENSE" }).forEach(([source, target]) =>
    cpSync(join(from, source), join(to, target)),
  );
}

// A bundle holds its dependencies too, and their licences ask to be named with it.
function serveBundledLicences(bundle) {
  const texts = readdirSync(modules)
    .filter((name) => !(name in served) && existsSync(join(modules, name, "LICENSE")))
    .map((name) => `== ${name}\n\n${readFileSync(join(modules, name, "LICENSE"), "utf8")}`);
  writeFileSync(join(vendorFolder(bundle), "LICENSES-BUNDLED"), texts.join("\n\n"));
}

function writeSprite() {
  const symbols = icons.map((icon) => {
    const svg = readFileSync(join(modules, "lucide-static", "icons", `${icon}.svg`), "utf8");
    const shapes = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"));
    return `<symbol id="icon-${icon}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "").replaceAll(" />", "/>")}</symbol>`;
  });
  const folder = join(classes, "templates", "layout");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, "sprite.html"),
    `<svg xmlns:th="http://www.thymeleaf.org" th:fragment="sprite" class="sprite" width="0" height="0" aria-hidden="true" focusable="false">\n${symbols.join("\n")}\n</svg>\n`,
  );
}
