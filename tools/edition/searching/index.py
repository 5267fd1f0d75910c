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
from typing import Any

from edition.searching.folding import fold, is_word_letter, letters_of, simplified
from edition.searching.model import KINDS, Document, Name, Passage
from edition.searching.names import name_rows, sound_rows
from edition.searching.places import document_parts, rises, run_parts, theme_rows
from edition.searching.postings import END, LONGEST, Postings, limit_of, longer_postings, pair_postings, word_postings
from edition.searching.shards import Shard, as_json, pair_shards, table_shards, text_shards

FORMAT = 3
"""The version of the format; the script refuses any other."""

FOLDER = "search/data"
PAIR_BYTES, TABLE_BYTES, TEXT_CHARACTERS, DOCUMENT_CHARACTERS = 3000, 2500, 2500, 3000
"""About what a shard holds, the first two of an index of `USUAL` passages."""

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
    shards = _shards(ordered, pairs, table, signs) | {
        "runs": run_parts(place, ordered), "documents": document_parts(documents, DOCUMENT_CHARACTERS)}
    contents = {f"{kind}{number}": _content(shard) for kind, list_ in shards.items() for number, shard in enumerate(list_)}
    here, elsewhere = _folding(alphabet, signs)
    contents |= {"names": name_rows(names, place), "sounds": sound_rows(names, place), "traditional": elsewhere,
                 "themes": theme_rows(documents, themes)}
    root = {
        "format": FORMAT, "count": len(ordered), "limit": limit_of(len(ordered)), "longest": LONGEST, "signs": signs,
        "simplified": here, "lacking": lacking,
        "firsts": {kind: _firsts([shard.first for shard in list_]) for kind, list_ in shards.items()},
    }
    build = blake2b(json.dumps([root, contents]).encode(), digest_size=6).hexdigest()
    files = {f"{FOLDER}/{build}/{name}.js": _script(name, build, content) for name, content in contents.items()}
    return files | {f"{FOLDER}/root.js": _script("root", build, root)}


def _content(shard: Shard) -> Any:
    """Return what a script can hold: bytes in Base85."""
    return base64.b85encode(shard.content).decode() if isinstance(shard.content, bytes) else shard.content


def _firsts(firsts: list[Any]) -> list[Any]:
    """Return with what the shards of a kind begin: numbers as rises, keys as they are."""
    return rises(firsts) if firsts and isinstance(firsts[0], int) else firsts


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


def _script(name: str, build: str, content: Any) -> str:
    return f'editionSearch("{name}","{build}",{json.dumps(content, ensure_ascii=False, separators=(",", ":"))})\n'
