// How a reader wants the text, put into force before anything is painted. Style sheets read it off the root element.
(() => {
  const KEY = "edition.reading";
  const root = document.documentElement;
  let chosen = {};
  try { chosen = JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { /* a browser that keeps nothing, or something else */ }

  const names = ["face", "size", "numbers", "lines", "notes", "return"];
  const apply = (name) => {
    if (typeof chosen[name] === "string" && /^[a-z]+$/.test(chosen[name])) root.dataset[name] = chosen[name];
    else delete root.dataset[name];
  };
  const choose = (name, value) => {
    chosen[name] = value;
    apply(name);
    try { localStorage.setItem(KEY, JSON.stringify(chosen)); } catch { /* then it holds for this page */ }
    root.dispatchEvent(new CustomEvent("edition:setting", { detail: { name, value } }));
  };
  names.forEach(apply);
  root.dataset.settings = ""; // now there is something to set
  globalThis.edition = { ...globalThis.edition, choose };
})();
