"""Text of items without what is no text: CSL's markup, control characters, blanks that mean nothing."""

import re

MARKUP = re.compile(r"</?(?:i|b|sc|sup|sub|span)(?:\s[^<>]*)?>")
BLANKS = re.compile(r"[ \t\r\n\f\v\u00a0\u2028\u2029\x85]+")
CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff]")
UNCLEAN = re.compile("[<\x00-\x1f\x7f\x85\u00a0\u2028\u2029\ud800-\udfff]|  |^ | $")


def clean(text: str) -> str:
    """Return a text without CSL's markup and control characters, one blank for many; an em space stays."""
    if not UNCLEAN.search(text):
        return text
    return BLANKS.sub(" ", CONTROL.sub("", MARKUP.sub("", text))).strip()

