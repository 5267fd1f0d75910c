"""Scanning: where a note's text may be cut, which is outside quotation marks, brackets, addresses and dates."""

import re

from edition.references.vocabulary import MONTH

URL = re.compile(
    r"(?:https?://|(?<![\w/.])www\.)(?:[^\s，。；、：！？《》〈〉“”‘’\"<>（）【】;]|;(?=[^\s;])(?!;https?:|;www\.))+"
)
URL_TAIL = ".,:!?'*"
OPENING = dict(zip("《〈“（([【〔［「『", "》〉”）)]】〕］」』"))
CLASSES = {mark: index for index, pair in enumerate(("《》", "〈〉", "“”", "（）()", "[]［］〔〕【】", "「」", "『』")) for mark in pair}
UNCUT = re.compile(
    rf"(?P<url>{URL.pattern})"
    rf"|(?P<whole>(?i:\b{MONTH})\.?\s*\d{{1,2}}(?:st|nd|rd|th)?\s*,\s*\d{{4}}|(?i:\b{MONTH})\s*,\s*\d{{4}}|,\s*(?:Jr|Sr)\b\.?"
    r"|\b[A-Z][a-z]+,\s*(?:D\.\s?C\b\.?|DC\b|(?:[A-Z]{2}|[A-Z]\.[A-Z]\.|Mass\.|Conn\.|Calif\.)(?=\s*:))"
    r"|,\s*(?:Inc|Ltd|Co|LLC)\b\.?|\d,\d{3}\b)"
    r"|(?P<mark>[《》〈〉“”（）()\[\]［］〔〕【】「」『』\"])"
)
Cut = tuple[int, int]


def url_in(text: str) -> re.Match | None:
    """Return the first address in a text; its group 0 may end in a full stop that `trim_url` takes off."""
    return URL.search(text)


def trim_url(url: str) -> str:
    """Return an address without the punctuation of the sentence around it."""
    url = url.rstrip(URL_TAIL)
    while url.endswith((")", "]", "}")) and url.count(url[-1]) > url.count({")": "(", "]": "[", "}": "{"}[url[-1]]):
        url = url[:-1].rstrip(URL_TAIL)
    return url


def shelters(text: str) -> list[Cut]:
    """Return the outermost spans of a text that may not be cut; a mark without its partner shelters nothing."""
    spans: list[Cut] = []
    opened: list[tuple[int, int]] = []
    for match in UNCUT.finditer(text):
        if match["mark"] is None:
            spans.append(match.span())
            continue
        kind = _kind(text, match.start(), opened)
        if kind >= 0:
            opened.append((kind, match.start()))
        elif any(~kind == other for other, _ in opened):
            while opened[-1][0] != ~kind:
                opened.pop()
            spans.append((opened.pop()[1], match.end()))
    return _outermost(spans)


def _kind(text: str, at: int, opened: list[tuple[int, int]]) -> int:
    """Return a mark's class, or the class's complement for a closing one; a quotation mark set the wrong way round is turned."""
    mark = text[at]
    if mark in "“”\"":
        quoted = any(kind == CLASSES["“"] for kind, _ in opened)
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        ends = bool(before) and not before.isspace() and (not after or not (after.isalnum() or after in "《‘"))
        starts = not quoted and bool(after) and (after.isalnum() or after in "‘《") and not before.isalnum()
        if mark == "\"":
            return ~CLASSES["“"] if quoted else CLASSES["“"]
        if mark == "“":
            return ~CLASSES["“"] if quoted and ends else CLASSES["“"]
        return CLASSES["“"] if starts else ~CLASSES["“"]
    return CLASSES[mark] if mark in OPENING else ~CLASSES[mark]


def _outermost(spans: list[Cut]) -> list[Cut]:
    kept: list[Cut] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def cut(text: str, separator: re.Pattern) -> list[str]:
    """Return the stretches of a text between separators that stand outside all shelters, stripped, the empty ones left out."""
    found, last = [], 0
    spans = iter(shelters(text))
    span = next(spans, None)
    for match in separator.finditer(text):
        while span and span[1] <= match.start():
            span = next(spans, None)
        if span and span[0] < match.end() and match.start() < span[1]:
            continue
        found.append(text[last : match.start()])
        last = match.end()
    found.append(text[last:])
    return [stretch.strip() for stretch in found if stretch.strip()]


def quoted(text: str, marks: str) -> Cut | None:
    """Return the first outermost span that begins with one of some opening marks."""
    return next((span for span in shelters(text) if text[span[0]] in marks), None)
