// The bibliography, narrowed by language, type, year and citing paper as the form is filled in.
(() => {
  const form = document.querySelector("form.filter");
  if (!form) return;
  const output = form.querySelector("output");
  const works = [...document.querySelectorAll(".works > ul > li")];
  const sections = [...document.querySelectorAll(".works")];

  const fits = (work, { language, type, papers, from, to }) => {
    const year = Number(work.dataset.year);
    return (!language || work.dataset.language === language) && (!type || work.dataset.type === type)
      && (!papers || work.dataset.papers.split(" ").includes(papers))
      && (!from || year >= Number(from)) && (!to || (year > 0 && year <= Number(to)));
  };
  const narrow = () => {
    const wanted = Object.fromEntries(new FormData(form));
    for (const work of works) work.hidden = !fits(work, wanted);
    for (const section of sections) {
      const none = !section.querySelector("li:not([hidden])");
      section.hidden = none;
      section.previousElementSibling.hidden = none;
    }
    const left = works.filter((work) => !work.hidden).length;
    output.textContent = left === works.length ? `共 ${left} 种` : `${left} 种，共 ${works.length} 种`;
  };
  const reveal = () => {
    const work = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!work?.hidden) return;
    form.reset();
    narrow();
    work.scrollIntoView();
  };

  form.addEventListener("input", narrow);
  form.addEventListener("reset", () => setTimeout(narrow));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", reveal);
  form.hidden = false;
  narrow();
})();
