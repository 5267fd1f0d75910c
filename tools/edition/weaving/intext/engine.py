"""mkdocs-bibtex as the engine of the syntax, with our registry in the place of its own.

The plugin takes brackets apart, puts marks in their place and gathers the notes. As it stands it would harm a page:
it rewrites code and every like string, begins a citation at any earlier bracket, drops what it can't read, and has one
note for all places in a work. So it sees nothing of a page but brackets that are sound (`writing.py`), and the registry
gives each place a name of its own. Its own registries, which read .bib files with pybtex and format with pandoc, stay
unused.
"""

from collections.abc import Callable, Iterable
from string import ascii_lowercase

from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import ReferenceRegistry

from edition.weaving.note_names import EDITORS

Write = Callable[[str, str, str], str]
"""The text of a note from key, prefix and suffix."""

BELOW = "\\bibliography"
"""What the plugin puts the notes in place of."""


class Registry(ReferenceRegistry):
    """One note for each place in a work, lettered in order; `notes` are their names by key, prefix and suffix."""

    footnote_format = "{key}"

    def __init__(self, write: Write) -> None:
        self.write = write
        self.notes: dict[tuple[str, str, str], str] = {}
        self.texts: dict[str, str] = {}

    def validate_citation_blocks(self, citation_blocks: Iterable[CitationBlock]) -> None:
        for citation in (citation for block in citation_blocks for citation in block.citations):
            cited = citation.key, citation.prefix.strip(), citation.suffix.strip()
            citation.key = self.notes.setdefault(cited, EDITORS + letters(len(self.notes)))
            if citation.key not in self.texts:
                self.texts[citation.key] = self.write(*cited)

    def validate_inline_references(self, inline_references: Iterable[InlineReference]) -> set[InlineReference]:
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        return "".join(f"[^{citation.key}]" for citation in citation_block.citations)

    def reference_text(self, citation: Citation | InlineReference) -> str:
        return self.texts[citation.key]


class Engine(BibTexPlugin):
    """The plugin without its .bib files, which MkDocs's configuration would name."""

    def __init__(self, registry: Registry) -> None:
        super().__init__()
        self.load_config({"enable_inline_citations": False})
        self.registry = registry

    def run(self, markdown: str) -> str:
        """Return Markdown with marks in place of the brackets, and the notes in place of `BELOW`."""
        return self.on_page_markdown(markdown, page=None, config=None, files=None)


def letters(number: int) -> str:
    """Return a, b … z, aa, ab … for 0, 1 …"""
    return (letters(number // 26 - 1) if number >= 26 else "") + ascii_lowercase[number % 26]
