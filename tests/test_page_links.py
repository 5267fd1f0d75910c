"""Where pages come from and where they are edited: the addresses of repositories, and the foot of a page."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from edition.site.forges import FORGES, repository
from edition.site.origins import Origin, origin_of
from edition.site.page_links import page_links, repository_of
from edition.weaving import Edited
from edition.weaving.mending import mending_of
from jinja2 import Environment, FileSystemLoader
from mkdocs.exceptions import Abort
from test_annotations import NOTE
from test_weaving import EMENDED, FRONT

ROOT = Path(__file__).resolve().parent.parent
GITHUB = "https://github.com/o/r"


@pytest.mark.parametrize("url, kind, edit, history", [
    (GITHUB, "", f"{GITHUB}/edit/main/docs/a.md", f"{GITHUB}/commits/main/docs/a.md"),
    (f"{GITHUB}.git", "", f"{GITHUB}/edit/main/docs/a.md", f"{GITHUB}/commits/main/docs/a.md"),
    ("https://gitlab.com/g/s/r/", "", "https://gitlab.com/g/s/r/-/edit/main/docs/a.md",
     "https://gitlab.com/g/s/r/-/commits/main/docs/a.md"),
    ("https://gitee.com/o/r", "", "https://gitee.com/o/r/edit/main/docs/a.md", "https://gitee.com/o/r/commits/main/docs/a.md"),
    ("http://git.example.org/o/r", "gitlab", "http://git.example.org/o/r/-/edit/main/docs/a.md",
     "http://git.example.org/o/r/-/commits/main/docs/a.md"),
])
def test_the_addresses_of_a_file(url: str, kind: str, edit: str, history: str) -> None:
    place = repository(url, kind)
    assert (place.address("edit", path="docs/a.md"), place.address("history", path="docs/a.md")) == (edit, history)


@pytest.mark.parametrize("kind, expected", [
    ("github", "/issues/new?title=a%20%26%20%E6%A0%A1&body=b"),
    ("gitlab", "/-/issues/new?issue%5Btitle%5D=a%20%26%20%E6%A0%A1&issue%5Bdescription%5D=b"),
    ("gitee", "/issues/new"),
])
def test_an_issue_is_filled_in_where_the_site_can(kind: str, expected: str) -> None:
    assert repository("https://x.org/o/r", kind).address("issue", title="a & 校", text="b") == f"https://x.org/o/r{expected}"


def test_every_kind_of_site_has_every_address() -> None:
    assert {frozenset(forms) for forms in FORGES.values()} == {frozenset(("edit", "history", "folder", "new", "issue"))}
    place = repository(GITHUB, branch="正稿 1")
    assert place.address("folder", path="docs") == f"{GITHUB}/tree/%E6%AD%A3%E7%A8%BF%201/docs"
    assert place.form("new") == f"{GITHUB}/new/%E6%AD%A3%E7%A8%BF%201/{{path}}?filename={{name}}&value={{text}}"


@pytest.mark.parametrize("url, kind", [
    ("javascript:alert(1)//o/r", "github"), ("github.com/o/r", ""), ("https://github.com", ""), ("https://x.org/o/r", ""),
    ("https://x.org/o/r", "cvs"), ("https://u:p@github.com/o/r", ""), ("https://github.com/o/r?x=1", ""),
])
def test_another_address_is_refused(url: str, kind: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        repository(url, kind)
    with pytest.raises(Abort, match="mkdocs.yml: repository"):
        repository_of(config_of(url, kind))


@pytest.mark.parametrize("page, origin", [
    ("papers/wei-tianxia/index.md", Origin("docs/papers/wei-tianxia/index.md", True)),
    ("glossary/wto.md", Origin("docs/glossary/wto.md", True)), ("data/README.md", Origin("docs/data/README.md", True)),
    ("index.md", Origin("docs/index.md", True)), ("bibliography/index.md", Origin("bib", False)),
    ("glossary/by-kind.md", Origin("docs/glossary", False)), ("papers/index.md", Origin("docs/papers", False)),
    ("new/index.md", Origin("tools/edition/weaving", False)),
])
def test_a_page_has_an_origin(page: str, origin: Origin) -> None:
    assert origin_of(page, lambda path: (ROOT / path).is_file()) == origin
    assert (ROOT / origin.path).exists()


def config_of(url: str = "", kind: str = "") -> SimpleNamespace:
    extra = {"repository": {"url": url, "forge": kind, "branch": "main"}}
    return SimpleNamespace(extra=extra, repo_url=None, config_file_path=str(ROOT / "mkdocs.yml"), use_directory_urls=True)


def foot(path: str, url: str = "") -> str:
    """Return the foot of the page at a path below build/docs."""
    page = SimpleNamespace(file=SimpleNamespace(src_uri=path), url=path.removesuffix(".md") + "/", meta={})
    templates = Environment(loader=FileSystemLoader(ROOT / "tools/edition/site/theme/partials"), autoescape=False)
    return templates.get_template("source-file.html").render(page_links(page, config_of(url)))


def test_a_page_leads_to_its_file() -> None:
    html = foot("glossary/wto.md", GITHUB)
    for address in (f"{GITHUB}/edit/main/docs/glossary/wto.md", f"{GITHUB}/commits/main/docs/glossary/wto.md",
                    f"{GITHUB}/issues/new?title=docs/glossary/wto.md%EF%BC%9A&amp;body=", "../../about/editing/"):
        assert f'href="{address}"' in html


def test_a_page_of_the_tools_says_so() -> None:
    html = foot("bibliography/index.md", GITHUB)
    assert "本页由工具编成" in html and f'href="{GITHUB}/tree/main/bib"' in html and "/edit/" not in html


def test_without_a_repository_no_link_leads_out() -> None:
    html = foot("glossary/wto.md")
    assert "<code>docs/glossary/wto.md</code>" in html and html.count("<a ") == 1 and "http" not in html


def test_a_paper_tells_the_browser_what_an_entry_needs() -> None:
    assert mending_of(Edited(FRONT)) == {"slug": "sample", "folder": "docs/papers/sample", "next": "a1", "there": []}
    said = mending_of(Edited(FRONT, emendations=(EMENDED,), annotations=(NOTE,)))
    assert (said["next"], said["there"]) == ("a4", ["emendations", "annotations"])
