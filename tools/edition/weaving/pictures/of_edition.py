"""Pictures that the edition draws of itself: themes, paragraphs and terms of the papers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from edition.glossary import FOLDER as GLOSSARY
from edition.picturing import Chart, Label, Mark
from edition.weaving.backlinks import paper_name
from edition.weaving.library import Library
from edition.weaving.pictures.figure import Cell, Figure, heads

FILES = "pictures/"
"""Where the data of these pictures lie."""

Counts = Mapping[tuple[str, str], int]
"""By row and column of a grid."""


def papers_of(library: Library) -> dict[str, str]:
    """Return what the papers are called by slug, in the order of lists; samples only where there is nothing else."""
    real = {slug: paper_name(slug, library) for slug, paper in library.papers.items() if not paper.front.sample}
    return real or {slug: paper_name(slug, library) for slug in library.papers}


def paper_labels(library: Library, up: str) -> tuple[Label, ...]:
    return tuple(Label(slug, name, f"{up}papers/{slug}/") for slug, name in papers_of(library).items())


def theme_labels(library: Library, up: str) -> tuple[Label, ...]:
    return tuple(Label(slug, title, f"{up}themes/{slug}/") for slug, title in library.themes.items())


def themes_by_paper(library: Library, up: str) -> Figure | None:
    """Papers × themes: how often a theme's page links to paragraphs of a paper; a cell leads to the first of them."""
    papers = papers_of(library)
    linked = {(theme, paper): ids for theme, of in library.threads.items()
              for paper, ids in of.items() if paper in papers}
    counts = {key: len(ids) for key, ids in linked.items()}
    hrefs = {(theme, paper): f"{up}papers/{paper}/#{ids[0]}" for (theme, paper), ids in linked.items()}
    themes = theme_labels(library, up)
    return grid("themes-papers", "专题与论文", "Themes and papers", themes, paper_labels(library, up), counts, hrefs, up, unit="处链接", corner="专题",
                caption="每格是一个专题的页面引到一篇论文各段的次数，颜色越深次数越多。点格子到该专题所引的第一段，点名称到专题或论文。",
                source="编者所写各专题页面中的段落链接。",
                alternative="网格图：行为专题，列为论文，格中是专题引到论文段落的次数。下方“数据”列出全部数字。")


def paragraphs_by_theme(library: Library, up: str) -> Figure | None:
    """Under each paper its themes, and a dot for each paragraph that a theme links to."""
    rows: list[Label] = []
    marks: list[Mark] = []
    table: list[list[Cell]] = []
    for paper, name in papers_of(library).items():
        themes = [theme for theme in library.themes if paper in library.threads.get(theme, ())]
        rows += [Label(paper, name, f"{up}papers/{paper}/", head=True)] if themes else []
        for theme in themes:
            key, title = f"{paper} {theme}", library.themes[theme]
            times = Counter(library.threads[theme][paper])
            rows.append(Label(key, title, f"{up}themes/{theme}/"))
            marks += [Mark(int(id[1:]), key, weight=times[id], said=f"{name} {id}：{title}（{times[id]} 次）",
                           href=f"{up}papers/{paper}/#{id}") for id in sorted(times, key=_number)]
            table += [[Cell(name), Cell(title), Cell(id, f"{up}papers/{paper}/#{id}"), Cell(str(times[id]))]
                      for id in sorted(times, key=_number)]
    if not marks:
        return None
    return Figure(
        "paragraphs", "各专题所引的段落", "Paragraphs that the themes refer to",
        "每篇论文之下列出引用它的专题，横向是段号；一个点是专题引到的一段，点越大引用越多。点一个点到那一段。",
        "编者所写各专题页面中的段落链接。",
        "点图：按论文分组，每行一个专题，横轴为段号，点为专题所引的段落。下方“数据”逐段列出，并有链接。",
        Chart("dots", tuple(marks), tuple(rows)), heads("论文", "专题", "段落", "次数"), table, f"{up}{FILES}paragraphs.csv")


def _number(id: str) -> int:
    return int(id[1:])


def terms_by_paper(library: Library, up: str, most: int, by_papers: bool) -> Figure | None:
    """Terms × papers: the terms of most papers, or the most frequent; a cell leads to the places in that paper."""
    papers = papers_of(library)
    counts = {(term.slug, paper): sum(both) for term in library.lexicon.in_order
              for paper, both in library.lexicon.counts(term.slug).items() if paper in papers}
    chosen = _chosen(counts, most, by_papers)
    terms = library.lexicon.glossary.terms
    labels = tuple(Label(slug, terms[slug].front.zh, f"{up}{GLOSSARY}{slug}/") for slug in chosen)
    hrefs = {(term, paper): f"{up}{GLOSSARY}{term}/#in-{paper}" for term, paper in counts}
    name, title, english, by = (("shared-terms", "见于论文最多的术语", "Terms that most papers share", "所见论文的篇数")
                                if by_papers else ("terms-papers", "最常见的术语", "The most frequent terms", "总次数"))
    return grid(name, title, english, labels, paper_labels(library, up), counts, hrefs, up, unit="次",
                corner="术语", caption=f"依{by}取前 {len(labels)} 条术语；格中是它在一篇论文正文与注中的次数。点格子到该篇中的每一处，点名称到词条。",
                source="本版对各篇正文与注的检索（见各词条的语境）。",
                alternative="网格图：行为术语，列为论文，格中是术语在论文中的次数。下方“数据”列出全部数字。")


def terms_by_theme(library: Library, up: str, most: int) -> Figure | None:
    """Terms × themes: how often a term stands in the paragraphs that a theme refers to; a cell leads to the first place."""
    linked = {theme: {(paper, id) for paper, ids in of.items() for id in ids} for theme, of in library.threads.items()}
    papers = papers_of(library)
    by_paper = {(term.slug, paper): sum(both) for term in library.lexicon.in_order
                for paper, both in library.lexicon.counts(term.slug).items() if paper in papers}
    chosen = _chosen(by_paper, most, by_papers=True)
    counts: dict[tuple[str, str], int] = {}
    hrefs: dict[tuple[str, str], str] = {}
    for term in chosen:
        for each in library.lexicon.found.meant[term]:
            for theme in (theme for theme in linked if (each.paper, each.passage.anchor) in linked[theme]):
                counts[term, theme] = counts.get((term, theme), 0) + 1
                hrefs.setdefault((term, theme), f"{up}papers/{each.paper}/?mark={quote(each.form)}#{each.passage.anchor}")
    terms = library.lexicon.glossary.terms
    labels = tuple(Label(slug, terms[slug].front.zh, f"{up}{GLOSSARY}{slug}/") for slug in chosen)
    return grid("terms-themes", "术语与专题", "Terms and themes", labels, theme_labels(library, up), counts, hrefs, up, unit="次",
                corner="术语", caption="格中是术语在一个专题所引的各段中出现的次数。点格子到其中第一处，点名称到词条或专题。",
                source="本版对各篇正文的检索，编者所写各专题页面中的段落链接。",
                alternative="网格图：行为术语，列为专题，格中是术语在专题所引段落中的次数。下方“数据”列出全部数字。")


def _chosen(counts: Counts, most: int, by_papers: bool) -> list[str]:
    papers, total = Counter(term for term, _ in counts), Counter()
    for (term, _), count in counts.items():
        total[term] += count
    first, second = (papers, total) if by_papers else (total, papers)
    return sorted(total, key=lambda term: (-first[term], -second[term], term))[:most]


def grid(name: str, title: str, english: str, rows: Sequence[Label], columns: Sequence[Label], counts: Counts,
         hrefs: Mapping[tuple[str, str], str], up: str, *, unit: str, corner: str, caption: str, source: str, alternative: str) -> Figure | None:
    """Return a grid of counts with its table; None where there is nothing to be counted."""
    marks = tuple(Mark(column.key, row.key, weight=counts[key], said=f"{row.said}，{column.said}：{counts[key]} {unit}",
                       href=hrefs.get(key, ""), value=str(counts[key]))
                  for row in rows for column in columns if (key := (row.key, column.key)) in counts)
    if not marks:
        return None
    table = [[Cell(row.said, row.href), *(Cell(str(counts.get(key, "")), hrefs.get(key, "") if key in counts else "")
                                          for key in ((row.key, column.key) for column in columns))] for row in rows]
    return Figure(name, title, english, caption, source, alternative, Chart("matrix", marks, tuple(rows), tuple(columns)),
                  (Cell(corner), *(Cell(column.said, column.href) for column in columns)), table, f"{up}{FILES}{name}.csv")
