"""A Markdown extension: each paragraph with an id of its own ends with a link to itself, from which it can be cited.

The link has no text, so that none is copied with the paragraph; style sheet and script do the rest.
"""

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

PARAGRAPH = re.compile(r"p[1-9][0-9]*")


class PlacesExtension(Extension):
    """Paragraphs that say where they are."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Links(md), "places", 7)  # after attribute lists, which bring the ids


class _Links(Treeprocessor):
    def run(self, root: etree.Element) -> None:
        for paragraph in root.iter("p"):
            id = paragraph.get("id", "")
            if PARAGRAPH.fullmatch(id):
                label = f"第 {id} 段的地址与引用"
                etree.SubElement(paragraph, "a", {"class": "place", "href": f"#{id}", "data-place": id, "aria-label": label})


def makeExtension(**configuration: Any) -> PlacesExtension:
    """Return the extension, as Python-Markdown asks for it."""
    return PlacesExtension(**configuration)
