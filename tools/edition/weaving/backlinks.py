"""How a paper stands in the edition: its themes, papers that cite it or the same works."""

from collections.abc import Iterator

from edition.weaving.escape import escape
from edition.weaving.facts import byline
from edition.weaving.labels import shortened
from edition.weaving.library import BIBLIOGRAPHY, Library
from edition.weaving.note_names import place_of


def write_backlinks(slug: str, library: Library) -> str:
    """Return the section as Markdown, "" where no other paper has to do with this one."""
    lines = [*_citing(slug, library), *_sharing(slug, library)]
    return "## 在本版之中 {#in-edition}\n\n" + "".join(lines) if lines else ""


def paper_name(slug: str, library: Library) -> str:
    """Return who wrote a paper, or its title where nobody is named."""
    front = library.papers[slug].front
    return byline(front) or shortened(front.name)


def note_link(slug: str, note: str, library: Library, up: str) -> str:
    """Return a link to a note with its place as text; to the page alone where that has no text."""
    anchor = f"#{note}" if (slug, note) in library.notes else ""
    return f"[{escape(place_of(note))}]({up}papers/{slug}/index.md{anchor})"


def _citing(slug: str, library: Library) -> Iterator[str]:
    entry = library.registry.of_paper(slug)
    for other in library.registry.papers_citing(entry.key) if entry else ():
        if other not in library.papers:
            continue
        notes = dict.fromkeys(each.note for each in library.registry.citing(entry.key) if each.paper == other)
        links = "、".join(note_link(other, note, library, "../../") for note in notes)
        yield f"- {_paper_link(other, library)}引用本文：{links}\n"


def _sharing(slug: str, library: Library) -> Iterator[str]:
    both: dict[str, list[str]] = {}
    for key in library.registry.cited_by(slug):
        for other in library.registry.papers_citing(key) if key in library.registry.items else ():
            both.setdefault(other, []).append(f"[{escape(library.label(key))}](../../{BIBLIOGRAPHY}#{key})")
    for other in library.papers:
        if other in both and other != slug:
            yield f"- {_paper_link(other, library)}与本文同引：{'、'.join(both[other])}\n"


def write_themes_of(slug: str, library: Library, up: str) -> str:
    """Return the line with the themes to which a paper belongs, "" where there is none."""
    links = [f"[{escape(title)}]({up}themes/{theme}.md)"
             for theme, title in library.theme_titles(library.papers[slug].front.themes)]
    return f"专题：{'、'.join(links)}\n{{: .themes }}\n" if links else ""


def _paper_link(slug: str, library: Library) -> str:
    return f"[{escape(paper_name(slug, library))}](../{slug}/index.md)"
