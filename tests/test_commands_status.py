"""`edition status`: what is counted."""

import json
from pathlib import Path

import pytest
from test_commands import run
from test_commands_new import place  # noqa: F401 (a fixture)

CITATIONS = """\
- note: n1-1
  cites:
    - {key: mei2020talks, checked: true}
    - {key: mei2020talks, checked: false}
- note: n1-2
  cites: []
- note: n1-3
  cites: []
  checked: true
"""
TERM = "---\nzh: 公报\nen: communiqué\nkind: document\n---\n\n公报的释义。\n"


def papers(place: Path) -> dict[str, dict]:  # noqa: F811
    return {row["paper"]: row for row in json.loads(run(place, "status", "--json").stdout)["papers"]}


def test_each_paper_is_counted(place: Path) -> None:  # noqa: F811
    folder = place / "docs/papers/talks"
    (folder / "citations.yml").write_text(CITATIONS, "utf-8")
    index = (folder / "index.md").read_text("utf-8")
    (folder / "index.md").write_text(index + "\nTODO\n\nTODO 两处。\n", "utf-8")
    assert papers(place) == {"talks": {"paper": "talks", "source": "here", "status": "validated", "emendations": 4,
                                       "annotations": 2, "unchecked": 2, "TODO": 2}}


def test_the_table_has_a_sum_and_the_terms_without_definition(place: Path) -> None:  # noqa: F811
    (place / "docs/glossary").mkdir()
    (place / "docs/glossary/communique.md").write_text(TERM, "utf-8")
    (place / "papers/talks.txt").unlink()
    result = run(place, "status")
    head, row, total, terms = result.stdout.splitlines()
    assert (result.exit_code, head.split()) == (0, ["paper", "source", "status", "emendations", "annotations", "unchecked", "TODO"])
    assert row.split() == ["talks", "absent", "validated", "4", "2", "0", "0"]
    assert total.split() == ["total", "4", "2", "0", "0"] and terms == "terms without definition: communique"


@pytest.mark.parametrize("front", ["", "---\nslug: talks\n---\n"])
def test_a_paper_that_can_not_be_read_is_listed(place: Path, front: str) -> None:  # noqa: F811
    (place / "docs/papers/talks/index.md").write_text(front, "utf-8")
    assert papers(place)["talks"]["status"] == "unreadable"
