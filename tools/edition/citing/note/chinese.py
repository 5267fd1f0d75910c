"""Chinese notes in the style of 世界经济与政治, the family of most Chinese journals of international relations."""

from collections.abc import Callable

from edition.citing.item import Item
from edition.citing.locators import Locator
from edition.citing.names import Name, enumerate_names, in_order
from edition.citing.note.kinds import cited_place, kind_of, own_address
from edition.citing.numbers import is_counted
from edition.citing.punctuation import book_marks, end, join, span, wrap

MOST = 3
EDITORS = ("editor", "editorial-director", "collection-editor")


def reference(item: Item, locator: Locator) -> str:
    """Return 作者：《题》，出处，第n页。"""
    source = join("，", (SOURCES[kind_of(item)](item), address(item), pages(item, locator)))
    return end(join("：", (responsible(item), source)), "。")


def responsible(item: Item) -> str:
    """Return the authors, with 著 beside a translator; else the compilers or, of a whole, the editors, with role."""
    translators = people(item, "译", "translator")
    if item.people("author"):
        return join("，", (people(item, "著" if translators else "", "author"), translators))
    editors = () if item["container-title"] else EDITORS
    others = people(item, "编", "compiler") or people(item, "主编", *editors)
    return join("，", (others, translators))


def people(item: Item, role: str, *variables: str) -> str:
    """Return the names of the first of these variables that has any, with a role: three at most, of more the first and 等."""
    order = _family_first if "author" in variables else in_order
    names = [name.whole or order(name) for name in item.people(*variables)]
    return enumerate_names(names, "、", MOST, 1, "等", item.is_cut(*variables)) + role if names else ""


def _family_first(name: Name) -> str:
    """Return a name in Latin letters as a Chinese author's, in pinyin; of foreigners Chinese works give the Chinese form."""
    return " ".join(part for part in (name.kept, name.family, name.given) if part)


def title(item: Item) -> str:
    """Return the title, of a whole work with edition and volume."""
    own = book_marks(item["title"])
    if item["container-title"]:
        return own
    edition = numbered(item["edition"], "版")
    return own + wrap(edition if edition != "第1版" else "", "（", "）") + volume(item)


def volume(item: Item) -> str:
    """Return the volume with its unit."""
    return numbered(item["volume"], "卷")


def numbered(number: str, unit: str) -> str:
    """Return 第3卷 for a number, anything else as it is."""
    return f"第{number}{unit}" if is_counted(number) else number


def published(item: Item) -> str:
    """Return 地：社2017年."""
    return join("：", (item["publisher-place"], item["publisher"])) + year(item)


def year(item: Item) -> str:
    """Return 1998年; a date in words as it is."""
    years = item.issued.years("—") if item.issued else ""
    return years if not years or item.issued.words else f"{years}年"


def imprint(item: Item) -> str:
    """Return 地：社2017年版; without publisher only the year."""
    return published(item) + ("版" if item["publisher"] and year(item).endswith("年") else "")


def book(item: Item) -> str:
    """A book, and whatever has no form of its own."""
    return join("，", (title(item), imprint(item)))


def part(item: Item) -> str:
    """A part of a book: 《题》，载某某主编：《书》，地：社2017年版."""
    editors = people(item, "主编", "editor") or people(item, "", "container-author")
    container = join("：", (editors, book_marks(item["container-title"]) + volume(item)))
    return join("，", (title(item), wrap(container if item["container-title"] else "", "载", ""), imprint(item)))


def article(item: Item) -> str:
    """An article of a journal: 载《刊》，2021年第2期; without an issue the volume and the day."""
    issue = numbered(item["issue"], "期")
    dated = year(item) + issue if issue else join("，", (volume(item), day(item)))
    return join("，", (book_marks(item["title"]), wrap(book_marks(item["container-title"]), "载", ""), dated))


def newspaper(item: Item) -> str:
    """An article of a newspaper: 载《报》，2020年5月1日."""
    return join("，", (book_marks(item["title"]), wrap(book_marks(item["container-title"]), "载", ""), day(item)))


def thesis(item: Item) -> str:
    """A thesis: 某大学2019年博士学位论文."""
    return join("，", (title(item), published(item) + (item["genre"] or "博士学位论文")))


def conference(item: Item) -> str:
    """A paper at a conference, in its proceedings or by itself."""
    if item["container-title"]:
        return part(item)
    place = item["publisher"] or item["publisher-place"] or item["event-place"]
    organizer = people(item, "", "organizer") or place
    event = wrap(item["event-title"] or item["event"], "", "论文")
    held = item.dates.get("event-date") or item.issued
    return join("，", (title(item), event, organizer, held.chinese() if held else ""))


def document(item: Item) -> str:
    """A document of an archive: 1950年7月，某某档案，某某档案室藏."""
    mark = item["archive_collection"] + item["archive_location"]
    return join("，", (title(item), day(item), mark, wrap(item["archive"], "", "藏")))


def report(item: Item) -> str:
    """A report or a law: its number, who published it, the day where it is known."""
    number = join(" ", (item["genre"], item["number"]))
    if item.issued and item.issued.month:
        return join("，", (title(item), number, join("：", (item["publisher-place"], item["publisher"])), day(item)))
    return join("，", (title(item), number, published(item)))


def page(item: Item) -> str:
    """A page of the web: the site's name and the day."""
    return join("，", (title(item), item["container-title"] or item["publisher"], day(item)))


def day(item: Item) -> str:
    return item.issued.chinese() if item.issued else ""


def address(item: Item) -> str:
    """Return the address with the day of access."""
    url = own_address(item)
    return join("，", (url, wrap(item.accessed.chinese() if url and item.accessed else "", "访问时间：", "")))


def pages(item: Item, locator: Locator) -> str:
    """Return 第3–5页, of a newspaper 第3版; what is no page as it is."""
    found = cited_place(item, locator)
    unit = "版" if item.type == "article-newspaper" else "页"
    return f"第{span(found.value, '–', '、')}{unit}" if found.is_page else found.value


SOURCES: dict[str, Callable[[Item], str]] = {
    "article": article, "book": book, "conference": conference, "document": document, "newspaper": newspaper,
    "page": page, "part": part, "report": report, "thesis": thesis,
}
