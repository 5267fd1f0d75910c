"""`edition new`: what it writes passes the check but for what is left to do, and nothing that is there changes."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from edition.catalogue.beginnings import THEME_SECTIONS, appended, entry, mapping, next_id
from edition.catalogue.yaml_lines import parse
from edition.checking.themes import OF_THEME
from hypothesis import example, given
from hypothesis import strategies as st
from test_commands import run, shown

SOUND = Path(__file__).with_name("checking") / "sound/in"
NOTES, EMENDATIONS = "docs/papers/talks/annotations.yml", "docs/papers/talks/emendations.yml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("EDITION_PAPERS", raising=False)
    return Path(shutil.copytree(SOUND, tmp_path / "edition"))


def files(place: Path) -> dict[str, str]:
    return {str(path.relative_to(place)): path.read_text("utf-8") for path in place.rglob("*") if path.is_file()}


def errors(place: Path) -> set[str]:
    result = run(place, "check")
    return {line.split(": ")[1].split(" ")[0] for line in result.stderr.splitlines()} if result.exit_code else set()


def test_a_term_begins_with_its_names(place: Path) -> None:
    result = run(place, "new", "term", "communique", "--zh", "公报：一种", "--en", "#communiqué", "--kind", "document")
    assert (result.exit_code, result.stdout) == (0, "docs/glossary/communique.md:1\n")
    assert set(shown(result)) <= {"TOD001", "GLO008", "GLO023"} and errors(place) == set()
    assert (place / "docs/glossary/communique.md").read_text("utf-8").startswith(
        '---\nzh: 公报：一种\nen: "#communiqué"\nkind: document\n---\n')


def test_a_theme_begins_with_every_section(place: Path) -> None:
    result = run(place, "new", "theme", "talk", "--title", "谈话", "--title-en", "Talk", "--description", "谈怎样谈话。")
    assert (result.exit_code, result.stdout) == (0, "docs/themes/talk.md:1\n")
    assert set(shown(result)) == {"TOD001", "THE002"} and errors(place) == set()
    assert [heading.split("{#")[1].split("}")[0].split(" ")[0] for heading, _ in THEME_SECTIONS] == list(OF_THEME)


def test_an_annotation_gets_the_next_free_id(place: Path) -> None:
    before = files(place)
    result = run(place, "new", "annotation", "talks", "p1", "--phrase", "先记时间", "--text", "说：“记”。", "--kind", "usage")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{NOTES}:12\n", "")
    added = files(place)[NOTES].removeprefix(before[NOTES])
    assert added == ("- id: a3\n  paragraph: p1\n  phrase: 先记时间\n  kind: usage\n  text: >-\n    说：“记”。\n"
                     f"  by: 本版编者\n  date: {date.today().isoformat()}\n")
    assert errors(place) == set() and {**files(place), NOTES: ""} == {**before, NOTES: ""}


def test_the_first_annotation_makes_the_file(place: Path) -> None:
    (place / NOTES).unlink()
    assert run(place, "new", "annotation", "talks", "p1", "--text", "一段。\n\n又一段。").exit_code == 0
    assert "  text: |-\n    一段。\n\n    又一段。\n" in files(place)[NOTES] and errors(place) == set()


def test_an_emendation_finds_its_paragraph(place: Path) -> None:
    before = files(place)[EMENDATIONS]
    result = run(place, "new", "emendation", "talks", "3", "--source", "本文谈", "--reads", "", "--why", "see: note 2")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{EMENDATIONS}:9\n", "")
    assert files(place)[EMENDATIONS].removeprefix(before) == (
        '- line: 3\n  paragraph: p1\n  source: 本文谈\n  reads: ""\n  why: "see: note 2"\n')
    assert run(place, "new", "emendation", "talks", "1", "--kind", "role", "--role", "remark").exit_code == 0


@pytest.mark.parametrize("arguments, code", [
    (("term", "公报", "--zh", "公报", "--en", "x"), "CMD009"), (("term", "../x", "--zh", "公报", "--en", "x"), "CMD009"),
    (("theme", "a_b", "--title", "甲", "--title-en", "A"), "CMD009"),
    (("annotation", "nobody", "p1"), "CMD001"), (("annotation", "talks", "p9"), "ANN005"),
    (("annotation", "talks", "twelve"), "ANN004"), (("annotation", "talks", "p1", "--phrase", "没有"), "ANN006"),
    (("annotation", "talks", "p1", "--kind", "correction", "--text", "错。"), "ANN008"),
    (("annotation", "talks", "p1", "--text", "见[@nobody2020x]。"), "CTX001"),
    (("emendation", "talks", "3"), "EME003"), (("emendation", "talks", "99", "--source", "x", "--reads", "y"), "EME005"),
    (("emendation", "talks", "3", "--source", "没有", "--reads", "y"), "EME006"),
    (("emendation", "talks", "3", "--kind", "level", "--role", "note"), "EME002"),
])
def test_what_would_be_wrong_is_not_written(place: Path, arguments: tuple[str, ...], code: str) -> None:
    before = files(place)
    result = run(place, "new", *arguments)
    assert (result.exit_code, result.stdout) == (1, "") and code in shown(result)
    assert files(place) == before


def test_a_name_that_another_term_has_is_not_written(place: Path) -> None:
    assert run(place, "new", "term", "x", "--zh", "公报", "--en", "A").exit_code == 0
    before = files(place)
    for slug in ("a", "z"):  # the check reports it at the later of the two
        result = run(place, "new", "term", slug, "--zh", "公报", "--en", "B")
        assert (result.exit_code, files(place)) == (1, before) and "GLO020" in shown(result)


def test_nothing_is_overwritten(place: Path) -> None:
    for arguments in (("term", "x", "--zh", "甲", "--en", "A"), ("theme", "x", "--title", "甲", "--title-en", "A")):
        assert run(place, "new", *arguments).exit_code == 0
        before = files(place)
        again = run(place, "new", *arguments)
        assert (again.exit_code, shown(again), files(place)) == (1, ["CMD007"], before)


@pytest.mark.parametrize("text", ["[]\n", "a: 1\n", "- {id: a1\n", "[{id: a1}]\n", "- id: a1\n...\n"])
def test_a_file_of_another_form_is_left_alone(place: Path, text: str) -> None:
    (place / NOTES).write_text(text, "utf-8")
    result = run(place, "new", "annotation", "talks", "p1")
    assert (result.exit_code, shown(result), files(place)[NOTES]) == (1, ["CMD008"], text)


@pytest.mark.parametrize("before", [
    "", "# 注\n", "- id: a1", "- id: a1\n\n# 尾\n", "  - id: a1\n    x: y\n", "-   id: a1\n    x: y\n", "- {id: a1}\n- {id: a7}\n",
])
def test_an_entry_is_put_behind_all_else(before: str) -> None:
    after = appended(before, "- id: a9\n  text: |-\n    甲\n\n    乙\n")
    assert after.startswith(before)
    assert parse(after, "").value == [*(parse(before, "").value or []), {"id": "a9", "text": "甲\n\n乙"}]


@example({"source": "\x85"})
@example({"why": "甲\u2028乙"})
@given(st.dictionaries(st.sampled_from(("source", "reads", "why")), st.text(max_size=12) | st.integers(0, 99), min_size=1))
def test_any_value_is_written_so_that_it_is_read_again(values: dict) -> None:
    written = parse(entry(mapping(values)), "")
    assert written.problems or written.value == [values]
    if all(str(value).isprintable() for value in values.values()):
        assert not written.problems


@pytest.mark.parametrize("text, expected", [
    ("", "a1"), ("- id: a1\n- id: a12\n- x\n", "a13"), ("- id: b\n- id: 7\n- {}\n", "a1"), ("a: 1\n", "a1"), ("- id: a\n", "a1"),
])
def test_the_next_id(text: str, expected: str) -> None:
    assert next_id(parse(text, "")) == expected
