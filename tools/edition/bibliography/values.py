"""Values of fields: their braces, and the text in them."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from sys import maxsize

_BRACE = re.compile(r"(?<!\\)[{}]")
_QUOTE = re.compile(r'(?<!\\)"')
LINE_BREAK = re.compile(r"(?:(?<![ \t])[ \t]++)?+\n\s*")
BLANKS = re.compile(r"\s+")
WIDE = re.compile(r"[\u2e80-\u303f\u3040-\u30ff\u3400-\u9fff\uff00-\uffef\U00020000-\U0003ffff]")
HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")
_NO_BRACE = (maxsize, 0)


def closing(text: str, start: int = 0) -> int:
    """Return the index of the brace or quotation mark that closes the one at `start`, -1 where none does."""
    if text[start] == "{":
        first = text.find("}", start)
        if text.find("{", start + 1, first) < 0 and text[first - 1] != "\\":
            return first
        return next((at for at, depth in depths(text, start) if depth == 0), -1)
    quotes = [match.start() for match in _QUOTE.finditer(text, start + 1)]
    return next((at for at, is_outside in zip(quotes, outside(text, quotes, start + 1)) if is_outside), -1)


def depths(text: str, start: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the index of each brace with the number that are open after it; escaped braces don't count."""
    depth = 0
    for match in _BRACE.finditer(text, start):
        depth += 1 if match[0] == "{" else -1
        yield match.start(), depth


def outside(text: str, places: Iterable[int], start: int = 0) -> Iterator[bool]:
    """Tell of each of these places, which rise, whether all braces between `start` and it are closed, none before it is
    opened; in one go through the text."""
    braces = depths(text, start)
    (at, after), depth, lowest = next(braces, _NO_BRACE), 0, 0
    for place in places:
        while at < place:
            depth, lowest = after, min(lowest, after)
            at, after = next(braces, _NO_BRACE)
        yield depth == lowest == 0


def is_balanced(text: str) -> bool:
    """Tell whether every brace of a value is closed, and none before it is opened."""
    if "{" not in text and "}" not in text:
        return True
    return next(outside(text, [len(text)]))


def unwrapped(value: str) -> str:
    """Return a value on one line: a line break is a blank, between Chinese characters nothing."""
    if "\n" not in value:
        return value.strip()
    return LINE_BREAK.sub(_joint, value.strip())


def _joint(match: re.Match) -> str:
    before, after = match.string[match.start() - 1 : match.start()], match.string[match.end() : match.end() + 1]
    return "" if WIDE.match(before) and WIDE.match(after) else " "


def plain(value: str) -> str:
    """Return the text of a value, without the braces that keep capitals."""
    return value.replace("{", "").replace("}", "") if "{" in value or "}" in value else value


def split_outside(text: str, separator: re.Pattern) -> list[str]:
    """Return the parts of a text between separators that stand outside all braces."""
    if "{" not in text:
        return separator.split(text)
    found = [match.span() for match in separator.finditer(text)]
    kept = [span for span, is_outside in zip(found, outside(text, (start for start, _ in found))) if is_outside]
    return [text[end:start] for (_, end), (start, _) in pairwise([(0, 0), *kept, (len(text), 0)])]
