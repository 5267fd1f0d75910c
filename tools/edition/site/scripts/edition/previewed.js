// What a link leads to, as a preview shows it: { name, english, where, said }, a promise of that, or nothing.
// What stands on the page is taken from it; what stands on others, from the small files in previews/.
(() => {
  const { make, float } = globalThis.edition;
  if (!float) return;
  const { document: page } = globalThis;
  const ROOT = new URL("..", page.currentScript.src).href;
  const NO_TEXT = "sup:has(> a), .page-break, .place, .annotation, .headerlink, .footnote-label, .footnote-backref,"
    + " .former-id, button";

  const pathOf = (address) => address.slice(ROOT.length).replace(/[?#].*/, "").replace(/(^|\/)index\.html$|\.html$|\/$/, "");
  const here = pathOf(location.href);

  // This page

  const bare = (copy) => {
    for (const part of copy.querySelectorAll(NO_TEXT)) part.remove();
    return copy;
  };
  const copyOf = (element) => {
    const copy = bare(element.cloneNode(true));
    for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
    for (const part of copy.querySelectorAll("[data-said]")) part.title = part.dataset.said;
    return copy;
  };
  const ofNote = (note) => {
    const [from, mark] = (note.querySelector(".footnote-label")?.textContent ?? "").split(/-(.*)/);
    return { where: mark ? `原刊第 ${from} 页，注 ${mark}` : `注 ${from}`, said: [...copyOf(note).childNodes] };
  };
  const ofParagraph = (paragraph) => {
    const pages = paragraph.dataset.pages ? `，原刊第 ${paragraph.dataset.pages.replace("-", "–")} 页` : "";
    return { where: paragraph.id && `第 ${paragraph.id} 段${pages}`, said: copyOf(paragraph).textContent };
  };
  const ofBlock = (block) => {
    if (block.matches(".footnote li")) return ofNote(block);
    if (block.matches("p")) return ofParagraph(block);
    if (block.matches("li")) return { said: [...copyOf(block).childNodes] };
    const next = block.nextElementSibling;
    return next?.matches("p") && { name: copyOf(block).textContent, said: copyOf(next).textContent };
  };
  const onThisPage = (link, id) => {
    const block = page.getElementById(id)?.closest("p, li, h2, h3, h4, h5, h6");
    if (!block || block.contains(link)) return undefined;
    const shown = ofBlock(block);
    return shown && { ...shown, lang: block.closest("[lang]")?.lang };
  };

  // Other pages

  const contents = {}, loading = {};
  globalThis.editionPreview = (name, content) => { contents[name] = content; };
  const load = (name) => (loading[name] ??= new Promise((resolve) => {
    const script = make("script", { src: `${ROOT}previews/${name}.js` });
    script.onload = script.onerror = () => { script.remove(); resolve(contents[name]); };
    page.head.append(script);
  }));
  const onOtherPage = async (path, id) => {
    const [name, english, said, parts] = (await load(path)) ?? [];
    const part = parts?.findIndex((ids) => ids.includes(id)) ?? -1;
    const [where, text] = (part >= 0 && (await load(`${path}/${part}`))?.[id]) || [];
    return text ? { name, where, said: text } : said && { name, english, said };
  };
  let read; // at the first preview: the data stand behind this script
  const termOf = (path) => {
    read ??= JSON.parse(page.getElementById("tips")?.textContent ?? "{}");
    const [name, english, said] = read[path.startsWith("glossary/") && path.slice(9)] ?? [];
    return said && { name, english, said };
  };

  const previewOf = (link) => {
    if (link.title && link.matches(".work, .emended")) { // it says the same where there is no script
      link.dataset.said = link.title;
      link.removeAttribute("title");
    }
    if (link.dataset.said) return { said: link.dataset.said };
    if (typeof link.href !== "string" || !link.href.startsWith(ROOT)) return undefined; // pictures' links are SVG
    const path = pathOf(link.href), id = decodeURIComponent(link.hash.slice(1));
    if (path === here) return id ? onThisPage(link, id) : undefined;
    return /^[^.]+\/[^.]+$/.test(path) ? termOf(path) ?? onOtherPage(path, id) : undefined; // no files, no mere lists
  };
  globalThis.edition = { ...globalThis.edition, bare, previewOf };
})();
