"""Passages and names → the index that the browser reads. Knows nothing of Markdown, MkDocs or disks."""

from edition.searching.index import FOLDER, build_index
from edition.searching.model import Document, Name, Passage, Rank

__all__ = ["FOLDER", "Document", "Name", "Passage", "Rank", "build_index"]
