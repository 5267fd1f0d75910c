"""The manifest and the built site hold the same addresses."""

import os
import re

import pytest
from browsing import Site
from conftest import ROOT
from edition.catalogue import load
from edition.releasing import Kind, Manifest, addresses_of

PROMISED = re.compile(r"[pa]\d+|page-.+|(?:ref-)?n\d*-.+|s\d[\d-]*|abstract")
"""Ids of a paper's page that docs/about/principles.md promises to keep."""


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return addresses_of(load(ROOT, ROOT / os.environ.get("EDITION_PAPERS", "papers")))


@pytest.fixture(scope="module")
def ids(site: Site) -> dict[str, set[str]]:
    """The ids on each page, by its address."""
    files = {path.parent.relative_to(site.folder).as_posix(): path for path in site.folder.rglob("index.html")}
    return {"" if folder == "." else f"{folder}/": set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8")))
            for folder, path in files.items()}


def test_every_address_is_on_the_site(manifest: Manifest, ids: dict[str, set[str]]) -> None:
    there = [each for each in manifest.values() if each.kind is not Kind.RELEASE]
    assert len(there) > 500
    assert [each.where for each in there if each.page not in ids] == []
    assert [each.where for each in there if each.fragment and each.fragment not in ids[each.page]] == []


def test_every_page_and_every_promised_id_of_the_site_is_in_the_manifest(manifest: Manifest, ids: dict[str, set[str]]) -> None:
    assert [page for page in ids if page not in manifest] == []
    papers = [page for page in ids if manifest[page].kind in (Kind.PAPER, Kind.TEXTLESS)]
    promised = [f"{page}#{id}" for page in papers for id in ids[page] if PROMISED.fullmatch(id)]
    assert len(promised) > 30 and [where for where in promised if where not in manifest] == []
