"""各篇共有: which terms which papers share, as a table of counts that one can read at a glance."""

import html
from collections.abc import Mapping, Sequence

from edition.glossary import Term
from edition.weaving.backlinks import paper_name
from edition.weaving.glossary.lists import LISTS, ways
from edition.weaving.head import head
from edition.weaving.library import Library

STEPS = (1, 3, 10, 30)
"""The counts at which a cell gets the next darker ground."""


def write_shared(library: Library) -> str:
    """Return the page; terms of most papers first, papers in the order of lists."""
    lexicon = library.lexicon
    counts = {term.slug: lexicon.counts(term.slug) for term in lexicon.in_order}
    shared = sorted((term for term in lexicon.in_order if len(counts[term.slug]) > 1),
                    key=lambda term: (-len(counts[term.slug]), -_total(counts[term.slug])))
    papers = {slug: paper_name(slug, library) for slug in library.papers if any(slug in each for each in counts.values())}
    said = (f"见于两篇以上论文的术语 {len(shared)} 条，按所见篇数与次数排列；格中是正文与注中的次数，颜色越深次数越多。"
            if shared else "本站生成时没有论文的来源文件，故此处没有次数。")
    return "\n".join([head(f"术语：{LISTS['shared']}", said), f"# 术语：{LISTS['shared']} {{#title}}\n", ways("shared"),
                      f"{said}\n", _table(shared, papers, counts) if shared else ""])


def _total(counts: Mapping[str, tuple[int, int]]) -> int:
    return sum(text + notes for text, notes in counts.values())


def _table(terms: Sequence[Term], papers: Mapping[str, str], counts: Mapping[str, Mapping[str, tuple[int, int]]]) -> str:
    heads = "".join(f'<th scope="col"><a href="../../papers/{slug}/"><span>{html.escape(name)}</span></a></th>'
                    for slug, name in papers.items())
    rows = "".join(f'<tr><th scope="row"><a href="../{term.slug}/">{html.escape(term.front.zh)}</a></th>'
                   + "".join(_cell(term.slug, slug, counts[term.slug].get(slug)) for slug in papers)
                   + f"<td>{len(counts[term.slug])}</td></tr>\n" for term in terms)
    return (f'<div class="matrix" tabindex="0" role="region" aria-label="术语与论文">\n<table class="matrix">\n'
            f'<thead><tr><th scope="col">术语</th>{heads}<th scope="col">篇数</th></tr></thead>\n'
            f"<tbody>\n{rows}</tbody>\n</table>\n</div>\n")


def _cell(term: str, paper: str, counted: tuple[int, int] | None) -> str:
    if not counted:
        return "<td></td>"
    total = sum(counted)
    step = sum(total >= least for least in STEPS)
    return f'<td class="step-{step}"><a href="../{term}/#in-{paper}">{total}</a></td>'
