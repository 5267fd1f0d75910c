"""Without help from others: no page runs or loads what is not its own, below a sub-path and from a disk too."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Site, open_page, settle
from building import built
from edition.site import policy as policies
from edition.site.mending import mended
from edition.site.sealing import sealed
from hosting import BELOW, headers_of, host
from kinds import KINDS, address_of
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from visiting import Visit, from_disk

PAGE = '<!doctype html><html><head><meta charset="utf-8"><title>甲</title></head><body>{}</body></html>'
OF_HELLO = "'sha256-C6dW0jA62YrDshtom13XCkDzjYOQuzh02zFwhG15EbM='"
"""From: printf '%s' 'say("喂")' | openssl dgst -sha256 -binary | base64"""

REACHABLE = [kind for kind in KINDS if kind != "missing"]
"""The page for what is not there is shown at any depth, so it names its files from the root that EDITION_URL states."""

FORBIDDEN = {
    "a style in an attribute": re.compile(r"<[a-z][^<>]*\sstyle="),
    "a style sheet in the page": re.compile(r"<style\b"),
    "a handler in an attribute": re.compile(r"<[a-z][^<>]*\son[a-z]+="),
    "a script as an address": re.compile(r'(?:href|src|action)="javascript:'),
    "a file of another host": re.compile(r'<(?:script|img|iframe|source|video|audio)\b[^<>]*\ssrc="(?:https?:)?//'
                                         r'|<link\b(?![^<>]*\brel="canonical")[^<>]*\bhref="(?:https?:)?//'),
}


def test_a_script_is_known_by_its_hash_and_data_is_none() -> None:
    html = PAGE.format('<script>say("喂")</script><script src="a.js"></script><script type="application/json">{}</script>')
    assert list(policies.hashes_of(html)) == [OF_HELLO]


def test_a_page_has_its_policy_before_all_it_loads() -> None:
    html = sealed(PAGE.format('<script>say("喂")</script>'), from_disk=False)
    assert re.search(r'<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]*)"><title>', html)
    assert f"script-src 'self' {OF_HELLO};" in html and "unsafe" not in html and "file:" not in html


def test_from_a_disk_files_are_allowed_by_name() -> None:
    assert "script-src 'self' file:;" in sealed(PAGE.format(""), from_disk=True)


def test_headers_are_written_as_hosts_read_them() -> None:
    headers = policies.as_headers(policies.policy([OF_HELLO]))
    assert policies.headers_file(headers, "/x/").startswith("/x/*\n  Content-Security-Policy: default-src 'none'; ")
    lines = policies.nginx_lines(headers).splitlines()
    assert len(lines) == len(headers) and all(re.fullmatch(r'add_header [\w-]+ "[^"]+" always;', line) for line in lines)


def test_material_is_mended() -> None:
    html = '<input type="checkbox" id="__drawer" autocomplete="off"><input type="text" autocomplete="off">'
    assert mended(html) == '<input type="checkbox" id="__drawer"><input type="text" autocomplete="off">'


def test_every_page_states_a_policy_that_the_header_allows(site: Site) -> None:
    header = headers_of(site.folder)["Content-Security-Policy"]
    pages = list(site.folder.rglob("*.html"))
    assert len(pages) > 20
    for file in pages:
        html = file.read_text("utf-8")
        assert policies.as_meta(policies.policy(policies.hashes_of(html))) in html, file
        assert all(one in header for one in policies.hashes_of(html)), file


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_page_holds(what: str, site: Site) -> None:
    pattern = FORBIDDEN[what]
    assert [str(file) for file in site.folder.rglob("*.html") if pattern.search(file.read_text("utf-8"))] == []


@pytest.fixture(scope="module")
def hosted(site: Site) -> Iterator[Site]:
    """The site below a sub-path, with the headers it asks for."""
    with host(site.folder) as hosted:
        yield hosted


@pytest.fixture
def strict(visit: Visit, hosted: Site) -> Iterator[Page]:
    """A page of the hosted site; the test fails where a policy is violated, an error is reported or a file is missing."""
    with visit(hosted) as page:
        complaints = listen(page)
        yield page
    assert complaints == []


def listen(page: Page) -> list[str]:
    """Return a list that what goes wrong on a page is added to."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
    return complaints


@pytest.mark.parametrize("kind", REACHABLE)
def test_each_kind_of_page_keeps_the_policy(kind: str, strict: Page, site: Site) -> None:
    answer = strict.goto(address_of(kind, site))
    assert answer is not None and "default-src 'none'" in answer.headers["content-security-policy"]
    settle(strict)
    strict.mouse.wheel(0, 4000)
    strict.wait_for_timeout(100)


def test_the_page_for_what_is_not_there_keeps_the_policy(browser: Browser, site: Site) -> None:
    with host(site.folder, below="/") as rooted, open_page(browser, rooted) as page:
        complaints = listen(page)
        page.goto("no/such/page/")
        expect(page.locator("h1")).to_have_text("没有这一页")
        assert [each for each in complaints if "404" not in each and not each.endswith("no/such/page/")] == []


def test_the_policy_is_in_force(browser: Browser, hosted: Site) -> None:
    with open_page(browser, hosted) as page:
        complaints = listen(page)
        page.goto("")
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = 1' }))")
        assert page.evaluate("window.ran") is None
        assert len(complaints) >= 1


def test_searching_works_under_the_policy(strict: Page) -> None:
    strict.goto("papers/sample-communiques/")
    strict.fill(".search-box input", "方括号")
    strict.locator("#search-list").get_by_role("option").first.click()
    expect(strict.locator(".mark-bar")).to_be_visible()
    strict.goto("search/?q=方括号")
    expect(strict.locator(".search-results li").first).to_be_visible()


def test_colours_notes_and_citing_work_under_the_policy(strict: Page) -> None:
    strict.goto("papers/sample-communiques/")
    strict.locator("label[for=__palette_1]").click()
    strict.locator("label[for=__palette_2]").click()
    assert strict.locator("body").get_attribute("data-md-color-scheme") == "slate"
    strict.locator("#ref-n8-2").hover()
    strict.locator(".cite-box summary").first.click()
    strict.wait_for_timeout(300)
    assert strict.url.removeprefix("http://").partition("/")[2].startswith(BELOW.strip("/"))


@pytest.fixture(scope="session")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built to be opened from a disk."""
    return built("disk", tmp_path_factory)


@pytest.fixture
def opened(visit: Visit, on_disk: Path) -> Iterator[Page]:
    """A page without any server; the test fails where a policy is violated, an error is reported or another folder is asked."""
    with visit(from_disk(on_disk)) as page:
        complaints = listen(page)
        yield page
    assert complaints == []


def file_at(folder: Path, path: str) -> Path:
    """Return the file of a page that the other build has at `path`."""
    names = (path, f"{path}index.html", f"{path.rstrip('/')}.html")
    return next(file for file in map(folder.joinpath, names) if file.is_file())


@pytest.mark.parametrize("kind", REACHABLE)
def test_each_kind_of_page_opens_from_a_disk(kind: str, opened: Page, on_disk: Path) -> None:
    path, mark, query = address_of(kind, Site(on_disk, "")).partition("?")
    opened.goto(file_at(on_disk, path).as_uri() + mark + query)
    styled = "document.styleSheets.length === 1 && document.styleSheets[0].href && getComputedStyle(document.body).fontFamily"
    assert "Source Han Sans" in opened.evaluate(styled)
    assert opened.evaluate("document.documentElement.classList.contains('js')")


def test_one_walks_and_searches_from_page_to_page_on_a_disk(opened: Page, on_disk: Path) -> None:
    opened.goto((on_disk / "index.html").as_uri())
    opened.fill(".search-box input", "方括号")
    opened.locator("#search-list").get_by_role("option").first.click()
    expect(opened.locator(".mark-bar")).to_be_visible()
    opened.locator("header .md-logo").click()
    assert opened.url == (on_disk / "index.html").as_uri()
