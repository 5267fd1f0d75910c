"""Notes for works in English and other Western languages in Chinese journals of international relations."""

from collections.abc import Callable, Iterable

from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.names import enumerate_names, in_order
from edition.citing.note.kinds import cited_place, kind_of, own_address
from edition.citing.numbers import ordinal
from edition.citing.punctuation import curl, end, join, quote, span, wrap
from edition.citing.title_case import title_case

MOST = 3
EDITORS = ("editor", "editorial-director", "collection-editor")


def reference(item: Item, locator: Locator) -> str:
    """Return Author, “Title,” source, date, pp.1–2."""
    source = SOURCES[kind_of(item)](item)
    return end(comma_join((responsible(item), *source, *address(item), pages(item, locator))), ".")


def comma_join(parts: Iterable[str]) -> str:
    """Return the parts with commas between; a comma goes inside a closing quotation mark."""
    joined = ""
    for part in (part.rstrip(", ") for part in parts):
        if part and joined.endswith("”"):
            joined = f"{joined[:-1]},” {part}"
        elif part:
            joined = f"{joined}, {part}" if joined else part
    return f"{joined[:-1]}.”" if joined.endswith("”") else joined


def responsible(item: Item) -> str:
    """Return the authors, else the compilers or, of a whole work, the editors; then the translators."""
    editors = () if item["container-title"] else EDITORS
    own = people(item, "author") or with_role(item, "comp", "compiler") or with_role(item, "ed", *editors)
    return join(", ", (own, wrap(people(item, "translator"), "", ", trans.")))


def people(item: Item, *variables: str) -> str:
    """Return the names of the first of these variables that has any, as A, B, and C; of more than three the first and et al."""
    shown = [in_order(name) for name in item.people(*variables)]
    cut = item.is_cut(*variables)
    if 1 < len(shown) <= MOST and not cut:
        return f"{', '.join(shown[:-1])}{',' if len(shown) > 2 else ''} and {shown[-1]}"
    return enumerate_names(shown, ", ", MOST, 1, " et al.", cut)


def with_role(item: Item, role: str, *variables: str) -> str:
    """Return names with ed. or eds. after them."""
    several = len(item.people(*variables)) > 1 or item.is_cut(*variables)
    return wrap(people(item, *variables), "", f", {role}{'s' if several else ''}.")


def titled(item: Item, variable: str = "title") -> str:
    """Return a title, an English one in title case."""
    return curl(title_case(item[variable]) if item.is_english else item[variable])


def quoted(item: Item) -> str:
    return quote(titled(item))


def numbered(label: str, value: str) -> str:
    """Return Vol.3 for a number, any other value as it is."""
    return f"{label}{value}" if value[:1].isdigit() else value


def edition(item: Item) -> str:
    """Return the edition; the first is not named."""
    number = item["edition"]
    if not number.isdecimal():
        return number
    return f"{ordinal(int(number))} ed." if int(number) != 1 else ""


def imprint(item: Item) -> tuple[str, ...]:
    """Return Place: Publisher, and the year."""
    return join(": ", (item["publisher-place"], item["publisher"])), item.issued.years("–") if item.issued else ""


def day(item: Item) -> str:
    return item.issued.english() if item.issued else ""


def book(item: Item) -> tuple[str, ...]:
    """A book, and whatever has no form of its own."""
    return titled(item), numbered("Vol.", item["volume"]), edition(item), *imprint(item)


def part(item: Item) -> tuple[str, ...]:
    """A part of a book: “Title,” in Editors, eds., Book, Place: Publisher, Year."""
    editors = with_role(item, "ed", "editor") or people(item, "container-author")
    container = join(", ", (editors, titled(item, "container-title")))
    within = wrap(container if item["container-title"] else "", "in ", "")
    return quoted(item), within, numbered("Vol.", item["volume"]), edition(item), *imprint(item)


def article(item: Item) -> tuple[str, ...]:
    """An article of a journal: “Title,” Journal, Vol.3, No.2, 2001; without volume and issue, with the day."""
    numbers = numbered("Vol.", item["volume"]), numbered("No.", item["issue"])
    dated = day(item) if item.issued and not any(numbers) else item.issued.years("–") if item.issued else ""
    return quoted(item), titled(item, "container-title"), *numbers, dated


def newspaper(item: Item) -> tuple[str, ...]:
    """An article of a newspaper."""
    return quoted(item), titled(item, "container-title"), day(item)


def thesis(item: Item) -> tuple[str, ...]:
    """A thesis: “Title,” Ph.D. Dissertation, University, Year."""
    return quoted(item), title_case(item["genre"]) or "Ph.D. Dissertation", *imprint(item)


def conference(item: Item) -> tuple[str, ...]:
    """A paper at a conference, in its proceedings or by itself."""
    if item["container-title"]:
        return part(item)
    event = wrap(item["event-title"] or item["event"], "Paper Prepared for ", "")
    place = people(item, "organizer") or item["publisher"] or item["publisher-place"] or item["event-place"]
    held = item.dates.get("event-date") or item.issued
    return quoted(item), event, place, held.english() if held else ""


def document(item: Item) -> tuple[str, ...]:
    """A document of an archive."""
    own = titled(item) if item.type == "personal_communication" else quoted(item)
    archive = item["archive_location"], item["archive_collection"], item["archive"], item["archive-place"]
    return own, day(item), *archive


def report(item: Item) -> tuple[str, ...]:
    """A report or a law: series, kind and number, who published it, the day."""
    number = f"No.{item['number']}" if item["number"].isdecimal() else item["number"]
    kind = join(", " if item["number"].isdecimal() else " ", (item["genre"], number))
    return quoted(item), item["collection-title"], kind, item["publisher"], item["publisher-place"], day(item)


def page(item: Item) -> tuple[str, ...]:
    """A page of the web: the site's name and the day."""
    return quoted(item), item["container-title"] or item["publisher"], day(item)


def address(item: Item) -> tuple[str, ...]:
    """Return the address and, in Chinese as the style has it, the day of access."""
    url = own_address(item)
    return url, wrap(item.accessed.chinese() if url and item.accessed else "", "访问时间: ", "")


def pages(item: Item, locator: Locator) -> str:
    """Return p.3 or pp.3–5; what is no page as it is."""
    found = cited_place(item, locator)
    label = "pp." if found.is_many else "p."
    return label + span(found.value, "–", ", ") if found.is_page else found.value


SOURCES: dict[str, Callable[[Item], tuple[str, ...]]] = {
    "article": article, "book": book, "conference": conference, "document": document, "newspaper": newspaper,
    "page": page, "part": part, "report": report, "thesis": thesis,
}
