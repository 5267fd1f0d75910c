// 引用本段: the panel of a paragraph, with its address and how it is cited.
(() => {
  const { make, float, base, copyButton, rows, cited, chosen } = globalThis.edition ?? {};
  if (!float || !rows) return;

  const panel = make("div", { className: "place-panel", popover: "auto", role: "dialog", tabIndex: -1 });
  let opener;
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "open" || !opener) return;
    opener.setAttribute("aria-expanded", "false");
    if (document.activeElement === document.body || panel.contains(document.activeElement)) opener.focus();
  });

  const rowsOf = (paragraph) => {
    const { id, dataset: { pages } } = paragraph;
    const place = { place: `第 ${id} 段`, address: `${base}#${id}`, page: pages?.split("-")[0] };
    const shown = [...new Set(["note", "gbt7714-2025", chosen()?.style, "edition"])];
    const citations = shown.map((style) => rows.find((row) => row.style === style)).filter(Boolean);
    return [["地址", place.address], ...citations.map((row) => [row.name, cited(row, place)])];
  };
  const open = (link) => {
    const paragraph = link.parentElement;
    const listed = rowsOf(paragraph).map(([name, said]) =>
      make("div", {}, make("dt", { textContent: name }),
        make("dd", {}, make("span", { textContent: said }), copyButton(name, said))));
    const page = paragraph.dataset.pages ? `，原刊第 ${paragraph.dataset.pages.replace("-", "–")} 页` : "";
    const heading = make("p", { className: "label", textContent: `引用本段（${paragraph.id}${page}）` });
    panel.setAttribute("aria-label", heading.textContent);
    panel.replaceChildren(heading, make("dl", {}, ...listed));
    document.dispatchEvent(new CustomEvent("edition:place", { detail: { panel, paragraph, make, copyButton } }));
    paragraph.after(panel);
    opener = link;
    float(panel, link);
    link.setAttribute("aria-expanded", "true");
    panel.focus({ preventScroll: true });
  };
  for (const link of document.querySelectorAll("a.place")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      open(link);
    });
  }
})();
