"""Furniture: what a page carries besides its text (page numbers, running headers, stray signs)."""

import re
from collections import Counter

from edition.reading.draft import Draft
from edition.reading.lines import BRACKETED_MARK, Line

PAGE_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}$")
JOURNAL_ISSUE = re.compile(r"《(?P<name>[^》]+)》\s*(?P<year>\d{4})\s*年\s*第\s*(?P<issue>\d+)\s*期$")
STRAY_MARK = re.compile(BRACKETED_MARK + "$")
STRAY_SIGN = re.compile(r"[（()）\[\]〔〕【】《》“”]$")
REPEATS = 3


def claim_furniture(draft: Draft) -> None:
    """Claim page numbers with the header beside them, heads that recur on pages, marks and brackets alone on a line."""
    for line in draft.lines:
        if PAGE_NUMBER.match(line.text) and is_header(draft.after(line)):
            draft.claim("furniture", [line])
            draft.claim("furniture", [draft.after(line)])
        elif STRAY_SIGN.match(line.text) or line.opens_frame and STRAY_MARK.match(line.text):
            draft.claim("furniture", [line])
    _claim_recurring_heads(draft)


def is_header(line: Line | None) -> bool:
    """A running header is a short line without punctuation of a sentence, or names the journal and its issue."""
    if line is None:
        return False
    return bool(JOURNAL_ISSUE.match(line.text)) or not line.ends_sentence and not re.search("[，。；、,]", line.text)


def _claim_recurring_heads(draft: Draft) -> None:
    heads = [frame[0] for frame in draft.frames() if not frame[0].ends_sentence]
    counts = Counter(re.sub(r"\d+", "", head.text) for head in heads)
    for head in heads:
        if counts[re.sub(r"\d+", "", head.text)] >= REPEATS:
            draft.claim("furniture", [head])
