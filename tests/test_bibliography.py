"""The bibliography: .bib files read without loss, CSL and back, who cites what, proposals; the edition's own data."""

import datetime
import json
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from edition.bibliography import (
    Cite,
    Entry,
    NoteCitations,
    Unwritable,
    as_entry,
    as_item,
    format_bib,
    format_citations,
    propose,
    read_bib,
    read_citations,
    registry,
    registry_of,
    updated,
)
from edition.bibliography.fields import CSL_LANGUAGES, DATES, NAMES, ONE_OF, OTHER_TYPES, TEXTS, TYPES
from edition.bibliography.keys import FORM, new_key
from edition.bibliography.works import same_work
from edition.catalogue import Bib, Edition, load
from edition.catalogue.yaml_lines import parse
from edition.checking import RULES, check
from edition.citing import DEFAULT, format_reference
from edition.editing import readings
from edition.problems import Severity
from edition.references import Citation, Note, Reference
from hypothesis import given, settings
from hypothesis import strategies as st

THREE = """% three works

@article{hill2019minutes,
  author = {Hill, Ann and van Lake, Bo and {The Minute Office}},
  title = {On {Minutes} and Notes},
  journaltitle = {Journal of Minutes},
  number = {2},
  date = {2019-05/2019-06},
  langid = {english},
}

@book{mei2020minutes,
  author = {梅小雨 and others},
  title = "纪要十讲",
  publisher = {样例出版社},
  year = 2020,
  month = mar
}

@online{he-nd-talk,
  title = {座谈
    十问},
  url = {https://example.org/talk_1},
  urldate = {2021-02-03}
}
"""


def edition_of(*bibs: Bib) -> Edition:
    """Return an edition that has .bib files and nothing else."""
    return replace(load(Path("nowhere")), bibs=bibs)


def works_of(text: str) -> list[Entry]:
    entries, problems = read_bib(text, "bib/further.bib")
    assert not problems
    return list(entries)


class TestReading:
    def test_three_works(self) -> None:
        hill, mei, he = map(as_item, works_of(THREE))
        assert hill["author"] == [
            {"family": "Hill", "given": "Ann"}, {"family": "Lake", "given": "Bo", "non-dropping-particle": "van"},
            {"literal": "The Minute Office"}]
        assert (hill["type"], hill["title"], hill["issue"]) == ("article-journal", "On Minutes and Notes", "2")
        assert hill["issued"] == {"date-parts": [[2019, 5], [2019, 6]]}
        assert mei["author"] == [{"literal": "梅小雨"}] and mei["custom"] == {"others": ["author"]}
        assert mei["issued"] == {"date-parts": [[2020, 3]]}
        assert he["title"] == "座谈十问" and he["accessed"] == {"date-parts": [[2021, 2, 3]]}
        assert not check(edition_of(Bib("bib/further.bib", THREE))).problems

    def test_lines(self) -> None:
        hill, mei, _ = works_of(THREE)
        assert (hill.line, hill.line_of("date"), hill.line_of("doi"), mei.line) == (3, 8, 3, 12)

    @pytest.mark.parametrize("sign", "{}\",=@")
    @pytest.mark.parametrize("times", [0, 2])
    def test_no_sign_too_few_or_too_many_is_passed_over(self, sign: str, times: int) -> None:
        """Each sign of the syntax taken away or doubled gives a problem, or the same three works."""
        before = works_of(THREE)
        for at in (place for place, character in enumerate(THREE) if character == sign):
            text = THREE[:at] + sign * times + THREE[at + 1:]
            report = check(edition_of(Bib("bib/further.bib", text)))
            entries, _ = read_bib(text, "")
            same = [entry.fields.keys() for entry in entries] == [entry.fields.keys() for entry in before]
            assert report.problems or same, text

    @given(st.data())
    @settings(max_examples=200, deadline=None)
    def test_no_traceback_on_anything(self, data: st.DataObject) -> None:
        text = THREE
        for _ in range(data.draw(st.integers(1, 4))):
            at = data.draw(st.integers(0, len(text)))
            put = data.draw(st.text(st.sampled_from("{}\"@,=%\\#\n ()ab何\x00\ud800"), max_size=4))
            text = text[:at] + put + text[at + data.draw(st.integers(0, 30)):]
        for problem in check(edition_of(Bib("bib/further.bib", text))):
            assert 0 <= problem.line <= text.count("\n") + 1 and "\n" not in str(problem)

    def test_a_long_note_and_odd_signs(self) -> None:
        title = "A note @ home [with ] brackets], 100% & more; " * 60
        item = {"type": "document", "title": title.strip(), "note": "a@b.org {}".replace("{}", "[]")}
        entry = as_entry(item, "long-nd-note")
        assert as_item(works_of(format_bib([entry]))[0]) == item | {"id": "long-nd-note"}


plain = st.text(st.characters(exclude_characters="{}\\", exclude_categories=("C", "Z")), min_size=1)
words = st.lists(plain, min_size=1, max_size=4).map(" ".join)
person = st.fixed_dictionaries(
    {"family": words, "given": words},
    optional={"suffix": words, "non-dropping-particle": st.sampled_from(["van", "de la"])})
name = person | st.fixed_dictionaries({"literal": words})
day = st.dates(min_value=datetime.date(1, 1, 1)).map(lambda date: [date.year, date.month, date.day])
date = st.one_of(
    st.builds(lambda parts, size: {"date-parts": [parts[:size]]}, day, st.integers(1, 3)),
    st.builds(lambda one, other: {"date-parts": sorted([one, other])}, day, day),
    st.builds(lambda parts, season: {"date-parts": [parts[:1]], "season": season}, day, st.integers(1, 4)),
    st.builds(lambda parts: {"date-parts": [parts[:1]], "circa": True}, day))
item = st.fixed_dictionaries(
    {"type": st.sampled_from([*TYPES, *OTHER_TYPES]), "title": words},
    optional={variable: words for variable in TEXTS if variable != "title"}
    | {variable: st.lists(name, min_size=1, max_size=3) for variable in NAMES}
    | {variable: date for variable in DATES} | {"language": st.sampled_from([*CSL_LANGUAGES.values(), "nl", "zh-TW"])})


class TestCSL:
    @given(item)
    @settings(max_examples=300, deadline=None)
    def test_there_and_back(self, item: dict) -> None:
        text = format_bib([as_entry(item, "mei2020minutes")])
        entries, problems = read_bib(text, "")
        assert not problems
        assert as_item(entries[0]) == item | {"id": "mei2020minutes"}
        assert format_bib(entries) == text

    @pytest.mark.parametrize("item", [
        {"type": "book", "title": "a { b"}, {"type": "book", "title": "a \\ b"}, {"type": "hat", "title": "a"},
        {"type": "book", "title": "a", "issued": {"raw": "lately"}}, {"type": "book", "division": "a"},
        {"type": "book", "author": [{}]}, {"type": "book", "author": [{"family": "a", "dropping-particle": "b"}]},
    ])
    def test_what_has_no_place_is_refused(self, item: dict) -> None:
        with pytest.raises(Unwritable):
            as_entry(item, "a2020b")


class TestSameWork:
    BOOK = {"type": "book", "title": "纪要十讲", "publisher": "样例出版社", "issued": {"date-parts": [[2020]]}}

    @pytest.mark.parametrize("change, same", [
        ({}, True), ({"title": "《纪要》十讲"}, True), ({"author": [{"literal": "梅小雨"}]}, True),
        ({"publisher": "另一出版社"}, False), ({"volume": "2"}, False), ({"title": "纪要百讲"}, False),
        ({"issued": {"date-parts": [[2021]]}}, False),
    ])
    def test_book(self, change: dict, same: bool) -> None:
        assert same_work(self.BOOK, self.BOOK | change) is same_work(self.BOOK | change, self.BOOK) is same

    def test_volumes_by_either_numeral(self) -> None:
        assert same_work(self.BOOK | {"volume": "第二卷"}, self.BOOK | {"volume": "2"})
        assert not same_work(self.BOOK | {"volume": "一"}, self.BOOK | {"volume": "2"})


@pytest.mark.parametrize("item, key", [
    ({"author": [{"literal": "梅小雨"}], "title": "论纪要的写法", "issued": {"date-parts": [[2020]]}}, "mei2020jiyao"),
    ({"author": [{"literal": "欧阳文"}], "title": "座谈", "issued": {"date-parts": [[2020]]}}, "ouyang2020zuotan"),
    ({"author": [{"literal": "安·希尔"}], "title": "座谈"}, "xier-nd-zuotan"),
    ({"author": [{"family": "Höne", "given": "A."}], "title": "The Minutes", "issued": {"date-parts": [["1999"]]}},
     "hone1999minutes"),
    ({"author": [{"literal": "United Minutes Office"}], "title": "Tea"}, "umo-nd-tea"),
    ({"title": "Tea for Two"}, "tea-nd-two"), ({"title": "《座谈》与纪要"}, "zuotan-nd-yuji"),
    ({}, "work-nd-work"), ({"title": "？！"}, "work-nd-work"),
])
def test_new_key(item: dict, key: str) -> None:
    assert new_key(item, ()) == key and FORM.fullmatch(key)
    assert new_key(item, {key}) == f"{key}-2" and FORM.fullmatch(f"{key}-2")


class TestCitations:
    NOTES = (
        NoteCitations("n-1", (Cite("mei2020minutes", "21", "page", True), Cite("he-nd-talk"))),
        NoteCitations("n-2", (), True))

    def test_there_and_back(self) -> None:
        notes, problems = read_citations(parse(format_citations(self.NOTES), ""), "")
        assert notes == self.NOTES and not problems
        assert [note.is_checked for note in notes] == [False, True]

    def test_registry(self) -> None:
        known = registry_of(works_of(THREE), {"talks": self.NOTES, "tea": self.NOTES[:1]})
        assert list(known.entries) == ["he-nd-talk", "hill2019minutes", "mei2020minutes"]
        citing = [(each.paper, each.note) for each in known.citing("mei2020minutes")]
        assert citing == [("talks", "n-1"), ("tea", "n-1")]
        assert known.shared() == ("he-nd-talk", "mei2020minutes")
        assert known.cited_by("tea") == ("mei2020minutes", "he-nd-talk")
        assert known.of_note("talks", "n-1") == self.NOTES[0].cites and not known.of_note("talks", "n-9")
        assert known.of_paper("talks") is None and known.citing("hill2019minutes") == ()


class TestProposing:
    KNOWN = registry_of(works_of(THREE), {})
    MEI = {"type": "book", "title": "纪要十讲", "author": [{"literal": "梅小雨"}], "locator": "7", "label": "page"}
    NEW = {"type": "webpage", "title": "Tea for Two", "URL": "https://example.org/t", "issued": {"date-parts": [[2022]]}}

    def references(self) -> list[Reference]:
        notes = [Note(f"n-{number}", str(number), "") for number in (1, 2, 3, 4)]
        new = Citation(self.NEW, "Tea")
        return [
            Reference(notes[0], (Citation(self.MEI, "Mei"), new)), Reference(notes[1]),
            Reference(notes[2], (Citation({"type": "webpage", "title": "Tea for Two"}, "Tea", first=(0, 1)),)),
            Reference(notes[3], (Citation({"type": "book", "title": "a { b"}, "odd"),))]

    def test_new(self) -> None:
        proposal = propose((), self.references(), self.KNOWN)
        assert proposal.notes == (
            NoteCitations("n-1", (Cite("mei2020minutes", "7", "page"), Cite("tea2022two"))),
            NoteCitations("n-2"), NoteCitations("n-3", (Cite(proposal.entries[0].key),)), NoteCitations("n-4"))
        assert [as_item(entry)["title"] for entry in proposal.entries] == ["Tea for Two"]
        assert len(proposal.left_out) == 1 and proposal.left_out[0].startswith("odd: ")

    def test_what_is_there_stays(self) -> None:
        text = ("# by hand\n- note: n-2\n  cites: []   # nothing\n  checked: true\n\n"
                "# the tea\n- note: n-3\n  cites:\n  - {key: hill2019minutes}\n")
        existing, _ = read_citations(parse(text, ""), "")
        proposal = propose(existing, self.references(), self.KNOWN)
        result = updated(text, existing, proposal.notes)
        assert proposal.notes[1:3] == existing
        rest = iter(result.splitlines())
        assert all(line in rest for line in text.splitlines())
        notes, problems = read_citations(parse(result, ""), "")
        assert [note.note for note in notes] == ["n-1", "n-2", "n-3", "n-4"] and not problems
        assert updated(result, notes, propose(notes, self.references(), self.KNOWN).notes) == result

    def test_into_an_empty_file(self) -> None:
        notes = (NoteCitations("n-1", (Cite("mei2020minutes", "7", "page"),)), NoteCitations("n-2"))
        assert updated("", (), notes) == format_citations(notes)


@pytest.fixture(scope="module")
def edition(root: Path) -> Edition:
    return load(root, root / "papers")


class TestData:
    """The edition's own files."""

    def test_no_finding(self, edition: Edition) -> None:
        assert [str(problem) for problem in check(edition) if problem.code[:3] in ("BIB", "CIT")] == []

    def test_every_file_is_written_in_the_one_form(self, edition: Edition) -> None:
        for bib in edition.bibs:
            head = "\n".join(line[2:] for line in bib.text.splitlines() if line.startswith("% "))
            assert format_bib(works_of(bib.text), head) == bib.text, bib.shown

    def test_every_entry_has_its_csl(self, edition: Edition) -> None:
        for key, item in registry(edition).items.items():
            entry = replace(as_entry(item), fields=dict(as_entry(item).fields))
            assert entry == registry(edition).entries[key], key

    def test_every_paper_is_described_as_its_page_says(self, edition: Edition) -> None:
        for paper in edition.papers:
            item = as_item(registry(edition).of_paper(paper.slug))
            front = paper.front
            assert item["title"].startswith(front.name.replace(" ~ ", "～").replace(" (", "（").rstrip(")"))
            assert len(item.get("author", ())) == len(front.authors)
            assert item.get("issued", {}).get("date-parts", [[None]])[0][0] == front.venue.year
            assert (item.get("issue", ""), item.get("page", "")) == (front.venue.issue, front.venue.pages)

    def test_every_note_is_covered_and_checked(self, papers: Path, root: Path) -> None:
        edition = load(root, papers)
        for slug, reading in readings(edition).items():
            notes = registry(edition).citations[slug]
            assert [note.note for note in notes] == [block.id for block in reading.edited.of("note")]
            assert all(note.is_checked for note in notes)

    def test_fields_hold_what_the_labels_of_the_notes_say(self, gold: Path, edition: Edition) -> None:
        """For each labelled note, the works it is said to cite and their places."""
        known = registry(edition)
        for path in gold.glob("*.refs.jsonl"):
            notes = known.citations[path.name.removesuffix(".refs.jsonl")]
            for label in map(json.loads, path.read_text("utf-8").splitlines()):
                cited = [known.items[cite.key] for cite in notes[label["n"] - 1].cites]
                assert len(cited) == len(label["items"])
                for item, said in zip(cited, label["items"]):
                    assert not said.get("url") or item.get("URL") == said["url"]
                    assert not said.get("year") or item["issued"]["date-parts"][0][0] == int(said["year"])


def test_severities() -> None:
    warnings = {code for code, rule in RULES.items() if rule.severity is Severity.WARNING}
    assert {code for code in warnings if code[:3] in ("BIB", "CIT")} == {"BIB017", "CIT107", "CIT110"}


@pytest.mark.parametrize("type_, fields", [
    (type_, fields) for type_, wanted in ONE_OF.items() for fields in product(*(name.split("|") for name in wanted))
])
def test_a_work_with_all_that_its_type_needs_gives_a_reference(type_: str, fields: tuple[str, ...]) -> None:
    values = {name: "2020" for name in DATES.values()} | {"url": "https://example.org/a"}
    entry = f"@{type_}{{mei2020minutes,\n" + "".join(f"  {name} = {{{values.get(name, 'Minutes')}}},\n" for name in fields) + "}\n"
    entries, problems = read_bib(entry, "")
    assert not problems
    assert format_reference(as_item(entries[0]), DEFAULT) != ""
