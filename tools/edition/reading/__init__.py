"""Source text → blocks. Knows text; knows nothing of Markdown, YAML or MkDocs."""

from edition.reading.inline import Inline, inlines
from edition.reading.model import Block, Page, Piece, Span, Table, Work
from edition.reading.reader import read
from edition.reading.works import find_works

__all__ = ["Block", "Inline", "Page", "Piece", "Span", "Table", "Work", "find_works", "inlines", "read"]
