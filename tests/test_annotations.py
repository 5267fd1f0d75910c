"""Editors' annotations: read from their file with the place of their text, woven as marks and a list."""

import re
from dataclasses import replace

import pytest
from edition.catalogue import Annotation, Emendation
from edition.catalogue.annotations import read_annotations
from edition.catalogue.yaml_lines import parse
from edition.glossary import Match
from edition.glossary.matching import Standing
from edition.weaving import Edited, faults_of
from edition.weaving.annotations import annotation_mark, by_paragraph
from edition.weaving.insets import insets_of, with_insets
from edition.weaving.paper import write_paper
from edition.weaving.prose_passages import annotation_passages
from edition.weaving.running import Running
from hypothesis import given
from hypothesis import strategies as st
from test_weaving import FRONT, Reader, markdown
from works import library_of, work_of

NOTE = Annotation("a3", 1, "p1", "correction", "甲当作乙[@fan2024subjects, 21]，见 [p2](#p2)。", "甲*乙*<b>", "2026-11-26")
MARK = annotation_mark(NOTE)
FILE = """\
- id: a1
  paragraph: p1
  kind: comment
  text: >-
    会议的记录，
    也叫 minutes
    或纪要。

    又一段 [p9](#p9)。
  by: 甲
  date: 2026-11-26
- {id: a2, paragraph: p1, kind: usage, text: "短[@x]", by: 乙, date: 2026-11-26}
"""


def read(text: str) -> list[Annotation]:
    entries, problems = read_annotations(parse(text, "x.yml"), "x.yml", text)
    assert not problems
    return list(entries)


def test_a_line_end_between_chinese_characters_is_no_blank() -> None:
    assert read(FILE)[0].text == "会议的记录，也叫 minutes 或纪要。\n又一段 [p9](#p9)。"


def test_the_text_keeps_its_lines_and_columns() -> None:
    lines = FILE.split("\n")
    for annotation in read(FILE):
        for number, written in enumerate(annotation.written.split("\n"), annotation.text_at - 1):
            kept = written.lstrip("\0")
            assert lines[number].endswith(kept) and len(written) == len(lines[number])
    assert [(each.at, each.text_at) for each in read(FILE)] == [(1, 4), (12, 12)]
    assert "又一段" in read(FILE)[0].written and "甲" not in read(FILE)[0].written


PARTS = st.sampled_from(("\n", "  ", "- ", "id:", "text: ", "{", "}", "[", "]", "#", '"', ">-", "|", "a1", "p1", "\0", "\t", ":", "甲", "?"))


@given(st.integers(0, len(FILE)), st.integers(0, 60), st.lists(PARTS, max_size=6).map("".join))
def test_whatever_is_written_is_read_or_reported(start: int, length: int, put: str) -> None:
    text = FILE[:start] + put + FILE[start + length:]
    lined = parse(text, "x.yml")
    entries, problems = read_annotations(lined, "x.yml", text)
    count = text.count("\n") + 1
    assert all(1 <= problem.line <= count for problem in problems)
    for entry in entries:
        assert entry.text_at + entry.written.count("\n") <= count
        assert all(entry.text_at <= fault.line <= count for fault in faults_of(entry.written, "x.yml", (), entry.text_at))


def line_of(text: str, *phrases: str, emendations: tuple[Emendation, ...] = ()) -> str:
    """Return the first block as Markdown, with an annotation a3, a4 … for each phrase, and {3}, {4} … for their marks."""
    notes = [replace(NOTE, id=f"a{number}", phrase=phrase) for number, phrase in enumerate(phrases, 3)]
    work = work_of(text)
    written = Running(work, annotations={"p1": notes}).line(work.blocks[0])
    for note in notes:
        written = written.replace(annotation_mark(note), f"{{{note.number}}}")
    return re.sub(r'<a id="page-8".*?</a>|<a class="emended"[^>]*>(.*?)</a>', r"<\1>", written)


@pytest.mark.parametrize("text, phrases, expected", [
    ("甲说乙，丙。", ["乙"], "甲说乙{3}，丙。"),
    ("甲说乙，丙。", ["甲"], "甲{3}说乙，丙。"),
    ("甲说乙，丙。", ["。"], "甲说乙，丙。{3}"),
    ("甲说乙，丙。[^n7-1]", [""], "甲说乙，丙。[^n7-1]{3}"),
    ("甲说乙，丙。[^n7-1]", ["丙。"], "甲说乙，丙。{3}[^n7-1]"),
    ("甲说乙，丙。", ["不在此处"], "甲说乙，丙。{3}"),
    ("甲说乙，丙。", ["丙", "甲说"], "甲说{4}乙，丙{3}。"),
    ("甲说乙，丙。", ["甲说乙", "说乙"], "甲说乙{3}{4}，丙。"),
    ("甲说{page 8}乙，丙。", ["说乙"], "甲说<>乙{3}，丙。"),
    ("甲说{page 8}乙，丙。", ["甲说"], "甲说{3}<>乙，丙。"),
    ("甲说[^n7-1]乙，丙。", ["说乙"], "甲说[^n7-1]乙{3}，丙。"),
    ("甲{e1:说乙}，丙。", ["甲说"], "甲<说乙>{3}，丙。"),
    ("甲{e1:说乙}，丙。", ["说乙，"], "甲<说乙>，{3}丙。"),
    ("*甲_说", ["甲_"], "\\*甲\\_{3}说"),
    ("- 甲", ["甲"], "\\- 甲{3}"),
])
def test_a_mark_stands_behind_its_phrase(text: str, phrases: list[str], expected: str) -> None:
    assert line_of(f"paragraph p1 1: {text}", *phrases) == expected


@pytest.mark.parametrize("phrase, expected", [
    ("世界贸易", "在[世界贸易组织]{3}内"), ("世界贸易组织", "在[世界贸易组织]{3}内"), ("在", "在{3}[世界贸易组织]内"),
    ("组织内", "在[世界贸易组织]内{3}"),
])
def test_a_mark_does_not_divide_the_name_of_a_term(phrase: str, expected: str) -> None:
    block = work_of("paragraph p1 1: 在世界贸易组织内").blocks[0]
    term = Match(1, 7, "wto", Standing.FREE)
    insets, behind = insets_of(block, [term], [replace(NOTE, phrase=phrase)])
    written = with_insets("在世界贸易组织内", str, insets, 0) + behind
    assert re.sub(r"\(\.\./.*?\{\.term\}", "", written.replace(MARK, "{3}")) == expected


WORK = work_of("paragraph p1 1: 甲说乙。\nparagraph p2 2: 丙说丁。\nnote n7-1 3: 注。")


def page(**more) -> str:
    given = {"work": WORK, "annotations": (NOTE, replace(NOTE, id="a1", paragraph="p2", phrase="<丁>", text="戊。\n\n己。"))}
    return write_paper(Edited(FRONT, "编者说[@fan2024subjects]。", **(given | more)), library_of((Edited(FRONT),)))


def html_of(text: str) -> str:
    return markdown().reset().convert(text.split("---\n", 2)[2])


def test_the_list_is_apart_and_in_the_order_of_the_text() -> None:
    html = html_of(page())
    listed = html.split('<h2 id="annotations">')[1].split("</ol>")[0]
    assert re.findall(r'<li id="(\w+)">', listed) == ["a3", "a1"]
    assert "订正" in listed and "<p>戊。</p>\n<p>己。</p>" in listed and "「&lt;丁&gt;」" in listed
    assert "甲*乙*&lt;b&gt;，" in listed and '<time datetime="2026-11-26">' in listed
    assert html.index('id="annotations"') < html.index('id="notes"')


def test_every_mark_and_entry_lead_to_each_other() -> None:
    html = html_of(page())
    ids, links = re.findall(r'\bid="([^"]+)"', html), Reader(html).links
    assert len(ids) == len(set(ids)) and {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert {"a1", "a3", "ref-a1", "ref-a3", "cite-a", "cite-b"} <= set(ids)
    assert {"#a1", "#a3", "#ref-a1", "#ref-a3"} <= set(links)


def test_a_mark_has_no_text_that_could_be_copied() -> None:
    read = Reader(html_of(page()))
    assert (read.texts["p1"], read.texts["p2"]) == ("甲说乙。", "丙说丁。")
    assert 'aria-label="编者注 3：订正"></a>' in MARK


def test_without_the_source_the_list_is_there_and_leads_to_the_paragraphs() -> None:
    html = html_of(page(work=None, addresses=["p1", "p2"]))
    assert '<li id="a3">' in html and 'href="#p1"' in html and "ref-a" not in html
    assert "标出其处" in html_of(page()) and "标出其处" not in html


def test_an_annotation_follows_its_paragraph() -> None:
    assert by_paragraph([replace(NOTE, paragraph="p5"), NOTE], {"p5": "p1"})["p1"] == [replace(NOTE, paragraph="p5"), NOTE]
    html = html_of(page(annotations=(replace(NOTE, paragraph="p5"),), former={"p5": "p1"}))
    assert 'href="#ref-a3"' in html and 'id="ref-a3"' in html.split('id="annotations"')[0]


def test_no_annotations_no_list() -> None:
    assert "编者注" not in page(annotations=())


def test_annotations_are_found_by_the_search() -> None:
    found, = annotation_passages("papers/sample", [NOTE])
    assert (found.anchor, found.kind, found.text) == ("a3", "editors", "甲当作乙，见 p2。")
