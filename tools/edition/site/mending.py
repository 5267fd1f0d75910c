"""What checkers find in Material's pages where no template of ours stands in its place."""

import re

CHECKBOX = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?) autocomplete="off"')


def mended(html: str) -> str:
    """Return a page whose check boxes have no `autocomplete`, which HTML keeps for fields that one types in."""
    return CHECKBOX.sub(r"\1", html)
