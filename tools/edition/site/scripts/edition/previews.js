// Previews: what stands behind a link is shown on hover, on focus and by touch, as WCAG 2.2, 1.4.13 asks.
// Esc dismisses it, the pointer may move onto it, it stays as long as link or preview is pointed at or has the focus.
(() => {
  const { make, float, previewOf } = globalThis.edition ?? {};
  if (!previewOf) return;
  const { document: page } = globalThis;
  const WAIT = 180, LEAVE = 250, HOLD = 450, FAR = 10, LONG = 300;
  const LINKS = ".md-content :is(a[href], [data-said], .emended):not(.headerlink, .place, .page-break, .footnote-backref)";
  const AT_ONCE = ".term, .work, .footnote-ref, .annotation, .lone-mark a, .emended, [data-said]"; // a touch shows, the next follows

  const tip = make("div", { className: "tip", id: "tip", popover: "manual" });
  (page.querySelector("main") ?? page.body).append(tip);
  let shown, wanted, wait, touched, held, start, described, byFocus;

  const linkAt = (event) => event.target.closest?.(LINKS);
  const stops = () => [...(tip.scrollHeight > tip.clientHeight ? [tip] : []), ...tip.querySelectorAll("a[href]")];

  const heading = ({ name, english, where }, href) => {
    const title = href ? make("a", { href, textContent: name || where || "打开" }) : name && make("b", { textContent: name });
    const parts = [title, english && make("span", { lang: "en", textContent: english }),
      where && (name || !title) && make("span", { textContent: where })].filter(Boolean);
    return parts.length ? [make("p", { className: "names", id: "tip-names" }, ...parts.flatMap((part) => [part, " "]))] : [];
  };
  const fill = (preview, link) => {
    const said = make("div", { lang: preview.lang ?? "" }, ...[preview.said].flat());
    if (!preview.lang) said.removeAttribute("lang");
    tip.replaceChildren(...heading(preview, touched ? link.href : undefined), said);
  };
  // What is short is read out with the link; of a long paragraph, what and where it is.
  const describe = (link) => {
    described = link.getAttribute("aria-describedby");
    const names = tip.textContent.length > LONG && tip.querySelector(".names");
    link.setAttribute("aria-describedby", [described, names ? names.id : tip.id].filter(Boolean).join(" "));
  };
  const hide = () => {
    clearTimeout(wait);
    wanted = byFocus = undefined;
    if (!shown) return;
    if (described) shown.setAttribute("aria-describedby", described);
    else shown.removeAttribute("aria-describedby");
    shown = undefined;
    tip.hidePopover();
  };
  const open = (link, preview) => {
    if (!preview || wanted !== link) return;
    fill(preview, link);
    shown = link;
    float(tip, link);
    const inside = stops();
    tip.tabIndex = inside[0] === tip ? 0 : -1;
    tip.role = inside.length ? "group" : "tooltip";
    tip.ariaLabel = inside.length ? "预览" : null;
    tip.scrollTop = 0;
    describe(link);
  };
  // Tells whether there is something to show, or may be.
  const show = (link) => {
    clearTimeout(wait);
    if (link === shown) return true;
    hide();
    wanted = link;
    const preview = previewOf(link);
    if (preview?.then) preview.then((found) => open(link, found));
    else open(link, preview);
    return Boolean(preview);
  };

  // Mouse

  page.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const link = linkAt(event);
    if (link || tip.contains(event.target)) clearTimeout(wait);
    if (link) wait = setTimeout(() => { touched = false; byFocus &&= link === shown; show(link); }, WAIT);
  });
  page.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || !(linkAt(event) || tip.contains(event.target))) return;
    clearTimeout(wait);
    wait = setTimeout(() => { if (!byFocus) hide(); }, LEAVE);
  });

  // Touch: a long one shows, also what a short one would follow.

  page.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    held = false;
    if (tip.contains(event.target)) return;
    const link = linkAt(event);
    if (link !== shown) hide();
    start = event;
    if (link && touched) wait = setTimeout(() => { held = show(link); }, HOLD);
  });
  const letGo = (event) => { if (event.pointerType === "touch" && !held) clearTimeout(wait); };
  for (const end of ["pointerup", "pointercancel"]) page.addEventListener(end, letGo);
  page.addEventListener("pointermove", (event) => {
    if (start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > FAR) letGo(event);
  });
  page.addEventListener("contextmenu", (event) => { // on the preview's own link it opens as ever
    const link = touched && linkAt(event);
    if (link && (held ||= show(link))) event.preventDefault();
  });
  page.addEventListener("click", (event) => {
    const link = linkAt(event);
    if (!link) return;
    if (held || (touched && link.matches(AT_ONCE) && link !== shown && show(link))) event.preventDefault();
    else hide();
  });

  // Keyboard

  page.addEventListener("focusin", (event) => {
    const link = linkAt(event);
    if (link && !touched) byFocus = show(link);
    else if (!link && !tip.contains(event.target)) hide();
  });
  const back = () => { // focusing the link would show it again
    shown.focus({ preventScroll: true });
    hide();
  };
  // The preview lies behind the page's text, but Tab leads into it from its link, and from it to what follows the link.
  const tab = (event) => {
    const inside = stops(), at = inside.indexOf(page.activeElement);
    if (!inside.length || (at < 0 && (page.activeElement !== shown || event.shiftKey))) return;
    const next = inside[at + (event.shiftKey ? -1 : 1)];
    if (next || event.shiftKey) event.preventDefault();
    if (next) next.focus();
    else if (event.shiftKey) shown.focus();
    else back();
  };
  page.addEventListener("keydown", (event) => {
    touched = false;
    if (!shown) return;
    if (event.key === "Tab") tab(event);
    if (event.key !== "Escape") return;
    if (tip.contains(page.activeElement)) back();
    else hide();
  });
})();
