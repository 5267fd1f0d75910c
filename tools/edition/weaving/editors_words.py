"""What editors say on a paper's page: the headnote and the annotations, with their citations as notes of one series."""

from dataclasses import dataclass

from edition.weaving.annotations import in_order
from edition.weaving.edited import Edited
from edition.weaving.insets import UP
from edition.weaving.intext import cite
from edition.weaving.library import Library
from edition.weaving.termlinks import link_terms

_BETWEEN = "\n\n\x1d\n\n"
"""Stands between the texts while their citations become notes; no text of an editor has it, YAML forbids it."""


@dataclass(frozen=True)
class EditorsWords:
    """Markdown: the headnote, the annotations (in the order of `in_order`), the notes of both; which note cites which
    work, and the slugs of the terms that are links."""

    headnote: str
    annotations: tuple[str, ...] = ()
    notes: str = ""
    uses: tuple[tuple[str, str], ...] = ()
    terms: tuple[str, ...] = ()


def editors_words(paper: Edited, library: Library) -> EditorsWords:
    """Return what editors say of a paper, with terms as links."""
    texts = [paper.headnote.strip().replace("\x1d", ""), *(each.text for each in in_order(paper.annotations))]
    linked = [link_terms(text, library.lexicon, UP) for text in texts]
    cited = cite(_BETWEEN.join(text for text, _ in linked), library, UP)
    headnote, *annotations = cited.text.split(_BETWEEN)
    terms = dict.fromkeys(slug for _, slugs in linked for slug in slugs)
    return EditorsWords(headnote, tuple(annotations), cited.notes, cited.uses, tuple(terms))
