"""Leads: what stands before a reference and is not part of it (参见, see, a sentence that ends in 参见)."""

import re

from edition.references.scanning import shelters
from edition.references.vocabulary import LEAD_IN_EN, LEAD_IN_ZH, SOURCE_ZH

LEADS = (
    re.compile(
        rf"(?:^|(?<=[，。；：,;]))\s*(?:{LEAD_IN_ZH}|{SOURCE_ZH})"
        "|^[^《“”》：]{0,80}?(?:可参见|参见|详见|转引自)(?:以下文献)?[：:]?"
    ),
    re.compile(rf"(?:^|(?<=[.,;，。；：] )|(?<=[，。；：]))(?:{LEAD_IN_EN})", re.IGNORECASE),
)
SIGN = re.compile("[见引参来]|see|cf|comp|quot|cite", re.IGNORECASE)
REACH = 80
"""How far into a text without title marks a lead may stand."""


def without_lead(text: str) -> str:
    """Return a text from behind the last lead before its first title."""
    title = next((start for start, _ in shelters(text) if text[start] in "《“\""), REACH)
    if not SIGN.search(text, 0, title):
        return text.strip()
    ends = [match.end() for form in LEADS for match in form.finditer(text[:title])]
    return text[max(ends, default=0) :].strip()
