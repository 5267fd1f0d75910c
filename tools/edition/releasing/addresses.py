"""The addresses that an edition has now, from its files and readings; nothing needs to be woven for it."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from edition.bibliography import NoteCitations, registry
from edition.catalogue import Edition, Paper
from edition.editing import Anchor, Reading, parse_anchors, readings, redirects
from edition.editing.fingerprints import Fingerprint, fingerprint
from edition.glossary import glossary, is_term
from edition.problems import Refused
from edition.reading import Page, Work, reasons
from edition.releasing.manifest import Address, Kind, Manifest, digest_of, manifest_of, name_of
from edition.releasing.redirects import redirects_of
from edition.releasing.versions import releases_of
from edition.weaving import parse_outline
from edition.weaving.editors import THEME, read_page
from edition.weaving.glossary.lists import LISTS
from edition.weaving.intext.brackets import prose
from edition.weaving.labels import title_of
from edition.weaving.library import BIBLIOGRAPHY
from edition.weaving.outline import Section, sections_of
from edition.weaving.pictures.pages import OVERVIEW, PICTURES, THEMES
from edition.weaving.running import RUNNING
from edition.weaving.search_help import SEARCH

BEGINNING = 160
"""Characters by which a printed page is known again."""

_LISTED = ("papers/index.md", OVERVIEW, PICTURES, THEMES, BIBLIOGRAPHY, SEARCH)
"""Pages that the edition writes of itself, whatever is in it; the lists of terms come with the terms."""

_HEADING = re.compile(r"^#{2,6} +(?P<name>.*?) *\{#(?P<id>[\w-]+)[^}]*\} *$", re.MULTILINE)


def address_of(path: str) -> str:
    """Return the address of a page by its path below `docs`: `themes/peace.md` → `themes/peace/`, `index.md` → ``."""
    folder, _, name = path.rpartition("/")
    parts = [folder] if name in ("index.md", "README.md") else [folder, name.removesuffix(".md")]
    return "".join(f"{part}/" for part in parts if part)


@lru_cache(maxsize=2)
def addresses_of(edition: Edition) -> Manifest:
    """Return every address of the edition, papers first, then what was an address and leads to one."""
    former = redirects_of(edition).addresses()
    return manifest_of([*living(edition).values(), *former, *_released(edition)])


@lru_cache(maxsize=2)
def living(edition: Edition) -> Manifest:
    """Return the addresses at which something stands, and the paragraphs' redirects, which `anchors.tsv` holds."""
    read = readings(edition)
    cited = registry(edition).citations
    papers = (each for paper in edition.papers if paper.front
              for each in _paper(paper, read.get(paper.slug), cited.get(paper.slug, ())))
    return manifest_of([*papers, *_terms(edition), *_written(edition), *_works(edition), *_lists(edition)])


def _paper(paper: Paper, reading: Reading | None, cited: Iterable[NoteCitations]) -> Iterator[Address]:
    page = f"papers/{paper.slug}/"
    said = json.dumps([paper.values, paper.citations.value, [entry.why for entry in paper.emendations]], default=str)
    yield Address(page, Kind.PAPER if reading else Kind.TEXTLESS, name_of(paper.front.name), digest_of(said + paper.headnote))
    yield from _paragraphs(page, reading.anchors if reading else parse_anchors(paper.anchors_text or ""))
    yield from _headings(paper.headnote, page)
    yield from _sections(page, sections_of(reading.edited) if reading else _outline(paper))
    for each in paper.annotations:
        yield _known(f"{page}#{each.id}", Kind.ANNOTATION, each.paragraph, fingerprint(each.text))
    if reading:
        yield from _of_text(page, reading.edited)
    else:
        yield from (Address(f"{page}#{each.note}", Kind.NOTE) for each in cited)


def _paragraphs(page: str, anchors: Sequence[Anchor]) -> Iterator[Address]:
    ends = redirects(anchors)
    for anchor in sorted(anchors, key=lambda anchor: anchor.number):
        if anchor.id in ends:
            yield Address(f"{page}#{anchor.id}", Kind.REDIRECT, f"{page}#{ends[anchor.id]}")
        else:
            yield _known(f"{page}#{anchor.id}", Kind.PARAGRAPH, "", anchor.fingerprint)


def _outline(paper: Paper) -> tuple[Section, ...]:
    try:
        return parse_outline(paper.outline_text or "")
    except Refused:
        return ()


def _sections(page: str, sections: Iterable[Section]) -> Iterator[Address]:
    return (Address(f"{page}#{section.id}", Kind.SECTION, name_of(section.title), digest_of(section.title))
            for section in sections if section.id)


def _of_text(page: str, work: Work) -> Iterator[Address]:
    """Yield what only a text can tell: the abstract, the printed pages, the notes and their marks."""
    if abstract := "".join(block.text for block in work.of("abstract")):
        yield Address(f"{page}#abstract", Kind.SECTION, "提要", fingerprint(abstract).digest)
    for printed in _printed(work):
        beginning = fingerprint(_text_from(work, printed.start))
        yield _known(f"{page}#page-{printed.number}", Kind.PRINTED_PAGE, printed.number, beginning)
    for note in work.of("note"):
        yield _known(f"{page}#{note.id}", Kind.NOTE, note.mark, fingerprint(note.text))
    for mark in _marks(work):
        yield Address(f"{page}#{mark}", Kind.MARK)


def _known(where: str, kind: Kind, name: str, print: Fingerprint) -> Address:
    return Address(where, kind, name, print.digest, print.sketch)


def _printed(work: Work) -> Iterator[Page]:
    first, last = work.spans[0]
    return (page for page in work.pages if page.number and first <= page.line <= last)


def _text_from(work: Work, offset: int) -> str:
    """Return the beginning of the running text from an offset in the source."""
    texts = (piece.text for block in work.of(*RUNNING) for piece in block.pieces if piece.start >= offset)
    return "".join(_shortened(texts))


def _shortened(texts: Iterable[str]) -> Iterator[str]:
    """Yield texts until they have `BEGINNING` characters, the last cut."""
    left = BEGINNING
    for text in texts:
        yield text[:left]
        left -= len(text)
        if left <= 0:
            return


def _marks(work: Work) -> Iterator[str]:
    """Yield the ids of the notes' marks: `ref-n21-3`, and `ref-n21-3-2` where the mark stands a second time."""
    seen: dict[str, int] = {}
    for block in work.blocks:
        for piece in block.pieces:
            if piece.why == reasons.MARK and piece.text and piece.target:
                seen[piece.target] = seen.get(piece.target, 0) + 1
                yield f"ref-{piece.target}" + (f"-{seen[piece.target]}" if seen[piece.target] > 1 else "")


def _terms(edition: Edition) -> Iterator[Address]:
    texts = {page.path: page.text for page in edition.written}
    for term in glossary(edition).terms.values():
        yield Address(address_of(term.path), Kind.TERM, name_of(f"{term.front.zh} {term.front.en}"), digest_of(texts[term.path]))
    if glossary(edition).terms:
        yield from (Address(address_of(f"glossary/{name}.md"), Kind.PAGE, called) for name, called in LISTS.items())


def _written(edition: Edition) -> Iterator[Address]:
    for page in (page for page in edition.written if not is_term(page.path)):
        where, read = address_of(page.path), read_page(page.path, page.text)
        kind = Kind.THEME if read and read.kind == THEME else Kind.PAGE
        yield Address(where, kind, name_of(read.title if read else ""), digest_of(page.text))
        yield from _headings(page.text, where)


def _headings(text: str, where: str) -> Iterator[Address]:
    """Yield the sections of what editors wrote that bear an id of their own."""
    return (Address(f"{where}#{match['id']}", Kind.SECTION, name_of(match["name"]), digest_of(match["name"]))
            for match in _HEADING.finditer(prose(text)))


def _works(edition: Edition) -> Iterator[Address]:
    page = address_of(BIBLIOGRAPHY)
    return (Address(f"{page}#{key}", Kind.WORK, name_of(title_of(item)), digest_of(json.dumps(item, default=str)))
            for key, item in registry(edition).items.items())


def _released(edition: Edition) -> Iterator[Address]:
    """Yield the releases that the last one knows of, itself included."""
    last = releases_of(edition)[-1:]
    return (address for release in last for address in release.manifest.values() if address.kind is Kind.RELEASE)


def _lists(edition: Edition) -> Iterator[Address]:
    return (Address(address_of(path), Kind.PAGE) for path in _LISTED)
