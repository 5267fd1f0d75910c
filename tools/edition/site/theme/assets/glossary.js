// The list of terms, narrowed by what is typed, by kind and by theme.
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const output = form.querySelector("output");
  const terms = [...document.querySelectorAll(".term-list > ul > li")];
  const lists = [...document.querySelectorAll(".term-list")];

  const narrow = () => {
    const { text, kind, themes } = Object.fromEntries(new FormData(form));
    const typed = text.normalize("NFKC").trim().toLowerCase();
    for (const term of terms) {
      const fits = term.dataset.text.includes(typed) && (!kind || term.dataset.kind === kind)
        && (!themes || term.dataset.themes.split(" ").includes(themes));
      term.hidden = !fits;
    }
    for (const list of lists) {
      const none = !list.querySelector("li:not([hidden])");
      list.hidden = none;
      list.previousElementSibling.hidden = none;
    }
    const left = terms.filter((term) => !term.hidden).length;
    output.textContent = left === terms.length ? `共 ${left} 条` : `${left} 条，共 ${terms.length} 条`;
  };

  form.addEventListener("input", narrow);
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  narrow();
})();
