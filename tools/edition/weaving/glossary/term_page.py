"""The page of a term: names, definitions, relations, where it stands in the papers."""

import html
from collections.abc import Sequence

from edition.glossary import ENGLISH, KINDS, USAGE, Term, traditional
from edition.weaving.backlinks import paper_name
from edition.weaving.cited import named_work
from edition.weaving.editors_cite import CITE_BOX
from edition.weaving.escape import escape
from edition.weaving.glossary.chart import bar_chart
from edition.weaving.glossary.concordance import write_concordance
from edition.weaving.head import head
from edition.weaving.intext import Cited, cite
from edition.weaving.intext.brackets import keys_in
from edition.weaving.labels import title_of
from edition.weaving.lexicon import short_definition
from edition.weaving.library import BIBLIOGRAPHY, Library
from edition.weaving.termlinks import link_terms

UP, ON_SITE = "../", "../../"
"""The way to the root: from the Markdown page, and from its address on the site, which Markdown does not see in HTML."""

RELATIONS = {"broader": "上位", "narrower": "下位", "see": "参见"}


def write_term(term: Term, library: Library) -> tuple[str, Cited]:
    """Return the page of a term as Markdown, and what its own text cites."""
    own, linked = link_terms(_editors_text(term), library.lexicon, UP, own=term.slug)
    cited = cite(own + _sources(term, library), library, UP)
    meta = head(term.front.zh, short_definition(term), scripts=["citing.js"], tips=library.lexicon.tips(linked))
    parts = [f"# {escape(term.front.zh)} {{#title}}\n",
             f'{escape(term.front.en)}\n{{: .title-en lang="en" }}\n', _facts(term, library),
             f"{CITE_BOX}\n", cited.text,
             _related(term, library), *_in_papers(term, library), _works(term, library), cited.notes]
    return meta + "\n".join(part for part in parts if part), cited


def _editors_text(term: Term) -> str:
    """Return what the editors wrote, in the order of the page."""
    usage, english = term.sections.get(USAGE, ""), term.sections.get(ENGLISH, "")
    parts = [f'<div class="definition" markdown>\n\n{term.definition}\n\n</div>\n' if term.definition else "",
             f"## 用法 {{#usage}}\n\n{usage}\n" if usage else "",
             f'## English {{#english lang="en"}}\n\n<div lang="en" markdown>\n\n{english}\n\n</div>\n' if english else ""]
    return "\n".join(part for part in parts if part)


def _sources(term: Term, library: Library) -> str:
    lines = "".join(f"- {_named(said, library)}{said}\n" for said in term.front.citations)
    return f"\n## 出处 {{#sources}}\n\n{lines}" if lines else ""


def _named(citation: str, library: Library) -> str:
    """Return which works a citation names; its note has the rest."""
    return "；".join(named_work(key, library, UP + BIBLIOGRAPHY) for key in keys_in(citation) if key in library.registry.items)


def _facts(term: Term, library: Library) -> str:
    front = term.front
    forms = [*front.aliases, *(f"{local.form}（{'、'.join(_names(local.papers, library))}）" for local in front.aliases_in)]
    rows = {
        "缩写": f'<span lang="en">{html.escape(", ".join(front.abbreviations))}</span>' if front.abbreviations else "",
        "又作": html.escape("、".join(forms)),
        "繁体": f'<span lang="zh-Hant">{html.escape(traditional(front.zh))}</span>'
        if traditional(front.zh) != front.zh else "",
        "类别": f'<a href="../by-kind/#{front.kind}">{KINDS[front.kind]}</a>',
        "专题": "、".join(f'<a href="{ON_SITE}themes/{slug}/">{html.escape(title)}</a>'
                       for slug, title in library.theme_titles(front.themes)),
    }
    said = "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>\n" for name, value in rows.items() if value)
    return f'<dl class="facts">\n{said}</dl>\n'


def _names(slugs: Sequence[str], library: Library) -> list[str]:
    return [paper_name(slug, library) if slug in library.papers else slug for slug in slugs]


def _related(term: Term, library: Library) -> str:
    relations, terms = library.lexicon.glossary.relations[term.slug], library.lexicon.glossary.terms
    lines = [f"- {called}：" + "、".join(f"[{escape(terms[slug].front.zh)}]({slug}.md)" for slug in relations[kind]) + "\n"
             for kind, called in RELATIONS.items() if relations[kind]]
    return "## 相关词条 {#related}\n\n" + "".join(lines) if lines else ""


def _in_papers(term: Term, library: Library) -> list[str]:
    """Return counts, neighbours and places; without the papers' texts what is missing."""
    counts = library.lexicon.counts(term.slug)
    if not counts:
        return [_nowhere(library)]
    names = {slug: paper_name(slug, library) for slug in library.papers}
    found = library.lexicon.found.meant[term.slug]
    total = sum(text for text, _ in counts.values())
    in_notes = sum(notes for _, notes in counts.values())
    said = (f"见于 {len(counts)} 篇论文，正文 {total} 次"
            + (f"，注文 {in_notes} 次（浅色）" if in_notes else "") + "。")
    return [f"## 分布 {{#distribution}}\n\n{said}\n\n{bar_chart(counts, names)}", _near(term, library),
            f"## 语境 {{#concordance}}\n\n{write_concordance(found, library, ON_SITE)}"]


def _nowhere(library: Library) -> str:
    if library.has_texts:
        return "## 分布 {#distribution}\n\n所收论文的正文与注中未见此词。\n"
    return ("## 分布 {#distribution}\n\n本站生成时没有论文的来源文件，故此处没有用例；有来源文件时，这里列出此词在各篇论文中的每一处。\n")


def _near(term: Term, library: Library) -> str:
    near, terms = library.lexicon.near.get(term.slug, []), library.lexicon.glossary.terms
    links = "、".join(f'[{escape(terms[slug].front.zh)}]({slug}.md) <span class="count">{both}</span>' for slug, both in near)
    return f"## 常在同段 {{#near}}\n\n{links}\n{{: .near }}\n" if links else ""


def _works(term: Term, library: Library) -> str:
    """Return the works of the bibliography that have the term in their title."""
    keys = library.works_naming.get(term.slug, ())
    lines = "".join(f"- [{escape(title_of(library.registry.items[key]))}]({UP}{BIBLIOGRAPHY}#{key})\n" for key in keys)
    return f"## 题名含此词的著作 {{#works}}\n\n{lines}" if lines else ""
