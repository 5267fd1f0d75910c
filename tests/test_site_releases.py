"""Two releases of a small edition, one after the other on one site: every address of the first still leads to its place."""

import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from browsing import Site, serve
from click.testing import CliRunner
from edition.commands import main
from edition.editing.anchors import ALIKE
from edition.editing.fingerprints import fingerprint
from edition.releasing import Kind, Manifest, parse_manifest
from playwright.sync_api import Page
from small_edition import PAPER, SAMPLE, make_edition, replace_in
from visiting import Visit, from_disk

pytestmark = pytest.mark.own_site

SOURCE = f"papers/{SAMPLE}.txt"
FIRST, SECOND = "1.0.0", "1.1.0"


def run(root: Path, *args: str, fails: bool = False) -> str:
    result = CliRunner().invoke(main, ["--root", str(root), "--papers", str(root / "papers"), *args])
    assert result.exit_code == int(fails), result.output
    return result.output


def build(root: Path, site: Path, **environment: str) -> Path:
    """Build the site of an edition into a folder and return it."""
    settings = os.environ | {"EDITION_PAPERS": "papers", "EDITION_SITE": str(site), "NO_MKDOCS_2_WARNING": "1"} | environment
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"], cwd=root, env=settings,
                          capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return site


def release(root: Path, version: str, site: Path, served: Path) -> None:
    run(root, "release", version, "--date", "2026-02-03")
    run(root, "publish", str(build(root, site)), str(served), "--keep")


def split_a_paragraph(root: Path) -> None:
    line = 1 + (root / SOURCE).read_text("utf-8").split("\n").index("二是换一个更宽的词，让双方各自理解；三是引用以往文件的旧词句，以")
    (root / "docs" / PAPER / "emendations.yml").write_text(
        f"- {{kind: split, line: {line}, paragraph: p15, source: 三是引用以往文件, why: 试作两段}}\n", "utf-8")


def rename_the_term(root: Path) -> None:
    (root / "docs/glossary/communique.md").rename(root / "docs/glossary/final-communique.md")
    replace_in(root / "docs/themes/silence.md", "glossary/communique.md", "glossary/final-communique.md")


def remove_a_note(root: Path) -> None:
    """Take the last note and its mark out of the source, as a better source would."""
    text = (root / SOURCE).read_text("utf-8")
    note = next(line for line in text.split("\n") if line.startswith("[2]　《联合国宪章》"))
    at = text.index(note)
    rest = text[at:].split("\n")
    kept = text[:at] + "\n" * 2 + "\n".join(rest[2:])
    (root / SOURCE).write_text(kept.replace("各本同一作准，[2]逐词", "各本同一作准，逐词"), "utf-8")
    before, after = (sha256(each.encode()).hexdigest() for each in (text, kept.replace("各本同一作准，[2]逐词", "各本同一作准，逐词")))
    replace_in(root / "docs" / PAPER / "index.md", before, after)
    replace_in(root / "docs" / PAPER / "citations.yml", """\
- note: n8-2
  cites:
    - {key: lianheguo1945charter, locator: "第一百一十一条", label: article-locator, checked: true}
""", "")


REDIRECTS = f"""\
redirects:
  - {{old: glossary/communique/, new: glossary/final-communique/, why: 词条改名}}
  - {{old: '{PAPER}#n8-2', new: '{PAPER}#p8', why: 底本更换，注已不存}}
  - {{old: '{PAPER}#ref-n8-2', new: '{PAPER}#p8', why: 底本更换，注已不存}}
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_edition(tmp_path_factory.mktemp("releases") / "edition")


@pytest.fixture(scope="module")
def lost(root: Path) -> list[str]:
    """What the check says of the second state before the editors say where the addresses of the first lead."""
    served, site = root.parent / "served", root.parent / "site"
    release(root, FIRST, site, served)
    for change in (split_a_paragraph, rename_the_term, remove_a_note):
        change(root)
    return [line for line in run(root, "check", fails=True).splitlines() if " REL" in line]


@pytest.fixture(scope="module")
def served(root: Path, lost: list[str]) -> Path:
    """The folder that is served after the second release."""
    (root / "docs/redirects.yml").write_text(REDIRECTS, "utf-8")
    release(root, SECOND, root.parent / "site", root.parent / "served")
    return root.parent / "served"


@pytest.fixture(scope="module")
def site(served: Path) -> Iterator[Site]:
    """The folder above, served as a part of a host."""
    with serve(served.parent) as host:
        yield Site(served, f"{host.url}served/")


@pytest.fixture
def bare(visit: Visit, site: Site) -> Iterator[Page]:
    """A page in a browser that runs no scripts."""
    with visit(site, java_script_enabled=False) as page:
        yield page


@pytest.fixture(scope="module")
def first(root: Path, served: Path) -> Manifest:
    return parse_manifest((root / f"releases/{FIRST}.tsv").read_text("utf-8"))


def test_the_check_names_each_address_that_would_be_lost(root: Path, lost: list[str]) -> None:
    gone = [f"{where} ({kind}), which is gone" for where, kind in
            ((f"{PAPER}#n8-2", "note"), (f"{PAPER}#ref-n8-2", "mark"), ("glossary/communique/", "term"))]
    assert len(lost) == 3 and all("REL006" in line and said in line for line, said in zip(lost, gone))
    rows = (root / f"releases/{FIRST}.tsv").read_text("utf-8").split("\n")
    for line, (where, *_) in zip(lost, (said.split(" ") for said in gone)):
        assert rows[int(line.split(":")[1]) - 1].startswith(f"{where}\t")


def test_a_split_paragraph_keeps_its_id_and_the_second_part_gets_a_new_one(root: Path, first: Manifest) -> None:
    second = parse_manifest((root / f"releases/{SECOND}.tsv").read_text("utf-8"))
    new = [where for where, each in second.items() if each.kind is Kind.PARAGRAPH and where not in first]
    changed = [where for where, each in first.items() if each.kind is Kind.PARAGRAPH and second[where].digest != each.digest]
    assert (len(new), len(changed)) == (1, 1)


TEXT = """id => {
    const element = document.getElementById(id);
    return element && (element.closest("p, li, h2, h3") || element).textContent;
}"""


def test_every_address_of_the_first_release_leads_to_its_place(page: Page, first: Manifest) -> None:
    opened = ""
    for where, address in first.items():
        if address.kind is Kind.RELEASE:
            continue
        if address.page != opened:
            assert page.goto(where).status == 200, where
            page.wait_for_url(lambda url: "/glossary/communique/" not in url)
            opened = address.page
        if address.fragment:
            text = page.evaluate(TEXT, address.fragment)
            assert text is not None, where
            if address.kind is Kind.PARAGRAPH:
                assert fingerprint(text).shared(address.print) >= ALIKE, where


def test_a_renamed_term_is_found_at_its_old_address_and_keeps_what_was_asked_for(page: Page) -> None:
    page.goto("glossary/communique/?x=1#english")
    page.wait_for_url("**/glossary/final-communique/#english")
    assert page.locator("h1#title").inner_text().startswith("公报")


def test_a_renamed_term_is_found_without_scripts(bare: Page) -> None:
    bare.goto("glossary/communique/")
    bare.wait_for_url("**/glossary/final-communique/")


def test_a_note_that_is_no_more_leads_to_its_paragraph_without_scripts(bare: Page) -> None:
    bare.goto(f"{PAPER}#n8-2")
    assert bare.locator("#n8-2").evaluate("element => element.parentElement.id") == "p8"
    assert bare.locator("p#p8").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_page_of_an_old_release_says_so_and_leads_to_the_newest(visit: Visit, site: Site, scripts: bool) -> None:
    with visit(site, java_script_enabled=scripts) as page:
        page.goto(f"versions/{FIRST}/{PAPER}#p3")
        banner = page.locator(".old-release")
        assert banner.is_visible() and f"{FIRST} 版（2026-02-03）" in banner.inner_text()
        assert page.locator("#n8-2").count() == 1, "the copy is as it was"
        banner.get_by_role("link", name="本页的最新版").click()
        assert page.url == f"{site.url}{PAPER}" + ("#p3" if scripts else "") and page.locator(".old-release").count() == 0


def test_an_old_release_leads_on_from_a_page_that_has_moved_since(page: Page) -> None:
    page.goto(f"versions/{FIRST}/glossary/communique/")
    page.get_by_role("link", name="本页的最新版").click()
    page.wait_for_url("**/served/glossary/final-communique/")


def test_all_versions_are_listed_newest_first(page: Page) -> None:
    page.goto("versions/")
    assert page.locator("li a").all_inner_texts() == [SECOND, FIRST]
    page.locator("li a").first.click()
    page.locator("h1").wait_for()  # the address changes before the page is there
    assert page.url.endswith(f"/versions/{SECOND}/")


@pytest.mark.parametrize("path", ["", PAPER, "glossary/final-communique/", "search/"])
def test_version_and_day_stand_on_every_page(page: Page, path: str) -> None:
    page.goto(path)
    assert f"{SECOND} 版（2026 年 2 月 3 日）" in page.locator(".imprint").inner_text()


def test_version_and_day_stand_in_citations(page: Page) -> None:
    page.goto("themes/silence/")
    assert f"{SECOND} 版，2026 年 2 月 3 日" in page.locator('[data-style="edition"]').text_content()


def test_a_page_that_is_served_no_more_is_removed_and_nothing_else(root: Path, served: Path) -> None:
    assert not (served / "glossary/communique/cite.bib").exists() and (served / "glossary/communique/index.html").exists()
    assert (served / f"versions/{FIRST}/glossary/communique/cite.bib").exists()


def test_a_copy_is_never_written_again(root: Path, served: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (served / "versions").rglob("*") if path.is_file()}
    assert "CMD027" in run(root, "publish", str(root.parent / "site"), str(served), "--keep", fails=True)
    run(root, "publish", str(root.parent / "site"), str(served))
    assert {path: path.stat().st_mtime_ns for path in before if path.name != "index.html" or path.parent.name != "versions"} == {
        path: time for path, time in before.items() if path.name != "index.html" or path.parent.name != "versions"}


def test_what_has_moved_is_found_on_a_site_that_opens_from_a_disk(root: Path, served: Path, visit: Visit) -> None:
    folder = build(root, root.parent / "disk", EDITION_FOLDERS="false")
    for scripts in (True, False):
        with visit(from_disk(folder), java_script_enabled=scripts) as page:
            page.goto("glossary/communique.html")
            page.wait_for_url("**/glossary/final-communique.html")
            assert page.locator("h1#title").inner_text().startswith("公报")
