"""What previews show of other pages: small scripts that a page loads when a link to another one is looked at.

`previews/papers/talks.js` holds what the page is called, how it begins, and which ids stand in which of the files
`previews/papers/talks/0.js`, `1.js` …; these hold the paragraphs, notes and sections. Every file makes one call,
`editionPreview(name, content)`, so that it loads from a disk too, where a page may fetch nothing.
"""

import html
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from edition.catalogue.front_matter import split
from edition.catalogue.yaml_lines import parse
from edition.searching import Document, Passage, Rank
from edition.weaving.contents import Contents
from edition.weaving.library import Library
from edition.weaving.note_names import parts_of
from edition.weaving.plain import first_sentences
from edition.weaving.prose_passages import HEADNOTE

FOLDER = "previews"
PART = 1800
"""Characters of a file of paragraphs, where not one alone is longer."""

BEGINNING = 160
"""Characters after which the beginning of a page or of a section ends with its sentence."""


_AT_ITS_FOLDER = ("index", "README")
"""Pages whose address is that of their folder."""


class Shown(NamedTuple):
    """What a preview shows of a place: its id, where that is in words, and the text."""

    id: str
    where: str
    text: str


def preview_files(contents: Contents, woven: Mapping[str, str], library: Library) -> dict[str, str]:
    """Return the files by their paths below build/docs; `woven` are all pages, of which some are mere lists."""
    files: dict[str, str] = {}
    passages: dict[str, list[Passage]] = {}
    for passage in contents.passages:
        passages.setdefault(passage.document, []).append(passage)
    english = {page.folder: page.name_en for page in contents.pages}
    english |= {paper.path.removesuffix(".md"): paper.front.title_en for paper in library.papers.values()}
    for document in contents.documents:
        said = passages.get(document.path, [])
        names = (_name(document), english.get(document.path, ""), _beginning(document, said, library))
        files |= _files(document.path, names, _parts([*_places(said)] if document.kind == "paper" else []))
    known = {f"{document.path}.md" for document in contents.documents}
    lists = (path for path in woven if path.endswith(".md") and path not in known)
    return files | {name: text for path in lists for name, text in _of_list(path, woven[path])}


def _name(document: Document) -> str:
    return document.label if document.kind == "paper" else document.title


def _beginning(document: Document, passages: Sequence[Passage], library: Library) -> str:
    """Return how editors introduce a page: a term's definition, a paper's headnote, the first paragraph of another."""
    if document.kind == "term":
        return library.lexicon.tips([document.path.rpartition("/")[2]]).popitem()[1][2]
    text = (each.text for each in passages if each.rank is Rank.BODY and (document.kind != "paper" or each.at == HEADNOTE))
    return first_sentences(next(text, ""), BEGINNING)


def _places(passages: Sequence[Passage]) -> Iterator[Shown]:
    """Yield the paragraphs and notes with ids of their own, and each section with how it begins."""
    sections: list[Passage] = []
    for passage in passages:
        if passage.rank is Rank.HEADING and passage.anchor:
            sections.append(passage)
        elif passage.rank is Rank.BODY and passage.kind == "text":
            yield from (Shown(each.anchor, each.text, first_sentences(passage.text, BEGINNING)) for each in sections)
            sections = []
        if where := _where(passage):
            yield Shown(passage.anchor, where, passage.text)


def _where(passage: Passage) -> str:
    """Return where a paragraph or a note is, in words; "" for what is no such."""
    if passage.rank is Rank.NOTE:
        page, mark = parts_of(passage.anchor) or ("", passage.anchor)
        return f"原刊第 {page} 页，注 {mark}" if page else f"注 {mark}"
    if passage.kind != "text" or passage.rank is not Rank.BODY or not passage.anchor:
        return ""
    return f"第 {passage.anchor} 段" + (f"，原刊第 {passage.page.replace('-', '–')} 页" if passage.page else "")


def _parts(places: Sequence[Shown]) -> list[list[Shown]]:
    parts: list[list[Shown]] = []
    room = 0
    for shown in places:
        if len(shown.text) > room or not parts:
            parts.append([])
            room = PART
        parts[-1].append(shown)
        room -= len(shown.text)
    return parts


def _files(page: str, names: Sequence[str], parts: Sequence[Sequence[Shown]]) -> dict[str, str]:
    """Return the file of a page (`papers/talks/index`) and those of its parts."""
    folder, _, last = page.rpartition("/")
    name = folder if last in _AT_ITS_FOLDER else page
    files = {name: [*names, [[shown.id for shown in part] for part in parts]]}
    files |= {f"{name}/{number}": {each.id: [each.where, each.text] for each in part} for number, part in enumerate(parts)}
    return {f"{FOLDER}/{name}.js": _script(name, content) for name, content in files.items()}


def _of_list(path: str, text: str) -> Iterator[tuple[str, str]]:
    front = parse(split(text).yaml or "", path).value
    said = front if isinstance(front, dict) else {}
    names = [html.unescape(str(said.get(key) or "")) for key in ("title", "title_en", "description")]
    if names[0] and path != "index.md":
        yield from _files(path.removesuffix(".md"), names, ()).items()


def _script(name: str, content: Any) -> str:
    return f"editionPreview({json.dumps(name)},{json.dumps(content, ensure_ascii=False, separators=(',', ':'))})\n"
