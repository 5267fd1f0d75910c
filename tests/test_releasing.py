"""Manifests: what they hold, what changes between two of them, and what readers are told of it."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edition.catalogue import load
from edition.commands import main
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
    resolve,
    summarise,
)
from edition.releasing.addresses import address_of
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
    kinds = {f"{PAPER}#{id}": found[f"{PAPER}#{id}"].kind for id in ("p1", "page-8", "n8-2", "ref-n8-2", "s2-1", "abstract")}
    assert list(kinds.values()) == ["paragraph", "printed-page", "note", "mark", "section", "section"]
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


def test_a_redirect_leads_on_and_takes_what_is_on_its_page_along() -> None:
    old = listed(Address("a/", Kind.PAGE), Address("a/#s", Kind.SECTION), Address("a/#t", Kind.SECTION))
    new = listed(Address("a/", Kind.REDIRECT, "b/"), Address("b/", Kind.REDIRECT, "c/"), Address("c/", Kind.PAGE),
                 Address("c/#s", Kind.SECTION))
    assert fates(old, new) == {"a/": (Fate.REDIRECTED, "c/"), "a/#s": (Fate.REDIRECTED, "c/#s"), "a/#t": (Fate.REMOVED, ""),
                               "c/": (Fate.ADDED, ""), "c/#s": (Fate.ADDED, "")}


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
    replace_in(place / "docs/glossary/communique.md", "themes: [silence]\n", "")
    result = run(place, "diff", str(place / "before.tsv"))
    assert (result.exit_code, result.stderr) == (0, "")
    assert "| 术语 Terms |  | 1 |  |  |  |" in result.stdout and "- 改动 `glossary/communique/` 公报 communiqué" in result.stdout
    assert "- 消失 `themes/silence/` 沉默" in result.stdout and "**有 2 个地址消失或改指他物**" in result.stdout


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
