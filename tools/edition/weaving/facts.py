"""What a paper is: the fact box of its page, the lines that name it in lists, its description."""

import html
from collections.abc import Iterable

from edition.catalogue import Author, Front
from edition.catalogue.forms import LEVELS
from edition.reading import Span
from edition.weaving.escape import escape

_WITH_GROUND = ("authors", "keywords", "venue", "venue.name", "venue.year", "venue.issue", "venue.pages", "venue.date")
"""Keys that show the ground of what was inferred beside their value."""

DESCRIPTION = 150
"""Characters of a description that search engines show."""


def byline(front: Front) -> str:
    """Return the authors' names as printed, or the English ones."""
    between = "、" if any(author.name for author in front.authors) else ", "
    return between.join(author.name or author.name_en for author in front.authors)


def venue_line(front: Front) -> str:
    """Return journal, year, issue and pages in one line: 《刊名》2026 年第 1 期，第 7–9 页."""
    venue = front.venue
    if not venue.name:
        return ""
    year = f"{venue.year} 年" if venue.year else ""
    issue = f"第 {venue.issue} 期" if venue.issue else ""
    parts = [f"《{venue.name}》{year}{issue}", f"第 {_dashed(venue.pages)} 页" if venue.pages else ""]
    return "，".join(part for part in parts if part)


def describe(front: Front, abstract: str) -> str:
    """Return the description of a paper's page: who, what, where, and the beginning of its abstract."""
    who = f"{byline(front)}：" if front.authors else ""
    said = f"{who}《{front.name}》，{venue_line(front)}。{abstract}" if venue_line(front) else \
        f"{who}《{front.name}》。{abstract}"
    return said if len(said) <= DESCRIPTION else said[:DESCRIPTION - 1] + "…"


def fact_box(front: Front, emended: int = 0, length: str = "") -> str:
    """Return the facts as an HTML definition list; what was inferred says so and why. `length` is said in words."""
    rows = "".join(f"<div><dt>{term}</dt><dd>{said}</dd></div>\n" for term, said in _rows(front, emended, length) if said)
    return f'<dl class="facts">\n{rows}</dl>\n'


def _rows(front: Front, emended: int, length: str) -> Iterable[tuple[str, str]]:
    source = front.source
    yield "题名", "" if front.title else "来源文件缺中文题名，此为英文题名"
    yield "作者", "；".join(_author(author) for author in front.authors) + _ground(front, "authors")
    yield "出处", _venue(front)
    yield "页码", _shown(front, "venue.pages", _dashed(front.venue.pages))
    yield "日期", _shown(front, "venue.date", front.venue.date)
    yield "篇幅", length
    yield "关键词", "、".join(map(_safe, front.keywords)) + _ground(front, "keywords")
    yield "Keywords", f'<span lang="en">{", ".join(map(_safe, front.keywords_en))}</span>' if front.keywords_en else ""
    yield "来源文件", f"<code>{_safe(source.file)}</code>，第 {span_text(source.lines)} 行"
    yield "SHA-256", f'<code title="{_safe(source.sha256)}">{_safe(source.sha256[:16])}…</code>'
    yield "权利", _safe(front.rights)
    for key in (key for key in front.inferred if key not in _WITH_GROUND):
        yield f"推定（{_safe(key)}）", _safe(front.inferred[key])
    yield "校对", proofread(front)
    yield "校改", f'<a href="#apparatus">{emended} 处，见校勘表</a>' if emended else ""


def proofread(front: Front) -> str:
    """Return how far a text has been read against its source, and by whom, when, against what, as HTML."""
    steps = "；".join(f"{LEVELS[step.level]}：{_safe(step.by)}，{step.date}，据{_safe(step.against)}" for step in front.proofreading)
    return f'<span class="level {front.level}">{LEVELS[front.level]}</span>' + (f"（{steps}）" if steps else "")


def _author(author: Author) -> str:
    name = _safe(author.name or author.name_en)
    english = f' <span lang="en">{_safe(author.name_en)}</span>' if author.name and author.name_en else ""
    return name + english + (f"（{_safe(author.affiliation)}）" if author.affiliation else "")


def _venue(front: Front) -> str:
    venue = front.venue
    if not venue.name:
        return ""
    said = [f"《{venue.name}》", f"{venue.year} 年" if venue.year else "", f"第 {venue.issue} 期" if venue.issue else ""]
    return _safe("".join(said)) + _ground(front, "venue", "venue.name", "venue.year", "venue.issue")


def _shown(front: Front, key: str, said: object) -> str:
    return _safe(said) + _ground(front, key) if said else ""


def _ground(front: Front, *keys: str) -> str:
    """Return what these keys were inferred from, a ground that several share once."""
    grounds = dict.fromkeys(front.inferred[key] for key in keys if key in front.inferred)
    return "".join(f'<span class="inferred">推定：{_safe(ground)}</span>' for ground in grounds)


def span_text(spans: Iterable[Span]) -> str:
    """Return lines as `1–215、230`; spans that follow one another are one."""
    joined: list[Span] = []
    for first, last in spans:
        follows = joined and joined[-1][1] + 1 == first
        joined[-1:] = [(joined[-1][0], last)] if follows else [*joined[-1:], (first, last)]
    return "、".join(f"{first}–{last}" for first, last in joined)


def _dashed(pages: str) -> str:
    return pages.replace("-", "–")


def _safe(said: object) -> str:
    return html.escape(" ".join(str(said).split()))


def list_line(front: Front, href: str) -> str:
    """Return what names a paper in a list, as Markdown: its title, and below it who wrote it and where it stands."""
    said = "，".join(part for part in (byline(front), venue_line(front)) if part)
    sample = '<span class="tag">样稿</span>' if front.sample else ""
    return f"{title_link(front, href)}{' ' + sample if sample else ''}" + (f'<br>\n  <span class="by">{escape(said)}</span>' if said else "")


def title_link(front: Front, href: str) -> str:
    """Return a link with a paper's title, its language marked where it is English."""
    title = escape(front.name)
    return f"[{title}]({href})" if front.title else f'<span lang="en">[{title}]({href})</span>'
