"""Splitting: a note into the stretches that may each cite one work."""

import re

from edition.references.names import has_han
from edition.references.scanning import URL, cut

SEMICOLON = re.compile(r"[；;](?=\s|$|[^\s&a-z])")
STOP_ZH = re.compile(r"。(?=.)")
AGAIN_ZH = re.compile(r"[，,；。]\s*(?=(?:转引自|引自|另见|参见)[^，。]*[《“])")


def stretches_of(text: str) -> list[str]:
    """Return the stretches of a note between semicolons, full stops of Chinese sentences, and 转引自."""
    found = cut(text, SEMICOLON)
    for separator in (STOP_ZH, AGAIN_ZH):
        found = [part for stretch in found for part in (cut(stretch, separator) if has_han(stretch) else [stretch])]
    return _with_addresses(found)


def _with_addresses(stretches: list[str]) -> list[str]:
    """Join an address on its own to the stretch before it, if that has none."""
    joined: list[str] = []
    for stretch in stretches:
        if joined and URL.match(stretch) and not URL.search(joined[-1]):
            joined[-1] += f"; {stretch}"
        else:
            joined.append(stretch)
    return joined
