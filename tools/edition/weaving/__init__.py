"""Blocks and editors' layers → Markdown pages. Knows Markdown; knows nothing of MkDocs, disks or consoles."""

from edition.doors import opened_later
from edition.weaving.edited import Edited
from edition.weaving.editors import themes_of
from edition.weaving.imprint import Imprint
from edition.weaving.insets import plain
from edition.weaving.intext import faults_of
from edition.weaving.lexicon import Lexicon, lexicon_of, lexicon_of_edition
from edition.weaving.links import Link, links_in
from edition.weaving.nav import nav
from edition.weaving.outline import outline_of, parse_outline

__all__ = ["Edited", "Imprint", "Lexicon", "Link", "faults_of", "lexicon_of", "lexicon_of_edition", "links_in", "nav", "outline_of",
           "parse_outline", "plain", "themes_of", "weave"]

__getattr__ = opened_later(__name__, {"weave": "edition.weaving.pages"})
