"""Addresses: the URL of a reference and the day it was looked up, taken off before the rest is read."""

import re

from edition.references.dates import date_in
from edition.references.draft import Draft
from edition.references.scanning import URL, trim_url
from edition.references.vocabulary import ACCESS

BEFORE = re.compile(
    r"(?:[,，;；（(\[<]|\b(?:available )?(?:at|from)[:：]?|(?:网址|链接|来源|来自|资料来源)[：:]?)?\s*$",
    re.IGNORECASE,
)
BRACKETED = re.compile(rf"[（(\[][^（）()\[\]]*(?:{ACCESS})[^（）()\[\]]*[）)\]]")
REACH = 60
"""How far behind an address the day of access may stand."""


def take_address(text: str, draft: Draft) -> str:
    """Put address and day of access into a draft; return the text before the address.

    Any date behind an address is the day of access: a work's own date stands before it.
    """
    bracketed = BRACKETED.search(text)
    if bracketed:
        _accessed(bracketed[0], draft)
        text = text[: bracketed.start()] + text[bracketed.end() :]
    url = URL.search(text)
    if not url:
        return text
    draft.put(URL=trim_url(url[0]))
    _accessed(text[url.end() : url.end() + REACH], draft)
    return BEFORE.sub("", text[: url.start()])


def _accessed(text: str, draft: Draft) -> None:
    found = date_in(text)
    if found:
        draft.put(accessed=found[0])
