"""A page with its citations as notes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.bibliography import Cite
from edition.weaving.cited import work_links
from edition.weaving.escape import escape_linked
from edition.weaving.intext.brackets import Bracket, brackets, split_suffix
from edition.weaving.library import Library

_KEPT = "\x02{}\x03"
_NUMBER = re.compile("\x02(\\d+)\x03")


@dataclass(frozen=True)
class Cited:
    """A text with marks in place of its citations, the notes that go with them, and which note cites which work."""

    text: str
    notes: str = ""
    uses: tuple[tuple[str, str], ...] = ()


def cite(text: str, library: Library, up: str) -> Cited:
    """Return a text with its citations as notes. They are sound (`faults_of`); `up` leads from the page to the root."""
    found = brackets(text)
    if not found:
        return Cited(text)
    from edition.weaving.intext.engine import BELOW, Engine, Registry  # loads MkDocs

    registry = Registry(lambda key, prefix, suffix: _note(key, prefix, suffix, library, up))
    kept, hidden = _hidden(text, found)
    marked, notes = Engine(registry).run(f"{hidden}\x04{BELOW}").split("\x04")
    body = _NUMBER.sub(lambda match: kept[int(match[1])], marked)
    return Cited(body, notes + "\n", tuple((key, note) for (key, *_), note in registry.notes.items()))


def _hidden(text: str, found: Sequence[Bracket]) -> tuple[list[str], str]:
    """Return what stands between the brackets, and the text with numbers in its place."""
    ends = [0, *(bracket.end for bracket in found)]
    starts = [*(bracket.start for bracket in found), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    shown = [*(f"[{bracket.inside}]" for bracket in found), ""]
    return kept, "".join(_KEPT.format(number) + bracket for number, bracket in enumerate(shown))


def _note(key: str, prefix: str, suffix: str, library: Library, up: str) -> str:
    locator, rest = split_suffix(suffix)
    before = prefix + (" " if prefix[-1:].isascii() else "") if prefix else ""
    said = escape_linked(library.reference(key, locator))
    return f"{before}{said}{' ' + rest if rest else ''}{work_links([Cite(key, locator)], library, up)}"
