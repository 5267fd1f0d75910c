"""A Markdown extension: each run of English says that it is English, wherever it stands on a page.

It reads the finished tree and not the Markdown, so that it finds what a source, an editor or a template wrote alike.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from typing import Any

from markdown import Markdown, util
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from mkdocs.structure.toc import AnchorLink

from edition.weaving.english_runs import english_runs, is_english, mark_english

_UNREAD = {"code", "pre", "script", "style", "svg", "math"}
_STASHED = re.compile(f"{util.STX}[^{util.ETX}]*{util.ETX}")
"""What stands for a tag or a character reference until the page is written."""


class EnglishExtension(Extension):
    """Pages on which English is marked as such."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Runs(md), "english", -10)  # when nothing else reads text any more


class _Runs(Treeprocessor):
    """Puts each run into an element of its own, or marks the element that holds nothing else."""

    def run(self, root: etree.Element) -> None:
        self._mark(root)

    def _mark(self, element: etree.Element) -> None:
        if element.tag in _UNREAD or element.get("lang"):
            return
        children = list(element)
        if not children and is_english(self._readable(element.text)):
            element.set("lang", "en")
            return
        element.text, spans = self._split(element.text)
        for child in children:
            self._mark(child)
            child.tail, after = self._split(child.tail)
            spans += [child, *after]
        element[:] = spans

    def _split(self, text: str | None) -> tuple[str, list[etree.Element]]:
        """Return what stands before the first run, and each run as an element with what follows it."""
        runs = [*english_runs(self._readable(text))]
        ends = [start for start, _ in runs[1:]] + [len(text or "")]
        return (text or "")[:runs[0][0] if runs else None], [
            _span(text[start:end], text[end:following]) for (start, end), following in zip(runs, ends)]

    def _readable(self, text: str | None) -> str:
        """Return a text, as long as before, with a blank in Chinese width for each tag and an & for a reference."""
        return _STASHED.sub(lambda match: ("&" if self._is_reference(match) else "\u3000") * len(match[0]), text or "")

    def _is_reference(self, match: re.Match[str]) -> bool:
        stashed = util.HTML_PLACEHOLDER_RE.fullmatch(match[0])
        return match[0] == util.AMP_SUBSTITUTE or bool(
            stashed and str(self.md.htmlStash.rawHtmlBlocks[int(stashed[1])]).startswith("&"))


def _span(text: str, tail: str) -> etree.Element:
    span = etree.Element("span", {"lang": "en"})
    span.text, span.tail = util.AtomicString(text), tail
    return span


def mark_titles(contents: Iterable[AnchorLink]) -> None:
    """Mark the English titles in a page's list of contents, at every level."""
    for link in contents:
        if is_english(link.title):
            link.title = mark_english(link.title, str)
        mark_titles(link.children)


def makeExtension(**configuration: Any) -> EnglishExtension:
    """Return the extension, as Python-Markdown asks for it."""
    return EnglishExtension(**configuration)
