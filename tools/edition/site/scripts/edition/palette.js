// The choice of colours: as the system has it, light or dark. What is chosen is kept where the script of
// `theme/partials/palette.html` seeks it before anything is painted; Material's own switch has all styles worked out three
// times over while a page loads.
(() => {
  const form = document.querySelector(".palette");
  if (!form) return;
  const { body, head } = document;
  const KEY = "__palette", SYSTEM = "(prefers-color-scheme)";
  const choices = [...form.querySelectorAll("input")];
  const light = matchMedia("(prefers-color-scheme: light)");

  const metaOf = (name) => head.querySelector(`meta[name="${name}"]`)
    ?? head.appendChild(Object.assign(document.createElement("meta"), { name }));
  const tellBrowser = (isDark) => {
    if (isDark || head.querySelector('meta[name="color-scheme"]')) metaOf("color-scheme").content = isDark ? "dark" : "light";
    metaOf("theme-color").content = getComputedStyle(document.querySelector(".md-header")).backgroundColor;
  };
  const colourOf = ({ dataset: { mdColorMedia: media } }) => {
    const wanted = media === SYSTEM ? `(prefers-color-scheme: ${light.matches ? "light" : "dark"})` : media;
    const { dataset } = choices.find((choice) => choice.dataset.mdColorMedia === wanted);
    return { media, scheme: dataset.mdColorScheme, primary: dataset.mdColorPrimary, accent: dataset.mdColorAccent };
  };
  const apply = (index) => {
    const color = colourOf(choices[index]);
    for (const [name, value] of Object.entries(color)) body.setAttribute(`data-md-color-${name}`, value);
    choices.forEach((choice, at) => { choice.nextElementSibling.hidden = at !== index; });
    requestAnimationFrame(() => tellBrowser(color.scheme === "slate")); // styles are worked out then in any case
    return { index, color };
  };
  const inForce = () => {
    let kept;
    try { kept = __md_get(KEY); } catch { /* a browser that keeps nothing */ }
    return kept?.index in choices ? kept.index : 0;
  };

  apply(inForce());
  form.addEventListener("change", ({ target }) => {
    body.setAttribute("data-md-color-switching", ""); // no colour fades into another meanwhile
    __md_set(KEY, apply(choices.indexOf(target)));
    requestAnimationFrame(() => requestAnimationFrame(() => body.removeAttribute("data-md-color-switching")));
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const next = choices[(inForce() + 1) % choices.length];
    next.click();
    next.focus();
  });
  light.addEventListener("change", () => apply(inForce()));
})();
