"""Which terms stand near a term: in the same paragraphs, by logDice.

P. Rychlý, "A lexicographer-friendly association score", RASLAN 2008, pp. 6-9: 14 + log2(2·f(x,y) / (f(x) + f(y))); what is
counted here are paragraphs.
"""

from collections import Counter
from collections.abc import Mapping
from itertools import permutations
from math import log2

from edition.glossary.occurrences import Findings

Neighbours = Mapping[str, list[tuple[str, int]]]
"""By term the others, nearest first, each with the number of paragraphs that hold both."""

LEAST = 2
"""Paragraphs that two terms must share."""


def neighbours(found: Findings, most: int) -> Neighbours:
    """Return up to `most` neighbours of each term."""
    passages: dict[tuple[str, int], set[str]] = {}
    for term, meant in found.meant.items():
        for each in meant:
            if not each.passage.is_note:
                passages.setdefault((each.paper, each.passage.start), set()).add(term)
    single = Counter(term for terms in passages.values() for term in terms)
    pairs = Counter(pair for terms in passages.values() for pair in permutations(sorted(terms), 2))
    near: dict[str, list[tuple[float, str, int]]] = {}
    for (term, other), both in pairs.items():
        if both >= LEAST:
            near.setdefault(term, []).append((14 + log2(2 * both / (single[term] + single[other])), other, both))
    return {term: [(other, both) for _, other, both in sorted(others, key=lambda each: (-each[0], each[1]))[:most]]
            for term, others in near.items()}
