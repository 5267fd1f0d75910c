// Folding and matching: which parts of a text a query means. `edition/searching/folding.py` folds texts in the same way.
(() => {
  const NOTHING = /^[\p{M}\p{Cf}]$/u;
  const LETTER = /^[\p{L}\p{N}]$/u;
  const MARKS = [[/^["“”„‟«»「」『』‘’‚‛'`]$/u, '"'], [/^[\p{Pd}−]$/u, "-"], [/^\s$/u, " "]];
  const known = new Map();
  const simplified = new Map();

  const learn = ([old, now]) => {
    const news = [...now];
    [...old].forEach((sign, place) => simplified.set(sign, news[place]));
    known.clear();
  };
  const isWord = (letter) => letter !== undefined && letter.toLowerCase() !== letter.toUpperCase();
  const compute = (sign) => {
    if (NOTHING.test(sign)) return { letters: "", same: "" };
    const low = [...sign.normalize("NFKC")].map((each) => each.toLowerCase());
    const letters = [...low.join("")].filter((each) => LETTER.test(each)).map((each) => simplified.get(each) ?? each).join("");
    return { letters, gap: !letters, same: letters || (MARKS.find(([form]) => form.test(sign))?.[1] ?? low.join("")) };
  };
  const of = (sign) => {
    if (!known.has(sign)) known.set(sign, compute(sign));
    return known.get(sign);
  };

  // The letters of a text; for each where it stands (from, to) and whether a gap lies before it. `exact`: signs count too.
  const fold = (text, exact = false) => {
    const folded = { letters: "", from: [], to: [], gap: [] };
    let gap = false, at = 0;
    for (const sign of text) {
      const { letters, same } = of(sign);
      const put = exact ? same : letters;
      const again = exact && put === " " && (folded.letters.endsWith(" ") || !folded.letters);
      if (!again) {
        for (let each = 0; each < put.length; each += 1) {
          folded.from.push(at);
          folded.to.push(at + sign.length);
          folded.gap.push(gap && each === 0);
        }
        folded.letters += put;
      }
      if (put) gap = false;
      if (of(sign).gap) gap = true;
      at += sign.length;
    }
    return folded;
  };

  // A query: terms that must all stand in a passage, or with `not` must not.

  const QUOTES = '"＂“”„「」『』«»';
  const TERM = new RegExp(`(?<=^|\\s)([-－−]?)(?:[${QUOTES}]([^${QUOTES}]*)[${QUOTES}](?=\\s|$)|(\\S+))`, "gu");

  const parse = (query) => [...query.normalize("NFC").matchAll(TERM)]
    .map(([whole, minus, phrase, word]) => {
      // A dash before nothing but signs is a sign as well.
      const said = phrase ?? word;
      return { ...describe(said, phrase !== undefined), not: Boolean(minus), whole };
    }).filter((term) => term.letters);

  const describe = (said, phrase) => {
    const { letters, gap } = fold(said);
    const exact = fold(said.trim(), true).letters;
    const signs = phrase ? exact !== letters : gap.some((each, place) => each && place > 0);
    return { said, phrase, letters, gap, exact, signs, parts: partsOf(letters, gap) };
  };
  // Words apart from each other, and runs of other letters whether or not there are gaps in them.
  const partsOf = (letters, gap) => {
    const parts = [];
    let unit = 0;
    for (const letter of letters) {
      const word = isWord(letter), last = parts.at(-1);
      if (last && last.word === word && !(word && gap[unit])) last.text += letter;
      else parts.push({ word, text: letter });
      unit += letter.length;
    }
    return parts;
  };

  // Where a text holds a term: [from, to, direct], direct where nothing that the query lacks stands inside.
  const places = (text, term) => {
    const exact = term.phrase && term.signs;
    const folded = exact ? text.exact : text.plain;
    const sought = exact ? term.exact : term.letters;
    const found = [];
    for (let at = folded.letters.indexOf(sought); at >= 0; at = folded.letters.indexOf(sought, at + 1)) {
      const end = at + sought.length;
      if (!bounded(folded, sought, at, term) || (!exact && !sameWords(folded, term, at))) continue;
      const [from, to] = [folded.from[at], folded.to[end - 1]];
      const direct = exact || (term.signs ? fold(text.said.slice(from, to), true).letters === term.exact.trim()
        : !folded.gap.slice(at + 1, end).some(Boolean));
      if (direct || !term.phrase) found.push([from, to, direct]);
    }
    return found;
  };
  const bounded = ({ letters, gap }, sought, at, { phrase }) => {
    const end = at + sought.length;
    return !(isWord(sought[0]) && isWord(letters[at - 1]) && !gap[at])
      && !(phrase && isWord(sought.at(-1)) && isWord(letters[end]) && !gap[end]);
  };
  const sameWords = ({ letters, gap }, term, at) => {
    for (let place = 1; place < term.letters.length; place += 1) {
      const inWord = isWord(letters[at + place]) && isWord(letters[at + place - 1]);
      if (inWord && Boolean(gap[at + place]) !== Boolean(term.gap[place])) return false;
    }
    return true;
  };
  // A text made ready for `places`; each way of folding is done when it is first asked for.
  const ready = (said) => {
    const made = {};
    return { said, get plain() { return made.plain ??= fold(said); }, get exact() { return made.exact ??= fold(said, true); } };
  };

  window.editionFolding = { fold, learn, parse, places, ready, isWord };
})();
