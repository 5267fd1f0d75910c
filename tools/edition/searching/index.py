"""The whole index as files: one root, which the browser loads first, and shards that it loads as it needs them.

Every file is a script that hands its content to the page (`editionSearch(name, build, content)`), so that it can be
loaded where a page may fetch nothing (`file://`). Shards lie in a folder named after their content, so that a browser can
keep them for good and never mixes two versions. `docs/about/search.md` describes the format.
"""

import base64
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from itertools import groupby
from typing import Any

from edition.searching.folding import fold, is_word_letter, letters_of, simplified
from edition.searching.model import KINDS, Document, Name, Passage
from edition.searching.names import name_rows, sound_rows
from edition.searching.postings import END, LONGEST, Postings, limit_of, longer_postings, pair_postings, word_postings
from edition.searching.shards import Shard, as_json, pair_shards, table_shards, text_shards

FORMAT = 2
"""The version of the format; the script refuses any other."""

FOLDER = "search/data"
PAIR_BYTES, TABLE_BYTES, TEXT_CHARACTERS = 3000, 2500, 2500
"""About what a shard holds, of an index of `USUAL` passages."""

USUAL = 1000


@lru_cache(maxsize=2)  # `mkdocs serve` builds again at every change, mostly of something else
def build_index(documents: tuple[Document, ...], passages: tuple[Passage, ...], names: tuple[Name, ...],
                themes: tuple[tuple[str, str], ...] = (), lacking: int = 0) -> Mapping[str, str]:
    """Return the files of the index by their paths below the site's root.

    Passages are numbered by rank, document and kind, in their order: titles stand together, and so do headings, which most
    queries show first. `themes` are slugs and titles; `lacking` counts the papers whose text is not at hand.
    """
    place = {document.path: number for number, document in enumerate(documents)}
    ordered = _ordered(place, passages)
    texts = [fold(passage.text) for passage in ordered]
    pairs, table = pair_postings(texts), word_postings(texts)
    table |= longer_postings(texts, pairs)
    signs = _signs(ordered)
    alphabet = _alphabet(signs)
    shards = _shards(ordered, pairs, table, signs)
    named = {f"{kind}{number}": shard.content for kind, list_ in shards.items() for number, shard in enumerate(list_)}
    contents: dict[str, Any] = {name: base64.b85encode(content).decode() for name, content in named.items()}
    here, elsewhere = _folding(alphabet, signs)
    contents |= {"names": name_rows(names, place), "sounds": sound_rows(names, place), "traditional": elsewhere}
    root = {
        "format": FORMAT, "count": len(ordered), "limit": limit_of(len(ordered)), "longest": LONGEST, "signs": signs,
        "simplified": here, "firsts": {kind: [shard.first for shard in list_] for kind, list_ in shards.items()},
        **_documents(documents, themes), "runs": _runs(place, ordered), "themes": themes, "lacking": lacking,
    }
    build = blake2b(json.dumps([root, contents]).encode(), digest_size=6).hexdigest()
    files = {f"{FOLDER}/{build}/{name}.js": _script(name, build, content) for name, content in contents.items()}
    return files | {f"{FOLDER}/root.js": _script("root", build, root)}


def _ordered(place: Mapping[str, int], passages: Sequence[Passage]) -> list[Passage]:
    """Return the passages of known documents in the order of their numbers, as composed characters (NFC)."""
    known = [replace(each, text=unicodedata.normalize("NFC", each.text)) for each in passages if each.document in place]
    return sorted(known, key=lambda each: (each.rank, place[each.document], KINDS.index(each.kind)))


def _shards(passages: Sequence[Passage], pairs: Postings, table: Postings, signs: str) -> dict[str, list[Shard]]:
    letters = {letter: number for number, letter in enumerate(END + _alphabet(signs))}
    # Ever larger shards keep both the root and each shard small as the text grows.
    growth = max(1.0, (len(passages) / USUAL) ** 0.3)
    return {
        "pairs": pair_shards(pairs, letters, len(passages), int(PAIR_BYTES * growth)),
        "table": table_shards(table, len(passages), int(TABLE_BYTES * growth)),
        "texts": text_shards(passages, signs, TEXT_CHARACTERS),
    }


def _signs(passages: Sequence[Passage]) -> str:
    """Return all characters that the shards of texts hold, the most frequent first."""
    counts = Counter(as_json(passages))
    return "".join(sorted(counts, key=lambda sign: (-counts[sign], sign)))


def _alphabet(signs: str) -> str:
    """Return the letters that can stand in runs, in the order of the signs that they are folded from."""
    letters = (letter for sign in signs for letter in letters_of(sign) or "")
    return "".join(letter for letter in dict.fromkeys(letters) if not is_word_letter(letter))


def _folding(alphabet: str, signs: str) -> tuple[list[str], list[str]]:
    """Return traditional characters and their simplified ones, as two strings: those of the texts, those only typed."""
    known = set(alphabet)
    pairs = [(old, new) for old, new in simplified().items() if new in known]
    return _columns(pairs, lambda old: old in signs), _columns(pairs, lambda old: old not in signs)


def _columns(pairs: Sequence[tuple[str, str]], wanted: Callable[[str], bool]) -> list[str]:
    return ["".join(pair[side] for pair in pairs if wanted(pair[0])) for side in (0, 1)]


def _documents(documents: Sequence[Document], themes: Sequence[tuple[str, str]]) -> dict[str, list]:
    """Return [path, kind, title, label, themes] of each, the last two as places in `labels` and the list of themes.

    A label that holds the title has a % in its place, so that most documents share theirs.
    """
    forms = [each.label.replace(each.title, "%") if each.title else each.label for each in documents]
    labels, known = list(dict.fromkeys(forms)), [slug for slug, _ in themes]
    rows = [[each.path, each.kind, each.title, labels.index(form), [known.index(slug) for slug in each.themes if slug in known]]
            for each, form in zip(documents, forms)]
    return {"documents": rows, "labels": labels}


def _runs(place: Mapping[str, int], passages: Sequence[Passage]) -> list[list]:
    """Return which passages follow one another with one rank, document and kind: for each such run how many they are, by
    how much the document's number rises, kind, rank; each as a list of its own, which packs better."""
    keys = ((place[each.document], KINDS.index(each.kind), int(each.rank)) for each in passages)
    runs = [(key, sum(1 for _ in group)) for key, group in groupby(keys)]
    before = [0, *(document for (document, _, _), _ in runs)]
    return [[count for _, count in runs], [document - old for ((document, _, _), _), old in zip(runs, before)],
            [kind for (_, kind, _), _ in runs], [rank for (_, _, rank), _ in runs]]


def _script(name: str, build: str, content: Any) -> str:
    return f'editionSearch("{name}","{build}",{json.dumps(content, ensure_ascii=False, separators=(",", ":"))})\n'
