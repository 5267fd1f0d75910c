"""Abstract and keywords in Chinese: under their labels, or known by the narrower measure where the label is lost."""

import re

from edition.reading.draft import Draft
from edition.reading.headings import kind_of
from edition.reading.lines import Line

ABSTRACT = re.compile(r"[〔【\[(（]?\s*(?:内\s*容\s*)?[摘提]\s*要\s*[〕】\])）]?\s*[:：]?\s*")
KEYWORDS = re.compile(r"[〔【\[(（]?\s*关\s*键\s*词\s*[〕】\])）]?\s*[:：]?\s*")
NARROWER = 0.7


def labelled_abstract(lines: list[Line]) -> Line | None:
    """Return the first of the lines that begins with the label of an abstract."""
    return next((line for line in lines if _label(ABSTRACT.match(line.text))), None)


def claim_abstract(draft: Draft, first: Line) -> None:
    """Claim the abstract that begins with a labelled line, and the keywords below it."""
    abstract = _run(draft, first)
    draft.claim("abstract", abstract, label=_label(ABSTRACT.match(first.text)))
    keywords = draft.after(abstract[-1])
    if keywords and (label := _label(KEYWORDS.match(keywords.text))):
        lines = _run(draft, keywords)
        words = "".join(line.text for line in lines)[label:]
        draft.claim("keywords", lines, items=split_keywords(words))


def _label(match: re.Match | None) -> int:
    """Return the length of a label found at the head of a line, 0 where there is none."""
    return match.end() if match else 0


def _run(draft: Draft, first: Line) -> list[Line]:
    """Return the lines from a label to where a frame opens, another label stands, or a last line ends short."""
    lines = [first]
    alone = first.width < draft.measure - 4
    while draft.wrapped and (following := draft.after(lines[-1])):
        widest = max(line.width for line in lines)
        ended = lines[-1].width < widest - 2 and len(lines) > 1
        if following.opens_frame or _label(KEYWORDS.match(following.text)) or draft.role(following) or ended:
            break
        if alone and len(lines) == 1:
            break
        lines.append(following)
    return lines


def split_keywords(text: str) -> tuple[str, ...]:
    """Return keywords one by one: between 、 ； or ; where there are any, else between blanks."""
    parts = re.split(r"\s*[;；、，,]\s*", text)
    if len(parts) == 1:
        parts = text.split()
    return tuple(part.strip() for part in parts if part.strip())


def headless_abstract(draft: Draft) -> list[Line]:
    """Return the first frame where it is set narrower than the text: an abstract whose head the extraction lost."""
    frames = [[line for line in frame if not draft.role(line)] for frame in draft.frames()]
    first = frames[0] if frames else []
    full, last = first[:-1], first[-1:]
    limit = draft.measure - NARROWER
    narrow = len(full) > 2 and all(line.width < limit for line in full)
    if narrow and last[0].ends_sentence and not any(kind_of(line.text) for line in first):
        return first
    return []
