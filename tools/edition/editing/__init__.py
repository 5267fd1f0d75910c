"""What editors decide about a reading: emendations, and the ids that paragraphs keep for good."""

from edition.editing.anchors import Anchor, format_anchors, name_paragraphs, parse_anchors, redirects
from edition.editing.desk import Reading, readings
from edition.editing.emendations import Misfit, emend

__all__ = [
    "Anchor",
    "Misfit",
    "Reading",
    "emend",
    "format_anchors",
    "name_paragraphs",
    "parse_anchors",
    "readings",
    "redirects",
]
