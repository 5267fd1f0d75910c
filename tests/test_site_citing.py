"""Citing in a browser: links behind notes, the box 引用本文, the mark of a paragraph, the bibliography, metadata."""

import gzip
import json
import os
import re
from pathlib import Path

from browsing import Site, wait_until
from edition.catalogue import load
from edition.commands.weave import imprint_of
from edition.site.bundles import bundles
from playwright.sync_api import Page, expect
from visiting import Visit

SAMPLE = "papers/sample-communiques/"


def test_a_link_behind_a_note_shows_its_reference_to_mouse_and_keyboard(page: Page) -> None:
    page.goto(SAMPLE)
    link, tip = page.locator("#n7-3 a.work"), page.locator(".tip")
    assert link.get_attribute("href") == "../../bibliography/#fan2024subjects"
    link.focus()
    assert tip.is_visible() and tip.inner_text().endswith("样例出版社，2024：21.")
    assert link.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    page.locator("#n8-2 a.work").hover()
    tip.wait_for(state="visible")
    tip.hover()
    page.wait_for_timeout(400)
    assert tip.is_visible() and tip.inner_text().startswith("联合国宪章")


def test_the_citation_of_a_paper_is_copied_and_downloaded(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(SAMPLE)
    page.locator(".cite-box summary").click()
    page.get_by_role("button", name="复制：脚注").click()
    page.get_by_text("已复制：脚注").wait_for(state="attached")
    assert page.evaluate("navigator.clipboard.readText()") == "范文例：《会议公报的写法》，载《样稿集刊》，2026年第1期，第7–9页。"
    assert page.locator(".cite-box .address").inner_text() == page.url
    for name in ("BibTeX", "RIS", "CSL-JSON"):
        file = page.get_by_role("link", name=name).get_attribute("href")
        assert "会议公报的写法" in page.request.get(page.url + file).text()


def version_of(root: Path) -> str:
    """Return the version as citations name it: with a + behind it where something has changed since the release."""
    return imprint_of(load(root, root / os.environ.get("EDITION_PAPERS", "papers"))).version


def test_a_paragraph_is_cited_by_keyboard(page: Page, root: Path) -> None:
    page.goto(SAMPLE)
    mark, panel = page.locator("#p4 > a.place"), page.locator(".place-panel")
    assert mark.evaluate("mark => getComputedStyle(mark).opacity") == "0"
    assert mark.get_attribute("href") == "#p4" and mark.inner_text() == ""
    page.locator("#p4 > a").first.focus()
    page.keyboard.press("Tab")
    expect(mark).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    said = panel.locator("dd > span").all_inner_texts()
    assert said[0] == page.url + "#p4" and said[1].endswith("2026年第1期，第7页。") and said[2].endswith("2026（1）：7.")
    assert said[3].endswith(f"第 p4 段，{page.url}#p4。") and f"》{version_of(root)} 版" in said[3]
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("aria-label") == "复制：地址"
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert mark.evaluate("mark => mark === document.activeElement")


def test_the_bibliography_is_narrowed_without_a_reload(page: Page) -> None:
    page.goto("bibliography/")
    works, count = page.locator(".works > ul > li:visible"), page.locator("form.filter output")
    total = works.count()
    assert total > 5 and count.inner_text() == f"共 {total} 种"
    page.get_by_label("引用者").select_option("sample-communiques")
    assert 0 < works.count() < total and count.inner_text() == f"{works.count()} 种，共 {total} 种"
    page.get_by_label("类型").select_option("图书")
    assert [work.get_attribute("id") for work in works.all()] == ["fan2024subjects"]
    page.get_by_role("button", name="重设").click()
    wait_until(page, f"document.querySelector('form.filter output').textContent === '共 {total} 种'")
    page.get_by_label("年份").fill("2025")
    page.evaluate("location.hash = '#fan2024subjects'")
    page.locator("#fan2024subjects").wait_for(state="visible")


def test_without_scripts_there_is_no_form_but_every_work(visit: Visit, site: Site) -> None:
    with visit(site, java_script_enabled=False) as page:
        page.goto("bibliography/")
        assert not page.locator("form.filter").is_visible() and page.locator("#fan2024subjects").is_visible()
        page.goto(SAMPLE)
        page.locator("#p4 > a.place").focus()
        page.keyboard.press("Enter")
        assert page.url.endswith("#p4") and page.locator("#n7-3 a.work").get_attribute("title").endswith("2024：21.")


def test_a_paper_tells_machines_what_it_is(page: Page) -> None:
    page.goto(SAMPLE)
    tags = page.locator("meta[name^=citation_]").evaluate_all("all => all.map(tag => [tag.name, tag.content])")
    linked = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert ["citation_author", "范文例"] in tags and ["citation_publication_date", "2026"] in tags
    told = dict(tags)
    assert told["citation_title"] == linked["name"] == page.locator("h1").inner_text().strip("¶ \n")
    assert (told["citation_firstpage"], told["citation_lastpage"]) == (linked["pageStart"], linked["pageEnd"])
    assert told["citation_issue"] == linked["isPartOf"]["issueNumber"]
    assert told["citation_journal_title"] == linked["isPartOf"]["isPartOf"]["name"]
    assert "citation_abstract" not in told


def test_ids_are_unique_and_links_are_not_nested(site: Site) -> None:
    for file in site.folder.rglob("index.html"):
        html = file.read_text(encoding="utf-8")
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), file
        assert not re.search(r"<a\b[^>]*>(?:(?!</a>).)*<a\b", html, re.DOTALL), file


def test_every_address_ever_given_leads_somewhere_with_or_without_the_source(root: Path, site: Site) -> None:
    for folder in (root / "docs/papers").iterdir():
        html = (site.folder / "papers" / folder.name / "index.html").read_text(encoding="utf-8")
        paragraphs = re.findall(r"^p\d+", (folder / "anchors.tsv").read_text(encoding="utf-8"), re.MULTILINE)
        cited = folder / "citations.yml"
        known = cited.read_text(encoding="utf-8") if cited.exists() else ""
        notes = re.findall(r"^- note: (\S+)", known, re.MULTILINE)
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert paragraphs and set(paragraphs) | set(notes) <= set(ids), folder.name


def test_what_serves_citing_does_not_print(page: Page) -> None:
    page.goto(SAMPLE)
    page.emulate_media(media="print")
    assert not any(page.locator(selector).first.is_visible() for selector in (".cite-box", ".place"))


def test_own_scripts_and_styles_of_a_paper_are_light(root: Path) -> None:
    assets = root / "tools/edition/site/theme/assets"
    own = [text.encode() for _, text in bundles()] + [file.read_bytes() for file in assets.glob("search*.css")]
    assert sum(map(len, map(gzip.compress, own))) < 30_000


def test_all_works_are_downloaded_from_the_bibliography(page: Page) -> None:
    page.goto("bibliography/")
    for name, entry in (("BibTeX", r"^@\w+\{"), ("RIS", "^ER  -"), ("CSL-JSON", r'^    "id": ')):
        with page.expect_download() as download:
            page.locator(".downloads").get_by_role("link", name=name, exact=True).click()
        text = Path(download.value.path()).read_text("utf-8")
        assert len(re.findall(entry, text, re.MULTILINE)) == page.locator(".works li").count() - page.locator("#sample ~ .works li").count()
