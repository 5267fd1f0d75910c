"""The editor's way in the browser: annotations, and the entry for a place that is to be mended."""

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
from edition.catalogue.annotations import read_annotations
from edition.catalogue.emendations import read_entries
from edition.catalogue.yaml_lines import parse
from edition.site.forges import FORGES, repository
from playwright.sync_api import Page, Route

PAPER = "papers/sample-communiques/"


@pytest.fixture(params=FORGES)
def with_repository(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a site that was built for a repository of each kind."""
    place = repository("https://git.example.org/o/r", request.param)
    forms = json.dumps({what: place.form(what) for what in FORGES[place.kind]})

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=re.sub(r'"forms": \{[^<]*?\}(?=\})', lambda _: f'"forms": {forms}', response.text()))

    page.route(f"**/{PAPER}", answer)
    yield page


def open_panel(page: Page, phrase: int = 0) -> None:
    """Open the panel of p9, `phrase` characters of which are selected, and in it what mends a place."""
    page.goto(PAPER)
    page.evaluate("""(length) => {
      const text = document.getElementById("p9").firstChild;
      if (length) getSelection().setBaseAndExtent(text, 0, text, length);
    }""", phrase)
    page.locator("#p9 > .place").click(force=True)
    page.locator(".mend > summary").click()


def entries(page: Page) -> dict[str, str]:
    rows = page.locator(".mend dl > div")
    return {row.locator("dt").inner_text(): row.locator("pre").text_content() for row in rows.all()}


def test_a_mark_leads_to_the_annotation_and_back(page: Page) -> None:
    page.goto(f"{PAPER}#ref-a1")
    page.locator("#ref-a1").click()
    assert page.url.endswith("#a1")
    assert page.locator("#a1").is_visible() and "系年" in page.locator("#a1").inner_text()
    page.locator("#a1 .annotation-head a").nth(1).click()
    assert page.url.endswith("#ref-a1")


def test_a_mark_is_seen_and_named_but_not_copied(page: Page) -> None:
    page.goto(PAPER)
    mark = page.locator("#ref-a1")
    assert mark.bounding_box()["width"] > 10
    assert page.get_by_role("link", name="编者注 1：系年").count() == 1
    copied = page.evaluate("""() => {
      getSelection().selectAllChildren(document.getElementById("p1"));
      return getSelection().toString();
    }""")
    assert "编" not in copied and len(copied) > 100


@pytest.mark.parametrize("width, scheme", [(320, "dark"), (1440, "light")])
def test_annotations_stay_within_the_screen(page: Page, width: int, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{PAPER}#annotations")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_entries_are_well_formed_and_filled_in(page: Page) -> None:
    open_panel(page, phrase=6)
    said = entries(page)
    assert set(said) == {"校改", "编者注"}  # there is no repository to report to
    lines = page.locator("#p9").get_attribute("data-lines")
    first = page.locator("#p9").text_content()[:6]
    emended, problems = read_entries(parse(said["校改"], "x"), "x")
    assert not problems and (emended[0].paragraph, emended[0].source) == ("p9", first)
    assert emended[0].line == int(re.match(r"\d+", lines)[0])
    noted, problems = read_annotations(parse(said["编者注"], "x"), "x", said["编者注"])
    assert not problems and (noted[0].id, noted[0].paragraph, noted[0].phrase) == ("a3", "p9", first)
    for text in said.values():
        assert re.match(r"# sample-communiques p9，原刊第 9 页，来源文件第 [\d–,]+ 行\n", text)


def test_without_a_selection_the_phrase_is_left_open(page: Page) -> None:
    open_panel(page)
    said = entries(page)
    assert "source: TODO" in said["校改"] and "phrase" not in said["编者注"]
    assert page.locator(".mend a").count() == 1
    assert page.locator(".mend a").get_attribute("href") == "../../about/editing/"


def test_links_open_the_right_file(with_repository: Page) -> None:
    page = with_repository
    open_panel(page, phrase=6)
    new, edit, issue, _ = (link.get_attribute("href") for link in page.locator(".mend a").all())
    assert all(link.startswith("https://git.example.org/o/r/") and "{" not in link for link in (new, edit, issue))
    assert edit.endswith("/edit/main/docs/papers/sample-communiques/annotations.yml")
    assert "/main/docs/papers/sample-communiques" in new
    given = parse_qs(urlsplit(issue).query)
    if given:  # Gitee takes no values
        title, text = (values[0] for values in given.values())
        assert title == "sample-communiques p9：" and f"{PAPER}#p9" in text and "第 9 页" in text
    assert "报告" in entries(page)


def test_an_entry_is_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    open_panel(page)
    said = entries(page)["编者注"]
    page.get_by_role("button", name="复制：编者注").click()
    page.locator(".told", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == said


def test_every_page_says_where_it_is_written(page: Page) -> None:
    for path, origin in ((PAPER, f"docs/{PAPER}index.md"), ("", "docs/index.md"), ("bibliography/", "bib/")):
        page.goto(path)
        assert page.locator(".origin code").inner_text() == origin
        assert page.locator('.origin a[href$="about/editing/"]').count() == 1
        assert page.locator('.origin a[href^="http"]').count() == 0
