"""All pages and files of the glossary, by their path below build/docs."""

from edition.glossary import FOLDER
from edition.weaving.glossary.exchange import as_json
from edition.weaving.glossary.lists import write_by_english, write_by_kind, write_by_theme, write_index
from edition.weaving.glossary.shared import write_shared
from edition.weaving.glossary.term_page import write_term
from edition.weaving.intext import Cited
from edition.weaving.library import Library

JSON, SKOS = "glossary.json", "glossary.ttl"
_DOWNLOADS = f'<a href="../{JSON}" download>JSON</a>、<a href="../{SKOS}" download>SKOS (Turtle)</a>'


def glossary_files(library: Library) -> tuple[dict[str, str], dict[str, Cited]]:
    """Return pages and files, and what each term's own text cites; nothing where there are no terms."""
    terms = library.lexicon.glossary.terms
    if not terms:
        return {}, {}
    from edition.weaving.glossary.skos import as_skos  # loads rdflib, which checks can do without

    pages = {term.path: write_term(term, library) for term in terms.values()}
    lists = {"index": write_index(library, _DOWNLOADS), "by-english": write_by_english(library),
             "by-kind": write_by_kind(library), "by-theme": write_by_theme(library), "shared": write_shared(library)}
    files = {f"{FOLDER}{name}.md": text for name, text in lists.items()}
    files |= {JSON: as_json(library), SKOS: as_skos(library)}
    return files | {path: text for path, (text, _) in pages.items()}, {path: cited for path, (_, cited) in pages.items()}
