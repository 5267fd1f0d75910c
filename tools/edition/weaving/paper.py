"""The page of one paper: from its front matter, the editors' layers and, where it is at hand, its text."""

import html
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from edition.catalogue import Entry, Front
from edition.reading import Work
from edition.weaving.apparatus import said_of, write_apparatus, write_lone_marks
from edition.weaving.blocks import write_abstract, write_abstract_en, write_block, write_note
from edition.weaving.escape import escape, escape_alone, one_line
from edition.weaving.facts import byline, describe, fact_box, span_text
from edition.weaving.outline import Section, write_outline
from edition.weaving.running import Running, plain

BODY = ("heading", "paragraph", "table", "figure", "remark")


@dataclass(frozen=True)
class Edited:
    """A paper as edited: all that its page is woven from.

    `front` is its front matter, `work` its text with paragraph ids (None without its source), `former` maps an id that
    is used no more to the one that took its place, `outline` is what an earlier reading wrote down.
    """

    front: Front
    headnote: str = ""
    work: Work | None = None
    emendations: Sequence[Entry] = ()
    former: Mapping[str, str] = field(default_factory=dict)
    outline: tuple[Section, ...] = ()

    @property
    def path(self) -> str:
        return f"papers/{self.front.slug}/index.md"


def in_order(papers: Iterable[Edited]) -> list[Edited]:
    """Return the papers in the order of their sources, samples last."""
    def place(paper: Edited) -> tuple:
        source = paper.front.source
        return paper.front.sample, source.file, source.lines[0]

    return sorted(papers, key=place)


def head(title: str, description: str) -> str:
    """Return the front matter of a page; escaped, for the theme puts it into HTML as it is. JSON strings are YAML."""
    said = {"title": html.escape(one_line(title)), "description": html.escape(one_line(description))}
    lines = "".join(f"{key}: {json.dumps(text, ensure_ascii=False)}\n" for key, text in said.items())
    return f"---\n{lines}---\n\n"


def write_paper(paper: Edited) -> str:
    """Return the page of a paper as Markdown."""
    return _with_text(paper, paper.work) if paper.work else _without_text(paper)


def _with_text(paper: Edited, work: Work) -> str:
    running = Running(work, {e.id: said_of(e) for e in paper.emendations}, _gather(paper.former))
    parts = [
        _first_page(work, running),
        _opening(paper, running),
        write_abstract([*work.of("abstract")], running, "提要"),
        write_abstract_en([*work.of("abstract_en")], running),
        *(write_block(block, running) for block in work.of(*BODY)),
        _apart(running.pages_left()),
        write_apparatus(paper.emendations, _places(work, running)),
    ]
    notes = [write_note(block, running) for block in work.of("note")]
    parts += [write_lone_marks(running.lone_marks), "## 注释 {#notes}\n" if notes else "", *notes]
    abstract = "".join(map(plain, work.of("abstract")))
    return head(paper.front.name, describe(paper.front, abstract)) + "\n".join(part for part in parts if part)


def _first_page(work: Work, running: Running) -> str:
    """Return the anchor of the page with the title, which stands before it."""
    title = next(work.of("title", "author", "abstract", *BODY), None)
    return _apart(running.pages_until(title.start)) if title else ""


def _apart(anchors: str) -> str:
    return f"{anchors}\n{{: .anchors }}\n" if anchors else ""


def _without_text(paper: Edited) -> str:
    parts = [_opening(paper, None), _missing(paper)]
    if paper.outline:
        parts.append("## 篇章结构 {#outline}\n\n" + write_outline(paper.outline))
    return head(paper.front.name, describe(paper.front, "")) + "\n".join(parts)


def _opening(paper: Edited, running: Running | None) -> str:
    front = paper.front
    names = escape_alone(byline(front)) + (running.marks_apart() if running else "")
    emended = len(paper.emendations) if running else 0
    parts = [
        _title(front),
        f"{escape_alone(front.subtitle)}\n{{: .subtitle }}\n" if front.subtitle else "",
        f'{escape_alone(front.title_en)}\n{{: .title-en lang="en" }}\n' if front.title and front.title_en else "",
        f"{names}\n{{: .byline }}\n" if names else "",
        fact_box(front, emended),
        f'<div class="headnote" markdown>\n\n{paper.headnote.strip()}\n\n</div>\n' if paper.headnote.strip() else "",
    ]
    return "\n".join(part for part in parts if part)


def _title(front: Front) -> str:
    language = "" if front.title else ' lang="en"'
    return f"# {escape(front.name)} {{#title{language}}}\n"


def _missing(paper: Edited) -> str:
    source = paper.front.source
    return (
        '<div class="missing-source" markdown>\n\n'
        "本站生成时没有这篇论文的来源文件，故此页只有书目、编者按和篇章结构。论文的文字属于作者与出版者，不在本仓库之内。"
        f"要得到全文：取得 `{source.file}`（SHA-256 为 `{source.sha256}`，用第 {span_text(source.lines)} 行），放入 `papers/` 目录，"
        "或以环境变量 `EDITION_PAPERS` 指出其所在目录，再运行 `make site`。\n\n"
        '<span lang="en">The source text of this paper was not at hand when this site was built. '
        "Put the file named above into `papers/` and run `make site` again.</span>\n\n</div>\n"
    )


def _gather(former: Mapping[str, str]) -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = {}
    for old, target in former.items():
        gathered.setdefault(target, []).append(old)
    return gathered


def _places(work: Work, running: Running) -> set[str]:
    return {block.id for block in work.blocks if block.id} | running.emended
