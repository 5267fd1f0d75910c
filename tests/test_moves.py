"""What leads on from former addresses, and from the copy of a former release to the newest, without a built site."""

import pytest
from edition.releasing import Address, Kind, Moves, moves_of
from edition.releasing.copies import with_banner
from edition.releasing.manifest import manifest_of
from edition.site.moved import moved_pages, server_rules, with_former_ids


def moved(*redirects: tuple[str, str], **released: Kind) -> Moves:
    there = manifest_of([Address("b/", Kind.PAGE), Address("b/#s", Kind.SECTION), Address("c/", Kind.PAGE)])
    now = manifest_of([*there.values(), *(Address(old, Kind.REDIRECT, new) for old, new in redirects)])
    return moves_of(now, [manifest_of([*(Address(f"a/#{id}", kind) for id, kind in released.items())])])


def test_moves_are_sorted_by_what_a_site_must_do() -> None:
    moves = moved(("a/", "b/"), ("a/#t", "b/#s"), ("a/#u", "c/"), ("b/#v", "b/#s"), ("b/#w", "c/"), s=Kind.SECTION, z=Kind.SECTION)
    assert moves.pages == {"a/": "b/"}
    assert dict(moves.parts) == {"a/": [("s", "b/#s"), ("t", "b/#s"), ("u", "c/")]}
    assert dict(moves.planted) == {"b/": [("t", "s"), ("v", "s")]} and dict(moves.away) == {"b/": [("w", "c/")]}


def find(where: str) -> str:
    return where


def test_servers_get_rules_below_the_sites_own_path() -> None:
    rules = dict(server_rules(moved(("a/", "b/")), find, "https://example.org/edition/"))
    assert rules["_redirects"] == "/edition/a /edition/b/ 301\n/edition/a/* /edition/b/:splat 301\n"
    assert rules["redirects.map"].splitlines()[-1] == "/edition/a/ /edition/b/;"
    assert dict(server_rules(moved(), find, "")) == {}


def test_a_moved_page_without_parts_leads_on_without_scripts() -> None:
    (path, page), = moved_pages(moved(("a/", "b/")), find, "https://example.org/", folders=True)
    assert path == "a/index.html" and '<noscript><meta http-equiv="refresh" content="0; url=../b/"></noscript>' in page
    assert '<link rel="canonical" href="https://example.org/b/">' in page
    (_, page), = moved_pages(moved(("a/", "b/"), s=Kind.SECTION), find, "", folders=True)
    assert "refresh" not in page and '<li id="s"><a href="../b/#s">#s</a></li>' in page


def test_former_ids_stand_where_they_lead_and_away_at_the_end() -> None:
    moves = moved(("b/#v", "b/#s"), ("b/#x", "b/#y"), ("b/#w", "c/"), ("b/#y", "b/"))
    page = '<article><h1 id="title">T</h1><h2 id="s">S</h2></article>'
    said = with_former_ids("b/", page, moves, find, "b/index.html")
    assert '<h2 id="s"><span class="former-id" id="v"></span>S</h2>' in said
    assert said.count('id="x"') == said.count('id="y"') == 1 and said.index('id="x"') < said.index("T</h1>")
    assert '<li id="w"><a href="../c/">#w</a></li>' in said and said.endswith("</section>\n</article>")
    assert with_former_ids("c/", page, moves, find, "c/index.html") == page


@pytest.mark.parametrize("path, folders, newest", [
    ("papers/x/index.html", True, "../../../../papers/x/"), ("index.html", True, "../../"),
    ("papers/x.html", False, "../../../papers/x.html"), ("404.html", True, "../../"), ("404.html", False, "../../index.html"),
])
def test_a_copy_leads_to_the_same_page(path: str, folders: bool, newest: str) -> None:
    page = with_banner('<head></head><body class="a"><p>', path, "1.0.0", "2026-02-03", folders)
    assert page.count(f'<a class="newest" href="{newest}">') == 2 and 'content="noindex"' in page
    assert with_banner("nothing", path, "1.0.0", "", folders) == "nothing"
