"""References as files for other programs: one work beside its page, all of them beside the bibliography."""

from collections.abc import Iterable, Mapping
from typing import Any

from edition.citing import export_items, read_item
from edition.problems import Refused

FORMATS = {"bib": ("BibTeX", "bibtex"), "ris": ("RIS", "ris"), "json": ("CSL-JSON", "csl-json")}
"""The ending of a file → what it is called, and by what name `citing` knows it."""


def files_of(items: Iterable[Mapping[str, Any]], stem: str) -> dict[str, str]:
    """Return the files `stem.bib`, `stem.ris`, `stem.json` of all items that a reference can be made of; none of none."""
    held = [item for item in items if _is_held(item)]
    return {f"{stem}.{ending}": export_items(held, style) for ending, (_, style) in FORMATS.items()} if held else {}


def _is_held(item: Mapping[str, Any]) -> bool:
    try:
        read_item(item)
    except Refused:  # which the checks report (BIB011)
        return False
    return True


def download_links(files: Iterable[str]) -> str:
    """Return links to files beside the page, as HTML."""
    listed = [(name, FORMATS[name.rpartition(".")[2]][0]) for name in (path.rpartition("/")[2] for path in files)]
    return "　".join(f'<a href="{name}" download>{said}</a>' for name, said in listed)
