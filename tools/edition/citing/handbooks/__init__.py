"""APA, Chicago and MLA through citeproc-py and the CSL project's styles, for the kinds of work that they print right.

What citeproc-py gets wrong is mended in the style (`mending`), in the item (`records`) or in the text (here). What
comes out wrong all the same is not offered: works without author (their title comes twice, editors too), conference
papers, law, theses in APA, and whatever loses its title, source, volume or issue on the way.
"""

import re
import warnings
from dataclasses import replace

from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
from citeproc.source.json import CiteProcJSON

from edition.citing import faults
from edition.citing.handbooks.mending import load
from edition.citing.handbooks.records import record
from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.punctuation import nest_quotes, span
from edition.problems import Refused

COMMON = ("article-journal", "article-magazine", "article-newspaper", "book", "chapter", "report", "webpage")
OFFERED = {"apa": COMMON, "chicago": (*COMMON, "thesis"), "mla": (*COMMON, "thesis")}
NOT_TO_BE_LOST = ("title", "container-title", "volume", "issue")
AFTER_QUOTE = re.compile(r"([.?!]?)([”’]*”)([.,])")
AFTER_QUESTION = re.compile(r"([?!])\.(?=\s|$)")
NO_LETTER = re.compile(r"[\W_]+")


def reference(item: Item, locator: Locator, style: str) -> str:
    """Return the entry of a work in a bibliography; a locator, which such entries do not have, in brackets after it.

    Raises Refused (CIT007) for what the style would print wrong.
    """
    if item.type not in OFFERED[style]:
        raise _refused(item, f"the type {item.type}", style, f"one of {', '.join(OFFERED[style])}")
    if not item.people("author") or not (item.issued and item.issued.year or item.accessed):
        raise _refused(item, f"a work without author or year ({item.type})", style, "one that has both")
    text = AFTER_QUESTION.sub(r"\1", _punctuated(_processed(item, style), style))
    lost = [variable for variable in NOT_TO_BE_LOST if _letters(item[variable]) not in _letters(text)]
    if lost:
        raise _refused(item, f"the type {item.type} with {', '.join(lost)}", style, "what it prints whole")
    return f"{text} ({_place(locator)})" if locator else text


def _refused(item: Item, what: str, style: str, expected: str) -> Refused:
    return Refused(replace(faults.not_offered(what, style, expected), path=item.id or faults.ITEM))


def _place(locator: Locator) -> str:
    label = "pp." if locator.is_many else "p."
    return f"{label} {span(locator.value, '–', ', ')}" if locator.is_page else locator.value


def _punctuated(text: str, style: str) -> str:
    """Return a text with its quotation marks right; those of APA are the titles' own."""
    return text if style == "apa" else AFTER_QUOTE.sub(_inside, nest_quotes(text))


def _inside(found: re.Match) -> str:
    """Return closing quotation marks with the point or comma inside, as American English has it."""
    return (found[1] or found[3]) + found[2]


def _letters(text: str) -> str:
    return NO_LETTER.sub("", text).casefold()


def _processed(item: Item, style: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(load(style), CiteProcJSON([record(item, style)]), formatter.plain)
        bibliography.register(Citation([CitationItem("item")]))
        return "".join(str(part) for part in bibliography.bibliography()[0])
