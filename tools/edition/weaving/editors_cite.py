"""引用本页: how a page of editors is cited as a page of this edition, for readers and for machines."""

import html
import json
from typing import Any

from edition.weaving.citebox import STYLES, Row, formatted, write_box
from edition.weaving.downloads import files_of
from edition.weaving.editors import TERM, EditorsPage
from edition.weaving.imprint import EDITORS, NAME, YEAR, Imprint
from edition.weaving.intext.code import after_title, front_end

GLOSSARY = f"{NAME}词汇表"
_SOME_ADDRESS = "https://address.invalid/"
"""Stands for the page's address while a reference is formatted: the script knows it where the edition doesn't."""


def item_of(page: EditorsPage, imprint: Imprint) -> dict[str, Any]:
    """Return the page as a CSL-JSON item; without an address where the site has none."""
    said = {
        "id": page.folder.replace("/", "-"), "type": "webpage", "title": page.title, "author": [{"literal": EDITORS}],
        "container-title": NAME, "version": imprint.version, "issued": {"date-parts": [[YEAR]]},
        "URL": _address(page, imprint) if imprint.address else "", "language": "zh-CN",
    }
    return {name: value for name, value in said.items() if value}


def page_files(page: EditorsPage, imprint: Imprint) -> dict[str, str]:
    """Return the files with the page's reference by their path below build/docs."""
    return files_of([item_of(page, imprint)], f"{page.folder}/cite")


def with_citation(text: str, page: EditorsPage, imprint: Imprint) -> str:
    """Return the page's Markdown with the box below its title and, in its front matter, what machines read."""
    meta = {"script": "cite.js", "linked": linked_data_of(page, imprint)}
    added = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in meta.items())
    start, place = front_end(text), after_title(text)
    head = text[:start].rstrip().removesuffix("---") if start else "---\n"
    return f"{head}{added}---\n\n{text[start:place].strip()}\n\n{page_box(page, imprint)}\n{text[place:].lstrip()}"


def page_box(page: EditorsPage, imprint: Imprint) -> str:
    """Return the box as HTML without blank lines."""
    rows = [Row(name, _addressed(said, page, imprint), style) for style, name in STYLES.items()
            if (said := _reference(page, imprint, style))]
    own = imprint.cite(EDITORS, page.title, _SOME_ADDRESS)
    return write_box("引用本页", [*rows, Row("本版", _addressed(own, page, imprint), "edition")], page_files(page, imprint))


def _reference(page: EditorsPage, imprint: Imprint, style: str) -> str:
    """Return the reference in a style; one that prints no version has it with the name of the edition."""
    item = item_of(page, imprint) | {"URL": _SOME_ADDRESS}
    said = formatted(item, style)
    if not said or imprint.version in said:
        return said
    return formatted(item | {"container-title": f"{NAME}（{imprint.version} 版）"}, style)


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
    return {"headline": page.title, "author": [{"@type": "Organization", "name": EDITORS}], "datePublished": str(YEAR),
            "version": imprint.version, "inLanguage": "zh",
            "isPartOf": {"@type": "WebSite", "name": NAME} | address}
