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
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^>]*)>")
_STASHED = re.compile(f"{util.AMP_SUBSTITUTE}(?:#?\\w+;)?|{util.STX}[^{util.ETX}]*{util.ETX}")
"""What stands for a tag or a character reference until the page is written."""

_BLANK = "\u3000"
"""A blank of a Chinese text, at which every run ends."""


class EnglishExtension(Extension):
    """Pages on which English is marked as such."""

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_Runs(md), "english", -10)  # when nothing else reads text any more


class _Runs(Treeprocessor):
    """Puts each run into an element of its own, or marks the element that holds nothing else."""

    def run(self, root: etree.Element) -> None:
        self._unread: list[str] = []
        self._mark(root)

    def _mark(self, element: etree.Element) -> None:
        if element.tag in _UNREAD or element.get("lang"):
            return
        if self.md.is_block_level(element.tag):
            self._unread = []
        children, text = list(element), element.text or ""
        runs = self._runs(text)
        if not children and runs == [(0, len(text))]:
            element.set("lang", "en")
            return
        element.text, inside = _split(text, runs)
        for child in children:
            self._mark(child)
            child.tail, after = _split(child.tail or "", self._runs(child.tail or ""))
            inside += [child, *after]
        element[:] = inside

    def _runs(self, text: str) -> list[tuple[int, int]]:
        return [*english_runs(self._readable(text))]

    def _readable(self, text: str) -> str:
        """Return a text, as long as before, in which tags and what no run may stand in are blanks."""
        parts, done = [], 0
        for match in _STASHED.finditer(text):
            parts += [self._shown(text[done:match.start()]), self._stand_in(match[0])]
            done = match.end()
        return "".join(parts) + self._shown(text[done:])

    def _shown(self, text: str) -> str:
        return _BLANK * len(text) if self._unread else text

    def _stand_in(self, stashed: str) -> str:
        place = util.HTML_PLACEHOLDER_RE.fullmatch(stashed)
        written = str(self.md.htmlStash.rawHtmlBlocks[int(place[1])]) if place else ""
        if written.startswith("&") or stashed.startswith(util.AMP_SUBSTITUTE):
            return self._shown("&" * len(stashed))
        if tag := _TAG.fullmatch(written):
            self._pass(tag)
        return _BLANK * len(stashed)

    def _pass(self, tag: re.Match[str]) -> None:
        """Note that a tag begins or ends what is not read: code, drawings, and what says its language."""
        if tag["close"]:
            if tag["name"] in self._unread[-1:]:
                self._unread.pop()
        elif not tag["rest"].endswith("/"):
            if tag["name"] in self._unread or not self._unread and (tag["name"] in _UNREAD or " lang=" in tag["rest"]):
                self._unread.append(tag["name"])


def _split(text: str, runs: list[tuple[int, int]]) -> tuple[str, list[etree.Element]]:
    """Return what stands before the first run, and each run as an element with what follows it."""
    ends = [start for start, _ in runs[1:]] + [len(text)]
    spans = [_span(text[start:end], text[end:following]) for (start, end), following in zip(runs, ends)]
    return text[:runs[0][0]] if runs else text, spans


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
