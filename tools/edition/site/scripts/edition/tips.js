// What stands behind a link, shown on hover, on focus and at the first touch: the reference of a work, the definition of a term.
(() => {
  if (!HTMLElement.prototype.showPopover) return;
  const { document: page } = globalThis;
  let read; // at the first preview: the data stand behind this script
  const terms = () => (read ??= JSON.parse(page.getElementById("tips")?.textContent ?? "{}"));
  const LINKS = "a.work, a.term, a.emended";
  const make = (tag, properties, ...inside) => {
    const element = Object.assign(page.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  // What floats stands in the page's flow of coordinates and scrolls with it.
  const float = (element, beside) => {
    const at = beside.getClientRects()[0] ?? beside.getBoundingClientRect();
    element.showPopover();
    const left = Math.max(8, Math.min(at.left, page.documentElement.clientWidth - element.offsetWidth - 8));
    const below = at.bottom + element.offsetHeight + 8 <= innerHeight || at.top < element.offsetHeight + 8;
    element.style.left = `${left + scrollX}px`;
    element.style.top = `${scrollY + (below ? at.bottom + 4 : at.top - element.offsetHeight - 4)}px`;
  };
  globalThis.edition = { ...globalThis.edition, float };

  const tip = make("div", { className: "tip", id: "tip", popover: "manual", role: "tooltip" });
  page.body.append(tip);
  let shown, wait, touched;

  const termOf = (link) => terms()[link.pathname.replace(/(\/index\.html|\/|\.html)$/, "").split("/").pop()];
  const inside = (link) => {
    const term = link.matches(".term") && termOf(link);
    if (term) {
      const [chinese, english, definition] = term;
      return [make("p", { className: "names" }, make("b", { textContent: chinese }), " ",
        make("span", { lang: "en", textContent: english })), make("p", { textContent: definition })];
    }
    if (link.title) { // it says the same where there is no script
      link.dataset.said = link.title;
      link.removeAttribute("title");
    }
    return link.dataset.said ? [link.dataset.said] : [];
  };
  const hide = () => {
    clearTimeout(wait);
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    if (tip.matches(":popover-open")) tip.hidePopover();
  };
  const show = (link) => {
    if (link === shown) return;
    hide();
    const said = inside(link);
    if (!said.length) return;
    tip.replaceChildren(...said);
    shown = link;
    float(tip, link);
    link.setAttribute("aria-describedby", tip.id);
  };

  const near = (event) => event.target.closest?.(`${LINKS}, .tip`);
  page.addEventListener("pointerover", (event) => {
    const over = event.pointerType !== "touch" && near(event);
    if (!over) return;
    clearTimeout(wait);
    if (over !== tip) wait = setTimeout(show, 120, over);
  });
  page.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || !near(event)) return;
    clearTimeout(wait);
    wait = setTimeout(hide, 250);
  });
  page.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (touched && !near(event)) hide();
  });
  page.addEventListener("click", (event) => { // the first touch shows, the second follows
    const link = touched && event.target.closest?.(LINKS);
    if (!link || link === shown || !inside(link).length) return;
    event.preventDefault();
    show(link);
  });
  page.addEventListener("focusin", (event) => {
    const link = event.target.closest?.(LINKS);
    if (link && !touched) show(link);
    else if (!link) hide();
  });
  page.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
