"""Rules over an edition. `check` runs them all; each module holds those of one subject.

A rule finds, it doesn't mend, and each mistake should come up once: where a value has no form, rules about its
meaning keep silent.
"""

from edition.checking import (
    anchors,
    annotations,
    bibliography,
    citations,
    claims,
    contexts,
    copies,
    emendations,
    exceptions,
    front_matter,
    glossary,
    glossary_links,
    glossary_names,
    links,
    markdown,
    outlines,
    pages,
    pictures,
    redirects,
    releases,
    security,
    sources,
    syntax,
    themes,
    todo,
    typography,
    works,
)
from edition.checking.exceptions import check
from edition.checking.registry import RULES, Rule, explain, rule

__all__ = [
    "RULES", "Rule", "anchors", "annotations", "bibliography", "check", "citations", "claims", "contexts", "copies",
    "emendations", "exceptions", "explain", "front_matter", "glossary", "glossary_links", "glossary_names", "links",
    "markdown", "outlines", "pages", "pictures", "redirects", "releases", "rule", "security", "sources", "syntax",
    "themes", "todo", "typography", "works",
]
