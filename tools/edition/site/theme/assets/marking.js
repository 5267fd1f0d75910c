// On a page that a hit leads to (?mark=…): all its places marked, and a bar that steps through them.
(async () => {
  const { parse, places, ready } = window.editionFolding;
  const parameters = new URLSearchParams(location.search);
  const query = parameters.get("mark"), at = parameters.get("at");
  const content = document.querySelector(".md-content__inner");
  if (!content || !query || query.length > window.editionIndex.LONGEST_QUERY) return;

  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, figcaption, summary, blockquote";
  const APART = "sup, script, style, button, select, .page-break, .place, .place-panel, .headerlink, .lone-mark, .footnote-label,"
    + " .footnote-backref, .former-id, .work, .mark-bar";

  // Where to look: what the address names; the section below a heading; all of the page.
  const named = () => {
    if (at) return [...content.querySelectorAll(/^[\d,-]+$/.test(at) ? `[data-lines="${at}"]` : `.${CSS.escape(at)}`)];
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    return target && content.contains(target) ? [target] : [];
  };
  const section = ([heading]) => {
    if (!/^H[1-6]$/.test(heading?.tagName ?? "")) return [];
    const parts = [];
    for (let next = heading.nextElementSibling; next && !(/^H[1-6]$/.test(next.tagName) && next.tagName <= heading.tagName);
      next = next.nextElementSibling) parts.push(next);
    return parts;
  };

  // The text of each block with the nodes that it lies in; what is no text of the page stays out.
  const blocksIn = (element) => {
    const blocks = new Map();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement.closest(APART)) continue;
      const block = node.parentElement.closest(BLOCKS) ?? element;
      if (!blocks.has(block)) blocks.set(block, []);
      blocks.get(block).push(node);
    }
    return blocks.values();
  };
  const rangesIn = (element, terms) => [...blocksIn(element)].flatMap((nodes) => {
    const text = ready(nodes.map((node) => node.data).join(""));
    const position = (offset, isEnd) => {
      let rest = offset;
      for (const node of nodes) {
        if (rest < node.length || (isEnd && rest === node.length)) return [node, rest];
        rest -= node.length;
      }
      return [nodes.at(-1), nodes.at(-1).length];
    };
    const found = terms.flatMap((term) => places(text, term)).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return found.filter(([from], place) => place === 0 || from >= found[place - 1][1]).map(([from, to]) => {
      const range = document.createRange();
      range.setStart(...position(from, false));
      range.setEnd(...position(to, true));
      return range;
    });
  });

  const opened = window.editionIndex.get().then(async (index) => { await index.know(query); return index; });
  const index = await opened.catch(() => null); // without it only traditional spellings are lost
  const terms = parse(query).filter((term) => !term.not);
  const look = (elements) => elements.flatMap((element) => rangesIn(element, terms));
  const first = named();
  let ranges = look(first);
  if (!ranges.length) ranges = look(section(first));
  if (!ranges.length) ranges = look([content]);

  // Showing: the Custom Highlight API leaves the page as it is; without it the places are wrapped.
  const paint = () => {
    if (window.CSS?.highlights && window.Highlight) {
      CSS.highlights.set("edition-mark", new Highlight(...ranges));
      content.classList.add("marked");
      return (now) => { if (now) CSS.highlights.set("edition-mark-now", new Highlight(now)); };
    }
    const wraps = ranges.map((range) => partsOf(range).map(([node, from, to]) => {
      const part = node.splitText(from);
      part.splitText(to - from);
      const mark = document.createElement("mark");
      part.replaceWith(mark);
      mark.append(part);
      return mark;
    }));
    return (now) => wraps.forEach((marks, place) => marks.forEach((mark) => mark.classList.toggle("now", ranges[place] === now)));
  };
  const partsOf = (range) => {
    const [start, end] = [range.startContainer, range.endContainer];
    if (start === end) return [[start, range.startOffset, range.endOffset]];
    const walker = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT), parts = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!range.intersectsNode(node) || (node !== start && node !== end && node.parentElement.closest(APART))) continue;
      parts.push([node, node === start ? range.startOffset : 0, node === end ? range.endOffset : node.length]);
    }
    return parts;
  };
  const emphasise = paint();

  const bar = document.createElement("div");
  bar.className = "mark-bar";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", "检索到的文字");
  const said = document.createElement("output");
  const button = (name, sign, action) => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", textContent: sign, title: name });
    made.setAttribute("aria-label", name);
    made.addEventListener("click", action);
    return made;
  };
  let now = 0;
  const step = (by) => {
    if (!ranges.length) return;
    now = (now + by + ranges.length) % ranges.length;
    said.textContent = `「${query}」${now + 1} / ${ranges.length}`;
    emphasise(ranges[now]);
    const { top, bottom } = ranges[now].getBoundingClientRect();
    if (top < 80 || bottom > innerHeight - 80) scrollBy({ top: top - innerHeight / 3 });
  };
  const close = () => {
    window.CSS?.highlights?.clear();
    content.classList.remove("marked");
    for (const mark of content.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
    bar.remove();
    removeEventListener("keydown", onKey);
    const address = new URL(location.href);
    ["mark", "at"].forEach((name) => address.searchParams.delete(name));
    history.replaceState(null, "", address);
  };
  const onKey = (event) => { if (event.key === "Escape" && !event.defaultPrevented && !event.target.closest?.("input")) close(); };
  bar.append(said, button("上一处", "↑", () => step(-1)), button("下一处", "↓", () => step(1)), button("清除标记", "×", close));
  document.body.append(bar);
  addEventListener("keydown", onKey);
  if (ranges.length) step(0);
  else said.textContent = index ? `本页没有「${query}」` : `「${query}」没有标出：检索索引没有取到`;
})();
