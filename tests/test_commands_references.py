"""The commands about references: `edition references`, `edition cite`, `edition format`."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edition.commands import main

SLUG = "sample-communiques"
ITEM = {"type": "book", "title": "样例的边界", "author": [{"literal": "范文例"}], "issued": {"date-parts": [[2024]]},
        "publisher": "样例出版社", "language": "zh-CN"}


def run(root: Path, *words: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "--papers", str(root / "papers"), *words], input=given)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """The sample paper with its layers and the bibliography, to be written into."""
    for part in (f"docs/papers/{SLUG}", "bib"):
        shutil.copytree(root / part, tmp_path / part)
    (tmp_path / "papers").mkdir()
    shutil.copy(root / "papers/sample-communiques.txt", tmp_path / "papers")
    return tmp_path


def test_references_are_one_object_a_note_with_the_editors_keys(root: Path) -> None:
    result = run(root, "references", SLUG)
    notes = [json.loads(line) for line in result.stdout.splitlines()]
    assert [set(note) for note in notes] == [{"id", "mark", "text", "items"}] * len(notes)
    assert all("key" in item for note in notes for item in note["items"])
    assert {note["id"]: len(note["items"]) for note in notes}["n7-star"] == 0


def test_proposing_leaves_what_is_there(copy: Path) -> None:
    path, cited = copy / f"docs/papers/{SLUG}/citations.yml", copy / "bib/cited.bib"
    before = path.read_text("utf-8"), cited.read_text("utf-8")
    assert run(copy, "references", "--propose", SLUG).exit_code == 0
    assert (path.read_text("utf-8"), cited.read_text("utf-8")) == before


def test_proposing_adds_what_is_new_unchecked(copy: Path) -> None:
    path = copy / f"docs/papers/{SLUG}/citations.yml"
    path.unlink()
    result = run(copy, "references", "--propose", SLUG)
    assert result.exit_code == 0 and "added, unchecked" in result.stdout
    written = path.read_text("utf-8")
    assert "checked: true" not in written and written.count("note: ") == 10


@pytest.mark.parametrize("style, expected", [
    ("gbt7714-2025", "范文例. 会议公报的写法[J]. 样稿集刊，2026（1）：8."),
    ("note", "范文例：《会议公报的写法》，载《样稿集刊》，2026年第1期，第8页。"),
])
def test_a_paragraph_is_cited_with_the_page_it_begins_on(root: Path, style: str, expected: str) -> None:
    assert run(root, "cite", f"{SLUG}#p5", "--style", style).stdout.strip() == expected


@pytest.mark.parametrize("what, code", [("nothing2020here", "CMD004"), (f"{SLUG}#p999", "CMD005")])
def test_what_is_not_there_is_a_coded_problem(root: Path, what: str, code: str) -> None:
    result = run(root, "cite", what)
    assert result.exit_code == 1 and code in result.stderr and "Traceback" not in result.output


def test_format_gives_a_line_an_item_and_names_the_bad_line(root: Path) -> None:
    lines = "\n".join((json.dumps(ITEM, ensure_ascii=False), "{", json.dumps(ITEM | {"locator": "9"}, ensure_ascii=False)))
    result = run(root, "format", given=lines)
    assert result.stdout.splitlines() == ["范文例. 样例的边界[M]. 样例出版社，2024.", "范文例. 样例的边界[M]. 样例出版社，2024：9."]
    assert result.exit_code == 1 and "-:2: CIT002" in result.stderr
