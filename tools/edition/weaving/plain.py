"""Markdown of editors as mere text."""

import re

_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]*\]")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\([^()]*\)(?:\{[^}\n]*\})?")
_SIGNS = re.compile(r"(?<!\\)(?:\*+|__|`)|<[^<>]+>|\{[:#.][^}\n]*\}")
_SENTENCE = re.compile(r"[^。！？]*[。！？]?[”’」』）]*")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!@-])")


def plain_text(markdown: str) -> str:
    """Return a line of Markdown without links, citations and signs of emphasis."""
    bare = _LINK.sub(r"\1", _CITATION.sub("", markdown))
    return _ESCAPED.sub(r"\1", _SIGNS.sub("", bare)).strip()


def first_sentences(text: str, limit: int) -> str:
    """Return the sentences with which a text begins, at least one and to about `limit` characters."""
    said = ""
    for sentence in _SENTENCE.findall(text):
        if said and len(said) + len(sentence) > limit:
            break
        said += sentence
    return said
