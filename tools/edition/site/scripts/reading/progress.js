// A quiet line below the header that grows with what has been read of a long text.
(() => {
  const paragraphs = document.querySelectorAll("p[data-lines][id]");
  if (!paragraphs.length) return;

  const SCREENS = 4; // a text that is shorter needs no line
  const line = Object.assign(document.createElement("div"), { className: "progress-line" });
  line.setAttribute("aria-hidden", "true");
  let top = 0, way = 0, asked = false;

  const draw = () => {
    asked = false;
    line.style.transform = `scaleX(${Math.max(0, Math.min(1, (scrollY - top) / way))})`;
  };
  const ask = () => {
    if (!asked) requestAnimationFrame(draw);
    asked = true;
  };
  const measure = () => {
    top = paragraphs[0].getBoundingClientRect().top + scrollY - innerHeight;
    way = paragraphs[paragraphs.length - 1].getBoundingClientRect().bottom + scrollY - innerHeight - top;
    line.hidden = way < SCREENS * innerHeight;
    ask();
  };
  document.body.append(line);
  addEventListener("scroll", ask, { passive: true });
  new ResizeObserver(measure).observe(document.body);
})();
