// Copying with citation: beside what is selected, a button that copies it in quotation marks with its address and reference.
(() => {
  const { make, float, bare, base, put, tell, rows, cited, chosen } = globalThis.edition ?? {};
  const box = document.querySelector(".cite-box"), content = document.querySelector(".md-content__inner");
  if (!float || !rows?.length) return;
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, blockquote";
  const APART = ".cite-box, .place-panel, .facts, form, .kwic, .matrix, nav, svg";
  const SETTLED = 250, OFF = 6, OFF_HANDLES = 32; // a phone's handles hang below what is selected

  const elementOf = (node) => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
  const textOf = (node) => node.textContent.replace(/\s+/g, " ").trim();

  // What is quoted: the paragraphs' texts; the ids that begin and end it; the printed pages, where the source has them.

  const paragraphsOf = (copy) => {
    const blocks = [...copy.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
    return (blocks.length ? blocks : [copy]).filter(textOf);
  };
  const pagesOf = (range, block) => {
    const note = /^n(\d+)-/.exec(block.closest(".footnote li")?.id ?? "");
    if (note) return { page: note[1] };
    if (!block.closest("[data-pages]")) return {};
    const breaks = [...content.querySelectorAll(".page-break")];
    const last = (where) => breaks.findLast((each) => range.comparePoint(each, 0) === where)?.dataset.page;
    const page = last(-1), pages = last(0) ?? page;
    return [page, pages].some((each) => !each || each.startsWith("[")) ? {} : { page, pages };
  };
  const idOf = (block) => {
    const own = block.closest("[id]:not(h1)");
    if (own && content.contains(own)) return own.id;
    const before = [...content.querySelectorAll(":is(h2, h3, h4, h5, h6)[id]")];
    return before.findLast((each) => each.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING)?.id ?? "";
  };
  const placeOf = (id, last) => {
    if (/^n.*-/.test(id)) return `注 ${id.slice(1).replace(/^-/, "")}`;
    if (/^s\d/.test(id)) return `第 ${id} 节`;
    return /^p\d/.test(id) ? `第 ${id}${last === id ? "" : `–${last}`} 段` : "";
  };
  const quoted = (range) => {
    const block = elementOf(range.startContainer).closest(BLOCKS);
    const copy = bare(range.cloneContents());
    const isOfSource = block.closest("[data-lines], .footnote");
    if (isOfSource) for (const work of copy.querySelectorAll(".work")) work.remove();
    const parts = paragraphsOf(copy), id = idOf(block);
    const last = parts.findLast((part) => part.id)?.id ?? id;
    return {
      texts: parts.map(textOf), place: placeOf(id, last), address: id ? `${base}#${id}` : base, ...pagesOf(range, block), isOfSource,
    };
  };

  // “…” around all, again at the head of each further paragraph; what stood in such marks gets ‘…’.
  const inMarks = (texts) => `“${texts.map((text) => text.replace(/“/g, "‘").replace(/”/g, "’")).join("\n“")}”`;
  const referenceOf = (place) => {
    const { headnote } = box.dataset; // only a paper's page has one, and there all that isn't the paper's is the editors'
    if (headnote && !place.isOfSource) return headnote.replace("{address}", place.address);
    return cited(chosen(), place);
  };
  const written = (place) => {
    const reference = referenceOf(place);
    return [inMarks(place.texts), reference, reference.includes(place.address) ? "" : place.address].filter(Boolean).join("\n");
  };

  // The button

  const button = make("button", { type: "button", className: "quote", popover: "manual", textContent: "复制并附引用" });
  let range, wait, byKeys, byTouch, isDown, hasTold;
  const hide = () => { if (button.matches(":popover-open")) button.hidePopover(); };
  const isQuotable = (node) => {
    const block = elementOf(node).closest(BLOCKS);
    return block && content.contains(block) && !block.closest(APART);
  };
  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return undefined;
    const found = selection.getRangeAt(0);
    return isQuotable(found.startContainer) && content.contains(found.endContainer) && found.toString().trim() && found;
  };
  const backwards = () => {
    const { anchorNode, anchorOffset } = getSelection();
    return range.comparePoint(anchorNode, anchorOffset) === 0 && (anchorNode !== range.startContainer || anchorOffset !== range.startOffset);
  };
  const show = () => {
    if (document.activeElement === button) return undefined;
    range = !isDown && selected();
    if (!range) return hide();
    const lines = [...range.getClientRects()].filter((line) => line.width);
    const end = backwards() ? lines[0] : lines.at(-1);
    if (!end) return hide();
    button.textContent = "复制并附引用";
    [...content.children].find((child) => child.contains(range.endContainer))?.after(button); // Tab goes on from there
    float(button, { getClientRects: () => [end] }, byTouch ? OFF_HANDLES : OFF);
    if (byKeys && !hasTold) tell("按 Tab 键可到“复制并附引用”");
    hasTold ||= byKeys;
    return undefined;
  };
  const later = () => {
    clearTimeout(wait);
    wait = setTimeout(show, SETTLED);
  };

  document.addEventListener("selectionchange", later);
  document.addEventListener("pointerdown", (event) => {
    isDown = event.pointerType === "mouse";
    byTouch = event.pointerType === "touch";
    byKeys = false;
  });
  document.addEventListener("pointerup", () => { isDown = false; later(); });
  document.addEventListener("keydown", (event) => {
    byKeys = event.key.startsWith("Arrow") || event.ctrlKey;
    if (!button.matches(":popover-open")) return;
    if (event.key === "Escape") {
      hide();
    } else if (event.key === "Tab" && !event.shiftKey && document.activeElement !== button) {
      event.preventDefault();
      button.focus({ preventScroll: true });
    }
  });
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps what is selected
  button.addEventListener("click", async () => {
    range = selected() || range;
    await put(written(quoted(range)));
    button.textContent = "已复制";
    tell("已复制引文与引用");
    setTimeout(hide, 1500);
  });
})();
