"""What can be found: passages of documents, and names that a query may mean."""

from dataclasses import dataclass
from enum import IntEnum

TEXT, NOTES, EDITORS, GLOSSARY = KINDS = ("text", "notes", "editors", "glossary")
"""What a passage is; readers can search each apart."""

PAPER, THEME, TERM, ABOUT = "paper", "theme", "term", "about"
"""What a document is."""


class Rank(IntEnum):
    """How much a passage weighs: of equally good hits the lower ranks come first."""

    TITLE = 0
    HEADING = 1
    BODY = 2
    NOTE = 3


@dataclass(frozen=True, slots=True)
class Document:
    """A page of the site: `path` as its Markdown file without `.md` (`papers/talks/index`), what it is, what it is called.

    `label` names it in a line of results, `themes` are the slugs of its themes.
    """

    path: str
    kind: str
    title: str
    label: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, note, heading, table …: what a query is held against, and what is shown of a hit.

    `document` is the path of its document. It is found on its page by `anchor` (an id) or, where it has none, by `at`: its
    source lines as its element's `data-lines` has them, or the class of the element.
    """

    document: str
    kind: str
    rank: Rank
    text: str
    anchor: str = ""
    at: str = ""
    section: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A name that readers may mean when they type pinyin, English or another name of the same thing.

    `kind` is `term`, `paper` or `author`; `path` the document to go to.
    """

    zh: str
    en: str
    kind: str
    path: str
    aliases: tuple[str, ...] = ()
