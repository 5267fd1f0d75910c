"""Front matter: what stands at the head of a work before the running text."""

import re
from math import inf

from edition.reading.abstracts import claim_abstract, headless_abstract, labelled_abstract
from edition.reading.draft import Draft
from edition.reading.furniture import JOURNAL_ISSUE, PAGE_NUMBER
from edition.reading.headings import kind_of
from edition.reading.lines import Line
from edition.reading.pages import PAGE_GAP
from edition.reading.titles import claim_title_area

REACH = 60
"""How many lines from its beginning the front matter of a work may reach."""
LONGEST_HEAD = 40
"""The width of the longest line of a title area in a source with a paragraph on each line."""
LONGEST_AFFILIATION = 60
SHORTEST_TITLE = 6


def claim_front(draft: Draft) -> None:
    """Claim what stands before the running text; a work may lack any part of it."""
    if labelled := labelled_abstract(draft.lines[:REACH]):
        claim_title_area(draft, [line for line in draft.free if line.number < labelled.number])
        claim_abstract(draft, labelled)
    elif headless := headless_abstract(draft):
        draft.claim("abstract", headless)
    else:
        claim_title_area(draft, _head_without_abstract(draft))
    _title_from_header(draft)
    _claim_affiliations(draft)


def _head_without_abstract(draft: Draft) -> list[Line]:
    """Return the lines before the first that reads like running text or a heading; at most those of the first page."""
    head: list[Line] = []
    limit = draft.measure - 4 if draft.wrapped else LONGEST_HEAD
    for line in draft.free[:REACH]:
        new_page = head and (line.gap >= PAGE_GAP or line.opens_frame)
        if new_page or line.ends_sentence or line.width > limit or kind_of(line.text):
            break
        head.append(line)
    return head


def _title_from_header(draft: Draft) -> None:
    """Where the head of a work is lost, a running header may be its only title."""
    if any(group.role == "title" for group in draft.groups):
        return
    furniture = [group for group in draft.groups if group.role == "furniture" and len(group.text) > SHORTEST_TITLE]
    headers = [
        group for group in furniture if not JOURNAL_ISSUE.match(group.text) and not PAGE_NUMBER.match(group.text)
    ]
    if headers:
        headers[0].role = "title"


def _claim_affiliations(draft: Draft) -> None:
    """Claim a line of the first page that begins with an author's name and says what he or she is."""
    names = [name for group in draft.groups if group.role == "author" for name in group.items]
    page_end = next((line.number for line in draft.lines[1:] if line.gap >= PAGE_GAP), inf)
    for line in draft.free[:REACH]:
        named = any(re.match(rf"{re.escape(name)}[\s：:，,（(]", line.text) for name in names)
        if named and line.width < LONGEST_AFFILIATION and line.number < page_end:
            draft.claim("affiliation", [line])
