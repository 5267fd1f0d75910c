// A table that is wider than the page can be scrolled by keyboard: Material's frame around it takes the focus then.
(() => {
  const fit = (frame) => {
    const wide = frame.scrollWidth > frame.clientWidth;
    for (const [name, value] of Object.entries({ tabindex: "0", role: "region", "aria-label": "表格，可左右滚动" })) {
      if (wide) frame.setAttribute(name, value); else frame.removeAttribute(name);
    }
  };
  const sizes = new ResizeObserver((entries) => entries.forEach(({ target }) => fit(target)));
  window.addEventListener("load", () => document.querySelectorAll(".md-typeset__scrollwrap").forEach((frame) => sizes.observe(frame)));
})();
