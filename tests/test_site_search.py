"""Searching as a reader meets it, on the built site in Chromium."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from browsing import Site, open_page, serve, settle, wait_until
from edition.searching.index import FORMAT
from playwright.sync_api import Browser, Page, Route, expect
from scanning import bare, has_words, scan, windows
from visiting import Visit, from_disk

BOX = ".search-box input"
STATUS = ".search-page .search-status"
SAMPLE = "papers/sample-communiques/"


def ask(page: Page, query: str) -> str:
    """Search on the page 检索; return what its status says in the end."""
    page.goto("search/")
    page.fill(".search-page input", query)
    page.press(".search-page input", "Enter")
    expect(page.locator(STATUS)).not_to_have_text(re.compile("^$|正在"))
    return page.locator(STATUS).inner_text()


def found(page: Page, query: str) -> dict[str, bool]:
    """Return the passages of the sample that a query finds, by anchor (or lines), and whether it stands there directly."""
    return page.evaluate("""async (query) => {
        const { index, hits } = await window.editionIndex.search(query);
        const passages = await index.passages(hits.map(({ id }) => id));
        const rows = passages.map((each, place) => [each.path, each.anchor || each.at, hits[place].direct]);
        return Object.fromEntries(rows.filter(([path]) => path.includes("sample")).map(([, ...row]) => row));
    }""", query)


def with_index(page: Page) -> Page:
    page.goto("search/")
    wait_until(page, "Boolean(window.editionIndex)")
    return page


@pytest.fixture
def searching(page: Page) -> Page:
    return with_index(page)


@pytest.fixture(scope="module")
def index(visit: Visit, site: Site) -> Iterator[Page]:
    """A page whose index is asked many times, and which is not changed by it."""
    with visit(site) as page:
        yield with_index(page)


def test_a_visit_without_a_search_loads_nothing_of_it(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(SAMPLE)
    settle(page)
    assert [url for url in asked if "search/data" in url or re.search(r"search-|search\.js|marking", url)] == []


def test_strings_are_found_exactly_where_a_plain_scan_finds_them(searching: Page) -> None:
    texts = searching.evaluate("""async () => {
        const index = await window.editionIndex.get();
        return (await index.passages([...Array(index.count).keys()])).map(({ text }) => text);
    }""")
    assert len(texts) > 100
    strings = sorted({each for text in texts for size in (2, 3, 5, 9) for each in windows(bare(text), size)
                      if not has_words(each)})
    some = random.Random(6).sample(strings, 2000)
    results = searching.evaluate("""async (strings) => Promise.all(strings.map(async (string) => {
        const { hits } = await window.editionIndex.search(string);
        return [hits.map(({ id }) => id), hits.filter(({ direct }) => direct).map(({ id }) => id)];
    }))""", some)
    expected = scan(texts, some)
    assert [string for string, got in zip(some, results) if tuple(got) != expected[string]] == []


@pytest.mark.parametrize("query, holds, lacks", [
    ("起草者", {"p3", "p5"}, {"p1"}),
    ("亞非會議的最後公報", {"p1"}, {"n7-1"}),          # traditional
    ("最后公报至今常被引用多数公报", {"p1"}, set()),   # across a mark and a comma
    ("公報 動詞 -語言", {"p5"}, {"p6"}),
    ("方括号 起草", {"p7"}, {"p8"}),
    ("１９７２年", {"p9"}, {"p1"}),
    ("72年", {"p9"}, set()),
    ("HTTPS", {"n8-2"}, set()),
    ("comm", {"title"}, {"p1"}),
    ("ommuniqu", set(), {"title"}),
    ('"以“我们”为主语"', {"p3"}, {"p4"}),
    ("“以「我们」为主语”", {"p3"}, {"p4"}),
    ('"用“我们”，到"', {"p4"}, {"p3"}),
    ('"以我们为主语"', set(), {"p3"}),
    ('"Communiqu"', set(), {"title"}),
    ("分段并列，然后再写", {"p9"}, set()),
    ("条", {"p6", "n8-1", "p14"}, {"p2"}),
])
def test_a_query_finds_what_it_says(index: Page, query: str, holds: set[str], lacks: set[str]) -> None:
    hits = set(found(index, query))
    assert hits >= holds
    assert not hits & lacks


def test_signs_and_blanks_hide_nothing_but_come_last(searching: Page) -> None:
    assert found(searching, "以我们为主语") == {"p3": False}
    assert found(searching, "以“我们”为主语") == {"p3": True}
    ask(searching, "以我们为主语")
    assert searching.locator(STATUS).inner_text().startswith("没有完全相同的文字；字间隔着标点或空格的有 1 段")


def test_the_box_is_worked_by_keyboard_and_leads_to_the_marked_paragraph(page: Page) -> None:
    page.goto("about/citing/")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.type("逐段提出修改")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("逐段提出修改")
    expect(page.locator(".search-box .search-status")).to_have_text("共 1 段，见于 1 篇。")
    box = page.get_by_role("combobox", name="检索")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")
    expect(option).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    bar = page.get_by_role("region", name="检索到的文字")
    expect(bar).to_contain_text("1 / 1")
    assert page.url.endswith("#p7")
    expect(page.locator("#p7")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    assert "mark=" not in page.url


def test_escape_closes_the_list_and_then_empties_the_box(page: Page) -> None:
    page.goto("")
    page.fill(BOX, "方括号")
    expect(page.get_by_role("option").first).to_be_visible()
    page.press(BOX, "Escape")
    expect(page.locator("#search-list")).to_be_hidden()
    page.press(BOX, "Escape")
    expect(page.locator(BOX)).to_have_value("")


def test_enter_leads_from_the_box_to_the_page(page: Page) -> None:
    page.goto(SAMPLE)
    page.fill(BOX, "方括号")
    page.press(BOX, "Enter")
    expect(page.locator(".search-results li").first).to_contain_text("方括号")
    assert page.evaluate("new URLSearchParams(location.search).get('q')") == "方括号"


def marked(page: Page) -> list[str]:
    return page.evaluate("[...(CSS.highlights.get('edition-mark') ?? [])].map((range) => range.toString())")


def test_all_hits_of_a_paragraph_are_marked_and_stepped_through(page: Page) -> None:
    page.goto(f"{SAMPLE}?mark=主語#p3")
    bar = page.locator(".mark-bar output")
    expect(bar).to_have_text(re.compile(r"^「主語」1 / \d+$"))
    here = marked(page)
    assert len(here) > 3 and set(here) == {"主语"}
    page.get_by_role("button", name="上一处").click()
    expect(bar).to_have_text(f"「主語」{len(here)} / {len(here)}")
    page.goto(f"{SAMPLE}?mark=主語")
    page.reload()
    expect(bar).to_have_text(re.compile(r" / \d+$"))
    assert len(marked(page)) > len(here)


def test_marks_are_painted_while_there_are_some(page: Page) -> None:
    page.goto(f"{SAMPLE}?mark=主语#p3")
    clear = page.get_by_role("button", name="清除标记")
    clear.wait_for()
    painted = """["edition-mark", "edition-mark-now"].map(
        (name) => getComputedStyle(document.querySelector("#p3"), `::highlight(${name})`).backgroundColor)"""
    assert len({*page.evaluate(painted), "rgba(0, 0, 0, 0)"}) == 3
    clear.click()
    assert set(page.evaluate(painted)) == {"rgba(0, 0, 0, 0)"}


def test_a_mark_of_a_note_is_no_obstacle_to_marking(page: Page) -> None:
    page.goto(f"{SAMPLE}?mark=最后公报至今常被引用多数公报#p1")
    expect(page.locator(".mark-bar")).to_contain_text("1 / 1")


def test_marks_are_wrapped_where_the_browser_paints_none(visit: Visit, site: Site) -> None:
    with visit(site) as page:
        page.add_init_script("delete CSS.highlights; Object.defineProperty(CSS, 'highlights', { value: undefined })")
        page.goto(f"{SAMPLE}?mark=至今常被引用多数公报#p1")
        expect(page.locator(".mark-bar")).to_contain_text("1 / 1")
        assert "".join(page.locator("#p1 mark").all_inner_texts()) == "至今常被引用，多数公报"
        page.get_by_role("button", name="清除标记").click()
        expect(page.locator("#p1 mark")).to_have_count(0)


def test_filters_and_order_are_in_the_address(page: Page) -> None:
    ask(page, "公报")
    page.select_option("select[name=kind]", "notes")
    expect(page.locator(STATUS)).to_contain_text("筛选后")
    page.select_option("select[name=order]", "text")
    address = page.url
    assert "kind=notes" in address and "order=text" in address
    page.goto(address)
    expect(page.locator(STATUS)).to_contain_text("筛选后")
    expect(page.locator("select[name=kind]")).to_have_value("notes")
    places = page.locator(".search-results .where").all_inner_texts()
    assert places and all(place.startswith("注释") for place in places)


def test_headings_stand_before_text_and_text_before_notes(page: Page) -> None:
    ask(page, "公报")
    ranks = page.evaluate("""async () => {
        const { index, hits } = await window.editionIndex.search("公报");
        return hits.length;
    }""")
    assert ranks > 5
    expect(page.locator(".search-results .where").first).to_have_text("题名")


@pytest.mark.parametrize("typed", ["fanwenli", "fàn wén lǐ", "fwl", "FAN Wenli"])
def test_pinyin_offers_the_chinese_name(page: Page, typed: str) -> None:
    ask(page, typed)
    expect(page.locator(".search-names")).to_contain_text("范文例")
    page.locator(".search-names").get_by_role("link", name="范文例").last.click()
    expect(page.locator(".search-results")).to_contain_text("范文例")


@pytest.fixture
def with_a_term(page: Page) -> Page:
    """The site as if it had one glossary term."""
    files = {"names": [["方括号", "square bracket", "term", 0, ["方头括号", "SB"]]],
             "sounds": [["fang kuo hao", "fang tou kuo hao", ""]]}

    def answer(route: Route) -> None:
        build, name = route.request.url.removesuffix(".js").split("/")[-2:]
        route.fulfill(body=f'editionSearch("{name}","{build}",{json.dumps(files[name])})', content_type="text/javascript")

    page.route(re.compile(r"/(names|sounds)\.js$"), answer)
    return page


@pytest.mark.parametrize("typed, offered", [
    ("方頭括號", ["方括号", "SB"]), ("sb", ["方括号", "方头括号"]), ("方括号", ["方头括号", "SB"]),
    ("fangkuo", ["方括号"]), ("fāng kuò hào", ["方括号"]), ("fang1kuo4", ["方括号"]), ("fkh", ["方括号"]), ("ftkh", ["方括号"]),
    ("Square", ["方括号"]), ("bracket", ["方括号"]),
])
def test_a_name_offers_its_other_names(with_a_term: Page, typed: str, offered: list[str]) -> None:
    ask(with_a_term, typed)
    row = with_a_term.locator(".search-names li", has_text="词条")
    expect(row).to_contain_text("square bracket")
    links = row.get_by_role("link").all_inner_texts()
    assert links[0] == "方括号" and links[1:] == offered


def test_the_box_offers_names(with_a_term: Page) -> None:
    with_a_term.goto("")
    with_a_term.fill(BOX, "fkh")
    options = with_a_term.get_by_role("option")
    expect(options.filter(has_text="词条")).to_contain_text("方括号")
    expect(with_a_term.locator(".search-box .search-status")).to_contain_text("没有找到完全相同的文字。另有 1 个相关名称。")
    options.filter(has_text=re.compile("^检索")).click()
    expect(with_a_term.locator(".search-results")).to_contain_text("方括号")


def test_what_is_nowhere_is_said_before_anything_nearer_is_offered(page: Page) -> None:
    assert ask(page, "方括号的猫头鹰").startswith("没有找到完全相同的文字。")
    expect(page.locator(".search-names")).to_contain_text("方括号（")
    expect(page.locator(".search-results li")).to_have_count(0)


@pytest.mark.parametrize("query", ["方-括的号", "^-方猫]", "，。——猫头鹰方", '"-方括" "的-号"'])
def test_what_is_nearer_is_asked_for_as_it_stands(page: Page, query: str) -> None:
    """A part of a query may begin with a dash, or be nothing but signs."""
    assert ask(page, query).startswith("没有找到完全相同的文字。")
    settle(page)
    assert page.locator(STATUS).inner_text().startswith("没有找到完全相同的文字。")


@pytest.mark.parametrize("query, said", [
    ("，。——", "只有标点"), ("-公报", "不带减号"), ("公" * 5000, "检索词过长"), ("<img src=x onerror=alert(1)>", ""),
    ("\ud83d\ude00", "只有标点"), ("[^n7-1]", "没有找到"), ("的", "共"),
])
def test_odd_queries_are_answered(page: Page, query: str, said: str) -> None:
    page.on("dialog", lambda _: pytest.fail("a query was run as a script"))
    assert said in ask(page, query)
    assert page.locator(".search-page img").count() == 0


def test_an_empty_query_shows_nothing(searching: Page) -> None:
    searching.fill(".search-page input", "  ")
    searching.press(".search-page input", "Enter")
    expect(searching.locator(STATUS)).to_have_text("")


@pytest.fixture
def copied(site: Site, tmp_path: Path) -> Iterator[Site]:
    """A copy of the site, to be damaged."""
    copytree(site.folder, tmp_path / "site")
    with serve(tmp_path / "site") as copy:
        yield copy


def shards(site: Site, name: str) -> list[Path]:
    return sorted((site.folder / "search/data").glob(f"*/{name}*.js"))


@pytest.mark.parametrize("kind", ["pairs", "texts", "names"])
def test_a_missing_shard_is_reported_and_nothing_half_is_shown(browser: Browser, copied: Site, kind: str) -> None:
    for file in shards(copied, kind):
        file.unlink()
    with open_page(browser, copied) as page:
        assert "没有取到" in ask(page, "方括号")
        expect(page.locator(".search-results li")).to_have_count(0)


@pytest.mark.parametrize("cut", [0.0, 0.5])
def test_a_truncated_shard_is_reported(browser: Browser, copied: Site, cut: float) -> None:
    for file in shards(copied, "texts"):
        text = file.read_text("utf-8")
        file.write_text(text[:int(len(text) * cut)], "utf-8")
    with open_page(browser, copied) as page:
        assert "已损坏" in ask(page, "方括号")


def test_a_shard_with_other_bytes_is_reported(browser: Browser, copied: Site) -> None:
    for file in shards(copied, "texts"):
        file.write_text(re.sub(r'"[^"]{40,}"', '"AAAA"', file.read_text("utf-8")), "utf-8")
    with open_page(browser, copied) as page:
        assert "已损坏" in ask(page, "方括号")


def test_an_index_of_another_format_is_refused(browser: Browser, copied: Site) -> None:
    root = copied.folder / "search/data/root.js"
    text = root.read_text("utf-8")
    root.write_text(text.replace(f'"format":{FORMAT}', '"format":999'), "utf-8")
    assert root.read_text("utf-8") != text
    with open_page(browser, copied) as page:
        assert "版本" in ask(page, "方括号")


def test_an_index_that_was_built_anew_is_fetched_anew(browser: Browser, copied: Site) -> None:
    root, old = copied.folder / "search/data/root.js", shards(copied, "pairs")[0].parent
    text = root.read_text("utf-8")
    stale = text.replace(old.name, "0" * len(old.name))
    with open_page(browser, copied) as page:
        # The browser's cache still has the root of yesterday; whoever asks anew gets today's.
        page.route(re.compile(r"root\.js$"), lambda route: route.fulfill(body=stale, content_type="text/javascript"))
        assert ask(page, "方括号").startswith("共 ")


def test_a_page_that_stays_open_while_the_site_is_built_anew_goes_on(browser: Browser, copied: Site) -> None:
    with open_page(browser, copied) as page:
        page.goto("search/")
        wait_until(page, "Boolean(window.editionIndex)")
        page.evaluate("async () => { await window.editionIndex.search('公报'); }")  # which loads no text
        old = shards(copied, "pairs")[0].parent
        new = old.with_name("0" * len(old.name))
        for file in [copied.folder / "search/data/root.js", *old.iterdir()]:
            file.write_text(file.read_text("utf-8").replace(old.name, new.name), "utf-8")
        old.rename(new)
        page.fill(".search-page input", "公报")
        expect(page.locator(STATUS)).to_contain_text("共 ")
        expect(page.locator(".search-results li").first).to_contain_text("公报")


def test_offline_is_said(browser: Browser, site: Site) -> None:
    with open_page(browser, site) as page:
        page.goto("search/")
        wait_until(page, "Boolean(window.editionIndex)")
        page.context.set_offline(True)
        page.fill(".search-page input", "方括号")
        expect(page.locator(STATUS)).to_contain_text("没有网络")
        page.context.set_offline(False)
        page.press(".search-page input", "Enter")
        expect(page.locator(STATUS)).to_contain_text("共 ")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_search_fits_a_phone(visit: Visit, site: Site, scheme: str) -> None:
    with visit(site, viewport={"width": 390, "height": 800}, has_touch=True, color_scheme=scheme) as page:
        page.goto(SAMPLE)
        page.tap(BOX)
        page.keyboard.type("方括号")
        expect(page.get_by_role("option").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.get_by_role("option").first.bounding_box()["height"] >= 44
        page.get_by_role("option").first.tap()
        expect(page.locator(".mark-bar")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        page.goto("search/?q=方括号")
        expect(page.locator(".search-results li").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_it_works_from_a_disk(visit: Visit, site: Site) -> None:
    with visit(from_disk(site.folder)) as page:
        page.goto("search/index.html?q=方括号")
        link = page.locator(".search-results a").first
        expect(link).to_be_visible()
        link.click()
        expect(page.locator(".mark-bar")).to_contain_text("方括号")
