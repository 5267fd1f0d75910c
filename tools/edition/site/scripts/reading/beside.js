// Notes beside the text: where there is room, each note is set into the margin at the height of its mark. It stays where
// it is in the document, so that nothing is said twice and links, search and print find it.
(() => {
  const article = document.querySelector(".md-content__inner");
  const list = article?.querySelector(".footnote");
  if (!list) return;

  const LEAST = 180, MOST = 300, GAP = 8, BETWEEN = 26; // pixels: width of the notes, and what parts them
  const root = document.documentElement;
  const wide = matchMedia("screen and (min-width: 90em)");
  const notes = [...list.querySelectorAll(":scope > ol > li")]
    .map((note) => ({ note, mark: document.getElementById(`ref-${note.id}`) }));

  const room = () => {
    if (!wide.matches || root.dataset.notes === "end") return 0;
    return article.parentElement.getBoundingClientRect().right - article.getBoundingClientRect().right - BETWEEN;
  };
  const place = () => {
    const width = Math.min(MOST, room());
    article.classList.toggle("notes-beside", width >= LEAST);
    if (width < LEAST) {
      article.style.minHeight = "";
      return;
    }
    list.style.setProperty("--ed-room", `${width}px`); // not the article's: what is set there is worked out for all of it
    const zero = article.getBoundingClientRect().top;
    const seen = notes.map(({ note, mark }) => ({
      note, height: note.offsetHeight, top: mark ? mark.getBoundingClientRect().top - zero : Infinity,
    })).sort((a, b) => a.top - b.top);
    let free = 0;
    for (const { note, height, top } of seen) {
      const at = Math.max(free, Number.isFinite(top) ? top - 4 : free);
      note.style.setProperty("--ed-top", `${at}px`);
      free = at + height + GAP;
    }
    article.style.minHeight = `${free}px`; // the last notes may reach below the text
  };

  let asked = false;
  const ask = () => {
    if (!asked) requestAnimationFrame(() => { asked = false; place(); });
    asked = true;
  };
  place();
  // What is not seen while it moves shifts nothing: notes show in the frame after they have been placed.
  requestAnimationFrame(() => requestAnimationFrame(() => list.classList.add("placed")));
  if (location.hash.startsWith("#n")) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  new ResizeObserver(ask).observe(article);
  article.addEventListener("toggle", ask, true);
  root.addEventListener("edition:setting", ask);
  wide.addEventListener("change", ask);
})();
