"""What people wrote about the papers: front matter, headnotes, emendations, annotations, where its source lies.

    load(root, papers_dir) -> Edition     everything on disk, with the problems found in passing
    sources_with_papers(edition)          each source text with its papers in order, for `edition.reading.read`
    front_matter_text(values) -> str      the head of a new page, for `edition add`
"""

from edition.catalogue.annotations import Annotation
from edition.catalogue.edition import Bib, Edition, Paper, Source, Written, sources_with_papers
from edition.catalogue.emendations import Emendation
from edition.catalogue.forms import Author, Front, Place, Venue
from edition.catalogue.front_matter import TODO
from edition.catalogue.load import load
from edition.doors import opened_later

__all__ = ["Annotation", "Author", "Bib", "Edition", "Emendation", "Front", "Paper", "Place", "Source", "TODO", "Venue",
           "Written", "front_matter_text", "load", "sources_with_papers"]

__getattr__ = opened_later(__name__, {"front_matter_text": "edition.catalogue.new_page"})
