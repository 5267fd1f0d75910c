"""Which passages hold which strings.

Every word and every pair of neighbouring letters is listed. A longer string is listed where both strings that are one letter
shorter stand in more than `limit` passages each, up to `LONGEST` letters. So a string that is not listed is either rare
enough to be looked for in the text of at most `limit` passages, or is nowhere (or is longer than `LONGEST`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from edition.searching.folding import Folded

LONGEST = 8
END = "\0"
"""Stands behind the last letter of a run, so that each letter is the first of a pair."""


@dataclass(slots=True)
class Posting:
    """The passages that hold a string, rising, and the places in that list where it stands only over a gap."""

    passages: list[int] = field(default_factory=list)
    over_gaps: list[int] = field(default_factory=list)

    def add(self, passage: int, over_gap: bool = False) -> None:
        if over_gap:
            self.over_gaps.append(len(self.passages))
        self.passages.append(passage)


Postings = dict[str, Posting]


def word_postings(texts: Sequence[Folded]) -> Postings:
    """Return where each word stands."""
    found: Postings = {}
    for number, text in enumerate(texts):
        for word in text.words:
            found.setdefault(word, Posting()).add(number)
    return found


def pair_postings(texts: Sequence[Folded]) -> Postings:
    """Return where each pair of letters stands."""
    found: Postings = {}
    for number, text in enumerate(texts):
        direct = {pair for run in text.runs for piece in run for pair in _strings(piece, 2)}
        direct |= {run[-1][-1] + END for run in text.runs}
        every = direct | {pair for run in text.runs if len(run) > 1 for pair in _strings("".join(run), 2)}
        _add(found, number, every, direct)
    return found


def limit_of(passages: int) -> int:
    """Return the limit for so many passages. It grows with them, or ever longer strings would be listed; but slowly, for so
    many texts may have to be looked at."""
    return round(20 * max(1.0, passages / 1000) ** 0.3)


def longer_postings(texts: Sequence[Folded], pairs: Postings) -> Postings:
    """Return where strings of three and more letters stand that the rule above lists."""
    limit = limit_of(len(texts))
    listed: Postings = {}
    level, size = pairs, 2
    while level and size < LONGEST:
        size += 1
        often = {string for string, posting in level.items() if len(posting.passages) > limit and END not in string}
        level = _level(texts, size, often) if often else {}
        listed |= level
    return listed


def _level(texts: Sequence[Folded], size: int, often: Collection[str]) -> Postings:
    found: Postings = {}
    for number, text in enumerate(texts):
        direct = {each for run in text.runs for piece in run for each in _grown(piece, size, often)}
        every = direct | {each for run in text.runs if len(run) > 1 for each in _grown("".join(run), size, often)}
        _add(found, number, every, direct)
    return found


def _strings(letters: str, size: int) -> Iterator[str]:
    return (letters[at:at + size] for at in range(len(letters) - size + 1))


def _grown(letters: str, size: int, often: Collection[str]) -> Iterator[str]:
    """Yield the strings of this size whose beginning and end are both frequent."""
    known = [letters[at:at + size - 1] in often for at in range(len(letters) - size + 2)]
    return (letters[at:at + size] for at in range(len(letters) - size + 1) if known[at] and known[at + 1])


def _add(found: Postings, number: int, every: set[str], direct: set[str]) -> None:
    for string in every:
        posting = found.get(string)
        if posting is None:
            posting = found[string] = Posting()
        posting.add(number, string not in direct)
