"""检索: the page, and the index of all that can be found on the site."""

from collections.abc import Iterator, Sequence

from edition.searching import FOLDER, Document, Name, Passage, build_index
from edition.weaving.contents import Contents
from edition.weaving.editors import TERM, THEME, EditorsPage
from edition.weaving.escape import escape
from edition.weaving.head import head
from edition.weaving.library import Library
from edition.weaving.passages import document_of
from edition.weaving.search_help import HELP, SEARCH

_PRELOAD = [*(f"assets/{name}.js" for name in ("search-folding", "search-index", "search")), f"{FOLDER}/root.js"]
"""What the page needs at once, from the site's root; else each would wait for the one before it."""


def search_files(contents: Contents, library: Library) -> dict[str, str]:
    """Return the page and the files of the index by their paths below build/docs."""
    lacking = sum(paper.work is None for paper in library.papers.values())
    documents, passages = contents.documents, contents.passages
    names = (*_terms(contents.pages), *_papers(library), *_authors(library))
    themes = tuple((page.slug, page.title) for page in contents.pages if page.kind == THEME)
    return {**build_index(documents, passages, names, themes, lacking), SEARCH: _page(documents, passages, lacking)}


def _terms(pages: Sequence[EditorsPage]) -> Iterator[Name]:
    return (Name(page.title, page.name_en, "term", page.folder, page.other_names) for page in pages if page.kind == TERM)


def _papers(library: Library) -> Iterator[Name]:
    return (Name(paper.front.title, paper.front.title_en, "paper", document_of(paper).path)
            for paper in library.papers.values())


def _authors(library: Library) -> Iterator[Name]:
    """Yield each author once, with the first paper."""
    found = {(each.name, each.name_en): document_of(paper).path
             for paper in reversed(library.papers.values()) for each in paper.front.authors}
    return (Name(name, name_en, "author", path) for (name, name_en), path in found.items())


def _page(documents: Sequence[Document], passages: Sequence[Passage], lacking: int) -> str:
    said = f"可检索 {len(documents)} 个页面的 {len(passages)} 段文字：论文的正文与注释、编者的文字、词条。"
    note = f"本站生成时没有其中 {lacking} 篇论文的来源文件，其正文与注释不在检索之列。" if lacking else ""
    return (head("检索", "在论文正文、注释、编者文字和词条中逐字检索，繁简皆可，可用拼音与英文查找名称。",
                 preload=_PRELOAD)
            + f"# 检索 {{#title}}\n\n{escape(said + note)}\n\n{_FORM}\n{HELP}")


def _choice(name: str, label: str, options: str = "") -> str:
    return f'<label>{label} <select name="{name}">{options or _ALL}</select></label>\n'


_ALL = '<option value="">全部</option>'
_ORDER = '<option value="">相符程度</option><option value="text">篇目次序</option>'
_FORM = (
    '<div class="search-page">\n<noscript><p>检索需要浏览器运行脚本。</p></noscript>\n<form role="search" aria-label="全文检索" hidden>\n'
    '<input type="search" name="q" aria-label="检索词" placeholder="检索词" autocomplete="off" autocapitalize="off"'
    ' spellcheck="false" enterkeyhint="search">\n<button type="submit">检索</button>\n'
    '<div class="filter" hidden>\n'
    + _choice("kind", "类别") + _choice("paper", "篇目") + _choice("theme", "专题") + _choice("order", "次序", _ORDER)
    + '</div>\n</form>\n<p class="search-status" role="status"></p>\n<ul class="search-names" aria-label="相关名称" hidden></ul>\n'
    '<ol class="search-results" aria-label="检索结果"></ol>\n<button type="button" class="search-more" hidden></button>\n</div>\n'
)
