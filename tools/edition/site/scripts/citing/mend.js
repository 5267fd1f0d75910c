// 报告或校改此处: in the panel of a paragraph, the entry for emendations.yml or annotations.yml ready to paste, and where to.
(() => {
  const data = JSON.parse(document.getElementById("mend")?.textContent ?? "null");
  if (!data) return;
  const APART = "sup, .place, .annotation, .page-break, .former-id";
  const LONGEST = 30; // characters of a phrase, as the check has it

  // The selection is gone once the link is pressed.
  let before;
  const within = (paragraph) => {
    const range = getSelection().rangeCount && getSelection().getRangeAt(0);
    if (!range || range.collapsed || !paragraph.contains(range.commonAncestorContainer)) return "";
    const copy = range.cloneContents();
    for (const mark of copy.querySelectorAll(APART)) mark.remove();
    return copy.textContent.trim();
  };
  document.addEventListener("pointerdown", (event) => {
    const link = event.target.closest?.("a.place");
    before = link && { paragraph: link.parentElement, text: within(link.parentElement) };
  }, true);

  const today = () => new Date().toLocaleDateString("sv"); // 2026-11-26
  const quoted = (text) => JSON.stringify(text); // a string of JSON is one of YAML
  const entriesFor = ({ id, dataset }, phrase) => {
    const lines = dataset.lines.replaceAll("-", "–");
    const pages = dataset.pages ? `，原刊第 ${dataset.pages.replace("-", "–")} 页` : "";
    const head = `# ${data.slug} ${id}${pages}，来源文件第 ${lines} 行\n`;
    const about = phrase && phrase.length <= LONGEST ? `  phrase: ${quoted(phrase)}\n` : "";
    return {
      emendations: `${head}- line: ${parseInt(dataset.lines, 10)}\n  paragraph: ${id}\n`
        + `  source: ${phrase ? quoted(phrase) : "TODO"}\n  reads: ${phrase ? quoted(phrase) : "TODO"}\n  why: TODO\n`,
      annotations: `${head}- id: ${data.next}\n  paragraph: ${id}\n${about}  kind: comment\n  text: >-\n    TODO\n`
        + `  by: TODO\n  date: ${today()}\n`,
    };
  };

  const fill = (form, values) => form.replace(/\{(\w+)\}/g, (_, name) =>
    encodeURIComponent(values[name] ?? "").replaceAll("%2F", "/"));
  const linkTo = (file, text, make) => {
    const name = `${file}.yml`;
    const there = data.there.includes(file);
    const form = data.forms[there ? "edit" : "new"];
    if (!form) return make("code", { textContent: `${data.folder}/${name}` });
    const href = fill(form, { path: there ? `${data.folder}/${name}` : data.folder, name, text });
    return make("a", { href, rel: "external", textContent: `${there ? "打开" : "新建"} ${name}` });
  };

  document.addEventListener("edition:place", ({ detail: { panel, paragraph, make, copyButton } }) => {
    const phrase = within(paragraph) || (before?.paragraph === paragraph ? before.text : "");
    const row = (name, said, link) => make("div", {}, make("dt", { textContent: name }),
      make("dd", {}, make("pre", { textContent: said, tabIndex: 0 }), copyButton(name, said), link));
    const entries = entriesFor(paragraph, phrase);
    const rows = Object.entries({ emendations: "校改", annotations: "编者注" }).map(([file, name]) =>
      row(name, entries[file], linkTo(file, entries[file], make)));
    if (data.forms.issue) {
      const title = `${data.slug} ${paragraph.id}：`;
      const address = `${location.href.split("#")[0]}#${paragraph.id}`;
      const text = `${address}\n${entries.emendations.split("\n")[0].slice(2)}\n\n此处作：${phrase}\n应作：\n依据：\n`;
      const href = fill(data.forms.issue, { title, text });
      rows.push(row("报告", text, make("a", { href, rel: "external", textContent: "报告问题" })));
    }
    panel.append(make("details", { className: "mend" }, make("summary", { textContent: "报告或校改此处" }),
      make("dl", {}, ...rows), make("a", { href: data.help, textContent: "怎样编辑" })));
  });
})();
