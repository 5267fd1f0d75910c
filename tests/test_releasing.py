"""Manifests and what changes between two of them; releases and their publishing."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edition.catalogue import load
from edition.commands import main
from edition.commands.weave import imprint_of
from edition.editing.fingerprints import fingerprint
from edition.problems import Refused
from edition.releasing import (
    Address,
    Fate,
    Kind,
    Manifest,
    addresses_of,
    compare,
    format_manifest,
    parse_manifest,
    redirects_of,
    releases_of,
    resolve,
    summarise,
)
from edition.releasing.addresses import address_of
from edition.releasing.listing import RELEASES, with_releases
from edition.releasing.manifest import LONGEST_NAME, manifest_of, name_of
from edition.releasing.summary import KINDS, NOTHING
from small_edition import PAPER, SAMPLE, make_edition, replace_in


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("EDITION_PAPERS", raising=False)
    return make_edition(tmp_path / "edition")


def run(place: Path, *args: str) -> Result:
    result = CliRunner().invoke(main, ["--root", str(place), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def manifest_in(place: Path) -> Manifest:
    return addresses_of(load(place))


def listed(*addresses: Address) -> Manifest:
    return manifest_of(addresses)


def fates(old: Manifest, new: Manifest) -> dict[str, tuple[Fate, str]]:
    return {change.address.where: (change.fate, change.to) for change in compare(old, new)}


PARAGRAPH = "先记时间与地点，再记谁说了什么，最后记下没有说出口的话，这样的纪要才算完整。"


def paragraph(id: str, text: str) -> Address:
    print = fingerprint(text)
    return Address(f"papers/x/#{id}", Kind.PARAGRAPH, "", print.digest, print.sketch)


@pytest.mark.parametrize("path, where", [
    ("index.md", ""), ("data/README.md", "data/"), ("glossary/index.md", "glossary/"), ("about/citing.md", "about/citing/"),
])
def test_a_page_has_the_address_of_the_site(path: str, where: str) -> None:
    assert address_of(path) == where


def test_a_manifest_has_every_kind_of_address(place: Path) -> None:
    found = manifest_in(place)
    assert {"", "papers/", "bibliography/", "search/", "overview/", "themes/", "glossary/by-english/"} <= set(found)
    kinds = {f"{PAPER}#{id}": found[f"{PAPER}#{id}"].kind for id in ("p1", "page-8", "n8-2", "ref-n8-2", "a1", "abstract")}
    assert list(kinds.values()) == ["paragraph", "printed-page", "note", "mark", "annotation", "section"]
    assert found["glossary/communique/"].kind is Kind.TERM and found["glossary/communique/"].name == "公报 communiqué"
    assert found["themes/silence/"].kind is Kind.THEME and found["themes/silence/#summary"].kind is Kind.SECTION
    assert found["bibliography/#yu2025review"].kind is Kind.WORK


def test_a_manifest_is_read_as_it_was_written(place: Path) -> None:
    found = manifest_in(place)
    text = format_manifest(found)
    assert parse_manifest(text) == found and format_manifest(parse_manifest(text)) == text
    assert text.startswith("address\tkind\tname\tdigest\tsketch\n")


def test_a_manifest_shows_no_passage(place: Path) -> None:
    text = format_manifest(manifest_in(place))
    assert max(map(len, re.findall(r"[\u3400-\u9fff]+", text))) <= LONGEST_NAME


def test_a_long_name_is_cut() -> None:
    assert name_of("甲\n 乙") == "甲 乙" and name_of("长" * 99) == "长" * (LONGEST_NAME - 1) + "…"


@pytest.mark.parametrize("text", ["", "address\tkind\n", "address\tkind\tname\tdigest\tsketch\nx/\tpage\n",
                                  "address\tkind\tname\tdigest\tsketch\nx/\tunheard-of\t\t\t\n"])
def test_what_is_no_manifest_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_manifest(text, "releases/1.0.0.tsv")
    assert {problem.code for problem in refused.value.problems} == {"REL001"}
    assert refused.value.problems[0].line == (2 if "sketch\n" in text else 1)


def test_addresses_come_go_change_and_come_to_name_another_thing() -> None:
    old = listed(paragraph("p1", PARAGRAPH), paragraph("p2", "全然无关的一段话，讲的是茶。" * 4), paragraph("p3", "讲酒"),
                 Address("glossary/tea/", Kind.TERM, "茶 tea", "1"), Address("x/", Kind.PAGE, "某页", "1"))
    new = listed(paragraph("p1", PARAGRAPH.replace("完整", "完备")), paragraph("p2", "如今这里讲的是另一件事情，与先前毫不相干。" * 3),
                 Address("glossary/tea/", Kind.TERM, "世界贸易组织 WTO", "2"), Address("x/", Kind.PAGE, "另题", "2"),
                 paragraph("p4", "新来的一段"))
    assert fates(old, new) == {
        "papers/x/#p1": (Fate.CHANGED, ""), "papers/x/#p2": (Fate.OTHER, ""), "papers/x/#p3": (Fate.REMOVED, ""),
        "glossary/tea/": (Fate.OTHER, ""), "x/": (Fate.CHANGED, ""), "papers/x/#p4": (Fate.ADDED, "")}


def test_a_redirect_leads_on_and_takes_along_what_is_on_both_pages() -> None:
    old = listed(Address("a/", Kind.PAGE), Address("a/#s", Kind.SECTION), Address("a/#t", Kind.SECTION))
    new = listed(Address("a/", Kind.REDIRECT, "b/"), Address("b/", Kind.REDIRECT, "c/"), Address("c/", Kind.PAGE),
                 Address("c/#s", Kind.SECTION))
    assert fates(old, new) == {"a/": (Fate.REDIRECTED, "c/"), "a/#t": (Fate.REMOVED, ""), "c/": (Fate.ADDED, "")}
    assert resolve("a/#s", new) == "c/#s"


def test_redirects_in_a_circle_lead_nowhere() -> None:
    assert resolve("a/", listed(Address("a/", Kind.REDIRECT, "b/"), Address("b/", Kind.REDIRECT, "a/"))) == ""


def test_a_redirect_must_not_be_given_to_another_paragraph() -> None:
    former = Address("papers/x/#p2", Kind.REDIRECT, "papers/x/#p1")
    old, alive = listed(paragraph("p1", PARAGRAPH), former), paragraph("p2", "新的一段")
    assert fates(old, listed(paragraph("p1", PARAGRAPH), alive)) == {"papers/x/#p2": (Fate.OTHER, "")}
    assert fates(old, listed(paragraph("p1", PARAGRAPH))) == {"papers/x/#p2": (Fate.REMOVED, "")}


def test_a_paper_without_its_text_loses_nothing(place: Path) -> None:
    whole = manifest_in(place)
    (place / f"papers/{SAMPLE}.txt").unlink()
    bare = manifest_in(place)
    assert bare[PAPER].kind is Kind.TEXTLESS and f"{PAPER}#page-8" not in bare and f"{PAPER}#p3" in bare
    assert compare(whole, bare) == [] and compare(bare, whole) == []
    assert NOTHING in summarise(compare(whole, bare))


def test_a_summary_counts_and_names_what_changed(place: Path) -> None:
    (place / "before.tsv").write_text(run(place, "manifest").stdout, "utf-8")
    replace_in(place / "docs/glossary/communique.md", "逐句比较", "逐句对照")
    (place / "docs/themes/silence.md").unlink()
    result = run(place, "diff", str(place / "before.tsv"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "| 术语 Terms |  | 1 |  |  |  |" in result.stdout and "- 改动 `glossary/communique/` 公报 communiqué" in result.stdout
    assert "- 消失 `themes/silence/` 沉默" in result.stdout and "**有 1 个地址消失或改指他物**" in result.stdout


def test_a_summary_of_two_manifests_needs_no_edition(place: Path, tmp_path: Path) -> None:
    for name, kind in (("old", "page"), ("new", "redirect")):
        rows = f"address\tkind\tname\tdigest\tsketch\na/\t{kind}\t{'b/' if kind == 'redirect' else 'A*'}\t1\t\nb/\tpage\tB\t1\t\n"
        (tmp_path / f"{name}.tsv").write_text(rows, "utf-8")
    result = run(tmp_path, "diff", str(tmp_path / "old.tsv"), str(tmp_path / "new.tsv"))
    assert r"- 转向 `a/` A\* → `b/`" in result.stdout


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", b"nothing\n"])
def test_what_can_not_be_compared_is_said_without_a_traceback(place: Path, content: bytes | None) -> None:
    if content is not None:
        (place / "old.tsv").write_bytes(content)
    result = run(place, "diff", str(place / "old.tsv"))
    assert result.exit_code == 1 and re.match(r".*old\.tsv:\d+: [A-Z]{3}\d{3} .+ Hint: ", result.stderr)


def test_every_kind_has_a_name_for_readers() -> None:
    assert set(KINDS) | {Kind.TEXTLESS} == set(Kind)


def release(place: Path, version: str, *more: str) -> Result:
    return run(place, "release", version, "--date", "2026-02-03", *more)


def codes(result: Result) -> list[str]:
    return [line.split(": ")[1].split(" ")[0] for line in result.stderr.splitlines()]


def test_a_release_writes_the_manifest_and_the_version_wherever_it_stands(place: Path) -> None:
    result = release(place, "0.2.0")
    assert (result.exit_code, result.stdout.splitlines()) == (0, ["CITATION.cff", "CHANGELOG.md", "releases/0.2.0.tsv"])
    assert "version: 0.2.0\ndate-released: 2026-02-03\n" in (place / "CITATION.cff").read_text("utf-8")
    assert "## [Unreleased]\n\n## [0.2.0] - 2026-02-03\n" in (place / "CHANGELOG.md").read_text("utf-8")
    written = parse_manifest((place / "releases/0.2.0.tsv").read_text("utf-8"))
    assert written["versions/0.2.0/"].name == "2026-02-03" and set(written) - {"versions/0.2.0/"} == {
        where for where, each in manifest_in(place).items() if each.kind is not Kind.RELEASE}
    assert run(place, "check").exit_code == 0


def test_a_release_marks_the_tools_where_they_are_the_editions_own(place: Path) -> None:
    (place / "tools").unlink()
    (place / "tools/edition").mkdir(parents=True)
    (place / "tools/edition/__init__.py").write_text('__version__ = "0.1.0"\n', "utf-8")
    release(place, "0.2.0")
    assert (place / "tools/edition/__init__.py").read_text("utf-8") == '__version__ = "0.2.0"\n'


@pytest.mark.parametrize("version", ["1", "1.2", "v1.2.0", "1.2.0-rc1", "01.2.0", "../1.2.0", "1.2." + "3" * 5000, ""])
def test_a_version_has_three_numbers(place: Path, version: str) -> None:
    result = release(place, version)
    assert (result.exit_code, codes(result)) == (1, ["CMD021"]) and not (place / "releases").exists()


@pytest.mark.parametrize("version", ["0.9.0", "0.10.0"])
def test_a_release_is_above_the_last_and_never_written_again(place: Path, version: str) -> None:
    release(place, "0.10.0")
    before = (place / "releases/0.10.0.tsv").read_bytes()
    assert codes(release(place, version)) == ["CMD022"]
    assert (place / "releases/0.10.0.tsv").read_bytes() == before and len(list((place / "releases").iterdir())) == 1


def test_a_release_needs_all_texts(place: Path) -> None:
    (place / f"papers/{SAMPLE}.txt").unlink()
    assert codes(release(place, "0.2.0")) == ["CMD023"] and not (place / "releases").exists()


def test_a_release_needs_the_file_that_says_the_version(place: Path) -> None:
    (place / "CITATION.cff").unlink()
    assert codes(release(place, "0.2.0")) == ["CMD024"]


def test_nothing_is_written_where_the_check_finds_an_error(place: Path) -> None:
    (place / "docs/redirects.yml").write_text("redirects: 1\n", "utf-8")
    assert "REL005" in codes(release(place, "0.2.0")) and not (place / "releases").exists()
    assert "version: 0.1.0" in (place / "CITATION.cff").read_text("utf-8")


def test_what_is_no_site_and_what_is_no_release_is_not_published(place: Path, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert codes(run(place, "publish", str(tmp_path / "site"), str(tmp_path / "served"))) == ["CMD025"]
    (tmp_path / "site/index.html").write_text("<body>", "utf-8")
    assert codes(run(place, "publish", str(tmp_path / "site"), str(tmp_path / "served"), "--keep")) == ["CMD026"]
    assert not (tmp_path / "served").exists()


def test_publishing_touches_no_file_of_others(place: Path, tmp_path: Path) -> None:
    site, served = tmp_path / "site", tmp_path / "served"
    for file in (site / "index.html", site / "old/index.html", served / "mine.txt", tmp_path / "outside.txt"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("<body>", "utf-8")
    run(place, "publish", str(site), str(served))
    (served / ".edition-files").write_text("index.html\nold/index.html\n../outside.txt\nversions/index.html", "utf-8")
    (site / "old/index.html").unlink()
    run(place, "publish", str(site), str(served))
    left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file() and "edition/" not in str(path))
    assert left == ["outside.txt", "served/.edition-files", "served/index.html", "served/mine.txt", "served/versions/index.html",
                    "site/index.html"]


def test_what_differs_from_the_last_release_says_so_and_is_no_release(place: Path, tmp_path: Path) -> None:
    release(place, "0.2.0")
    assert imprint_of(load(place)).version == "0.2.0"
    replace_in(place / "docs/glossary/communique.md", "逐句比较", "逐句对照")
    assert imprint_of(load(place)).version == "0.2.0+" and imprint_of(load(place)).revised
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<body>", "utf-8")
    assert codes(run(place, "publish", str(tmp_path / "site"), str(tmp_path / "served"), "--keep")) == ["CMD026"]


def test_the_releases_are_listed_newest_first_with_their_numbers(place: Path) -> None:
    assert with_releases(f"a {RELEASES}", (), "").startswith("a 尚未成版")
    release(place, "0.2.0")
    release(place, "0.10.0")
    rows = with_releases(RELEASES, releases_of(load(place)), "https://example.org/").splitlines()
    assert rows[2].startswith("| [0.10.0](https://example.org/versions/0.10.0/) | 2026-02-03 | 14 | ")
    assert rows[3].startswith("| [0.2.0](https://example.org/versions/0.2.0/) | 2026-02-03 | 14 | ")


def test_the_entries_shown_to_editors_have_the_form_of_the_file(root: Path, place: Path) -> None:
    shown, = re.findall(r"```yaml\n(.*?)```", (root / "docs/about/releases.md").read_text("utf-8"), re.DOTALL)
    (place / "docs/redirects.yml").write_text(shown, "utf-8")
    found = redirects_of(load(place))
    assert not found.findings and (len(found.redirects), len(found.renewed)) == (2, 1)
