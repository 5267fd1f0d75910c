// The index as the browser reads it; docs/about/search.md describes its format, edition/searching writes it.
(() => {
  const FORMAT = 3;
  const DATA = new URL("../search/data/", document.currentScript.src);
  const AT_ONCE = 24; // shards of texts that are asked for together
  const TOGETHER = 3; // parts of a string that are looked up together
  const FEW = 12; // passages whose texts cost no more than looking further in the index
  const KINDS = ["text", "notes", "editors", "glossary"];
  const { learn, parse, places, ready, isWord } = window.editionFolding;

  class Fault extends Error {
    constructor(kind, what = "") { super(`${kind} ${what}`); this.kind = kind; }
  }

  // Loading: every file is a script that calls editionSearch, so that it loads from file:// as well.

  const calls = new Map();
  window.editionSearch = (name, build, content) => { calls.get(name)?.(build, content); };

  const load = (name, build = "", fresh = "") => new Promise((resolve, reject) => {
    const tag = document.createElement("script");
    let got;
    calls.set(name, (itsBuild, content) => { got = { build: itsBuild, content }; });
    tag.src = new URL(build ? `${build}/${name}.js` : `${name}.js${fresh}`, DATA).href;
    tag.onload = () => {
      tag.remove();
      if (got && (!build || got.build === build)) resolve(got);
      else reject(new Fault("damaged", name));
    };
    tag.onerror = () => { tag.remove(); reject(new Fault(navigator.onLine === false ? "offline" : "missing", name)); };
    document.head.append(tag);
  });
  const once = (cache, key, make) => {
    if (!cache.has(key)) cache.set(key, make().catch((fault) => { cache.delete(key); throw fault; }));
    return cache.get(key);
  };

  // Decoding

  // Base 85 as Python's b85encode writes it (RFC 1924's letters): five signs hold four bytes, a rest of n signs n - 1 bytes.
  const BASE85 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  const VALUES = new Map([...BASE85].map((sign, value) => [sign, value]));
  const unpacked = (text) => {
    const bytes = new Uint8Array(Math.ceil(text.length / 5) * 4), view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 5) {
      let value = 0;
      for (let each = at; each < at + 5; each += 1) value = value * 85 + (each < text.length ? VALUES.get(text[each]) : 84);
      view.setUint32(at / 5 * 4, value);
    }
    return bytes.subarray(0, text.length - Math.ceil(text.length / 5));
  };
  const inflate = async (base85) => {
    if (!window.DecompressionStream) throw new Fault("browser");
    try {
      const stream = new Blob([unpacked(base85)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch { throw new Fault("damaged"); }
  };
  const reader = (bytes, start = 0) => {
    let place = start * 8;
    const bit = () => {
      if (place >= bytes.length * 8) throw new Fault("damaged");
      const value = (bytes[place >> 3] >> (7 - (place & 7))) & 1;
      place += 1;
      return value;
    };
    const bits = (width) => { let value = 0; for (; width > 0; width -= 1) value = value * 2 + bit(); return value; };
    const gamma = () => { let width = 0; while (!bit()) width += 1; return 2 ** width + bits(width); };
    const within = (size) => {
      const width = 31 - Math.clz32(size), short = 2 ** (width + 1) - size;
      const value = bits(width);
      return value < short ? value : value * 2 + bit() - short;
    };
    const rising = (count, low, high) => {
      const numbers = new Array(count);
      const halve = (start_, end, least, most) => {
        const size = end - start_;
        if (!size) return;
        if (size === most - least + 1) { for (let each = 0; each < size; each += 1) numbers[start_ + each] = least + each; return; }
        const middle = start_ + (size >> 1);
        const first = least + middle - start_, last = most - (end - 1 - middle);
        numbers[middle] = first + (first < last ? within(last - first + 1) : 0);
        halve(start_, middle, least, numbers[middle] - 1);
        halve(middle + 1, end, numbers[middle] + 1, most);
      };
      halve(0, count, low, high);
      return numbers;
    };
    const posting = (passages) => {
      const ids = rising(gamma(), 0, passages - 1);
      if (!bit()) return { ids, over: NONE };
      return { ids, over: bit() ? rising(gamma(), 0, ids.length - 1).map((rank) => ids[rank]) : ids };
    };
    return { gamma, rising, posting };
  };
  const NONE = Object.freeze([]);
  const NOWHERE = Object.freeze({ ids: NONE, over: NONE });

  const readPairs = (bytes, { count, alphabet }) => {
    const { gamma, rising, posting } = reader(bytes), pairs = new Map();
    for (let groups = gamma(); groups > 0; groups -= 1) {
      const first = gamma();
      for (const second of rising(gamma(), 0, alphabet.size)) pairs.set(first * (alphabet.size + 1) + second, posting(count));
    }
    return pairs;
  };
  const readTable = (bytes, { count }) => {
    const length = new DataView(bytes.buffer).getUint32(0);
    const keys = new TextDecoder().decode(bytes.subarray(4, 4 + length)).split("\n");
    const { posting } = reader(bytes, 4 + length);
    return new Map(keys.map((key) => [key, posting(count)]));
  };
  const readTexts = (bytes, { signs }) => {
    const single = 256 - Math.max(0, Math.ceil((signs.length - 256) / 255));
    let json = "";
    for (let at = 0; at < bytes.length; at += 1) {
      const place = bytes[at] < single ? bytes[at] : single + (bytes[at] - single) * 256 + bytes[at += 1];
      json += signs[place];
    }
    return JSON.parse(json).map(([anchor, section, page, text, where]) => ({ anchor, section, page, text, at: where, ready: ready(text) }));
  };

  // Where passages stand: runs of one document, kind and rank, and what the documents are, both in columns of numbers.

  const summed = (steps, start = 0) => steps.map((step) => (start += step));
  const readRuns = ([counts, documents, kinds, ranks], _, first) => {
    const ends = summed(counts, first);
    return summed(documents).map((document, place) => (
      { start: ends[place] - counts[place], document, kind: KINDS[kinds[place]], rank: ranks[place] }));
  };
  const readDocuments = (rows) => rows.map(([path, what, title, label]) => ({ path, what, title, label: label.replace("%", () => title) }));

  // Lists of numbers that rise

  const common = (one, other) => {
    const [few, many] = one.length < other.length ? [one, other] : [other, one];
    const held = new Set(many);
    return few.filter((id) => held.has(id));
  };
  const without = (ids, others) => {
    if (!others.length) return ids;
    const gone = new Set(others);
    return ids.filter((id) => !gone.has(id));
  };
  const union = (lists) => (lists.length === 1 ? lists[0] : [...new Set(lists.flat())].sort((a, b) => a - b));
  // The last place of a sorted list that is not behind what is sought.
  const lastUpTo = (list, isBehind) => {
    let low = 0, high = list.length;
    while (low < high) { const middle = (low + high) >> 1; if (isBehind(list[middle])) high = middle; else low = middle + 1; }
    return low - 1;
  };

  class Index {
    constructor({ build, content }) {
      Object.assign(this, content, { build, signs: [...content.signs], shards: new Map() });
      for (const kind of ["pairs", "texts", "runs", "documents"]) this.firsts[kind] = summed(content.firsts[kind]);
      learn(content.simplified);
      const folded = this.signs.map((sign) => ready(sign).plain.letters).join("");
      this.alphabet = new Map([...new Set(folded)].filter((letter) => !isWord(letter)).map((letter, place) => [letter, place + 1]));
    }

    shard(kind, number) {
      const read = { pairs: readPairs, table: readTable, texts: readTexts, runs: readRuns, documents: readDocuments }[kind];
      return once(this.shards, kind + number, async () => {
        const { content } = await load(kind + number, this.build);
        const held = typeof content === "string" ? await inflate(content) : content;
        try { return read(held, this, this.firsts[kind][number]); } catch { throw new Fault("damaged", kind + number); }
      });
    }

    // The shards of a kind that hold these numbers, as a function from number to [the shard's content, its first number].
    async holding(kind, numbers, told = () => true) {
      const firsts = this.firsts[kind], shardOf = (number) => lastUpTo(firsts, (first) => first > number);
      const wanted = [...new Set(numbers.map(shardOf))], read = new Map();
      for (let at = 0; at < wanted.length; at += AT_ONCE) {
        const part = wanted.slice(at, at + AT_ONCE);
        (await Promise.all(part.map((each) => this.shard(kind, each)))).forEach((held, each) => read.set(part[each], held));
        if (told(Math.min(at + AT_ONCE, wanted.length), wanted.length) === false) throw new Fault("stopped");
      }
      return (number) => { const each = shardOf(number); return [read.get(each), firsts[each]]; };
    }

    list(name) { return once(this.shards, name, async () => (await load(name, this.build)).content); }

    async names() { return (await this.list("names")).map(([zh, en, kind, document, aliases]) => ({ zh, en, kind, document, aliases })); }

    async themes() {
      return (await this.list("themes")).map(([slug, title, steps]) => ({ slug, title, documents: new Set(summed(steps)) }));
    }

    // What only a query may hold: traditional characters that stand in no text.
    async know(query) {
      if (![...ready(query.normalize("NFC")).plain.letters].every((letter) => isWord(letter) || this.alphabet.has(letter))) {
        learn(await this.list("traditional"));
      }
    }

    // Postings

    async pair(one, other) {
      const [a, b] = [this.alphabet.get(one), this.alphabet.get(other)];
      if (!a || !b) return NOWHERE;
      const pair = a * (this.alphabet.size + 1) + b, number = lastUpTo(this.firsts.pairs, (first) => first > pair);
      return number < 0 ? NOWHERE : (await this.shard("pairs", number)).get(pair) ?? NOWHERE;
    }

    async single(letter) {
      const place = this.alphabet.get(letter);
      if (!place) return NOWHERE;
      const size = this.alphabet.size + 1, [least, most] = [place * size, (place + 1) * size];
      const from = Math.max(0, lastUpTo(this.firsts.pairs, (first) => first > least));
      const to = lastUpTo(this.firsts.pairs, (first) => first >= most);
      const lists = [];
      for (const pairs of await this.range("pairs", from, to)) {
        for (const [key, { ids }] of pairs) if (key >= least && key < most) lists.push(ids);
      }
      return { ids: union(lists), over: NONE };
    }

    async listed(key) {
      const number = lastUpTo(this.firsts.table, (first) => first > key);
      return number < 0 ? undefined : (await this.shard("table", number)).get(key);
    }

    async word(text, whole) {
      if (whole) return (await this.listed(text)) ?? NOWHERE;
      const from = Math.max(0, lastUpTo(this.firsts.table, (first) => first > text));
      const to = lastUpTo(this.firsts.table, (first) => first > text && !first.startsWith(text));
      const lists = [];
      for (const table of await this.range("table", from, to)) {
        for (const [key, { ids }] of table) if (key.startsWith(text)) lists.push(ids);
      }
      return { ids: union(lists), over: NONE };
    }

    range(kind, from, to) {
      return Promise.all(Array.from({ length: to - from + 1 }, (_, each) => this.shard(kind, from + each)));
    }

    // What holds a run of letters: { ids, over, sure }; where it is not sure, the texts of `ids` must be looked at.
    async run(text) {
      const letters = [...text];
      if (letters.length === 1) return { ...(await this.single(text)), sure: true };
      if (letters.length === 2) return { ...(await this.pair(...letters)), sure: true };
      const listed = letters.length <= this.longest ? await this.listed(text) : undefined;
      if (listed) return { ...listed, sure: true };
      let { ids } = await this.pair(letters[0], letters[1]);
      for (let size = 2; size < letters.length && size <= this.longest; size += 1) {
        for (let at = size === 2 ? 1 : 0; at + size <= letters.length && ids.length > FEW; at += TOGETHER) {
          const starts = Array.from({ length: Math.min(TOGETHER, letters.length - size + 1 - at) }, (_, each) => at + each);
          const parts = starts.map((start) => letters.slice(start, start + size));
          const found = await Promise.all(parts.map((part) => (size === 2 ? this.pair(...part) : this.listed(part.join("")))));
          if (found.includes(undefined) && ids.length > this.limit) return { ...NOWHERE, sure: true }; // both its ends are frequent, so it would be listed
          ids = [ids, ...found.filter(Boolean).map((each) => each.ids)].reduce(common);
        }
      }
      if (ids.length > this.limit && letters.length <= this.longest) return { ...NOWHERE, sure: true };
      return { ids, over: NONE, sure: false };
    }

    async term({ parts, phrase, signs }) {
      const found = await Promise.all(parts.map(({ word, text }, place) => (word
        ? this.word(text, phrase || place < parts.length - 1).then((posting) => ({ ...posting, sure: true }))
        : this.run(text))));
      const ids = found.map((each) => each.ids).reduce(common);
      if (parts.length > 1 || signs || !found[0].sure) return { ids, over: NONE, sure: false };
      return phrase ? { ids: without(ids, found[0].over), over: NONE, sure: true } : found[0];
    }

    // Passages

    async passages(ids, told) {
      const [textAt, places] = await Promise.all([this.holding("texts", ids, told), this.placed(ids.map((id) => ({ id })))]);
      const documents = await this.documentsAt(places.map(({ document }) => document));
      return places.map((place, each) => {
        const [texts, first] = textAt(place.id);
        return { ...place, ...documents[each], ...texts[place.id - first] };
      });
    }

    // These hits with the number of their document, kind and rank.
    async placed(hits) {
      const runsAt = await this.holding("runs", hits.map(({ id }) => id));
      return hits.map((hit) => {
        const [runs] = runsAt(hit.id), { document, kind, rank } = runs[lastUpTo(runs, ({ start }) => start > hit.id)];
        return { ...hit, document, kind, rank };
      });
    }

    async documentsAt(numbers) {
      const at = await this.holding("documents", numbers);
      return numbers.map((number) => { const [documents, first] = at(number); return documents[number - first]; });
    }

    // All that a query finds: [{ id, direct }] in the order of the ids.
    async find(terms, told) {
      const [wanted, unwanted] = [terms.filter((term) => !term.not), terms.filter((term) => term.not)];
      const found = await Promise.all(wanted.map((term) => this.term(term)));
      const barred = await Promise.all(unwanted.map((term) => this.term(term)));
      let ids = found.map((each) => each.ids).reduce(common);
      barred.forEach((each) => { if (each.sure) ids = without(ids, each.ids); });
      const over = new Set(found.flatMap((each) => each.over));
      const open = wanted.filter((_, place) => !found[place].sure), bars = unwanted.filter((_, place) => !barred[place].sure);
      if (!open.length && !bars.length) return ids.map((id) => ({ id, direct: !over.has(id) }));
      const textAt = await this.holding("texts", ids, told);
      const hits = [];
      for (const id of ids) {
        const [texts, first] = textAt(id), text = texts[id - first].ready;
        const where = open.map((term) => places(text, term));
        if (where.some((each) => !each.length) || bars.some((term) => places(text, term).length)) continue;
        hits.push({ id, direct: !over.has(id) && where.every((each) => each.some(([, , direct]) => direct)) });
      }
      return hits;
    }
  }

  // The index, opened once; of another format or build than this page expects, it is fetched anew.

  const LONGEST_QUERY = 200;
  let opened;
  const open = async (fresh = "") => {
    let root = await load("root", "", fresh);
    if (root.content.format !== FORMAT && !fresh) root = await load("root", "", `?${Date.now()}`);
    if (root.content.format !== FORMAT) throw new Fault("version");
    return new Index(root);
  };
  const get = () => (opened ??= open().catch((fault) => { opened = undefined; throw fault; }));

  // What `use` makes of what a query finds; all of it once more where the site has a newer index in the meantime.
  const search = async (query, told = () => true, use = (found) => found) => {
    if (query.length > LONGEST_QUERY) throw new Fault("long");
    let index = await get();
    await index.know(query);
    const terms = parse(query);
    if (!terms.some((term) => !term.not)) throw new Fault(query.trim() ? (terms.length ? "only-not" : "signs") : "empty");
    const answer = async () => use({ index, terms, hits: await index.find(terms, told) });
    try {
      return await answer();
    } catch (fault) {
      if (!["missing", "damaged"].includes(fault.kind)) throw fault;
      const now = await open(`?${Date.now()}`);
      if (now.build === index.build) throw fault;
      opened = Promise.resolve(index = now);
      return answer();
    }
  };

  window.editionIndex = { get, search, Fault, LONGEST_QUERY };
})();
