"""The pages of the glossary: one for each term, the indexes, what the papers share, the files to download."""

from edition.weaving.glossary.pages import glossary_files
from edition.weaving.glossary.paper_terms import write_terms

__all__ = ["glossary_files", "write_terms"]
