"""Blocks and editors' layers → Markdown pages. Knows Markdown; knows nothing of MkDocs, disks or consoles."""

from edition.weaving.nav import nav
from edition.weaving.outline import outline_of, parse_outline
from edition.weaving.pages import weave
from edition.weaving.paper import Edited

__all__ = ["Edited", "nav", "outline_of", "parse_outline", "weave"]
