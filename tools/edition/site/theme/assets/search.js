// Searching as readers meet it: results under the box in the header, and the page 检索.
(() => {
  const { isWord, parse, places } = window.editionFolding;
  const { get, search, LONGEST_QUERY } = window.editionIndex;
  const PAUSE = 80; // milliseconds without typing
  const IN_BOX = 6, ON_PAGE = 8, MORE = 20, IN_FILTER = 100;
  const KINDS = { text: "正文", notes: "注释", editors: "编者文字", glossary: "词条" };
  const IN_ORDER = Object.keys(KINDS);
  const HOW = { term: "词条", paper: "论文", author: "作者" };
  const box = document.querySelector(".search-box");
  const ROOT = new URL("../", document.querySelector("script[src*='edition.js']").src);
  const folders = box?.dataset.folders !== "false"; // whether pages are folders (papers/talks/) or files

  const make = (tag, properties = {}, ...inside) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name in element && name !== "list") element[name] = value;
      else element.setAttribute(name, value);
    }
    element.append(...inside.filter((each) => each !== "" && each !== null && each !== undefined));
    return element;
  };

  // Addresses

  const pageAddress = (path) => {
    const file = location.protocol === "file:" || !folders;
    if (!folders) return new URL(`${path}.html`, ROOT);
    const folder = path.endsWith("index") ? path.slice(0, -"index".length) : `${path}/`;
    return new URL(folder + (file ? "index.html" : ""), ROOT);
  };
  const hitAddress = ({ path, anchor, at }, query) => {
    const address = pageAddress(path);
    address.searchParams.set("mark", query);
    if (at) address.searchParams.set("at", at);
    address.hash = anchor;
    return address.href;
  };
  const searchAddress = (wanted) => {
    const address = pageAddress("search/index");
    for (const [name, value] of Object.entries(wanted)) if (value) address.searchParams.set(name, value);
    return address.href;
  };

  // What is said

  const FAULTS = {
    "empty": "请输入检索词。", "signs": "检索词里只有标点，没有可检索的字。", "only-not": "请至少写一个不带减号的词。",
    "long": `检索词过长，最多 ${LONGEST_QUERY} 个字符。`, "version": "检索索引的版本与本页不合，请刷新页面；若仍如此，请告知编者。",
    "missing": "检索索引有一部分没有取到，结果不完整，故不显示。请检查网络后重试。", "offline": "现在没有网络，所需的索引尚未取到。连上网络后再试。",
    "damaged": "检索索引有一部分已损坏，结果不完整，故不显示。请刷新页面后重试。", "browser": "这个浏览器过旧，不能检索；请换用较新的版本。",
  };
  const explain = (fault) => FAULTS[fault.kind] ?? "检索时出了错，请刷新页面后重试。";
  const countOf = (hits) => {
    const documents = new Set(hits.map(({ document }) => document)).size;
    const loose = hits.filter(({ direct }) => !direct).length;
    if (!hits.length) return "没有找到完全相同的文字。";
    if (loose === hits.length) return `没有完全相同的文字；字间隔着标点或空格的有 ${loose} 段，见于 ${documents} 处。`;
    return `共 ${hits.length} 段，见于 ${documents} 篇` + (loose ? `；其中 ${loose} 段字间隔着标点或空格，排在后面。` : "。");
  };

  // Order: direct hits first, then by weight, then as they stand; or as they stand alone.
  const arranged = (hits, order) => [...hits].sort(order === "text" ? (a, b) => a.document - b.document || IN_ORDER.indexOf(a.kind) - IN_ORDER.indexOf(b.kind) || a.id - b.id
    : (a, b) => b.direct - a.direct || a.id - b.id); // the ids rise with the rank

  // A passage with its hits marked: around the first one, or all of a short passage.
  const BEFORE = 36, LENGTH = 170;
  const excerpt = ({ text, ready }, terms) => {
    const found = terms.filter((term) => !term.not).flatMap((term) => places(ready, term)).sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    const first = found[0]?.[0] ?? 0;
    const from = text.length <= LENGTH || first < BEFORE * 2 ? 0 : first - BEFORE;
    const to = Math.max(Math.min(text.length, from + LENGTH), found[0]?.[1] ?? 0);
    const parts = [from ? "…" : ""];
    let at = from;
    for (const [start, end] of found) {
      if (end <= at || start >= to) continue;
      parts.push(text.slice(at, Math.max(at, start)), make("mark", {}, text.slice(Math.max(at, start), Math.min(end, to))));
      at = Math.min(end, to);
    }
    return [...parts, text.slice(at, to), to < text.length ? "…" : ""];
  };
  const placeOf = ({ what, section, page, anchor, kind, rank }) => [
    rank === 0 ? "题名" : rank === 1 ? "标题" : what === "paper" ? KINDS[kind] : "", section,
    page ? `第 ${page.replace("-", "–")} 页` : "", /^p\d+$/.test(anchor) ? anchor : "",
  ].filter(Boolean).join(" · ");

  // The query that finds just these characters, in quotation marks where they would be read otherwise; none for mere signs.
  const queryFor = (said) => [said, `"${said}"`].find((query) => {
    const terms = parse(query);
    return terms.length === 1 && !terms[0].not;
  });

  // Names: pinyin, English and other names of what the edition knows, and the Chinese query that they stand for.

  const bare = (said) => said.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/v/g, "u");
  const spelled = (syllables, typed) => syllables.split(" ").some((_, place, all) => {
    const rest = all.slice(place);
    return rest.join("").startsWith(typed) || (typed.length > 1 && rest.map((each) => each[0]).join("").startsWith(typed));
  });
  const simple = (said) => window.editionFolding.fold(said).letters;
  const namesFor = async (index, query, most) => {
    const typed = bare(query).replace(/[\s'’·-]+|(?<=[a-z])[1-5](?![0-9])/g, "");
    const latin = /^[a-z]{2,}$/.test(typed), english = bare(query).trim(), han = simple(query);
    if (!han) return [];
    const spoken = latin || isWord(han[0]);
    const [rows, sounds] = await Promise.all([index.names(), spoken ? index.list("sounds") : []]);
    const scored = rows.flatMap(({ zh, en, kind, document, aliases }, place) => {
      const names = [zh, ...aliases];
      const called = names.find((name) => simple(name) === han);
      if (called) return names.length > 1 || kind === "term" ? [[0, { zh, en, kind, document, also: names.filter((name) => name !== called) }]] : [];
      if (!spoken) return [];
      const words = bare(en), [pinyin, ...others] = sounds[place];
      const hit = words.startsWith(english) ? 1 : spelled(pinyin, typed) ? (pinyin.replace(/ /g, "").startsWith(typed) ? 1 : 2)
        : others.some((each) => spelled(each, typed)) ? 2 : english.length > 2 && ` ${words}`.includes(` ${english}`) ? 3 : 0;
      return hit ? [[hit, { zh, en, kind, document, also: [] }]] : [];
    });
    const called = scored.sort((a, b) => a[0] - b[0] || a[1].zh.length - b[1].zh.length).slice(0, most).map(([, name]) => name);
    const documents = await index.documentsAt(called.map(({ document }) => document));
    return called.map((name, place) => ({ ...name, path: documents[place].path }));
  };
  const queriesOf = (name, typed) => (name.also.length ? name.also : name.zh ? [name.zh] : [])
    .filter((said) => simple(said) !== simple(typed)).map((said) => ({ said, query: queryFor(said) })).filter(({ query }) => query);

  // The box in the header: a combobox (ARIA 1.2) whose list holds names, passages and the way to all results.

  const boxed = () => {
    const input = box.querySelector("input"), list = box.querySelector('[role="listbox"]'), status = box.querySelector(".search-status");
    let turn = 0, wait, active = -1;
    const options = () => [...list.querySelectorAll('[role="option"]')];
    const show = (on) => {
      list.hidden = !on;
      input.setAttribute("aria-expanded", String(on));
      if (!on) choose(-1);
    };
    const choose = (place) => {
      const all = options();
      active = all.length && place >= 0 ? place % all.length : -1;
      all.forEach((option, each) => option.setAttribute("aria-selected", String(each === active)));
      if (active < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", all[active].id);
        all[active].scrollIntoView({ block: "nearest" });
      }
    };
    const option = (href, className, ...inside) => make("a", { href, className, role: "option", tabIndex: -1, "aria-selected": "false" }, ...inside);
    const say = (said) => { status.textContent = said; };
    const fill = (...rows) => {
      rows.forEach((row, place) => { row.id = `search-option-${place}`; });
      list.replaceChildren(...rows);
      show(rows.length > 0);
      choose(-1);
    };

    const run = async () => {
      const mine = turn += 1, query = input.value;
      if (!query.trim()) { say(""); fill(); return; }
      const look = async ({ index, terms, hits }) => {
        const shown = arranged(hits).slice(0, IN_BOX);
        return { terms, hits, wanted: await Promise.all([
          index.passages(shown.map(({ id }) => id)), index.placed(hits), namesFor(index, query, 3)]) };
      };
      try {
        const { terms, hits, wanted: [passages, placed, known] } = await search(query, () => mine === turn, look);
        if (mine !== turn) return;
        const names = known.flatMap((name) => [
          option(pageAddress(name.path).href, "name", make("span", { className: "where" }, HOW[name.kind]), name.zh || name.en,
            name.zh && name.en ? make("span", { lang: "en" }, ` ${name.en}`) : ""),
          ...queriesOf(name, query).slice(0, 3).map(({ said, query: sought }) =>
            option(searchAddress({ q: sought }), "name", make("span", { className: "where" }, "检索"), said))]);
        const found = passages.map((passage) => option(hitAddress(passage, query), "hit",
          make("span", { className: "where" }, [passage.label || passage.title, placeOf(passage)].filter(Boolean).join(" · ")),
          make("span", { className: "said" }, ...excerpt(passage, terms))));
        const all = hits.length ? [option(searchAddress({ q: query }), "all", `全部 ${hits.length} 段，按篇目与类别查看`)]
          : [option(searchAddress({ q: query }), "all", "到检索页查看相近的结果")];
        fill(...(hits.length ? found.slice(0, 1) : []), ...names, ...found.slice(1), ...all);
        say(countOf(placed) + (known.length ? `另有 ${known.length} 个相关名称。` : ""));
      } catch (fault) {
        if (mine !== turn || fault.kind === "stopped") return;
        fill();
        say(explain(fault));
      }
    };

    input.addEventListener("input", () => {
      clearTimeout(wait);
      get().catch(() => {}); // the root is on its way while the reader still types
      wait = setTimeout(run, PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const open = !list.hidden, all = options();
      if (event.key === "ArrowDown" && all.length) { show(true); choose(active + 1); }
      else if (event.key === "ArrowUp" && all.length) { show(true); choose(active < 0 ? all.length - 1 : active === 0 ? -1 : active - 1); }
      else if (event.key === "Enter" && open && active >= 0) all[active].click();
      else if (event.key === "Escape") {
        if (open) show(false);
        else { input.value = ""; turn += 1; say(""); fill(); }
      } else return;
      event.preventDefault();
    });
    input.addEventListener("focus", () => { if (options().length && input.value.trim()) show(true); });
    box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) setTimeout(show, 150, false); });
    list.addEventListener("pointerdown", (event) => event.preventDefault()); // the box keeps the focus
    if (input.value.trim()) run();
  };

  // The page 检索: query, filters and order are in its address.

  const paged = (page) => {
    const form = page.querySelector("form"), status = page.querySelector(".search-status"), results = page.querySelector(".search-results");
    const loose = page.querySelector(".search-names"), more = page.querySelector(".search-more");
    const input = form.elements.q, filters = form.querySelector(".filter");
    let turn = 0, wait;
    const wanted = () => Object.fromEntries(["q", "kind", "paper", "theme", "order"].map((name) => [name, form.elements[name].value]));
    const remember = () => history.replaceState(null, "", searchAddress(wanted()));
    const recall = () => {
      for (const [name, value] of new URLSearchParams(location.search)) {
        if (!["q", "kind", "paper", "theme", "order"].includes(name)) continue;
        const field = form.elements[name];
        if (field.options && ![...field.options].some((option) => option.value === value)) field.append(make("option", { value }, value));
        field.value = value;
      }
    };
    const say = (said) => { status.textContent = said; };

    const choices = (name, counts, called) => {
      const field = form.elements[name], chosen = field.value;
      const rows = [...counts].map(([value, count]) => make("option", { value }, `${called(value)}（${count}）`));
      if (chosen && !counts.has(chosen)) rows.push(make("option", { value: chosen }, `${called(chosen)}（0）`));
      field.replaceChildren(make("option", { value: "" }, "全部"), ...rows);
      field.value = chosen;
      field.closest("label").hidden = !rows.length;
    };
    const tally = (hits, valuesOf) => {
      const counts = new Map();
      for (const hit of hits) for (const value of valuesOf(hit)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return counts;
    };
    // The documents that the filter offers, in their order: all, or those with the most hits; and the one that is chosen.
    const offered = async (index, counts, chosen) => {
      const most = [...counts].sort((a, b) => b[1] - a[1]).slice(0, IN_FILTER).map(([number]) => number).sort((a, b) => a - b);
      const named = async (numbers) => (await index.documentsAt(numbers)).map((each, place) => ({ ...each, number: numbers[place] }));
      const known = await named(most);
      if (!chosen || most.length === counts.size || known.some(({ path }) => path === chosen)) return known;
      return [...known, ...(await named([...counts.keys()])).filter(({ path }) => path === chosen)];
    };
    // Fills the filters with what the hits have, and returns the hits that they leave.
    const filtered = async (hits, index, { kind, paper, theme }) => {
      const byDocument = tally(hits, ({ document }) => [document]);
      const [themes, documents] = await Promise.all([index.themes(), offered(index, byDocument, paper)]);
      const left = byDocument.size - documents.length;
      const themesOf = (hit) => themes.filter((each) => each.documents.has(hit.document)).map(({ slug }) => slug);
      const titles = new Map(themes.map(({ slug, title }) => [slug, title])), labels = new Map(documents.map((each) => [each.path, each.label || each.title]));
      choices("kind", tally(hits, (hit) => [hit.kind]), (value) => KINDS[value] ?? value);
      choices("paper", new Map(documents.map(({ path, number }) => [path, byDocument.get(number)])), (value) => labels.get(value) ?? value);
      if (left > 0) form.elements.paper.append(make("option", { disabled: true }, `另有 ${left} 篇，所含较少`));
      choices("theme", tally(hits, themesOf), (value) => titles.get(value) ?? value);
      const wantedDocument = documents.find(({ path }) => path === paper)?.number;
      return hits.filter((hit) => (!kind || hit.kind === kind) && (!paper || hit.document === wantedDocument)
        && (!theme || themesOf(hit).includes(theme)));
    };
    const item = (passage, terms, query) => make("li", { className: passage.rank < 2 ? "high" : "" },
      make("a", { href: hitAddress(passage, query) }, make("span", { className: "title" }, passage.label || passage.title)),
      make("span", { className: "where" }, placeOf(passage)), make("p", {}, ...excerpt(passage, terms)));

    const show = async (kept, index, terms, query, from, mine) => {
      const part = kept.slice(from, from + (from ? MORE : ON_PAGE));
      const passages = await index.passages(part.map(({ id }) => id));
      if (mine !== turn) return;
      const items = passages.map((passage) => item(passage, terms, query));
      if (from) results.append(...items); else results.replaceChildren(...items);
      if (from) items[0]?.querySelector("a").focus();
      const left = kept.length - from - part.length;
      more.hidden = left <= 0;
      more.textContent = `再看 ${Math.min(MORE, left)} 段（还有 ${left} 段）`;
      more.onclick = () => show(kept, index, terms, query, from + part.length, mine).catch((fault) => say(explain(fault)));
    };

    const nearer = async (index, terms, query) => {
      const positive = terms.filter((term) => !term.not).map((term) => term.said);
      const tried = (positive.length > 1 ? positive : shorter(positive[0] ?? "")).map(queryFor).filter(Boolean);
      const found = [];
      for (const sought of tried.slice(0, 24)) {
        const { hits } = await search(sought);
        if (hits.length) found.push([sought, hits.length]);
        if (found.length >= 4) break;
      }
      return found.filter(([said]) => said !== query);
    };
    const shorter = (said) => {
      const letters = [...said], parts = [];
      for (let size = letters.length - 1; size >= Math.max(2, letters.length >> 1); size -= 1) {
        for (let at = 0; at + size <= letters.length; at += 1) parts.push(letters.slice(at, at + size).join(""));
      }
      return parts;
    };
    const link = (query, ...inside) => make("a", { href: searchAddress({ q: query }) }, ...inside);
    const suggest = async (index, terms, hits, query, names, mine) => {
      const rows = names.map((name) => make("li", {}, make("span", { className: "where" }, HOW[name.kind]),
        make("a", { href: pageAddress(name.path).href }, name.zh || name.en), name.en && name.zh ? make("span", { lang: "en" }, ` ${name.en} `) : " ",
        ...queriesOf(name, query).flatMap(({ said, query: sought }) => ["　检索：", link(sought, said)])));
      if (!hits.length && !names.length) {
        const near = await nearer(index, terms, query);
        if (near.length) rows.push(make("li", {}, make("span", { className: "where" }, "相近"), ...near.flatMap(([said, count]) => [link(said, said), `（${count}）　`])));
      }
      if (mine !== turn) return;
      loose.replaceChildren(...rows);
      loose.hidden = !rows.length;
    };

    const run = async () => {
      const mine = turn += 1, { q: query, ...chosen } = wanted();
      remember();
      const clear = () => { results.replaceChildren(); loose.hidden = more.hidden = true; filters.hidden = true; };
      if (!query.trim()) { clear(); say(""); return; }
      const late = setTimeout(() => { if (mine === turn) say("正在检索…"); }, 300);
      const told = (done, all) => { if (mine === turn && all > 24) say(`正在核对原文：${done} / ${all}`); return mine === turn; };
      const answer = async ({ index, terms, hits: found }) => {
        const [hits, names] = await Promise.all([index.placed(found), namesFor(index, query, 6)]); // where they fail, nothing half is shown
        if (mine !== turn) return;
        const kept = arranged(await filtered(hits, index, chosen), chosen.order);
        if (mine !== turn) return;
        filters.hidden = !hits.length;
        await show(kept, index, terms, query, 0, mine);
        if (mine !== turn) return;
        clearTimeout(late);
        say((kept.length < hits.length ? `筛选后 ${kept.length} 段。` : "") + countOf(hits)
          + (index.lacking ? `（${index.lacking} 篇论文的正文未收入本站，无从检索。）` : ""));
        await suggest(index, terms, hits, query, names, mine);
      };
      try {
        get().then((index) => index.names()).catch(() => {}); // on their way while the index is searched
        await search(query, told, answer);
      } catch (fault) {
        if (mine !== turn || fault.kind === "stopped") return;
        clear();
        say(explain(fault));
      } finally { clearTimeout(late); }
    };

    input.addEventListener("input", () => {
      clearTimeout(wait);
      get().catch(() => {});
      wait = setTimeout(run, PAUSE);
    });
    for (const field of form.querySelectorAll("select")) field.addEventListener("change", run);
    form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(wait); run(); });
    form.hidden = false;
    addEventListener("popstate", () => { recall(); run(); });
    recall();
    if (input.value) run(); else input.focus({ preventScroll: true });
  };

  const page = document.querySelector(".search-page");
  if (page) paged(page);
  if (box) boxed();
})();
