"""What is put into running text: names of terms as links, and the marks of editors' annotations behind their phrases."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from edition.catalogue import Annotation
from edition.glossary import Match
from edition.reading import Block, inlines
from edition.weaving.annotations import annotation_mark
from edition.weaving.escape import escape
from edition.weaving.lexicon import term_link

UP = "../../"
"""The way from a paper's page to the root."""

Write = Callable[[str], str]


@dataclass(frozen=True)
class Inset:
    """From `start` to `end` of a block's text what `write` makes of the text there; a mark has no text."""

    start: int
    end: int
    write: Write

    @property
    def is_mark(self) -> bool:
        return self.start == self.end


def insets_of(block: Block, terms: Sequence[Match], annotations: Sequence[Annotation]) -> tuple[list[Inset], str]:
    """Return the insets of a block in order, and the marks that stand behind the whole of it."""
    links = [Inset(term.start, term.end, partial(_link, term.term)) for term in terms]
    text = plain(block) if annotations else ""
    placed = [(each, _end_of(each.phrase, text, terms)) for each in annotations]
    marks = [Inset(at, at, partial(_mark, each)) for each, at in placed if at]
    behind = "".join(annotation_mark(each) for each, at in placed if not at)
    return sorted([*links, *marks], key=lambda inset: (inset.start, inset.end)), behind


def plain(block: Block) -> str:
    """Return a block's text without marks and page breaks."""
    return "".join(part.text for part in inlines(block, ()) if part.kind in ("text", "emended"))


def with_insets(text: str, write_text: Write, insets: Sequence[Inset], offset: int) -> str:
    """Write a text that begins at an offset of its block, with the insets that lie in it."""
    parts, end = [], 0
    for inset in insets:
        first, last = inset.start - offset, inset.end - offset
        if (first > 0 if inset.is_mark else first >= 0) and last <= len(text):
            parts += [write_text(text[end:first]), inset.write(text[first:last])]
            write_text, end = escape, last
    return "".join(parts) + write_text(text[end:])


def marks_within(text: str, insets: Sequence[Inset], offset: int) -> str:
    """Return the marks that belong in a text at an offset of its block, all of them to stand behind it."""
    return "".join(inset.write("") for inset in insets if inset.is_mark and offset < inset.start <= offset + len(text))


def _end_of(phrase: str, text: str, terms: Sequence[Match]) -> int:
    """Return where a phrase ends in a text, or the term's name that it would divide; 0 where it does not stand there."""
    at = text.find(phrase) + len(phrase) if phrase and phrase in text else 0
    return next((term.end for term in terms if term.start < at < term.end), at)


def _link(slug: str, said: str) -> str:
    return term_link(slug, escape(said), UP)


def _mark(annotation: Annotation, _: str) -> str:
    return annotation_mark(annotation)
