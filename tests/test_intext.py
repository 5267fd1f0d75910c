"""Citations in the pages that people write: the syntax of mkdocs-bibtex, and what can be wrong with it."""

import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from edition.weaving.intext import cite, faults_of
from edition.weaving.intext.brackets import split_suffix
from edition.weaving.intext.engine import letters
from hypothesis import given
from hypothesis import strategies as st
from works import library_of

LIBRARY = library_of()
KEYS = LIBRARY.registry.entries


def cited(text: str) -> str:
    assert faults_of(text, "x.md", KEYS) == []
    return cite(text, LIBRARY, "../").text


def notes(text: str) -> list[str]:
    return re.findall(r"^\[\^cite-\w+\]: (.*?) \[", cite(text, LIBRARY, "../").notes, re.MULTILINE)


def faults(text: str) -> list[str]:
    return [f"{problem.line}: {problem.code}" for problem in faults_of(text, "x.md", KEYS)]


def test_a_citation_is_a_note_with_its_place_and_a_link() -> None:
    page = cite("甲[@fan2024subjects, 第 21 页]乙", LIBRARY, "../")
    assert page.text == "甲[^cite-a]乙"
    assert page.notes.startswith("[^cite-a]: 范文例. 主语与责任\\[M\\]. 样例出版社，2024：21. [范文例 2024](../bibl")
    assert page.uses == (("fan2024subjects", "cite-a"),)


def test_two_places_in_one_work_are_two_notes_and_the_same_place_twice_is_one() -> None:
    text = "[@fan2024subjects, 21] [@fan2024subjects, 22] [@fan2024subjects, 21]"
    assert cited(text) == "[^cite-a] [^cite-b] [^cite-a]"
    assert [note[-3:] for note in notes(text)] == ["21.", "22."]


def test_several_works_in_one_bracket_with_words_before_and_after() -> None:
    text = "字[参见 @fan2024subjects, 第 21 页, 及其后各页; see @sample2025silence]。"
    assert cited(text) == "字[^cite-a][^cite-b]。"
    first, second = notes(text)
    assert first.startswith("参见范文例.") and first.endswith("：21. 及其后各页")
    assert second.startswith("see Sample A，Other J. Reading Silence")


@pytest.mark.parametrize("text", [
    "`[@fan2024subjects]`", "``[@x] ` [@y]``", "```\n[@gone]\n```", "~~~ text\n[@gone\n~~~\n", "段落\n\n    [@gone]\n",
    "\t[@gone]", "<!-- [@gone] -->", "<pre>\n[@gone]\n</pre>", "\\[@gone]", "[\\@gone2020x]", "[a@b.cn](mailto:a@b.cn)",
    "[@name](https://example.org/@fan2024subjects)", "写信给 a@b.cn。", "[a @ b]", "[x] y@", "[^1] 字\n\n[^1]: a@b.org",
    "---\ntitle: [@gone]\n---\n字", '<a href="https://x.y/@fan2024subjects">x</a>', "@someone", "",
])
def test_what_is_no_citation_is_left_alone(text: str) -> None:
    assert cited(text) == text


def test_in_a_list_an_indented_line_is_prose() -> None:
    assert cited("- 甲\n\n    [@fan2024subjects]\n") == "- 甲\n\n    [^cite-a]\n"
    assert cited("前 [未完 [@fan2024subjects]") == "前 [未完 [^cite-a]"


@pytest.mark.parametrize("text, expected", [
    ("[@gone2020work]", ["1: CTX001"]), ("甲\n\n乙[@fan2024subjects; @gone2020work]", ["3: CTX001"]),
    ("[@fan2024subjects第21页]", ["1: CTX001"]), ("[@fan2024subjects 第 21 页]", ["1: CTX002"]),
    ("[@fan2024subjects，第 21 页]", ["1: CTX002"]), ("[@fan2024subjects; ]", ["1: CTX002"]), ("[@]", ["1: CTX002"]),
    ("[@fan2024subjects, 21；@sample2025silence]", ["1: CTX002"]), ("[@, 21]", ["1: CTX002"]),
    ("[@fan2024subjects, 21", ["1: CTX002"]), ("字\n[@fan2024subjects,\n第 21 页]", ["2: CTX002"]),
    ("[@fan2024subjects; 21]", ["1: CTX002"]), ("[@fan2024subjects @sample2025silence]", ["1: CTX002"]),
    ("[@fan2024subjects, 第 页]", ["1: CTX003"]), ("[@fan2024subjects, p.]", ["1: CTX003"]),
    ("见 @fan2024subjects。", ["1: CTX004"]), ("见@gone2020work", ["1: CTX004"]),
])
def test_what_is_wrong_has_a_code_and_a_line(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_fault_says_what_was_meant() -> None:
    [problem] = faults_of("字\n[@fan2024subject]", "docs/x.md", KEYS, 5)
    assert str(problem).startswith("docs/x.md:6: CTX001 the key fan2024subject, which no .bib file has, expected")
    assert problem.hint == "Did you mean fan2024subjects?"


@pytest.mark.parametrize("suffix, expected", [
    ("第 21 页", ("第 21 页", "")), ("21-23", ("21-23", "")), ("pp. 21, 23", ("pp. 21, 23", "")),
    ("第 21、23 页，着重号为引者所加", ("第 21、23 页", "着重号为引者所加")), ("第三章", ("第三章", "")),
    ("着重号为引者所加", ("", "着重号为引者所加")), ("", ("", "")),
])
def test_a_suffix_begins_with_a_locator(suffix: str, expected: tuple[str, str]) -> None:
    assert split_suffix(suffix) == expected


def test_notes_are_lettered() -> None:
    assert [letters(number) for number in (0, 25, 26, 27, 701, 702)] == ["a", "z", "aa", "ab", "zz", "aaa"]


PARTS = ("[", "]", "@", "fan2024subjects", "x", ";", ",", " ", "\n", "`", "21", "\\", "(", "<", "    ")


@given(st.lists(st.sampled_from(PARTS), max_size=25).map("".join))
def test_any_text_has_faults_or_keeps_all_but_its_citations(text: str) -> None:
    if not faults_of(text, "x.md", KEYS):
        page = cite(text, LIBRARY, "../")
        marks = re.findall(r"\[\^cite-[a-z]+\]", page.text)
        assert bool(marks) == bool(page.uses)
        assert len(re.sub(r"\[\^cite-[a-z]+\]", "", page.text)) <= len(text)


def test_long_pages_are_read_quickly() -> None:
    begun = time.perf_counter()
    for text in ("[" * 60000, "`" * 60000, "`a " * 20000, "@" * 60000, "[@fan2024subjects] " * 3000, "<pre " * 10000):
        faults_of(text, "x.md", KEYS)
    assert time.perf_counter() - begun < 3


def test_a_fault_fails_the_build_however_quiet(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "tests/checking/CTX001/in", tmp_path, dirs_exist_ok=True)
    shutil.copy(root / "mkdocs.yml", tmp_path)
    (tmp_path / "papers").mkdir()
    (tmp_path / "tools").symlink_to(root / "tools")
    run = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 1 and "docs/about/reading.md:3: CTX001" in run.stderr
