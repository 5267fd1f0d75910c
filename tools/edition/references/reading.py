"""Reading: the notes of one article, in order, to references."""

from collections.abc import Sequence

from edition.references.apa import read_apa
from edition.references.chinese import read_chinese
from edition.references.english import read_english
from edition.references.gbt import is_gbt, read_gbt
from edition.references.model import Citation, Item, Note, Reference
from edition.references.names import has_han
from edition.references.pointers import read_pointer
from edition.references.repeats import bind_repeats
from edition.references.scanning import URL
from edition.references.splitting import stretches_of

LONGEST = 1_000
"""Characters of a stretch that may be a reference; the longest known has 415; it bounds the time that patterns take."""

TELLING = 12
"""So many characters, or half of them, tell a stretch's language where no title mark does."""


def references_of(notes: Sequence[Note]) -> list[Reference]:
    """Return what each note of an article cites, one reference a note, in order."""
    return bind_repeats([Reference(note, tuple(_citations(note.text))) for note in notes])


def _citations(text: str) -> list[Citation]:
    read = ((stretch, _read_stretch(stretch)) for stretch in stretches_of(text) if len(stretch) <= LONGEST)
    return [Citation(item, stretch) for stretch, item in read if item is not None]


def _read_stretch(stretch: str) -> Item | None:
    """Return what one stretch of a note cites, by the family that its form shows; None for mere words."""
    if is_gbt(stretch):
        return read_gbt(stretch)
    for read in (read_pointer, read_apa):
        item = read(stretch)
        if item is not None:
            return item
    return read_chinese(stretch) if _is_chinese(stretch) else read_english(stretch)


def _is_chinese(stretch: str) -> bool:
    """Tell the family by the title's marks and by the script before the address."""
    url = URL.search(stretch)
    words = stretch[: url.start()] if url else stretch
    return "《" in words or has_han(words[: max(TELLING, len(words) // 2)])
