// Draws the process beside the list that says the same. The list (#road) holds what is passed and where the token is;
// htmx brings a new list while the process runs, and the marks follow it.
(() => {
  const picture = document.querySelector(".picture");
  const canvasElement = picture?.querySelector(".picture-canvas");
  if (!canvasElement) return;
  const nonce = document.currentScript.nonce;
  let viewer;
  let marked = [];

  const road = () => document.getElementById("road");
  const ids = (list = "") => list.split(" ").filter(Boolean);

  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.nonce = nonce;
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }

  function mark(registry, list, className) {
    for (const id of ids(list)) {
      if (!registry.get(id)) continue;
      viewer.get("canvas").addMarker(id, className);
      marked.push([id, className]);
    }
  }

  function showRoad() {
    const canvas = viewer.get("canvas");
    const overlays = viewer.get("overlays");
    const registry = viewer.get("elementRegistry");
    marked.forEach(([id, className]) => canvas.removeMarker(id, className));
    marked = [];
    overlays.clear();
    mark(registry, road().dataset.passed, "passed");
    mark(registry, road().dataset.now, "now");
    for (const id of ids(road().dataset.now)) {
      if (!registry.get(id)) continue;
      const token = document.createElement("div");
      token.className = "token";
      overlays.add(id, { position: { bottom: 13, right: 13 }, html: token });
    }
  }

  // A whole process on a telephone is a grey smudge: begin where the token is.
  function frame() {
    // Nothing can be fitted into a picture without a size, such as one that is folded away.
    if (canvasElement.clientWidth === 0 || canvasElement.clientHeight === 0) return;
    const canvas = viewer.get("canvas");
    canvas.zoom("fit-viewport", "auto");
    const here = ids(road().dataset.now)[0];
    if (canvas.zoom() < 0.35 && here && viewer.get("elementRegistry").get(here)) {
      canvas.zoom(0.6);
      canvas.scrollToElement(here, { top: 100, right: 60, bottom: 100, left: 60 });
    }
  }

  async function draw() {
    picture.hidden = false;
    await load(picture.dataset.viewer);
    const answer = await fetch(picture.dataset.model);
    if (!answer.ok) throw new Error(`model: ${answer.status}`);
    viewer = new window.BpmnJS({ container: canvasElement, zoomScroll: { enabled: false } });
    await viewer.importXML(await answer.text());
    const drawing = canvasElement.querySelector("svg[data-element-id], .djs-container > svg");
    drawing?.setAttribute("role", "img");
    drawing?.setAttribute("aria-label", "Diagram of the process; the list in words says the same.");
    showRoad();
    frame();
    picture.dataset.drawn = "yes";
  }

  const zoom = {
    in: () => viewer.get("zoomScroll").stepZoom(1),
    out: () => viewer.get("zoomScroll").stepZoom(-1),
    fit: () => viewer.get("canvas").zoom("fit-viewport", "auto"),
  };
  picture.addEventListener("click", (event) => {
    const button = event.target.closest("[data-zoom]");
    if (button && viewer) zoom[button.dataset.zoom]();
  });
  addEventListener("resize", () => picture.dataset.drawn && frame());
  document.addEventListener("htmx:afterSettle", () => viewer && showRoad());

  draw().catch((error) => {
    canvasElement.textContent = "The picture could not be drawn. The list in words says the same.";
    throw error;
  });
})();
