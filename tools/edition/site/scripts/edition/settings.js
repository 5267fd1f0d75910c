// The panel of reading settings: shows what is in force and changes it at once.
(() => {
  const panel = document.getElementById("reading-panel");
  const { choose } = globalThis.edition ?? {};
  if (!panel || !choose) return;

  const set = document.documentElement.dataset;
  for (const field of panel.elements) {
    if (field.name) field.checked = (set[field.name] ?? "") === field.value;
  }
  panel.addEventListener("change", ({ target }) => choose(target.name, target.checked ? target.value : ""));
  panel.addEventListener("submit", (event) => event.preventDefault());
})();
