"""引用本页: how a page of editors is cited as a page of this edition, for readers and for machines."""

import html
import re
from typing import Any

from edition.weaving.citebox import STYLES, Row, formatted, write_box, write_print_head
from edition.weaving.downloads import files_of
from edition.weaving.editors import TERM, EditorsPage
from edition.weaving.escape import escape_alone
from edition.weaving.head import with_meta
from edition.weaving.imprint import EDITORS, NAME, Imprint
from edition.weaving.intext.code import after_title

CITE_BOX = "<!-- cite -->"
"""Stands on a page where the box is to be put; without it the box follows the title."""

GLOSSARY = f"{NAME}词汇表"
_SOME_ADDRESS = "https://address.invalid/"
"""Stands for the page's address while a reference is formatted: the script knows it where the edition doesn't."""

_PLAIN = re.compile(r"[\u4e00-\u9fff]+")
_SOME_TITLE = "某页之题"
"""Stands for a title of Han characters alone, which every style prints as it is: so all such pages are formatted once."""


def item_of(page: EditorsPage, imprint: Imprint) -> dict[str, Any]:
    """Return the page as a CSL-JSON item; without an address where the site has none."""
    said = {
        "id": page.folder.replace("/", "-"), "type": "webpage", "title": page.title, "author": [{"literal": EDITORS}],
        "container-title": NAME, "version": imprint.version, "issued": {"date-parts": [imprint.issued]} if imprint.date else {},
        "URL": _address(page, imprint) if imprint.address else "", "language": "zh-CN",
    }
    return {name: value for name, value in said.items() if value}


def page_files(page: EditorsPage, imprint: Imprint) -> dict[str, str]:
    """Return the files with the page's reference by their path below build/docs."""
    return files_of([item_of(page, imprint)], f"{page.folder}/cite")


def with_citation(text: str, page: EditorsPage, imprint: Imprint) -> str:
    """Return the page's Markdown with the box below its title and, in its front matter, what machines read."""
    box, place = _title_en(page) + page_box(page, imprint), after_title(text)
    if CITE_BOX in text:
        boxed = text.replace(CITE_BOX, box)
    else:
        boxed = f"{text[:place].rstrip()}\n\n{box}\n{text[place:].lstrip()}"
    return with_meta(boxed, scripts=["citing.js"], linked=linked_data_of(page, imprint))


def _title_en(page: EditorsPage) -> str:
    """Return the English title as it stands below the Chinese one; a term says its own."""
    return f'{escape_alone(page.name_en)}\n{{: .title-en lang="en" }}\n\n' if page.name_en and page.kind != TERM else ""


def page_box(page: EditorsPage, imprint: Imprint) -> str:
    """Return the box, and what is printed in its place, as HTML without blank lines."""
    rows = [Row(name, _addressed(said, page, imprint), style) for style, name in STYLES.items()
            if (said := _reference(page, imprint, style))]
    own = _addressed(imprint.cite(EDITORS, page.title, _SOME_ADDRESS), page, imprint)
    box = write_box("引用本页", [*rows, Row("本版", own, "edition")], page_files(page, imprint))
    return box + write_print_head(own)


def _reference(page: EditorsPage, imprint: Imprint, style: str) -> str:
    """Return the reference in a style; one that prints no version has it with the name of the edition."""
    title = _SOME_TITLE if _PLAIN.fullmatch(page.title) else page.title
    item = item_of(page, imprint) | {"id": "page", "title": title, "URL": _SOME_ADDRESS}
    said = formatted(item, style)
    if said and imprint.version not in said:
        said = formatted(item | {"container-title": f"{NAME}（{imprint.version} 版）"}, style)
    return said.replace(_SOME_TITLE, page.title)


def _addressed(said: str, page: EditorsPage, imprint: Imprint) -> str:
    address = f'<span class="address">{html.escape(_address(page, imprint))}</span>'
    return html.escape(said).replace(_SOME_ADDRESS, address)


def _address(page: EditorsPage, imprint: Imprint) -> str:
    return imprint.page(f"{page.folder}/")


def linked_data_of(page: EditorsPage, imprint: Imprint) -> dict[str, Any]:
    """Return the DefinedTerm or the Article that a page is (https://schema.org/DefinedTerm, …/Article)."""
    said = {
        "@context": "https://schema.org", "@type": "DefinedTerm" if page.kind == TERM else "Article",
        "name": page.title, "description": page.description,
        "url": _address(page, imprint) if imprint.address else "",
    } | (_term(page, imprint) if page.kind == TERM else _article(page, imprint))
    return {name: value for name, value in said.items() if value}


def _term(page: EditorsPage, imprint: Imprint) -> dict[str, Any]:
    address = {"url": imprint.page(f"{TERM}/")} if imprint.address else {}
    return {"alternateName": page.name_en,
            "inDefinedTermSet": {"@type": "DefinedTermSet", "name": GLOSSARY} | address}


def _article(page: EditorsPage, imprint: Imprint) -> dict[str, Any]:
    address = {"url": imprint.address} if imprint.address else {}
    return {"headline": page.title, "author": [{"@type": "Organization", "name": EDITORS}], "datePublished": imprint.date,
            "version": imprint.version, "inLanguage": "zh",
            "isPartOf": {"@type": "WebSite", "name": NAME} | address}
