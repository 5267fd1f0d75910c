() => {
  const lines = [];
  let marks = 0;
  for (const paragraph of document.querySelectorAll("p[data-lines][id], .footnote li > p")) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT), range = document.createRange();
    let last, before = "", count = 0;
    for (let node; node = walker.nextNode();) {
      const inside = (selector) => Boolean(node.parentElement.closest(selector));
      if (inside(".footnote-label, .footnote-backref, .work")) continue;
      const isMark = inside("sup");
      marks += isMark ? 1 : 0;
      for (let at = 0; at < node.length; at += 1) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const [rect] = range.getClientRects();
        if (!rect?.width) continue;
        const first = node.data[at];
        if (last && rect.left < last.left && rect.top > last.top + 5) {
          if (!inside("[lang=en]") || isMark) lines.push({ place: paragraph.id, first, before, isMark, count: paragraph.id ? count : 0 });
          count = 0;
        }
        count += isMark ? 0 : /[\u3000-\u9fff\uff00-\uffef“”‘’—…]/.test(first) ? 1 : 0.5;
        if (!isMark || !last) last = rect;
        before = first;
      }
    }
  }
  return { lines: lines, marks };
}
