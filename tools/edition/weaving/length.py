"""How long a paper is: its characters, its notes, and the minutes that reading its text takes.

Characters are counted as Chinese publishers and word processors do, without punctuation: each Han character is one, each
word or number in Latin letters is one. Minutes are those of readers at `SLOW` and `QUICK` characters a minute, a
convention that `docs/about/principles.md` states, and no measurement.
"""

import re
from dataclasses import dataclass

from edition.reading import Work
from edition.weaving.insets import plain

SLOW, QUICK = 300, 500

_COUNTED = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[0-9A-Za-zÀ-ɏ]+(?:[.,’'-][0-9A-Za-zÀ-ɏ]+)*")


@dataclass(frozen=True)
class Length:
    """Characters of headings and paragraphs, and the number of notes."""

    characters: int
    notes: int

    @property
    def minutes(self) -> tuple[int, int]:
        """The minutes of a quick and of a slow reader, of which no text takes less than one."""
        return max(1, round(self.characters / QUICK)), max(1, round(self.characters / SLOW))


def length_of(work: Work) -> Length:
    """Return the length of a work: its headings and paragraphs are counted, its notes only numbered."""
    texts = (plain(block) for block in work.of("heading", "paragraph"))
    return Length(sum(len(_COUNTED.findall(text)) for text in texts), sum(1 for _ in work.of("note")))


def say_length(length: Length) -> str:
    """Return a length in words: 正文 5,120 字，注 19 条，约读 10–17 分钟."""
    quick, slow = length.minutes
    notes = f"，注 {length.notes} 条" if length.notes else ""
    return f"正文 {length.characters:,} 字{notes}，约读 {quick if quick == slow else f'{quick}–{slow}'} 分钟"
