"""The English parts of a page: where they are, the switch that leads to them, and the way back to the Chinese.

A part is a section whose heading is marked as English and has an id, or the English abstract of a paper. All ways are
plain links, which need no script.
"""

import re
from dataclasses import dataclass

ABSTRACT = "abstract-en"
ELSEWHERE, BY_ENGLISH = "about/introduction.md#english", "glossary/by-english.md"
"""Where English is to be found from a page that has none; from a list of terms, the list by English name."""

_PART = re.compile(
    r'^## (?P<heading>.+?) \{#(?P<id>[\w-]+) lang="en"\}\n'
    rf'|^<div class="abstract" id="{ABSTRACT}" lang="en" markdown>\n\n(?P<label>.+)\n\{{: \.label \}}\n', re.MULTILINE)


@dataclass(frozen=True)
class EnglishPart:
    """A part of a page in English: its id, what it is called, and where in the text the first line after its name begins."""

    id: str
    called: str
    behind: int


def english_parts(text: str) -> list[EnglishPart]:
    """Return the English parts of a woven page, an abstract before what editors wrote."""
    found = [EnglishPart(match["id"] or ABSTRACT, match["heading"] or match["label"], match.end())
             for match in _PART.finditer(text)]
    return sorted(found, key=lambda part: part.id != ABSTRACT)


def switch(parts: list[EnglishPart], elsewhere: str) -> str:
    """Return the link to the first of these parts; without any, to where English is to be found."""
    return f'[English]({f"#{parts[0].id}" if parts else elsewhere}){{: .english lang="en" hreflang="en" }}'


def with_ways_back(text: str, parts: list[EnglishPart]) -> str:
    """Return the page with a line below the name of each part that leads to the title and to the other English parts."""
    for part in sorted(parts, key=lambda part: -part.behind):
        others = (f'[{other.called}](#{other.id}){{: lang="en" }}' for other in parts if other != part)
        ways = " · ".join(['[中文](#title){: .chinese lang="zh" hreflang="zh" }', *others])
        text = f"{text[:part.behind]}\n{ways}\n{{: .turn }}\n{text[part.behind:]}"
    return text
