"""A Markdown extension: notes as Python-Markdown's footnotes, named and labelled by printed page and mark.

The note `[^n21-3]` gets the id `n21-3` and the label `21-3`; its mark gets the id `ref-n21-3` and shows the label. The
syntax is that of https://python-markdown.github.io/extensions/footnotes/; only ids, labels and links are other.
"""

import re
import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown, util
from markdown.extensions.footnotes import FootnoteExtension, FootnoteInlineProcessor
from markdown.treeprocessors import Treeprocessor

from edition.weaving.note_names import EDITORS, parts_of

_PLACE = f"{util.STX}notes{util.ETX}"
"""Where the notes go; can't stand in a page, so that no text of a source is taken for it."""

_STOPS = tuple("，。、；：！？”’）》〉」』】")
"""Full-width marks whose right half is blank: a note's mark stands there."""


def label_of(note: str) -> str:
    """Return what readers see of a note's id: `n21-3` → `21-3`, `n-3b` → `3`, `n7-star` → `7-*`, `cite-a` → `a`."""
    page, mark = parts_of(note) or ("", note.removeprefix(EDITORS))
    return f"{page}-{mark}" if page else mark


class NotesExtension(FootnoteExtension):
    """Footnotes whose ids never change, whatever notes come before them."""

    def __init__(self, **configuration: Any) -> None:
        super().__init__(**configuration)
        self.setConfig("PLACE_MARKER", _PLACE)

    def extendMarkdown(self, md: Markdown) -> None:
        super().extendMarkdown(md)
        md.treeprocessors.deregister("footnote-duplicate")
        md.inlinePatterns.register(_Mark(r"\[\^([^\]]*)\]", self), "footnote", 175)
        md.treeprocessors.register(_Labels(self), "note-labels", 6)

    def reset(self) -> None:
        super().reset()
        self.marks: dict[str, list[str]] = {}

    def name_mark(self, note: str) -> str:
        """Return the id of the next mark of a note: `ref-n21-3`, then `ref-n21-3-2` …"""
        marks = self.marks.setdefault(note, [])
        marks.append(f"ref-{note}" + (f"-{len(marks) + 1}" if marks else ""))
        return marks[-1]

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        if not self.footnotes:
            return None
        div = etree.Element("div", {"class": "footnote"})
        items = etree.SubElement(div, "ol")
        for note, text in self.footnotes.items():
            item = etree.SubElement(items, "div", {"id": note})
            self.parser.parseChunk(item, text)
            item.tag = "li"
        return div


class _Mark(FootnoteInlineProcessor):
    """The mark of a note: its label, raised, as a link."""

    def handleMatch(self, m: re.Match[str], data: str):
        note = m.group(1)
        if note not in self.footnotes.footnotes:
            return None, None, None
        name = self.footnotes.name_mark(note)
        # The contents list leaves out what has an id that begins with `fnref`.
        raised = etree.Element("sup", {"id": f"fn{name}"} | ({"class": "over"} if data[:m.start(0)].endswith(_STOPS) else {}))
        link = etree.SubElement(raised, "a", {"id": name, "href": f"#{note}", "class": "footnote-ref"})
        link.text = util.AtomicString(label_of(note))
        link.set("aria-label", f"注 {label_of(note)}")
        return raised, m.start(0), m.end(0)


class _Labels(Treeprocessor):
    """Put a note's label before it and a way back to each of its marks behind it, after attribute lists are read."""

    def __init__(self, notes: NotesExtension) -> None:
        super().__init__(notes.md)
        self.notes = notes

    def run(self, root: etree.Element) -> None:
        for div in root.iter("div"):
            if div.get("class") == "footnote":
                for item in div.iter("li"):
                    self._label(item, item.get("id", ""))

    def _label(self, item: etree.Element, note: str) -> None:
        if note not in self.notes.footnotes:
            return
        marks = self.notes.marks.get(note, [])
        first, last = self._ends(item)
        label = etree.Element("span", {"class": "footnote-label"})
        label.text, label.tail, first.text = util.AtomicString(label_of(note)), first.text, ""
        first.insert(0, label)
        for mark in marks:
            self._back(last, mark, label_of(note))
        if not marks:
            etree.SubElement(last, "span", {"class": "footnote-unmarked"}).text = "（正文未见此注码）"

    @staticmethod
    def _ends(item: etree.Element) -> tuple[etree.Element, etree.Element]:
        """Return the paragraphs that take the label and the links back; an empty note gets one."""
        if not len(item):
            etree.SubElement(item, "p")
        return item[0], item[-1]

    @staticmethod
    def _back(parent: etree.Element, mark: str, label: str) -> None:
        title = f"回到正文注 {label} 处"
        link = etree.SubElement(parent, "a", {"class": "footnote-backref", "href": f"#{mark}", "title": title})
        link.set("aria-label", title)
        link.text = util.AtomicString("↩\ufe0e")


def makeExtension(**configuration: Any) -> NotesExtension:
    """Return the extension, as Python-Markdown asks for it."""
    return NotesExtension(**configuration)
