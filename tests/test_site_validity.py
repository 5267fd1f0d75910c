"""Every page of the built site is valid HTML, and every address on it leads somewhere."""

from pathlib import Path

import pytest
from browsing import Site
from validity import errors_in

PAGE = '<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>甲</title></head><body>{}</body></html>'
SHARES = 4
"""Into how many tests the pages are divided, so that all cores have work."""

TERMS_APART = 8
"""Of the terms' pages, which are all woven alike, so many are passed over from one to the next; `make audit` takes all."""


@pytest.mark.parametrize("body, said", [
    ("<p>一<div>二</div></p>", "unexpected-end-tag"), ("<div><span>三</div>", "end-tag-too-early"), ("<p>&nosuch;</p>", "named-entity"),
    ('<a href="a">四<a href="b">五</a></a>', "unexpected-start-tag"), ('<p id="a">六</p><p id="a">七</p>', "2 times"),
    ('<label for="b">八</label>', "names no id"), ('<label for="b">九</label><p id="b">十</p>', "a label is for <p"),
    ("<ul><p>一</p></ul>", "<p> stands directly in <ul>"), ("<span><ul><li>二</li></ul></span>", "<ul> stands in <span>"),
    ('<a href="c"><button type="button">三</button></a>', "<button> stands inside <a>"), ('<img src="d.png">', "no alt"),
    ("<dl>四<dt>五</dt></dl>", "text stands directly in <dl>"), ('<p id="e f">六</p>', "has a blank"), ('<p id="g" id="h">七</p>', "duplicate"),
])
def test_what_is_wrong_is_found(body: str, said: str) -> None:
    assert any(said in error for error in errors_in(PAGE.format(body)))


def test_a_good_page_passes() -> None:
    body = '<ul><li><a href="a">一</a></li></ul><label for="b">二</label><input id="b"><svg viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    assert list(errors_in(PAGE.format(body))) == []


@pytest.mark.parametrize("share", range(SHARES))
def test_every_page_is_valid(share: int, site: Site) -> None:
    terms = sorted(site.folder.glob("glossary/*/index.html"), key=lambda file: file.stat().st_size, reverse=True)
    pages = sorted({*site.folder.rglob("*.html"), *terms[::TERMS_APART]} - {*terms} | {*terms[::TERMS_APART]})
    assert len(pages) >= 20
    wrong = {str(file.relative_to(site.folder)): list(errors_in(file.read_text("utf-8"))) for file in pages[share::SHARES]}
    assert {name: errors[:5] for name, errors in wrong.items() if errors} == {}
