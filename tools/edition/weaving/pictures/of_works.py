"""Pictures of what the papers cite: years, works, journals, people."""

from collections import Counter
from collections.abc import Iterator, Sequence

from edition.picturing import Chart, Label, Mark
from edition.picturing.measuring import MOST as LONGEST
from edition.picturing.measuring import fitting, width
from edition.weaving.labels import title_of, year_of
from edition.weaving.library import BIBLIOGRAPHY, Library
from edition.weaving.pictures.figure import Cell, Figure, heads
from edition.weaving.pictures.of_edition import FILES, grid, paper_labels, papers_of

MOST = 15
"""Works or journals that a picture shows."""

_SOURCE = "各篇论文的注与参考文献（见书目）。"


def years_by_paper(library: Library, up: str) -> Figure | None:
    """When what a paper cites came out; larger where it cites more works of a year."""
    counts = {paper: Counter(_years(paper, library)) for paper in papers_of(library)}
    labels = tuple(label for label in paper_labels(library, up) if counts[label.key])
    marks = tuple(Mark(year, label.key, weight=number, said=f"{label.said}，{year} 年：{number} 种")
                  for label in labels for year, number in sorted(counts[label.key].items()))
    rows = [[Cell(label.said, label.href), Cell(str(year)), Cell(str(number))]
            for label in labels for year, number in sorted(counts[label.key].items())]
    return Figure(
        "cited-years", "各篇所引著作的年份", "Years of the works cited, by paper",
        "横向是著作发表的年份，点越大，这一年的著作引得越多；年份不详者不计。没有注文的论文不在其中。",
        _SOURCE, "点图：每行一篇论文，横轴为所引著作的年份，点的大小为种数。下方“数据”列出全部数字。",
        Chart("dots", marks, labels), heads("论文", "年份", "种数"), rows, f"{up}{FILES}cited-years.csv") if marks else None


def _years(paper: str, library: Library) -> Iterator[int]:
    years = (year_of(library.registry.items[key]) for key in _cited(paper, library))
    return (year for year in years if year)


def _cited(paper: str, library: Library) -> Sequence[str]:
    return [key for key in library.registry.cited_by(paper) if key in library.registry.items]


def works_cited_most(library: Library, up: str) -> Figure | None:
    """Works by the number of notes that cite them."""
    papers = papers_of(library)
    notes = {key: len({(each.paper, each.note) for each in library.registry.citing(key) if each.paper in papers})
             for key in library.registry.items}
    chosen = sorted((key for key in notes if notes[key] > 1), key=lambda key: (-notes[key], key))[:MOST]
    labels = tuple(Label(key, _titled(key, library), _address(key, up)) for key in chosen)
    return _bars("works-cited", "引用最多的著作", "Works cited most", labels, notes, up, "条注",
                 f"依引用它的注数取前 {len(labels)} 种；点名称到书目。")


def _titled(key: str, library: Library) -> str:
    """Return the beginning of a work's title, and its year."""
    item = library.registry.items[key]
    year = str(year_of(item) or "")
    return f"{fitting(title_of(item), LONGEST - width(year + ' '))} {year}".strip()


def _address(key: str, up: str) -> str:
    return f"{up}{BIBLIOGRAPHY.removesuffix('index.md')}#{key}"


def journals_cited_most(library: Library, up: str) -> Figure | None:
    """Journals by the number of their articles that are cited."""
    papers = papers_of(library)
    items = library.registry.items
    cited = {key for paper in papers for key in _cited(paper, library)}
    counts = Counter(str(items[key].get("container-title")) for key in cited
                     if items[key].get("type") == "article-journal" and items[key].get("container-title"))
    chosen = sorted((name for name in counts if counts[name] > 1), key=lambda name: (-counts[name], name))[:MOST]
    return _bars("journals-cited", "引用最多的期刊", "Journals cited most", tuple(Label(name, name) for name in chosen),
                 counts, up, "篇文章", f"依被引文章的篇数取前 {len(chosen)} 种。")


def _bars(name: str, title: str, english: str, labels: tuple[Label, ...], counts, up: str, unit: str, caption: str) -> Figure | None:
    marks = tuple(Mark(counts[label.key], label.key, said=f"{label.said}：{counts[label.key]} {unit}", href=label.href,
                       value=str(counts[label.key])) for label in labels)
    rows = [[Cell(label.said, label.href), Cell(str(counts[label.key]))] for label in labels]
    return Figure(name, title, english, caption, _SOURCE,
                  f"横条图：{title}，条长为{unit}数。下方“数据”列出全部数字。",
                  Chart("bars", marks, labels), heads(title, unit), rows, f"{up}{FILES}{name}.csv") if marks else None


def people_cited_by_several(library: Library, up: str) -> Figure | None:
    """Authors whom two or more papers cite × papers; a cell leads to the first work there."""
    works = {(person, paper): keys for paper in papers_of(library) for person, keys in _people(paper, library).items()}
    papers = Counter(person for person, _ in works)
    counts = {key: len(keys) for key, keys in works.items() if papers[key[0]] > 1}
    people = sorted({person for person, _ in counts}, key=lambda person: (-papers[person], person))
    hrefs = {key: _address(works[key][0], up) for key in counts}
    columns = tuple(label for label in paper_labels(library, up) if any(paper == label.key for _, paper in counts))
    return grid("people-cited", "几篇论文同引的作者", "Authors cited by several papers",
                tuple(Label(person, person) for person in people), columns, counts, hrefs, up, unit="种著作", corner="作者",
                caption="两篇以上论文引用其著作的作者（含机构）；格中是该篇所引的种数。点格子到书目中的第一种。",
                source=_SOURCE, alternative="网格图：行为作者，列为论文，格中是论文引用该作者的著作种数。下方“数据”列出全部数字。")


def _people(paper: str, library: Library) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key in _cited(paper, library):
        for name in library.registry.items[key].get("author") or ():
            found.setdefault(_called(name), []).append(key)
    return found


def _called(name: dict) -> str:
    if name.get("literal"):
        return name["literal"]
    between = "" if any(character > "\u2e80" for character in name.get("family", "")) else " "
    parts = [name.get("family", ""), name.get("given", "")] if not between else [name.get("given", ""), name.get("family", "")]
    return between.join(part for part in parts if part)
