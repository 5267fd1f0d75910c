"""Front matter: title, authors, abstract and keywords at the head of a work."""

import re
from math import inf

from edition.reading.draft import Draft
from edition.reading.headings import kind_of
from edition.reading.lines import HAN, Line
from edition.reading.pages import PAGE_GAP

ABSTRACT = re.compile(r"[〔【\[(（]?\s*(?:内\s*容\s*)?[摘提]\s*要\s*[〕】\])）]?\s*[:：]?\s*")
KEYWORDS = re.compile(r"[〔【\[(（]?\s*关\s*键\s*词\s*[〕】\])）]?\s*[:：]?\s*")
BYLINE = re.compile(r"(?:本期|本文)?(?:执笔人?|作者|撰文|撰稿)\s*[:：]?\s*")
SUBTITLE = re.compile(r"(?:—{1,2}|–|－－?)\s*(?=\S)")
NAME = rf"(?:[{HAN}]\s{{1,2}}[{HAN}]|[{HAN}·]{{2,6}})"
NAMES = re.compile(rf"{NAME}(?:(?:\s{{2,}}|[\s、，,;；]){NAME})*$")
SHORT_NAME = re.compile(rf"[{HAN}]{{2,4}}$")
AFFILIATION = re.compile(
    r".*(?:大学|学院|科学院|研究所|研究院|研究中心|研究会|中心|智库|委员会|出版社|党校)(?:\s*[（(][A-Z]+[)）])?$"
)
ISSUE = re.compile(r"(?:《[^》]+》)?\s*\d{4}\s*年\s*(?:第\s*\d+\s*[期号])$|\d{4}$|[A-Z][a-z]{2}\.?\s*\d{1,2}$")
KEYWORD_SEPARATOR = re.compile(r"\s*[;；、，,]\s*|\s+")
REACH = 60


def claim_front(draft: Draft) -> None:
    """Claim what stands before the running text; a work may lack any part of it."""
    labelled = next((line for line in draft.lines[:REACH] if _label(ABSTRACT, line)), None)
    if labelled:
        _claim_head(draft, [line for line in draft.free if line.number < labelled.number])
        _claim_abstract(draft, labelled)
    elif headless := _headless_abstract(draft):
        draft.claim("abstract", headless)
    else:
        _claim_head(draft, _head_without_abstract(draft))
    _title_from_header(draft)
    _claim_affiliations(draft)


def _claim_affiliations(draft: Draft) -> None:
    """Claim a line of the first page that begins with an author's name and says what he or she is."""
    names = [name for group in draft.groups if group.role == "author" for name in group.items]
    page_end = next((line.number for line in draft.lines[1:] if line.gap >= PAGE_GAP), inf)
    for line in draft.free[:REACH]:
        named = any(re.match(rf"{re.escape(name)}[\s：:，,（(]", line.text) for name in names)
        if named and line.width < 60 and line.number < page_end:
            draft.claim("affiliation", [line])


def _label(pattern: re.Pattern, line: Line) -> int:
    """Return the length of a label at the head of a line, 0 where the line only begins with the same word."""
    match = pattern.match(line.text)
    return match.end() if match else 0


def _claim_abstract(draft: Draft, first: Line) -> None:
    abstract = _run(draft, first)
    draft.claim("abstract", abstract, label=_label(ABSTRACT, first))
    keywords = draft.after(abstract[-1])
    if keywords and (label := _label(KEYWORDS, keywords)):
        lines = _run(draft, keywords)
        words = "".join(line.text for line in lines)[label:]
        draft.claim("keywords", lines, items=split_keywords(words))


def _run(draft: Draft, first: Line) -> list[Line]:
    """Return the lines from a label to where a frame opens, another label stands, or a last line ends short."""
    lines = [first]
    while draft.wrapped and (following := draft.after(lines[-1])):
        widest = max(line.width for line in lines)
        ended = lines[-1].width < widest - 2 and len(lines) > 1
        if following.opens_frame or _label(KEYWORDS, following) or draft.role(following) or ended:
            break
        if lines[0].width < draft.measure - 4 and len(lines) == 1:
            break
        lines.append(following)
    return lines


def split_keywords(text: str) -> tuple[str, ...]:
    """Return keywords one by one: between 、 ； or ; where there are any, else between blanks."""
    parts = re.split(r"\s*[;；、，,]\s*", text)
    if len(parts) == 1:
        parts = text.split()
    return tuple(part.strip() for part in parts if part.strip())


def _headless_abstract(draft: Draft) -> list[Line]:
    """Return the first frame where it is set narrower than the text: an abstract whose head the extraction lost."""
    frames = [[line for line in frame if not draft.role(line)] for frame in draft.frames()]
    first = frames[0] if frames else []
    full, last = first[:-1], first[-1:]
    narrow = len(full) > 2 and all(line.width < draft.measure - 0.7 for line in full)
    if narrow and last[0].ends_sentence and not any(kind_of(line.text) for line in first):
        return first
    return []


def _head_without_abstract(draft: Draft) -> list[Line]:
    """Return the lines before the first that reads like running text or a heading; at most those of the first page."""
    head: list[Line] = []
    limit = draft.measure - 4 if draft.wrapped else 40
    for line in draft.free[:REACH]:
        new_page = head and (line.gap >= 3 or line.opens_frame)
        if new_page or line.ends_sentence or line.width > limit or kind_of(line.text):
            break
        head.append(line)
    return head


def _claim_head(draft: Draft, lines: list[Line]) -> None:
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


def _title_from_header(draft: Draft) -> None:
    """Where the head of a work is lost, a running header may be its only title."""
    from edition.reading.furniture import JOURNAL_ISSUE, PAGE_NUMBER

    if any(group.role == "title" for group in draft.groups):
        return
    headers = [
        group
        for group in draft.groups
        if group.role == "furniture"
        and len(group.text) > 6
        and not JOURNAL_ISSUE.match(group.text)
        and not PAGE_NUMBER.match(group.text)
    ]
    if headers:
        headers[0].role = "title"
