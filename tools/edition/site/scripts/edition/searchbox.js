// The search box in the header: loads the search itself when a reader turns to it, and marks on a page that a hit leads to.
(() => {
  const input = document.querySelector(".search-box input");
  const at = document.currentScript.src;
  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) loaded.set(name, new Promise((resolve, reject) => {
      const tag = document.createElement("script");
      tag.src = new URL(name, at).href;
      tag.onload = resolve;
      tag.onerror = reject;
      document.head.append(tag);
    }));
    return loaded.get(name);
  };
  const preload = (...names) => document.head.append(...names.map((name) =>
    Object.assign(document.createElement("link"), { rel: "preload", as: "script", href: new URL(name, at).href })));
  const together = async (...names) => {
    preload(...names); // each script builds on the one before, but all are asked for at once
    for (const name of names) await load(name);
  };
  const failed = () => {
    const status = document.querySelector(".search-status");
    if (status) status.textContent = "检索程序没有载入，请检查网络后重试。";
    loaded.clear();
  };
  const search = () => together("search-folding.js", "search-index.js", "search.js").catch(failed);

  if (new URLSearchParams(location.search).get("mark")) {
    together("search-folding.js", "search-index.js", "marking.js").catch(() => loaded.clear());
  }
  if (document.querySelector(".search-page")) search();
  if (!input) return;
  input.addEventListener("focus", search, { once: true });
  input.addEventListener("input", () => { preload("../search/data/root.js"); search(); }, { once: true });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s"].includes(event.key)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
})();
