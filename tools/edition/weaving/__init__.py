"""Blocks and editors' layers → Markdown pages. Knows Markdown; knows nothing of MkDocs, disks or consoles."""

from edition.weaving.edited import Edited
from edition.weaving.imprint import Imprint
from edition.weaving.intext import faults_of
from edition.weaving.nav import nav
from edition.weaving.outline import outline_of, parse_outline
from edition.weaving.pages import weave

__all__ = ["Edited", "Imprint", "faults_of", "nav", "outline_of", "parse_outline", "weave"]
