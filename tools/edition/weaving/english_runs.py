"""Runs of English in a text: what fonts and screen readers must know of before they meet its letters and quotation marks.

An abbreviation alone (WTO) is no run, for it is a Chinese text's own word; a name or a word is one.
"""

import re
from collections.abc import Callable, Iterator

_STRETCH = re.compile(r"[^\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]+")
"""What stands between Han characters, kana, full-width marks and forms."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_WORD = re.compile(r"(?=[A-Za-zÀ-ɏ]{3})[A-Za-zÀ-ɏ]*[a-zà-ɏ]{2}|[A-Za-z][’'][a-z]")
_EDGES = " \t\n–—…·-/&"


def english_runs(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each run; quotation marks belong to it as far as they have their pair in it."""
    for stretch in _STRETCH.finditer(text):
        if _WORD.search(_ADDRESS.sub("", stretch[0])):
            yield _trimmed(text, *stretch.span())


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a run without blanks and dashes at its ends, and without quotation marks that the Chinese text sets."""
    before = None
    while before != (start, end):
        before = start, end
        run = text[start:end]
        if run[0] in _EDGES + "”’" or run[0] == "“" and _is_open(run):
            start += 1
        if run[-1] in _EDGES + "“‘" or run[-1] == "”" and run.count("”") > run.count("“"):
            end -= 1
    return (start + 1, end - 1) if _is_quoted_whole(text, start, end) else (start, end)


def _is_open(run: str) -> bool:
    """Tell whether the run's first quotation has no end in it."""
    return run.count("“") > run.count("”")


def _is_quoted_whole(text: str, start: int, end: int) -> bool:
    """Tell whether a Chinese text puts the whole run into its own quotation marks."""
    run = text[start:end]
    return (start, end) != (0, len(text)) and run[0] == "“" and run.find("”") == len(run) - 1


def is_english(text: str) -> bool:
    """Tell whether a text is one run of English and nothing else."""
    return [*english_runs(text)] == [(0, len(text))]


def mark_english(text: str, write: Callable[[str], str]) -> str:
    """Return a text as HTML or Markdown by `write`, each run of English in a span that says so."""
    parts, done = [], 0
    for start, end in english_runs(text):
        parts += [write(text[done:start]), f'<span lang="en">{write(text[start:end])}</span>']
        done = end
    return "".join(parts) + write(text[done:])
