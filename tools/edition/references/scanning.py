"""Scanning: where a note's text may be cut, which is outside quotation marks, brackets, addresses and dates."""

import re
from functools import lru_cache

from edition.references.vocabulary import MONTH

Cut = tuple[int, int]
"""A stretch of a text: offset of its first character, offset behind its last."""

URL = re.compile(
    r"(?:https?://|(?<![\w/.])www\.)"
    r"(?:[^\s，。；、：！？《》〈〉“”‘’\"<>（）【】;]|;(?=[^\s;])(?!;https?:|;www\.))+"
)
URL_TAIL = ".,:!?'*"
OPENING = "《〈“（([［【〔「『"
CLOSING = "》〉”）)]］】〕」』"
KINDS = {
    mark: kind
    for kind, marks in enumerate(("《》", "〈〉", "“”\"", "（）()", "[]［］〔〕【】", "「」", "『』"))
    for mark in marks
}
QUOTATION = KINDS["“"]
UNCUT = re.compile(
    rf"""(?=[hw,A-Z\d《》〈〉“”（）()\[\]［］〔〕【】「」『』"])
    (?: (?P<url> {URL.pattern})
    |   (?P<whole> \b{MONTH}\.?\s*\d{{1,2}}(?:st|nd|rd|th)?\s*,\s*\d{{4}} | \b{MONTH}\s*,\s*\d{{4}}
        | ,\s*(?:Jr|Sr)\b\.? | ,\s*(?:Inc|Ltd|Co|LLC)\b\.? | \d,\d{{3}}\b
        | \b[A-Z][a-z]+,\s*(?:D\.\s?C\b\.?|DC\b|(?:[A-Z]{{2}}|[A-Z]\.[A-Z]\.|Mass\.|Conn\.|Calif\.)(?=\s*:)))
    |   (?P<mark> [《》〈〉“”（）()\[\]［］〔〕【】「」『』"]))""",
    re.VERBOSE,
)
"""What may not be cut (addresses, dates, a suffix or place with its comma) and the marks that shelter a stretch."""
WORTH_A_LOOK = re.compile(f'[{re.escape(OPENING)}",]|://|www')


def trim_url(url: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    url = url.rstrip(URL_TAIL)
    while url.endswith((")", "]")) and url.count(url[-1]) > url.count("(" if url[-1] == ")" else "["):
        url = url[:-1].rstrip(URL_TAIL)
    return url


@lru_cache(4096)
def shelters(text: str) -> tuple[Cut, ...]:
    """Return the outermost spans of a text that may not be cut; a mark without its partner shelters nothing."""
    spans: list[Cut] = []
    opened: list[tuple[int, int]] = []
    if not WORTH_A_LOOK.search(text):
        return ()
    for match in UNCUT.finditer(text):
        at = match.start()
        if match["mark"] is None:
            spans.append(match.span())
        elif _opens(text, at, opened):
            opened.append((KINDS[text[at]], at))
        elif any(kind == KINDS[text[at]] for kind, _ in opened):
            while opened[-1][0] != KINDS[text[at]]:
                opened.pop()
            spans.append((opened.pop()[1], match.end()))
    return _outermost(spans)


def _opens(text: str, at: int, opened: list[tuple[int, int]]) -> bool:
    """Tell whether a mark opens; a quotation mark set the wrong way round is known by the letters beside it."""
    mark = text[at]
    if KINDS[mark] != QUOTATION:
        return mark in OPENING
    quoted = any(kind == QUOTATION for kind, _ in opened)
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark == "“":
        ends = before.strip() and not (after.isalnum() or after in tuple("《‘"))
        return not (quoted and ends)
    starts = (after.isalnum() or after in tuple("《‘")) and not before.isalnum()
    return not quoted and (mark == '"' or bool(starts))


def _outermost(spans: list[Cut]) -> tuple[Cut, ...]:
    kept: list[Cut] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return tuple(kept)


def cut(text: str, separator: re.Pattern) -> list[str]:
    """Return the stretches between separators that stand outside all shelters, stripped, without the empty ones."""
    found, last = [], 0
    spans = iter(shelters(text))
    span = next(spans, None)
    for match in separator.finditer(text):
        while span and span[1] <= match.start():
            span = next(spans, None)
        if not span or match.end() <= span[0]:
            found.append(text[last : match.start()])
            last = match.end()
    found.append(text[last:])
    return [stretch.strip() for stretch in found if stretch.strip()]


def quoted(text: str, marks: str) -> Cut | None:
    """Return the first outermost span that begins with one of some opening marks."""
    return next((span for span in shelters(text) if text[span[0]] in marks), None)
