"""Title case of English titles (CSL 1.0.2, “Text-case”): capitals for all words but the small ones between others."""

import re

SMALL = frozenset("""
a an and as at but by down for from in into nor of on onto or over so the till to up via with yet
""".split())
PREFIXES = frozenset("anti co inter mid multi neo non over post pre pro re semi sub trans under un".split())
WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
NEW_HEAD = frozenset(":?!—–")


def title_case(title: str) -> str:
    """Return an English title in title case; a word with a capital anywhere stays as it is.

    In a compound the parts after a mere prefix keep their case (Chicago Manual of Style, 8.161).
    """
    done, end, before = "", 0, ""
    words = list(WORD.finditer(title))
    for word in words:
        gap = title[end:word.start()]
        at_edge = not done or word is words[-1] or not NEW_HEAD.isdisjoint(gap)
        joined = gap == "-" and before.lower() in PREFIXES
        done += gap + (word[0] if joined else _cased(word[0], at_edge))
        end, before = word.end(), word[0]
    return done + title[end:]


def _cased(word: str, at_edge: bool) -> str:
    if word.lower() in SMALL and (word[1:].islower() or len(word) == 1):
        return word[0].upper() + word[1:] if at_edge else word.lower()
    return word[0].upper() + word[1:] if word.islower() else word
