// What floats beside a place: below or above it, never on it, inside the screen, and scrolling with the page.
(() => {
  const { document: page } = globalThis;
  const GAP = 4, EDGE = 8, LEAST = 96;

  const make = (tag, properties, ...inside) => {
    const element = Object.assign(page.createElement(tag), properties);
    element.append(...inside);
    return element;
  };

  globalThis.edition = { ...globalThis.edition, make };
  if (!HTMLElement.prototype.showPopover) return;

  // `beside` is an element or a selected range; of one that runs over several lines none is covered.
  const float = (element, beside, gap = GAP) => {
    const lines = [...beside.getClientRects()].filter((line) => line.width);
    if (!lines.length) lines.push(beside.getBoundingClientRect());
    const { clientWidth, clientHeight } = page.documentElement;
    const top = Math.min(...lines.map((line) => line.top)), bottom = Math.max(...lines.map((line) => line.bottom));
    const above = top - gap - EDGE, below = clientHeight - bottom - gap - EDGE;
    element.style.maxHeight = "";
    if (!element.matches(":popover-open")) element.showPopover();
    const under = element.offsetHeight <= below || below >= above;
    element.style.maxHeight = `${Math.max(under ? below : above, LEAST)}px`;
    const { left } = under ? lines.at(-1) : lines[0];
    element.style.left = `${scrollX + Math.max(EDGE, Math.min(left, clientWidth - element.offsetWidth - EDGE))}px`;
    element.style.top = `${scrollY + (under ? bottom + gap : top - gap - element.offsetHeight)}px`;
  };
  globalThis.edition.float = float;
})();
