"""What can be wrong with a citation in a page: CTX001 … CTX004."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from edition.bibliography.keys import FORM
from edition.problems import Problem
from edition.weaving.intext.brackets import Bracket, brackets, lacks_number, stray_keys

CITATION = re.compile(r"(?:(?P<prefix>[^@;]*?)(?:(?<!\s)\s++)?+)?@(?P<key>[\w-]+)(?:,\s*(?P<suffix>[^;]+))?")
"""mkdocs-bibtex's CITATION_REGEX, written out: to import it loads MkDocs, which takes longer than a whole check."""

_FORM = "[@key], [@key, 第 21 页] or [参见 @key, 第 21 页; @other]"


def faults_of(text: str, path: str, keys: Collection[str], line: int = 1) -> list[Problem]:
    """Return what is wrong with the citations in a text that begins at this line of a file."""
    place = _Place(text, path, line)
    found = [problem for bracket in brackets(text) for problem in _in_bracket(bracket, place, keys)]
    for start, key, is_open in stray_keys(text):
        if is_open:
            said = f"a bracket before @{key[:40]} that its line does not close"
            found.append(place.problem("CTX002", start, said, _FORM,
                                       "Close it with ] on the same line, or write \\@ for a mere sign."))
        elif key in keys or FORM.fullmatch(key):
            found.append(place.problem("CTX004", start, f"@{key[:40]} outside brackets", f"[@{key[:40]}]",
                                       "Put it into brackets, or write \\@ for a mere sign."))
    return found


class _Place:
    def __init__(self, text: str, path: str, line: int) -> None:
        self.text, self.path, self.line = text, path, line

    def problem(self, code: str, offset: int, found: str, expected: str, hint: str) -> Problem:
        line = self.line + self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset)
        return Problem(self.path, line, code, found, expected, hint, column=column)


def _in_bracket(bracket: Bracket, place: _Place, keys: Collection[str]) -> Iterator[Problem]:
    for item in bracket.inside.split(";"):
        match = CITATION.fullmatch(item.strip())
        if not match or "@" in (match["suffix"] or ""):
            said = f"[{bracket.inside[:60]}], of which “{item.strip()[:40]}” is no citation"
            yield place.problem("CTX002", bracket.start, said, _FORM,
                                "Write a comma (,) after the key and a semicolon (;) between works, both of ASCII.")
        elif match["key"] not in keys:
            yield _unknown(match["key"], bracket, place, keys)
        elif lacks_number(match["suffix"] or ""):
            said = f"the locator “{match['suffix'].strip()[:40]}” without a number"
            yield place.problem("CTX003", bracket.start, said,
                                "one such as 第 21 页 or pp. 21-23", "Give the number, or take the locator out.")


def _unknown(key: str, bracket: Bracket, place: _Place, keys: Collection[str]) -> Problem:
    near = get_close_matches(key, keys, n=1)
    hint = f"Did you mean {near[0]}?" if near else "Add the work to bib/further.bib."
    return place.problem("CTX001", bracket.start, f"the key {key[:40]}, which no .bib file has", "a key of bib/", hint)
