"""Source text → blocks. Knows text; knows nothing of Markdown, YAML or MkDocs."""

from edition.doors import opened_later
from edition.reading.inline import Inline, inlines
from edition.reading.model import Block, Page, Piece, Span, Table, Work

__all__ = ["Block", "Inline", "Page", "Piece", "Span", "Table", "Work", "find_works", "inlines", "read"]

__getattr__ = opened_later(__name__, {"find_works": "edition.reading.works", "read": "edition.reading.reader"})
