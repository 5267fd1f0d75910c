"""Style sheets on a diet: Material's without the parts that no page here has, ours without what only people read.

A first visit waits for every byte of them, and a rule that cannot match still counts where a class changes.
"""

import re

UNUSED = (
    "admonition", "arithmatex", "card", "critic", "emojione", "giscus", "grid", "highlight", "highlighttable", "katex",
    "keys", "lightbox", "linenos", "linenodiv", "mdx-", "md-annotation", "md-author", "md-banner", "md-clipboard",
    "md-code", "md-consent", "md-feedback", "md-pagination", "md-path", "md-post", "md-profile", "md-search", "md-select",
    "md-social", "md-status", "md-tabs", "md-tag", "md-version", "mermaid", "tabbed-", "task-list", "twemoji",
)
"""How the names of the classes begin that mark the parts of Material which no page here has."""

_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_EMPTY_GROUP = re.compile(r"@(?:media|supports)[^{}]*\{\s*\}")
_PICTURE = re.compile(r"(--md-[\w-]+):url\((?:'[^']*'|\"[^\"]*\"|[^)]*)\);?")
_COMMA = re.compile(r",(?![^(]*\))")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_ASKS_FOR_UNUSED = re.compile(rf"\.(?:{'|'.join(UNUSED)})")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING_OR_SPACE = re.compile(r"""("[^"]*"|'[^']*')|\s+""")


def without_unused(sheet: str) -> str:
    """Return a minified style sheet of Material's without the rules and pictures for parts that no page has."""
    lean = _EMPTY_GROUP.sub("", _RULE.sub(lambda rule: _rule_of(rule[1], rule[2]), sheet))
    return _PICTURE.sub(lambda picture: picture[0] if f"var({picture[1]})" in lean else "", lean)


def without_comments(sheet: str) -> str:
    """Return a style sheet without its comments, and with one blank for any room outside of strings."""
    return _STRING_OR_SPACE.sub(lambda found: found[1] or " ", _COMMENT.sub("", sheet)).strip() + "\n"


def _rule_of(selectors: str, declarations: str) -> str:
    """Return a rule for those of its selectors that can match, '' where none can; what stands in brackets may be a `:not`."""
    kept = [each for each in _COMMA.split(selectors) if not _ASKS_FOR_UNUSED.search(_IN_BRACKETS.sub("", each))]
    return f"{','.join(kept)}{{{declarations}}}" if kept else ""
