// Citing: copy what the box 引用本文 holds, and choose there the style in which what is copied is cited.
(() => {
  const box = document.querySelector(".cite-box");
  const base = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split("#")[0];
  const { make } = globalThis.edition ?? {};
  if (!make) return;

  // Copying

  const told = make("span", { className: "told", role: "status" });
  document.body.append(told);
  const tell = (said) => {
    told.textContent = said;
    setTimeout(() => { told.textContent = ""; }, 2000);
  };

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
      tell(`已复制：${name}`);
      setTimeout(() => { button.textContent = "复制"; }, 2000);
    });
    return button;
  };

  for (const address of document.querySelectorAll(":is(.cite-box, .print-head) .address")) address.textContent = base;
  const rows = [...box?.querySelectorAll("dd") ?? []].map((said) => ({
    style: said.dataset.style, name: said.previousElementSibling.textContent, whole: said.textContent, form: said.dataset.form,
  }));
  for (const said of box?.querySelectorAll("dd") ?? []) {
    said.append(copyButton(said.previousElementSibling.textContent, said.textContent));
  }

  // The reference of a place: { place, address, page, pages }; without what a style names of it, that of the whole.
  const cited = ({ style, whole, form }, { place, address, page, pages = page }) => {
    if (!form || !(form.includes("{page}") ? page : place)) return whole;
    const many = pages !== page;
    const printed = many ? `${page}${style.startsWith("gbt") ? "-" : "–"}${pages}` : page;
    const values = { place, address, page: printed };
    return (many ? form.replace("p. {page}", "pp. {page}") : form).replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  };

  // The style in which what is copied is cited, remembered

  const KEY = "edition.citation-style";
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const choice = make("select", {}, ...rows.map(({ style, name }) => make("option", { value: style, textContent: name })));
  if (rows.some(({ style }) => style === remembered())) choice.value = remembered();
  choice.addEventListener("change", () => {
    try { localStorage.setItem(KEY, choice.value); } catch { /* a browser that keeps nothing */ }
  });
  box?.querySelector("dl").after(make("p", { className: "style-choice" },
    make("label", {}, "选中文字后，“复制并附引用”所用的格式 ", choice)));
  const chosen = () => rows.find(({ style }) => style === choice.value);

  globalThis.edition = { ...globalThis.edition, base, put, tell, make, copyButton, rows, cited, chosen };
})();
