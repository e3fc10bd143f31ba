// Completes the last word of a search. Without this file the search works the same; one types the words out.
for (const input of document.querySelectorAll("input[data-completes]")) {
  const terms = [...document.getElementById(input.dataset.completes).options].map((term) => [term.value, term.label]);
  const offered = document.createElement("datalist");
  offered.id = `${input.id}-offered`;
  input.after(offered);
  input.setAttribute("list", offered.id);
  const offer = () => {
    const start = input.value.search(/\S*$/);
    const word = input.value.slice(start).toLowerCase();
    const fitting = terms.filter(([term]) => term.startsWith(word) && term !== word);
    offered.replaceChildren(...fitting.map(([term, label]) => new Option(label, input.value.slice(0, start) + term)));
  };
  input.addEventListener("input", offer);
  offer();
}
