"""Lines joined as a typesetter would: no blank between Han characters, one between words, none inside a URL."""

import re
import unicodedata
from collections.abc import Sequence

from edition.reading.lines import BRACKETED_MARK, SUPERSCRIPTS

URL_TAIL = re.compile(r"(?:https?:|www\.)(?:\S|(?<=www\.)\s)*$")
URL_PART = re.compile(r"[A-Za-z0-9/._~%?=&#:@+\-]+")
CALLS_AT_END = re.compile(r"(?:\[\^[^\]]+\]\s*)+$")
CALLS_AT_START = re.compile(rf"^(?:{BRACKETED_MARK}\s*)+")
ELISION = re.compile(r"[A-Za-z]’$")


def glue(before: str, after: str) -> str:
    """Return what a line break between two texts stands for: a blank or nothing."""
    before, after = CALLS_AT_END.sub("", before.rstrip()), CALLS_AT_START.sub("", after.lstrip())
    if not before or not after or in_url(before, after):
        return ""
    if ELISION.search(before) and re.match(r"s\b", after):
        return ""
    return " " if _latin_end(before) and _latin_start(after) else ""


def in_url(before: str, after: str) -> bool:
    """Tell whether a URL that begins before the break goes on after it."""
    tail, part = URL_TAIL.search(before), URL_PART.match(after)
    if not tail or not part:
        return False
    if before[-1] in "/-_=&?#%:" or tail[0] in ("www.", "http:", "https:"):
        return True
    if before[-1] == ".":
        return part[0][0].islower() or part[0][0].isdigit()
    return before[-1].isalnum() and bool(re.search(r"[/.?=_]", part[0]))


def _latin_end(text: str) -> bool:
    """A word, a number or their punctuation; a quotation mark counts where a word stands before it."""
    bare = text.rstrip("”’")
    last = (bare or text)[-1]
    return last.isascii() and last not in "-/" and not last.isspace() or last in "éöüñ" or _is_letter(last)


def _latin_start(text: str) -> bool:
    bare = text.lstrip("“‘")
    first = (bare or text)[0]
    return first.isascii() and first not in "/)]},.;:?!" or _is_letter(first)


def _is_letter(character: str) -> bool:
    return character.isalpha() and unicodedata.name(character, "").startswith("LATIN")


def joined_text(texts: Sequence[str]) -> str:
    """Return the texts of lines joined to one."""
    whole = ""
    for text in texts:
        whole += glue(whole, text) + text.strip()
    return whole


def folded(text: str) -> str:
    """Return a text for comparison: width folded, without note marks and blanks."""
    bare = re.sub(rf"{BRACKETED_MARK}|[{SUPERSCRIPTS}]+|\s", "", text)
    return unicodedata.normalize("NFKC", bare)
