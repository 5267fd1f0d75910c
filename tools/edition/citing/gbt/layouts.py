"""The order of the parts by kind of work (GB/T 7714, clause 4): what stands between author and access."""

from collections.abc import Callable, Iterator

from edition.citing.gbt.imprint import (
    ELECTRONIC,
    accessed,
    date,
    electronic_imprint,
    imprint,
    pages,
    place_and_publisher,
)
from edition.citing.gbt.people import container_people, translators
from edition.citing.gbt.rules import Rules
from edition.citing.gbt.title import edition, title, volume
from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.punctuation import join, span, wrap

Layout = Callable[[Item, Locator, Rules], Iterator[str]]


def monograph(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A book and whatever is described like one (4.1)."""
    yield title(item, rules)
    yield translators(item, rules)
    yield edition(item)
    yield imprint(item, locator, rules)
    if item.type == "map":
        yield item["dimensions"]


def part(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A part of a book or of proceedings (4.2)."""
    own = join(". ", (title(item, rules), translators(item, rules)))
    container = join(rules.colon, (item["container-title"], volume(item)))
    yield join("//", (own, join(". ", (container_people(item, rules), container) if container else ())))
    yield edition(item)
    yield imprint(item, locator, rules)


def serial(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A periodical as a whole (4.3)."""
    yield title(item, rules)
    yield item["volume"]
    yield imprint(item, locator, rules)


def article(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """An article in a periodical (4.4)."""
    yield title(item, rules)
    yield translators(item, rules)
    journal = item["container-title"].replace(".", "")
    dated = join(rules.comma, (journal, date(item, rules), span(item["volume"], "-", rules.comma)))
    issued = dated + wrap(item["issue"], rules.opening, rules.closing)
    yield join(rules.colon, (issued, pages(item, locator, rules) or item["number"])) + accessed(item, rules)


def newspaper(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """An article in a newspaper: its page in brackets after the day."""
    yield title(item, rules)
    yield translators(item, rules)
    dated = join(rules.comma, (item["container-title"], date(item, rules)))
    yield dated + wrap(pages(item, locator, rules), rules.opening, rules.closing) + accessed(item, rules)


def patent(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A patent (4.5)."""
    yield title(item, rules)
    yield imprint(item, locator, rules)


def electronic(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A web page, and what is published like one: preprints, data, pictures (4.6)."""
    yield title(item, rules)
    yield translators(item, rules)
    yield edition(item)
    yield electronic_imprint(item, locator, rules)


def conference(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A paper read at a conference, without proceedings (8.6.1)."""
    event = item["event-title"] or item["event"] or place_and_publisher(item, rules)
    meeting = join(rules.comma, (event, date(item, rules)))
    paged = join(rules.colon, (meeting, pages(item, locator, rules))) + accessed(item, rules)
    yield join("//", (join(". ", (title(item, rules), translators(item, rules))), paged))


def standard(item: Item, locator: Locator, rules: Rules) -> Iterator[str]:
    """A standard: number and title only in 2025, like a book before."""
    if rules.bare_standard:
        yield join(rules.colon, (title(item, rules), span(locator.value, "-", rules.comma)))
    else:
        yield from monograph(item, locator, rules)


LAYOUTS: dict[str, Layout] = {
    "article-journal": article, "article-magazine": article, "review": article, "review-book": article,
    "article-newspaper": newspaper, "periodical": serial, "patent": patent, "standard": standard,
    **dict.fromkeys(ELECTRONIC, electronic),
}


def layout_of(item: Item) -> Layout:
    """Return the layout for an item; a work in a container is a part of it, unless its type says otherwise."""
    if item.type in LAYOUTS:
        return LAYOUTS[item.type]
    if item["container-title"] or item.type in ("chapter", "entry-dictionary", "entry-encyclopedia"):
        return part
    return conference if item.type == "paper-conference" else monograph
