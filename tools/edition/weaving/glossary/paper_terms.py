"""术语: the terms that stand in a paper, most frequent first, each with its counts."""

from edition.weaving.escape import escape
from edition.weaving.library import Library


def write_terms(slug: str, library: Library, up: str) -> str:
    """Return the section of a paper's page as Markdown, "" where no term was found."""
    counted = [(counts[slug], term) for term, counts in library.lexicon.found.counts.items() if slug in counts]
    counted.sort(key=lambda each: (-each[0][0], -each[0][1], each[1]))
    items = "".join(f"- {_item(term, *counts, slug, library, up)}\n" for counts, term in counted)
    return f'## 术语 {{#terms}}\n\n<div class="terms" markdown>\n\n{items}\n</div>\n' if items else ""


def _item(term: str, text: int, notes: int, slug: str, library: Library, up: str) -> str:
    name = escape(library.lexicon.glossary.terms[term].front.zh)
    said = f"{text}" + (f"，注 {notes}" if notes else "")
    return f'[{name}]({up}glossary/{term}.md#in-{slug}) <span class="count">{said}</span>'
