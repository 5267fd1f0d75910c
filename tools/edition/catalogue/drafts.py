"""Front matter as far as a source states it: what `edition add` begins a page with."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from edition.reading import Span, Work, find_works, read
from edition.reading.furniture import JOURNAL_ISSUE
from edition.reading.lines import lines_of
from edition.reading.model import holds
from edition.reading.pieces import text_of
from edition.reading.titles import split_names

SMALL_WORDS = set("a an and based for from in its new of on the to towards under with".split())
MARK = re.compile(r"\[\^[^\]]*\]")
Issue = tuple[int, re.Match]


@dataclass(frozen=True)
class Draft:
    """A work found in a source: the name proposed for it, its lines, and the front matter that the source states."""

    slug: str
    lines: Span
    values: dict[str, Any]


def drafts_of(text: str, name: str, sha256: str, taken: Iterable[str]) -> list[Draft]:
    """Return the works of a source, each with a slug that is not taken."""
    spans = find_works(text)
    issues = _issues(text)
    used = set(taken)
    drafts = []
    for number, (work, own) in enumerate(zip(read(text, spans), spans), 1):
        values = _values(work, issues)
        slug = _free(_slug(values) or f"{_ascii(name.rpartition('.')[0]) or 'paper'}-{number}", used)
        used.add(slug)
        source = {"file": name, "sha256": sha256, "lines": [list(span) for span in own]}
        drafts.append(Draft(slug, own[0], {"slug": slug} | values | {"source": source}))
    return drafts


def _values(work: Work, issues: list[Issue]) -> dict[str, Any]:
    venue, inferred = _venue(work, issues)
    return {
        "title": _text(work, "title"),
        "title_en": _text(work, "title_en"),
        "subtitle": _text(work, "subtitle").lstrip("—– "),
        "authors": _authors(work),
        "venue": venue,
        "keywords": _items(work, "keywords"),
        "keywords_en": _items(work, "keywords_en"),
        "inferred": inferred,
    }


def _text(work: Work, role: str) -> str:
    return MARK.sub("", " ".join(text_of(block.pieces) for block in work.of(role))).strip()


def _items(work: Work, role: str) -> list[str]:
    return [item for block in work.of(role) for item in block.items]


def _authors(work: Work) -> list[dict[str, str]]:
    """Return the authors in both scripts where the names answer one another, else in that which has them."""
    names = [name for item in _items(work, "author") for name in split_names(item)]
    english = _items(work, "author_en")
    if names and len(names) == len(english):
        return [{"name": name, "name_en": latin} for name, latin in zip(names, english)]
    return [{"name": name} for name in names] or [{"name_en": latin} for latin in english]


def _issues(text: str) -> list[Issue]:
    """Return the lines of the source that name its journal and issue, each with its number."""
    found = ((line.number, JOURNAL_ISSUE.match(line.text)) for line in lines_of(text))
    return [(number, match) for number, match in found if match]


def _venue(work: Work, issues: list[Issue]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the venue, and the grounds of what of it the work's own lines don't say."""
    own = [(number, match) for number, match in issues if holds(work.spans, number)]
    venue: dict[str, Any] = {}
    grounds: dict[str, str] = {}
    for number, match in (own or issues)[:1]:
        venue = {"name": match["name"], "year": int(match["year"]), "issue": match["issue"]}
        if not own:
            grounds = {f"venue.{key}": f"同一来源文件第 {number} 行的书眉" for key in venue}
    pages = [page.number for page in work.pages if page.line <= work.spans[0][1]]
    if pages and pages[0] and pages[-1]:
        venue["pages"] = "-".join(dict.fromkeys((pages[0], pages[-1])))
        grounds["venue.pages"] = "由来源文件中尚存的页码与换页处推算"
    return venue, grounds


def _slug(values: dict[str, Any]) -> str:
    """Return the first authors' family names and a word of the English title, '' where neither is known."""
    families = [_family(author) for author in values["authors"][:2]]
    words = re.findall(r"[a-z]+", values["title_en"].lower())
    telling = [word for word in words if word not in SMALL_WORDS]
    return "-".join(filter(None, [*families, *telling[:1]])) if families else ""


def _family(author: dict[str, str]) -> str:
    """Return a family name in Latin letters: in capitals in the English form, else by pinyin."""
    capitals = re.search(r"\b[A-Z]{2,}\b", author.get("name_en", ""))
    if capitals:
        return capitals[0].lower()
    from pypinyin import lazy_pinyin  # here: slow to load, and not needed to check

    return _ascii("".join(lazy_pinyin(author.get("name", "")[:1])))


def _ascii(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _free(slug: str, used: set[str]) -> str:
    numbered = (f"{slug}-{number}" for number in range(2, len(used) + 3))
    return next(name for name in (slug, *numbered) if name not in used)
