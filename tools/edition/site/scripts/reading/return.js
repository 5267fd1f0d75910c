// 上次读到: remembers in this browser where a reader left a paper, and offers the place on the next visit; it never jumps.
(() => {
  const KEY = "edition.places";
  const root = document.documentElement;
  const paper = location.pathname.replace(/(\/index)?(\.html|\/)$/, "").split("/").pop();
  const paragraphs = [...document.querySelectorAll("p[data-lines][id]")];
  if (!paragraphs.length) return;

  const isOn = () => root.dataset.return !== "off";
  const read = () => {
    try { return JSON.parse(localStorage.getItem(KEY)) ?? {}; } catch { return {}; }
  };
  const write = (places) => {
    try { localStorage.setItem(KEY, JSON.stringify(places)); } catch { /* a browser that keeps nothing */ }
  };

  const LINE = 100; // pixels below the window's top at which a reader is taken to read
  const current = () => {
    let low = 0, high = paragraphs.length; // those before `low` end above the line
    while (low < high) {
      const middle = (low + high) >> 1;
      if (paragraphs[middle].getBoundingClientRect().bottom <= LINE) low = middle + 1; else high = middle;
    }
    return low;
  };
  const remember = () => {
    if (!isOn()) return;
    const place = current(), places = read();
    if (place === 0) return; // still before the text
    if (place < paragraphs.length) places[paper] = paragraphs[place].id;
    else delete places[paper]; // through with it
    write(places);
  };

  const sectionOf = (paragraph) => {
    const before = [...document.querySelectorAll("h2[data-lines], h3[data-lines], h4[data-lines]")]
      .filter((heading) => heading.compareDocumentPosition(paragraph) & Node.DOCUMENT_POSITION_FOLLOWING).pop();
    if (!before) return "";
    const said = before.cloneNode(true);
    said.querySelectorAll("sup, .headerlink").forEach((part) => part.remove());
    return said.textContent.trim();
  };
  const make = (tag, properties, ...inside) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...inside);
    return element;
  };
  const offer = (paragraph) => {
    const section = sectionOf(paragraph);
    const link = make("a", { href: `#${paragraph.id}`, textContent: "接着读" });
    const close = make("button", { type: "button", textContent: "关闭" });
    const never = make("button", { type: "button", textContent: "不再记" });
    const bar = make("aside", { className: "return-bar" },
      make("p", {}, `上次读到第 ${paragraph.id} 段${section ? `（${section}）` : ""}`), link, close, never);
    bar.setAttribute("aria-label", "上次读到");
    link.addEventListener("click", () => bar.remove());
    close.addEventListener("click", () => bar.remove());
    never.addEventListener("click", () => {
      globalThis.edition.choose("return", "off");
      const field = document.querySelector('#reading-panel [name="return"]');
      if (field) field.checked = true;
      bar.remove();
    });
    document.querySelector(".md-content").prepend(bar);
  };

  const last = paragraphs.find(({ id }) => id === read()[paper]);
  const [arrival] = performance.getEntriesByType("navigation"); // going back and reloading, the browser itself goes there
  if (last && isOn() && !location.hash && arrival?.type === "navigate") offer(last);

  let wait;
  addEventListener("scroll", () => {
    clearTimeout(wait);
    wait = setTimeout(remember, 500);
  }, { passive: true });
  addEventListener("pagehide", () => { if (scrollY > 0) remember(); });
  root.addEventListener("edition:setting", ({ detail: { name, value } }) => {
    if (name === "return" && value === "off") write({});
  });
})();
