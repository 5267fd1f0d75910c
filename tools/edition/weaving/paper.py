"""The page of one paper: from its front matter, the editors' layers and, where it is at hand, its text."""

from collections.abc import Iterator, Mapping

from edition.catalogue import Front
from edition.reading import Block, Work
from edition.weaving.annotations import by_paragraph, in_order, write_annotations
from edition.weaving.apparatus import said_of, write_apparatus, write_lone_marks
from edition.weaving.backlinks import write_backlinks, write_themes_of
from edition.weaving.blocks import write_abstract, write_abstract_en, write_block, write_note
from edition.weaving.citebox import cite_box, print_head
from edition.weaving.cited import work_links
from edition.weaving.edited import Edited
from edition.weaving.editors_words import EditorsWords, editors_words
from edition.weaving.escape import attribute, escape, escape_alone
from edition.weaving.facts import byline, describe, fact_box, span_text
from edition.weaving.glossary.paper_terms import write_terms
from edition.weaving.head import head
from edition.weaving.insets import UP, plain
from edition.weaving.length import length_of, say_length
from edition.weaving.library import Library
from edition.weaving.mending import mending_of
from edition.weaving.metadata import linked_data_of, tags_of
from edition.weaving.outline import write_outline
from edition.weaving.running import Running

BODY = ("heading", "paragraph", "table", "figure", "remark")


def write_paper(paper: Edited, library: Library | None = None) -> str:
    """Return the page of a paper as Markdown."""
    library = library or Library(listed=[paper])
    words = editors_words(paper, library)
    write = _with_text if paper.work else _without_text
    abstract = "".join(map(plain, paper.work.of("abstract"))) if paper.work else ""
    front = paper.front
    meta = head(front.name, describe(front, abstract), scripts=["citing.js", "reading.js"], highwire=tags_of(front),
                linked=linked_data_of(front), mend=mending_of(paper),
                tips=library.lexicon.tips([*words.terms, *_terms_of(front.slug, library)]))
    return meta + "\n".join(part for part in (*write(paper, library, words), words.notes) if part)


def _terms_of(slug: str, library: Library) -> Iterator[str]:
    """Yield the terms that the text of a paper links to."""
    links = library.lexicon.found.links.get(slug, {})
    return (match.term for matches in links.values() for match in matches)


def _with_text(paper: Edited, library: Library, words: EditorsWords) -> list[str]:
    work = paper.work or Work((), ())
    running = Running(work, {e.id: said_of(e) for e in paper.emendations}, _gather(paper.former),
                      library.lexicon.found.links.get(paper.front.slug, {}), by_paragraph(paper.annotations, paper.former))
    parts = [
        _first_page(work, running),
        _opening(paper, running, library, words),
        write_abstract([*work.of("abstract")], running, "提要"),
        write_abstract_en([*work.of("abstract_en")], running),
        *(write_block(block, running) for block in work.of(*BODY)),
        _apart(running.pages_left()),
        write_annotations(in_order(paper.annotations), words.annotations, running.annotated),
        write_apparatus(paper.emendations, _places(work, running)),
        write_terms(paper.front.slug, library, UP),
        write_backlinks(paper.front.slug, library),
    ]
    notes = [write_note(block, running, _links(paper, block, library)) for block in work.of("note")]
    return [*parts, write_lone_marks(running.lone_marks), "## 注释 {#notes}\n" if notes else "", *notes]


def _links(paper: Edited, note: Block, library: Library) -> str:
    return work_links(library.registry.of_note(paper.front.slug, note.id), library, UP)


def _first_page(work: Work, running: Running) -> str:
    """Return the anchor of the page with the title, which stands before it."""
    title = next(work.of("title", "author", "abstract", *BODY), None)
    return _apart(running.pages_until(title.start)) if title else ""


def _apart(anchors: str) -> str:
    return f"{anchors}\n{{: .anchors }}\n" if anchors else ""


def _without_text(paper: Edited, library: Library, words: EditorsWords) -> list[str]:
    outline = "## 篇章结构 {#outline}\n\n" + write_outline(paper.outline) if paper.outline else ""
    backlinks = write_backlinks(paper.front.slug, library)
    annotations = write_annotations(in_order(paper.annotations), words.annotations)
    return [_opening(paper, None, library, words), _missing(paper, library), outline, annotations, backlinks]


def _opening(paper: Edited, running: Running | None, library: Library, words: EditorsWords) -> str:
    front = paper.front
    names = escape_alone(byline(front)) + (running.marks_apart() if running else "")
    emended = len(paper.emendations) if running else 0
    length = say_length(length_of(paper.work)) if running and paper.work else ""
    parts = [
        print_head(front, library),
        _title(front),
        f"{escape_alone(front.subtitle)}\n{{: .subtitle }}\n" if front.subtitle else "",
        f'{escape_alone(front.title_en)}\n{{: .title-en lang="en" }}\n' if front.title and front.title_en else "",
        f"{names}\n{{: .byline }}\n" if names else "",
        fact_box(front, emended, length),
        write_themes_of(front.slug, library, UP),
        cite_box(front, library),
        f'<div class="headnote" markdown>\n\n{words.headnote}\n\n</div>\n' if words.headnote else "",
    ]
    return "\n".join(part for part in parts if part)


def _title(front: Front) -> str:
    language = "" if front.title else ' lang="en"'
    return f"# {escape(front.name)} {{#title{language}}}\n"


def _missing(paper: Edited, library: Library) -> str:
    source = paper.front.source
    return (
        '<div class="missing-source" markdown>\n\n'
        f"{_addresses(paper, library)}本站生成时没有这篇论文的来源文件，故此页只有书目、编者按和篇章结构。论文的文字属于作者与出版者，不在本仓库之内。"
        f"要得到全文：取得 `{source.file}`（SHA-256 为 `{source.sha256}`，用第 {span_text(source.lines)} 行），放入 `papers/` 目录，"
        "或以环境变量 `EDITION_PAPERS` 指出其所在目录，再运行 `make site`。\n\n"
        '<span lang="en">The source text of this paper was not at hand when this site was built. '
        "Put the file named above into `papers/` and run `make site` again.</span>\n\n</div>\n"
    )


def _addresses(paper: Edited, library: Library) -> str:
    """Return empty anchors for the paragraphs and notes that people may have cited."""
    outline = {section.id for section in paper.outline}
    ids = (id for id in dict.fromkeys([*paper.addresses, *library.notes_of(paper)]) if id not in outline)
    return "".join(f'<span id="{attribute(id)}"></span>' for id in ids)


def _gather(former: Mapping[str, str]) -> dict[str, list[str]]:
    gathered: dict[str, list[str]] = {}
    for old, target in former.items():
        gathered.setdefault(target, []).append(old)
    return gathered


def _places(work: Work, running: Running) -> set[str]:
    return {block.id for block in work.blocks if block.id} | running.emended
