"""Terms, where they stand in the papers, and what stands near them.

    glossary(edition) -> Glossary        the terms of `docs/glossary`, with what is wrong with their files
    Matcher(terms).find(text, place)     the names in a text
    occurrences(works, matcher)          all of them in the papers, and which become links
    neighbours(found, most)              the terms that share paragraphs
"""

from edition.glossary.forms import KINDS
from edition.glossary.matching import Match, Matcher, Place, Standing
from edition.glossary.model import Glossary, Name, Term
from edition.glossary.neighbours import Neighbours, neighbours
from edition.glossary.occurrences import Findings, Occurrence, occurrences
from edition.glossary.passages import Passage, passages_of
from edition.glossary.reading import ENGLISH, FOLDER, USAGE, glossary, is_term
from edition.glossary.scripts import traditional

__all__ = ["ENGLISH", "FOLDER", "Findings", "Glossary", "KINDS", "Match", "Matcher", "Name", "Neighbours", "Occurrence",
           "Passage", "Place", "Standing", "Term", "USAGE", "glossary", "is_term", "neighbours", "occurrences",
           "passages_of", "traditional"]
