"""The title area: each line claimed by its form; what has none of the forms is the title."""

import re

from edition.reading.draft import Draft
from edition.reading.lines import HAN, Line

BYLINE = re.compile(r"(?:本期|本文)?(?:执笔人?|作者|撰文|撰稿)\s*[:：]?\s*")
SUBTITLE = re.compile(r"(?:—{1,2}|–|－－?)\s*(?=\S)")
NAME = rf"(?:[{HAN}]\s{{1,2}}[{HAN}]|[{HAN}·]{{2,6}})"
NAMES = re.compile(rf"{NAME}(?:(?:\s{{2,}}|[\s、，,;；]){NAME})*$")
SHORT_NAME = re.compile(rf"[{HAN}]{{2,4}}$")
AFFILIATION = re.compile(
    r".*(?:大学|学院|科学院|研究所|研究院|研究中心|研究会|中心|智库|委员会|出版社|党校)(?:\s*[（(][A-Z]+[)）])?$"
)
ISSUE = re.compile(r"(?:《[^》]+》)?\s*\d{4}\s*年\s*(?:第\s*\d+\s*[期号])$|\d{4}$|[A-Z][a-z]{2}\.?\s*\d{1,2}$")


def claim_title_area(draft: Draft, lines: list[Line]) -> None:
    """Claim each line of a title area by its form; what has none of the forms is the title."""
    titles: list[Line] = []
    byline = False
    for line, following in zip(lines, [*lines[1:], None]):
        if BYLINE.fullmatch(line.text):
            draft.claim("remark", [line])
            byline = True
        elif SUBTITLE.match(line.text):
            draft.claim("subtitle", [line])
        elif ISSUE.match(line.text):
            draft.claim("remark", [line])
        elif AFFILIATION.match(line.text):
            draft.claim("affiliation", [line])
        elif NAMES.match(line.text) and (byline or titles and _is_author_line(line)):
            draft.claim("author", [line], items=split_names(line.text))
        elif following is not None and ISSUE.match(following.text):
            draft.claim("remark", [line])
        else:
            titles.append(line)
    _claim_title(draft, titles)


def _is_author_line(line: Line) -> bool:
    return line.lead >= 2 or re.search(r"\s", line.text) is not None or SHORT_NAME.match(line.text) is not None


def _claim_title(draft: Draft, lines: list[Line]) -> None:
    """Claim the last of equal lines as title (those before it are headers), with the lines that continue it."""
    texts = [line.text.rstrip("* ") for line in lines]
    for index, line in enumerate(lines):
        if texts[index] in texts[index + 1 :]:
            draft.claim("furniture", [line])
    left = [line for line in lines if not draft.role(line)]
    if not left:
        return
    main = max(left, key=lambda line: (bool(re.search(f"[{HAN}]", line.text)), line.width))
    chosen = _joined(left, main)
    draft.claim("title", chosen)
    for line in left:
        draft.claim("remark", [line])


def _joined(lines: list[Line], main: Line) -> list[Line]:
    """Return the line with its neighbours that a colon or the lack of a blank line ties to it."""
    index = lines.index(main)
    first = index
    while first and _tied(lines[first - 1], lines[first]):
        first -= 1
    last = index
    while last + 1 < len(lines) and _tied(lines[last], lines[last + 1]):
        last += 1
    return lines[first : last + 1]


def _tied(line: Line, following: Line) -> bool:
    return line.text.endswith((":", "：")) or following.number == line.number + 1


def split_names(text: str) -> tuple[str, ...]:
    """Return the names of an author line; a blank inside a name of two characters is set, not meant."""
    parts = re.split(r"\s*[、，,;；]\s*|\s+", text.strip())
    names: list[str] = []
    for part in parts:
        if len(part) == 1 and names and len(names[-1]) == 1:
            names[-1] += part
        else:
            names.append(part)
    return tuple(names)
