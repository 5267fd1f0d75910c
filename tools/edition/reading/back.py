"""Back matter in English: title, authors, abstract and keywords at the end of a work or of a whole issue."""

import re
from collections.abc import Sequence

from edition.reading.abstracts import split_keywords
from edition.reading.draft import Draft
from edition.reading.joining import folded, joined_text
from edition.reading.lines import HAN, Line

SECTION = re.compile(r"(?:English\s+)?Abstracts?$", re.IGNORECASE)
ABSTRACT = re.compile(r"Abstract\s*[:：.]?\s*(?=\S)", re.IGNORECASE)
KEYWORDS = re.compile(r"Key\s?words?\s*[:：.]?\s*(?=\S)", re.IGNORECASE)
NAME = r"[A-Z][A-Z'’\-]+(?: [A-Z][A-Za-z'’\-]+){1,3}"
AUTHORS = re.compile(rf"{NAME}(?:\s*(?:&|,|;|and)\s*{NAME})*$")
BETWEEN_NAMES = re.compile(r"(?:(?<!\s)\s++)?+(?:&|,|;|\band\b)\s*")


def claim_back(draft: Draft, tail: Sequence[Line]) -> None:
    """Claim the English matter: `tail` are the lines that stand apart from the work, in an issue's section of abstracts."""
    if tail:
        _claim_entry(draft, list(tail))
    labelled = [line for line in draft.free if ABSTRACT.match(line.text) and not SECTION.match(line.text)]
    if labelled:
        _claim_labelled(draft, labelled[-1])


def _claim_entry(draft: Draft, lines: list[Line]) -> None:
    """Claim an entry of a section of abstracts: title, authors, and all that follows as the abstract."""
    if SECTION.match(lines[0].text):
        draft.claim("furniture", lines[:1])
        lines = lines[1:]
    authors = next((index for index, line in enumerate(lines) if AUTHORS.match(line.text)), None)
    if authors is None:
        draft.claim("abstract_en", lines)
        return
    draft.claim("title_en", lines[:authors])
    draft.claim("author_en", lines[authors : authors + 1], items=tuple(BETWEEN_NAMES.split(lines[authors].text)))
    _claim_abstract(draft, lines[authors + 1 :], 0)


def _claim_labelled(draft: Draft, first: Line) -> None:
    """Claim an abstract under its label to the end of the work, and the lines above it that head it."""
    lines = [line for line in draft.free if line.number >= first.number]
    _claim_abstract(draft, lines, ABSTRACT.match(first.text).end())
    above = [line for line in draft.free if line.number < first.number]
    heads: list[Line] = []
    while above and not re.search(f"[{HAN}]", above[-1].text) and not above[-1].ends_sentence:
        heads.insert(0, above.pop())
    for line in [line for line in heads if AUTHORS.match(line.text)]:
        draft.claim("author_en", [line], items=tuple(BETWEEN_NAMES.split(line.text)))
    draft.claim("title_en", heads)
    _claim_repeated_title(draft, above)


def _claim_abstract(draft: Draft, lines: list[Line], label: int) -> None:
    """Claim the abstract and, from their label on, the keywords."""
    index = next((index for index, line in enumerate(lines) if KEYWORDS.match(line.text)), len(lines))
    draft.claim("abstract_en", lines[:index], label=label)
    if lines[index:]:
        length = KEYWORDS.match(lines[index].text).end()
        words = joined_text([line.text for line in lines[index:]])[length:]
        draft.claim("keywords_en", lines[index:], items=_english_keywords(words))


def _english_keywords(text: str) -> tuple[str, ...]:
    return split_keywords(text) if re.search("[;,；，]", text) else (text.strip(),)


def _claim_repeated_title(draft: Draft, above: list[Line]) -> None:
    """Claim the Chinese title where it stands once more above the English abstract."""
    if not above or above[-1].ends_sentence:
        return
    title = "".join(folded(group.text) for group in draft.groups if group.role == "title")
    if title and folded(above[-1].text).replace(":", "").startswith(title.replace(":", "")):
        draft.claim("furniture", above[-1:])


def entries(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the entries of a section of abstracts, each with its title, authors and abstract."""
    authors = [index for index, line in enumerate(lines) if AUTHORS.match(line.text)]
    starts = [_entry_start(lines, index) for index in authors]
    if starts:
        starts[0] = 0
    return [list(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)])]


def _entry_start(lines: Sequence[Line], author: int) -> int:
    """Return where the title above an author line begins: after the last sentence of the entry before."""
    start = author
    while start and not lines[start - 1].ends_sentence:
        start -= 1
    return start
