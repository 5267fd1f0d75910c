"""The glossary as JSON, for programs."""

import json
from typing import Any

from edition.glossary import ENGLISH, FOLDER, Term, traditional
from edition.weaving.imprint import EDITORS, NAME
from edition.weaving.library import Library
from edition.weaving.plain import plain_text

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def as_json(library: Library) -> str:
    """Return all terms as JSON, in the order of their slugs."""
    terms = [_entry(term, library) for _, term in sorted(library.lexicon.glossary.terms.items())]
    said = {"title": f"{NAME}：术语", "editors": EDITORS, "version": library.imprint.version, "license": LICENCE, "terms": terms}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def _entry(term: Term, library: Library) -> dict[str, Any]:
    front = term.front
    said = {
        "slug": term.slug, "url": library.imprint.page(f"{FOLDER}{term.slug}/"), "zh": front.zh,
        "zh_hant": traditional(front.zh), "en": front.en, "abbreviations": front.abbreviations, "aliases": front.aliases,
        "kind": front.kind, "themes": front.themes, **library.lexicon.glossary.relations[term.slug],
        "definition": plain_text(term.definition), "definition_en": plain_text(term.sections.get(ENGLISH, "")),
        "papers": {slug: {"text": text, "notes": notes} for slug, (text, notes) in library.lexicon.counts(term.slug).items()},
    }
    return {name: value for name, value in said.items() if value}
