"""Which pages of editors refer to which paper: by a link to its page, or by citing its key."""

from collections.abc import Iterable, Iterator, Mapping

from edition.bibliography import ReferenceRegistry
from edition.weaving.edited import Edited
from edition.weaving.editors import THEME, EditorsPage, read_page
from edition.weaving.intext.brackets import keys_in
from edition.weaving.library import Mentions
from edition.weaving.links import links_in
from edition.weaving.ordering import spelled

def mentions_of(written: Mapping[str, str], papers: Iterable[Edited], registry: ReferenceRegistry) -> Mentions:
    """Return for each paper, by slug, the pages that refer to it or that it names as its themes, in order of title.

    `written` are the pages' texts by their path below `docs`. What stands in code is no reference.
    """
    pages = [(page, text) for path, text in written.items() if (page := read_page(path, text))]
    pages.sort(key=lambda each: (spelled(each[0].title), each[0].title, each[0].path))
    slugs = {page.path: {*linked_papers(page.path, text), *_cited_papers(text, registry)} for page, text in pages}
    return {paper.front.slug: tuple(page for page, _ in pages
                                    if paper.front.slug in slugs[page.path] or _is_theme(page, paper))
            for paper in papers}


def linked_papers(path: str, text: str) -> Iterator[str]:
    """Yield the slugs of the papers to whose pages the text at this path below `docs` has Markdown links."""
    return (link.slug for link in links_in(path, text) if link.is_to_paper)


def _cited_papers(text: str, registry: ReferenceRegistry) -> Iterator[str]:
    return (registry.entries[key].slug for key in keys_in(text) if key in registry.entries)


def _is_theme(page: EditorsPage, paper: Edited) -> bool:
    return page.kind == THEME and page.path in {f"{THEME}/{theme}.md" for theme in paper.front.themes}
