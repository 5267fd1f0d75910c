// Citing: copy what the box 引用本文 holds, cite a paragraph, show the reference behind a link to a work.
(() => {
  const box = document.querySelector(".cite-box");
  const base = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  const make = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  // Copying

  const told = make("span", { className: "told", role: "status" });
  document.body.append(told);

  const put = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch { // a page that is not served over HTTPS
      const area = make("textarea", { value: text });
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const copyButton = (name, text) => {
    const button = make("button", { type: "button", className: "copy", textContent: "复制" });
    button.setAttribute("aria-label", `复制：${name}`);
    button.addEventListener("click", async () => {
      await put(text);
      button.textContent = "已复制";
      told.textContent = `已复制：${name}`;
      setTimeout(() => { button.textContent = "复制"; told.textContent = ""; }, 2000);
    });
    return button;
  };

  for (const address of box?.querySelectorAll(".address") ?? []) address.textContent = base;
  for (const said of box?.querySelectorAll("dd") ?? []) {
    said.append(copyButton(said.previousElementSibling.textContent, said.textContent));
  }

  // What floats over the page: both kinds stand in the page's flow of coordinates and scroll with it.

  const float = (element, beside) => {
    const at = beside.getBoundingClientRect();
    element.showPopover();
    const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - element.offsetWidth - 8));
    const below = at.bottom + element.offsetHeight + 8 <= innerHeight || at.top < element.offsetHeight + 8;
    element.style.left = `${left + scrollX}px`;
    element.style.top = `${scrollY + (below ? at.bottom + 4 : at.top - element.offsetHeight - 4)}px`;
  };
  if (!HTMLElement.prototype.showPopover) return;

  // 引用本段

  const panel = make("div", { className: "place-panel", popover: "auto", role: "dialog", tabIndex: -1 });
  let opener;
  panel.addEventListener("toggle", (event) => {
    if (event.newState === "open" || !opener) return;
    opener.setAttribute("aria-expanded", "false");
    if (document.activeElement === document.body || panel.contains(document.activeElement)) opener.focus();
  });

  const rowsOf = (paragraph) => {
    const { note, gbt, edition } = box?.dataset ?? {};
    const page = paragraph.dataset.pages?.split("-")[0];
    const values = { id: paragraph.id, address: `${base}#${paragraph.id}`, page };
    const fill = (form) => form?.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
    const whole = (style) => box?.querySelector(`[data-style="${style}"] > span`)?.textContent;
    const original = (form, style) => (page ? fill(form) : whole(style));
    return [["地址", values.address], ["脚注", original(note, "note")], ["GB/T 7714", original(gbt, "gbt7714-2025")],
      ["本版", fill(edition)]].filter(([, said]) => said);
  };
  const open = (link) => {
    const paragraph = link.parentElement;
    const rows = rowsOf(paragraph).map(([name, said]) =>
      make("div", {}, make("dt", { textContent: name }),
        make("dd", {}, make("span", { textContent: said }), copyButton(name, said))));
    const page = paragraph.dataset.pages ? `，原刊第 ${paragraph.dataset.pages.replace("-", "–")} 页` : "";
    const heading = make("p", { className: "label", textContent: `引用本段（${paragraph.id}${page}）` });
    panel.setAttribute("aria-label", heading.textContent);
    panel.replaceChildren(heading, make("dl", {}, ...rows));
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

  // The reference behind a link to a work; its title says the same where there is no script.

  const tip = make("div", { className: "work-tip", id: "work-tip", popover: "manual", role: "tooltip" });
  document.body.append(tip);
  let shown, wait;
  const hide = () => {
    clearTimeout(wait);
    shown?.removeAttribute("aria-describedby");
    shown = undefined;
    if (tip.matches(":popover-open")) tip.hidePopover();
  };
  const show = (link) => {
    if (link === shown) return;
    hide();
    if (link.title) {
      link.dataset.said = link.title;
      link.removeAttribute("title");
    }
    if (!link.dataset.said) return;
    tip.textContent = link.dataset.said;
    shown = link;
    float(tip, link);
    link.setAttribute("aria-describedby", tip.id);
  };
  const near = (event) => event.target.closest?.("a.work, .work-tip");
  document.addEventListener("pointerover", (event) => {
    const over = near(event);
    if (!over) return;
    clearTimeout(wait);
    if (over !== tip) wait = setTimeout(show, 120, over);
  });
  document.addEventListener("pointerout", (event) => {
    if (!near(event)) return;
    clearTimeout(wait);
    wait = setTimeout(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest?.("a.work");
    if (link) show(link);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
})();
