"""Rules over an edition. `check` runs them all; each module holds those of one subject.

A rule finds, it doesn't mend, and each mistake should come up once: where a value has no form, rules about its
meaning keep silent.
"""

from edition.checking import (
    anchors,
    bibliography,
    citations,
    claims,
    contexts,
    copies,
    emendations,
    front_matter,
    glossary,
    glossary_links,
    glossary_names,
    links,
    outlines,
    pages,
    pictures,
    redirects,
    releases,
    sources,
    syntax,
    themes,
    works,
)
from edition.checking.registry import RULES, Rule, check, explain, rule

__all__ = [
    "RULES", "Rule", "anchors", "bibliography", "check", "citations", "claims", "contexts", "copies", "emendations",
    "explain", "front_matter", "glossary", "glossary_links", "glossary_names", "links", "outlines", "pages",
    "pictures", "redirects", "releases", "rule", "sources", "syntax", "themes", "works",
]
