"""YAML with line numbers, the forms of front matter and emendations, and the loading of an edition."""

from pathlib import Path

import pytest
from edition.catalogue import front_matter_text, load, sources_with_papers
from edition.catalogue.emendations import read_entries
from edition.catalogue.forms import Front
from edition.catalogue.front_matter import split
from edition.catalogue.yaml_lines import parse
from edition.files import sha256
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXT = "座谈会纪要的写法\n\n先记时间。\n\n茶话会小记\n再记茶名。\n"
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(str.strip)


def paper(root: Path, slug: str, lines: str, file: str = "talks.txt", digest: str = "0" * 64, body: str = "") -> None:
    folder = root / "docs" / "papers" / slug
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(
        f"---\nslug: {slug}\ntitle: 纪要\nauthors: []\nrights: 仅供测试\n"
        f"source: {{file: {file}, sha256: {digest}, lines: {lines}}}\n---\n{body}", encoding="utf-8")


def source(folder: Path, name: str = "talks.txt", text: str = TEXT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


@pytest.fixture(autouse=True)
def _no_other_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITION_PAPERS", raising=False)


class TestYaml:
    def test_values_are_plain(self) -> None:
        text = "a: 6\nb: 06\nc: '6'\nd: 1.5\ne: 2023-06-01\nf: yes\ng: true\nh:\ni: ~\nj: [x, {k: -1}]\n"
        lined = parse(text, "f.yml")
        assert lined.value == {"a": 6, "b": "06", "c": "6", "d": "1.5", "e": "2023-06-01", "f": "yes", "g": True,
                               "h": None, "i": None, "j": ["x", {"k": -1}]}
        assert not lined.problems

    def test_every_key_knows_its_place(self) -> None:
        lined = parse("a: 1\nb:\n  - x\n  - c: 2\n", "f.yml", first_line=2)
        assert lined.place(("a",)) == (2, 1)
        assert lined.place(("b", 0)) == (4, 5)
        assert lined.place(("b", 1, "c")) == (5, 5)
        assert lined.place(("b", 1, "missing")) == (5, 5)

    def test_blocks_of_text_and_comments(self) -> None:
        assert parse("# 说明\na: |\n  一\n  二\nb: >-\n  三\n", "f.yml").value == {"a": "一\n二\n", "b": "三"}

    @pytest.mark.parametrize(("text", "code", "line"), [
        ("a: 1\nb: [1\nc: 2\n", "YML001", 3), ("a: 1\n a: 2\n", "YML001", 2), ("a: \x01", "YML001", 1),
        ('a: "\\U0011FFFF"', "YML001", 1), ('a: "\\uD800"', "YML001", 1), ("? [a]\n: b\n", "YML001", 1),
        ("a: 1\n---\nb: 2\n", "YML001", 2), ("a: 1\na: 2\n", "YML002", 2), ("a: &x 1\n", "YML003", 1),
        ("a: 1\nb: *x\n", "YML003", 2), ("a: !!set {}\n", "YML003", 1), ("[" * 500_000, "YML004", 1),
        ("- " * 100_000, "YML004", 1), ("{a: " * 20_000, "YML004", 1),
    ])
    def test_refused(self, text: str, code: str, line: int) -> None:
        problem, = parse(text, "f.yml").problems
        assert (problem.code, problem.line) == (code, line)

    @settings(suppress_health_check=[HealthCheck.too_slow])
    @given(st.text(st.sampled_from("ab会:-[]{},&*!|>'\"%@?#~ \n\t\\xuU0\u2028\x85\ufeff\x00"), max_size=80))
    def test_any_text_is_read_or_reported(self, text: str) -> None:
        lined = parse(text, "f.yml")
        assert lined.value is None or not any(problem.code != "YML002" for problem in lined.problems)


class TestFrontMatter:
    def test_split(self) -> None:
        page = split("---\na: 1\n---\n\n\n编者的话\n---\n完\n")
        assert (page.yaml, page.body, page.body_line) == ("a: 1\n", "编者的话\n---\n完\n", 6)

    @pytest.mark.parametrize("text", ["", "---\n", "编者的话\n", "\n---\na: 1\n---\n", "---\na: 1\n"])
    def test_no_head(self, text: str) -> None:
        assert split(text).yaml is None and split(text).body == text

    def test_new_head_says_what_is_lacking(self) -> None:
        assert front_matter_text({
            "source": {"lines": [[1, 3], [5, 6]], "file": "talks.txt", "sha256": "0" * 64}, "title": "纪要：写法",
            "slug": "talks", "keywords": ["纪要", "茶"], "title_en": "", "authors": [{"name": "梅小雨"}],
            "venue": {"issue": "6"},
        }) == (
            "---\nslug: talks\ntitle: 纪要：写法\nauthors:\n  - name: 梅小雨\nvenue:\n  name: TODO\n  year: TODO\n"
            "  issue: '6'\n  pages: TODO\nkeywords:\n  - 纪要\n  - 茶\nrights: TODO\nsource:\n  file: talks.txt\n"
            f"  sha256: '{'0' * 64}'\n  lines: [[1, 3], [5, 6]]\n---\n")

    @given(st.fixed_dictionaries({"slug": TEXTS, "title": TEXTS, "rights": TEXTS, "keywords": st.lists(TEXTS)}),
           st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=2))
    def test_new_head_reads_back(self, values: dict, names: list[tuple[str, str]]) -> None:
        place = {"file": "a.txt", "sha256": "ab" * 32, "lines": [[1, 2]]}
        authors = [{"name": name, "affiliation": where} for name, where in names]
        page = split(front_matter_text(values | {"source": place, "authors": authors}))
        lined = parse(page.yaml or "", "f.md")
        assert not lined.problems
        front = Front.model_validate(lined.value | {"venue": {}})
        assert (front.slug, front.title, front.rights) == (values["slug"], values["title"], values["rights"])
        assert list(front.keywords) == values["keywords"]
        assert [(author.name, author.affiliation) for author in front.authors] == names
        assert front.source.lines == ((1, 2),)


def test_entries_of_each_kind() -> None:
    entries, problems = read_entries(parse("""\
- {line: 3, paragraph: p1, source: 2010, reads: "", why: 衍字}
- {kind: join, line: 4, paragraph: p2, why: 同一段}
- {kind: split, line: 5, paragraph: p3, source: 再记, why: 另起}
- {kind: level, line: 6, level: 2, why: 在一之下}
- {kind: role, line: 7, role: remark, why: 编辑部的话}
- {kind: join, line: 8, paragraph: p4}
""", "emendations.yml"), "emendations.yml")
    assert [(entry.id, entry.at, entry.kind, entry.line) for entry in entries] == [
        ("e1", 1, "reading", 3), ("e2", 2, "join", 4), ("e3", 3, "split", 5), ("e4", 4, "level", 6),
        ("e5", 5, "role", 7)]
    assert (entries[0].source, entries[0].reads, entries[3].level, entries[4].role) == ("2010", "", 2, "remark")
    assert [problem.code for problem in problems] == ["EME003"]


class TestLoad:
    def test_nothing_there(self, tmp_path: Path) -> None:
        edition = load(tmp_path)
        assert (edition.papers, edition.sources, edition.findings) == ((), (), ())
        assert edition in {edition} and edition != load(tmp_path)

    def test_papers_of_one_source(self, tmp_path: Path) -> None:
        digest = sha256(source(tmp_path / "papers"))
        paper(tmp_path, "a-tea", "[[5, 6]]", digest=digest, body="\n编者的话。\n")
        paper(tmp_path, "talks", "[[1, 3]]", digest=digest)
        paper(tmp_path, "beyond", "[[7, 9]]", digest=digest)
        edition = load(tmp_path)
        assert [paper.slug for paper in edition.papers] == ["a-tea", "beyond", "talks"]
        assert len(edition.sources) == 1 and edition.sources[0].lines == 6
        (found, papers), = sources_with_papers(edition)
        assert found.text == TEXT
        assert [(paper.slug, paper.spans) for paper in papers] == [("talks", ((1, 3),)), ("a-tea", ((5, 6),))]
        tea = edition.papers[0]
        assert (tea.path, tea.headnote, tea.headnote_line) == ("docs/papers/a-tea/index.md", "编者的话。\n", 9)
        assert tea.source_text is papers[0].source_text and tea.source_path == tmp_path / "papers/talks.txt"

    def test_source_elsewhere_then_in_the_edition(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        root, elsewhere = tmp_path / "edition", tmp_path / "texts"
        paper(root, "talks", "[[1, 3]]")
        paper(root, "sample", "[[1, 1]]", file="sample.txt")
        paper(root, "absent", "[[1, 1]]", file="absent.txt")
        source(root / "papers", "talks.txt", "另一个\n")
        source(root / "papers", "sample.txt", "样例\n")
        source(elsewhere)
        monkeypatch.setenv("EDITION_PAPERS", str(elsewhere))
        absent, sample, talks = load(root).papers
        assert (absent.source_text, sample.source_text, talks.source_text) == (None, "样例\n", TEXT)
        assert talks.source and talks.source.shown == (elsewhere / "talks.txt").as_posix()

    def test_a_text_that_leads_out_is_not_read(self, tmp_path: Path) -> None:
        root, secret = tmp_path / "edition", tmp_path / "secret.txt"
        secret.write_text("不可外传\n", encoding="utf-8")
        paper(root, "talks", "[[1, 1]]")
        paper(root, "up", "[[1, 1]]", file="../../secret.txt")
        (root / "papers").mkdir()
        (root / "papers/talks.txt").symlink_to(secret)
        (root / "docs/papers/talks/emendations.yml").symlink_to(secret)
        edition = load(root)
        assert [paper.source_text for paper in edition.papers] == [None, None]
        assert "不可外传" not in repr(edition)
        assert [problem.path for problem in edition.found("PAG004")] == [
            "docs/papers/talks/emendations.yml", "papers/talks.txt"]

    def test_unknown_keys_and_todo_leave_the_rest(self, tmp_path: Path) -> None:
        paper(tmp_path, "talks", "[[1, 3]]")
        path = tmp_path / "docs/papers/talks/index.md"
        path.write_text(path.read_text("utf-8").replace("title:", "colour: red\nvenue: {year: TODO}\ntitle:"), "utf-8")
        edition = load(tmp_path)
        front = edition.papers[0].front
        assert front and front.title == "纪要" and front.venue.year is None
        assert [problem.code for problem in edition.findings] == ["FRO002"]
