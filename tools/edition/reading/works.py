"""Where works begin: a source may hold a whole issue of a journal."""

from edition.reading.abstracts import ABSTRACT, KEYWORDS
from edition.reading.back import SECTION, entries
from edition.reading.closing import CLOSING_REMARK
from edition.reading.furniture import PAGE_NUMBER
from edition.reading.lines import Line, lines_of
from edition.reading.model import Span

HEAD = 16
"""How many lines the head of a page may have before the label of an abstract."""


def find_works(text: str) -> list[list[Span]]:
    """Return the line spans of each work: its body, and its entry in a section of English abstracts where there is one.

    A work begins on the first page after an editor's line, or on a page whose head has the label of an abstract.
    """
    lines = lines_of(text)
    section = next((index for index, line in enumerate(lines) if SECTION.match(line.text)), len(lines))
    bodies = _bodies(lines[:section])
    english = entries(lines[section:])
    if len(english) == len(bodies):
        return [[_span(body), _span(entry)] for body, entry in zip(bodies, english)]
    return [[_span(body)] for body in bodies]


def _span(lines: list[Line]) -> Span:
    return lines[0].number, lines[-1].number


def _bodies(lines: list[Line]) -> list[list[Line]]:
    starts = sorted({0, *_after_editor_lines(lines), *_at_abstracts(lines)})
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)]) if lines[start:end]]


def _opens_page(line: Line) -> bool:
    return line.opens_frame or bool(PAGE_NUMBER.match(line.text))


def _after_editor_lines(lines: list[Line]) -> list[int]:
    editors = [index for index, line in enumerate(lines) if CLOSING_REMARK.match(line.text)]
    pages = [index for index, line in enumerate(lines) if _opens_page(line)]
    following = [next((page for page in pages if page > editor), None) for editor in editors]
    return [page for page in following if page is not None]


def _at_abstracts(lines: list[Line]) -> list[int]:
    """Return the page starts above the labels of abstracts, but for the first abstract, which the first work owns."""
    labels = [
        index
        for index, line in enumerate(lines)
        if ABSTRACT.match(line.text) and not KEYWORDS.match(line.text) and line.text[0] in "〔【[摘内提"
    ]
    starts = []
    for label in labels[1:]:
        heads = [index for index in range(max(0, label - HEAD), label) if _opens_page(lines[index])]
        starts += heads[:1] if _labelled(lines, label) else []
    return starts


def _labelled(lines: list[Line], index: int) -> bool:
    """A label in brackets or before a colon; the bare word may begin any sentence."""
    text = lines[index].text
    return text[0] in "〔【[" or "：" in text[:8] or ":" in text[:8]
