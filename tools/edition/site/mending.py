"""What Material's pages lack for checkers and for those who use no mouse, where no template of its own can be replaced."""

import re

CHECKBOX = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?) autocomplete="off"')
DRAWER = re.compile(r'(<input\b[^>]*\bid="__drawer")')


def mended(html: str) -> str:
    """Return a page whose check boxes have no `autocomplete`, which HTML keeps for fields one types in, and whose
    drawer has a name: on a narrow screen the keyboard opens it."""
    return DRAWER.sub(r'\1 aria-label="打开目录"', CHECKBOX.sub(r"\1", html))
