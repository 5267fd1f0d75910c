"""Where words begin and end in running Chinese, by jieba's dictionary and the glossary's own names.

rjieba is the Python binding of jieba-rs (https://docs.rs/jieba-rs), which takes the likeliest way through a text by the
frequencies of its words. New words are not guessed (`hmm=False`): a guess would break names that stand in no dictionary.
"""

from collections.abc import Iterable
from itertools import accumulate


class Segmenter:
    """Cuts texts into words, knowing the names of a glossary beside those of the dictionary."""

    def __init__(self, names: Iterable[str]) -> None:
        from rjieba import Jieba  # here: slow to load, and not needed to check

        self._jieba = Jieba()
        for name in names:
            if not self._jieba.has_word(name):
                self._jieba.add_word(name, None, None)

    def borders(self, text: str) -> frozenset[int]:
        """Return the offsets in a text at which a word begins or ends."""
        return frozenset(accumulate(map(len, self._jieba.cut(text, False)), initial=0))
