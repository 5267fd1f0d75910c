"""Notes become references: footnotes of Chinese papers → CSL-JSON items. Knows words, nothing of disks or keys."""

from edition.references.model import Citation, Item, Note, Place, Reference
from edition.references.reading import references_of

__all__ = ["Citation", "Item", "Note", "Place", "Reference", "references_of"]
