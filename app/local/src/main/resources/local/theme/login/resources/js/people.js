// Says under each name what waits for them now, as the application that asked for this log-in tells it. Until it answers, or if it
// never does, the words of the page stand.
(() => {
  "use strict";

  async function tell() {
    const people = document.querySelector(".people");
    const asked = new URLSearchParams(location.search).get("redirect_uri");
    if (!people || !asked) {
      return;
    }
    const answer = await fetch(new URL("/local/people", asked), { credentials: "omit" });
    for (const { login, words } of answer.ok ? await answer.json() : []) {
      const place = people.querySelector(`[data-person="${CSS.escape(login)}"]`);
      if (place && words) {
        place.textContent = words;
        place.classList.add("now");
      }
    }
  }

  document.addEventListener("DOMContentLoaded", () => tell().catch(() => {}));
})();
