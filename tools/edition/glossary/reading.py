"""Pages of `docs/glossary` → terms. Never raises for what a person wrote: what is wrong becomes a finding."""

import re
from dataclasses import replace
from functools import lru_cache

from pydantic import ValidationError

from edition.catalogue import Edition, Written
from edition.catalogue.faults import Codes, describe, problems_of
from edition.catalogue.front_matter import Page
from edition.catalogue.yaml_lines import Lined
from edition.glossary.forms import TermFront
from edition.glossary.model import Glossary, Term
from edition.problems import Problem

FOLDER = "glossary/"
USAGE, ENGLISH = "用法", "English"
SECTIONS = (USAGE, ENGLISH)
"""The headings that a term's page may have."""

_CODES = Codes(unknown="GLO002", missing="GLO003", wrong="GLO004")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADING = re.compile(r"^## +(.*?)[ #]*(?:\{[^}]*\})?[ ]*$", re.MULTILINE)


@lru_cache(maxsize=2)
def glossary(edition: Edition) -> Glossary:
    """Return the glossary of an edition, read once for it."""
    terms: dict[str, Term] = {}
    findings: list[Problem] = []
    for page in edition.written:
        if is_term(page.path):
            term, problems = read_term(page)
            findings += problems
            terms |= {term.slug: term} if term else {}
    return Glossary(terms, tuple(findings))


def is_term(path: str) -> bool:
    """Tell whether a path below `docs` is that of a term."""
    return path.startswith(FOLDER) and path.endswith(".md") and path.count("/") == 1 and path != f"{FOLDER}index.md"


def read_term(page: Written) -> tuple[Term | None, list[Problem]]:
    """Return the term of a page, None where it can't be made, and what is wrong with its form (GLO001 … GLO006, YML …)."""
    parts, head = page.parts, page.head
    if parts.yaml is None:
        return None, [Problem(page.shown, 1, "GLO001", "no front matter", "a line ---, YAML, and a second line ---",
                              "Begin the file with the names of the term between two lines ---.")]
    if not isinstance(head.value, dict):
        found = [Problem(page.shown, 1, "GLO001", f"front matter with {describe(head.value)}", "a mapping (key: value)",
                         "Write one key: value a line between the two lines ---.")]
        return None, head.problems or found
    front, problems = _front(head, page.shown)
    term = _term(page, parts, head, front) if front else None
    return term, [*head.problems, *problems, *_misnamed(page), *(_unknown_sections(term, parts) if term else ())]


def _front(head: Lined, path: str) -> tuple[TermFront | None, list[Problem]]:
    """Return the front matter as far as it has its form: what keys it knows not is left out."""
    try:
        return TermFront.model_validate(head.value), []
    except ValidationError as error:
        problems = problems_of(error, head, path, _CODES, TermFront)
        unknown = {str(detail["loc"][0]) for detail in error.errors()
                   if detail["type"] == "extra_forbidden" and len(detail["loc"]) == 1}
    if not unknown:
        return None, problems
    return _front(replace(head, value={key: head.value[key] for key in head.value if key not in unknown}), path)[0], problems


def _term(page: Written, parts: Page, head: Lined, front: TermFront) -> Term:
    slug = page.path.removeprefix(FOLDER).removesuffix(".md")
    definition, *rest = _HEADING.split(parts.body)
    sections = {title: text.strip() for title, text in zip(rest[::2], rest[1::2])}
    return Term(slug, page.shown, front, head, definition.strip(), sections, parts.body_line)


def _misnamed(page: Written) -> list[Problem]:
    name = page.path.removeprefix(FOLDER).removesuffix(".md")
    if _SLUG.fullmatch(name):
        return []
    return [Problem(page.shown, 0, "GLO005", f"the file name {name[:40]}", "small letters a–z, digits and single hyphens",
                    "The name is the term's address for good: take its English name, as in paris-agreement.md.")]


def _unknown_sections(term: Term, parts: Page) -> list[Problem]:
    titles = [(match[1], term.body_line + parts.body.count("\n", 0, match.start()))
              for match in _HEADING.finditer(parts.body)]
    return [Problem(term.shown, line, "GLO006", f"the heading {title[:40]!r}", " or ".join(SECTIONS),
                    "Put the Chinese definition before all headings, who means what under 用法, the rest under English.")
            for number, (title, line) in enumerate(titles)
            if title not in SECTIONS or title in [before for before, _ in titles[:number]]]
