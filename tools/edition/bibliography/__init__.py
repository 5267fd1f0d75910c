"""The bibliography: works by key, from .bib files; which note of which paper cites them, from citations.yml.

    read_bib(text, path) -> entries, problems          a .bib file, each fault with its line
    as_item(entry) / as_entry(item, key)               CSL-JSON and back
    format_bib(entries, head)                          the text of a .bib file
    registry(edition) -> ReferenceRegistry             works, who cites them, works that papers share
    propose(citations, references, registry)           what a reading of notes adds; `updated` puts it into the file
"""

from edition.bibliography.citations import Cite, NoteCitations, format_citations, read_citations
from edition.bibliography.csl import as_entry, as_item
from edition.bibliography.model import Entry
from edition.bibliography.names import Unwritable
from edition.bibliography.proposing import Proposal, propose, updated
from edition.bibliography.registry import Citing, ReferenceRegistry, registry_of
from edition.bibliography.shelf import Shelf, registry, shelf
from edition.bibliography.syntax import read_bib
from edition.bibliography.writing import format_bib, format_entry

__all__ = [
    "Cite", "Citing", "Entry", "NoteCitations", "Proposal", "ReferenceRegistry", "Shelf", "Unwritable", "as_entry",
    "as_item", "format_bib", "format_citations", "format_entry", "propose", "read_bib", "read_citations", "registry",
    "registry_of", "shelf", "updated",
]
