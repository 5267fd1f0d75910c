"""Links to terms in what editors write: the first name of each term below a heading."""

import re
from collections.abc import Iterator

from edition.weaving.intext.code import unread
from edition.weaving.lexicon import Lexicon, term_link

_APART = re.compile(
    r"^#+ .*$|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\([^()\n]*\)|\[[^\[\]\n]*\])?(?:\{[^}\n]*\})?|\{:?[^{}\n]*\}"
    r"|^\|.*\|[ ]*\n\|[ :|-]+\|[ ]*$", re.MULTILINE)
"""Headings, links, citations, attribute lists and the heads of tables: nothing in them becomes a link."""

_HEADING = re.compile(r"^(?=#+ )", re.MULTILINE)


def link_terms(text: str, lexicon: Lexicon, up: str, own: str = "") -> tuple[str, tuple[str, ...]]:
    """Return Markdown with its terms as links, and their slugs; `own` is the term that the page is about."""
    parts, slugs = [], []
    for section in _sections(text):
        linked, found = _link_section(section, lexicon, up, {own})
        parts.append(linked)
        slugs += found
    return "".join(parts), tuple(dict.fromkeys(slugs))


def _sections(text: str) -> list[str]:
    """Return the parts of a text that begin with a heading outside code; front matter belongs to the first."""
    code = unread(text)
    starts = [match.start() for match in _HEADING.finditer(text)
              if not any(first <= match.start() < last for first, last in code)]
    ends = [0, *starts, len(text)]
    return [text[start:end] for start, end in zip(ends, ends[1:]) if start < end]


def _link_section(text: str, lexicon: Lexicon, up: str, seen: set[str]) -> tuple[str, list[str]]:
    parts, slugs, end = [], [], 0
    for match in lexicon.matcher.find(_running(text)):
        if match.standing == "free" and match.term not in seen:
            parts += [text[end:match.start], term_link(match.term, text[match.start:match.end], up)]
            slugs.append(match.term)
            seen.add(match.term)
            end = match.end
    return "".join(parts) + text[end:], slugs


def _running(text: str) -> str:
    """Return the text, as long as before, with line breaks in place of what is no running text."""
    for start, end in _regions(text):
        text = text[:start] + "\n" * (end - start) + text[end:]
    return text


def _regions(text: str) -> Iterator[tuple[int, int]]:
    yield from unread(text)
    yield from (match.span() for match in _APART.finditer(text))
