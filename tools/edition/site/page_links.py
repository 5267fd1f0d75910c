"""What templates need to know of a page's origin: its file, where that is edited, reported and looked back on."""

from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from edition.site.forges import FORGES, Repository, repository
from edition.site.origins import Origin, origin_of

EDITING = "about/editing/"
"""The page that explains how to edit, from the site's root."""


def repository_of(config: MkDocsConfig) -> Repository | None:
    """Return the repository that mkdocs.yml names under `extra`, None where it names none; Abort where it is wrong."""
    said = config.extra.get("repository") or {}
    try:
        return repository(str(said.get("url") or config.repo_url or ""), str(said.get("forge") or ""), str(said.get("branch") or ""))
    except ValueError as error:
        raise Abort(f"mkdocs.yml: {error}") from error


def page_links(page: Page, config: MkDocsConfig) -> dict[str, Any]:
    """Return `origin`, its `origin_links` (names and addresses), and what the script for mending a place needs."""
    root, place = Path(config.config_file_path).parent, repository_of(config)
    origin = origin_of(page.file.src_uri, lambda path: (root / path).is_file())
    help_page = get_relative_url(EDITING if config.use_directory_urls else f"{EDITING.rstrip('/')}.html", page.url)
    links = [*(_links(origin, place) if place else ()), ("怎样编辑", help_page)]
    forms = {what: place.form(what) for what in FORGES[place.kind]} if place else {}
    mend = page.meta.get("mend")
    return {"origin": origin, "origin_links": links, "mend": mend and {**mend, "help": help_page, "forms": forms}}


def _links(origin: Origin, place: Repository) -> list[tuple[str, str]]:
    if not origin.written:
        return [("所据", place.address("folder", path=origin.path)), ("历史", place.address("history", path=origin.path))]
    return [("编辑本页", place.address("edit", path=origin.path)), ("历史", place.address("history", path=origin.path)),
            ("报告问题", place.address("issue", title=f"{origin.path}：", text=""))]
