// Citing: copy what the box 引用本文 holds, cite a paragraph.
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

  for (const address of document.querySelectorAll(":is(.cite-box, .print-head) .address")) address.textContent = base;
  for (const said of box?.querySelectorAll("dd") ?? []) {
    said.append(copyButton(said.previousElementSibling.textContent, said.textContent));
  }

  // 引用本段

  const { float } = globalThis.edition ?? {};
  if (!float) return;

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
