"""What a paper's page tells machines: Highwire `citation_*` tags, and JSON-LD that says the same.

The tags: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing; the vocabulary:
https://schema.org/ScholarlyArticle.
"""

import re
from typing import Any

from edition.catalogue import Author, Front

LANGUAGE = "zh"
Tags = list[list[str]]
_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_DATES = (
    re.compile(r"(?P<year>\d{4})[-/.年]\s*(?P<month>\d{1,2})[-/.月]\s*(?P<day>\d{1,2})日?"),
    re.compile(r"(?P<word>[A-Za-z]{3,9})\.? (?P<day>\d{1,2}), (?P<year>\d{4})"),
)


def tags_of(front: Front) -> Tags:
    """Return the Highwire tags of a paper as pairs of name and content, one for each author."""
    venue = front.venue
    first, last = pages_of(front)
    named = [("title", title_of(front)), *(("author", name_of(author)) for author in front.authors),
             ("publication_date", date_of(front)), ("journal_title", venue.name), ("issue", venue.issue),
             ("firstpage", first), ("lastpage", last), ("language", LANGUAGE)]
    return [[f"citation_{name}", content] for name, content in named if content]


def linked_data_of(front: Front) -> dict[str, Any]:
    """Return the ScholarlyArticle that a paper is."""
    first, last = pages_of(front)
    said = {
        "@context": "https://schema.org", "@type": "ScholarlyArticle", "name": title_of(front),
        "alternateName": front.title_en if front.title else "",
        "author": [{"@type": "Person", "name": name_of(author)} for author in front.authors],
        "datePublished": date_of(front).replace("/", "-"), "isPartOf": _issue(front), "pageStart": first,
        "pageEnd": last, "inLanguage": LANGUAGE,
    }
    return {name: value for name, value in said.items() if value}


def _issue(front: Front) -> dict[str, Any]:
    venue = front.venue
    if not venue.name:
        return {}
    journal = {"@type": "Periodical", "name": venue.name}
    return {"@type": "PublicationIssue", "issueNumber": venue.issue, "isPartOf": journal} if venue.issue else journal


def title_of(front: Front) -> str:
    """Return the title with its subtitle."""
    return f"{front.name}：{front.subtitle}" if front.subtitle else front.name


def name_of(author: Author) -> str:
    """Return a name as it is printed, the Chinese one unbroken."""
    return author.name or author.name_en


def date_of(front: Front) -> str:
    """Return YYYY/MM/DD where the day is known, else YYYY."""
    for form in _DATES:
        found = form.fullmatch(front.venue.date.strip())
        if found:
            given = found.groupdict()
            month = int(given.get("month") or _MONTHS.get(given.get("word", "")[:3].lower(), 0))
            return f"{given['year']}/{month:02}/{int(given['day']):02}" if month else given["year"]
    return str(front.venue.year or "")


def pages_of(front: Front) -> tuple[str, str]:
    """Return the first and the last page, "" where they are not known."""
    first, _, last = re.sub(r"[–—~～]", "-", front.venue.pages).partition("-")
    return first.strip(), (last or first).strip()
