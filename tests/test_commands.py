"""The command line: what each command prints, writes and refuses, and with which exit code."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edition.checking import RULES
from edition.commands import COMMANDS, main
from edition.reading.model import ROLES

READING = Path(__file__).with_name("reading")
PROBLEM = re.compile(r"\S[^:]*:\d+(?::\d+)?: [A-Z]{3}\d{3} .+, expected .+\. Hint: .+")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An edition with two papers that have no page yet, `tables.txt` and `two.txt`."""
    monkeypatch.delenv("EDITION_PAPERS", raising=False)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# 首页 {#title}\n", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    for name, case in (("tables", "tables"), ("two", "two-works-with-abstracts")):
        (tmp_path / f"papers/{name}.txt").write_bytes((READING / case / "source.txt").read_bytes())
    return tmp_path


def run(place: Path, *args: str) -> Result:
    """Run a command in an edition; it must not end with a traceback."""
    result = CliRunner().invoke(main, ["--root", str(place), *args])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result


def add(place: Path, *names: str) -> Result:
    return run(place, "add", *(str(place / "papers" / name) for name in names))


def pages(place: Path) -> dict[str, str]:
    return {str(path.relative_to(place)): path.read_text("utf-8") for path in place.rglob("*.md")}


def shown(result: Result) -> list[str]:
    """Return the problems of a run; the error output must hold nothing else."""
    lines = result.stderr.splitlines()
    assert all(PROBLEM.fullmatch(line) for line in lines), lines
    return [line.split(": ")[1].split(" ")[0] for line in lines]


def test_add_begins_a_page_for_each_work(place: Path) -> None:
    result = add(place, "tables.txt", "two.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    made = sorted(path.parent.name for path in place.glob("docs/papers/*/index.md"))
    assert made == ["gu-fang-temperatures", "shen", "zhu-four"]
    assert [line.split(": ")[1] for line in result.stdout.splitlines()] == [
        "馆际互借的账目, lines 1–78 of tables.txt", "书库里的温度, lines 1–39 of two.txt", "目录厅的灯, lines 43–77 of two.txt"]
    page = next(text for text in pages(place).values() if "书库里的温度" in text)
    assert {"rights: TODO", "  name: TODO", "title_en: Temperatures in the Stacks"} <= set(page.splitlines())
    assert "{name" not in page and "GU Yiming" in page and "lines: [[1, 39], [78, 86]]" in page


def test_add_overwrites_nothing(place: Path) -> None:
    add(place, "two.txt")
    before = pages(place)
    again = add(place, "two.txt")
    assert (again.exit_code, shown(again), pages(place)) == (0, ["CMD003", "CMD003"], before)


def test_blocks_are_json_objects_of_the_interface(place: Path) -> None:
    add(place, "tables.txt")
    slug = next(place.glob("docs/papers/*")).name
    result = run(place, "blocks", slug)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert (result.exit_code, result.stderr, len(records)) == (0, "", 9)
    for record in records:
        assert record["role"] in ROLES and {"text", "lines"} <= set(record)
        assert set(record) <= {"role", "text", "lines", "id", "level", "mark", "items", "header", "rows"}
    lines = [number for record in records for first, last in record["lines"] for number in range(first, last + 1)]
    source = (place / "papers/tables.txt").read_text("utf-8").split("\n")
    assert sorted(lines) == [number for number, line in enumerate(source, 1) if line.strip()]
    table = next(record for record in records if record["role"] == "table")
    assert table["header"][0] == "年份" and len(table["rows"]) == 4
    edited = [json.loads(line) for line in run(place, "blocks", slug, "--edited").stdout.splitlines()]
    assert [record["id"] for record in edited if record["role"] == "paragraph"] == ["p1", "p2", "p3"]


def test_the_account_adds_up(place: Path) -> None:
    add(place, "tables.txt")
    slug = next(place.glob("docs/papers/*")).name
    data = json.loads(run(place, "account", slug, "--json").stdout)
    assert sum(entry["characters"] for entry in data["entries"]) == data["characters"]
    whole = data["characters"]
    last = run(place, "account", slug).stdout.splitlines()[-1]
    assert last.split() == f"{whole} 100.00% sum of {whole} in the source".split()


def test_what_is_left_to_do_is_a_warning(place: Path) -> None:
    add(place, "tables.txt")
    result = run(place, "check")
    assert result.exit_code == 0 and set(shown(result)) == {"FRO009"}


def test_weave_writes_pages_and_a_second_time_nothing(place: Path) -> None:
    add(place, "two.txt", "tables.txt")
    assert run(place, "weave").exit_code == 0
    times = {path: path.stat().st_mtime_ns for path in place.rglob("*") if path.is_file()}
    slugs = {path.parent.name for path in place.glob("docs/papers/*/anchors.tsv")}
    assert len(slugs) == 3 and all((place / f"build/docs/papers/{slug}/index.md").is_file() for slug in slugs)
    assert run(place, "weave").exit_code == 0
    assert {path: path.stat().st_mtime_ns for path in place.rglob("*") if path.is_file()} == times


BAD_SOURCES = {
    "SRC001": None, "SRC005": b" \n\n", "SRC006": b"%PDF-1.7\n", "SRC007": b"\x7fELF\0\0\x01\xff\0",
    "SRC008": "潮".encode() * 40 + b"\xff\n",
}


@pytest.mark.parametrize("code", BAD_SOURCES)
def test_a_bad_source_is_refused(place: Path, code: str) -> None:
    """The other file of the run is added nevertheless."""
    if (raw := BAD_SOURCES[code]) is not None:
        (place / "papers/bad.txt").write_bytes(raw)
    result = add(place, "bad.txt", "tables.txt")
    assert (result.exit_code, shown(result)) == (1, [code])
    assert len(list(place.glob("docs/papers/*"))) == 1 and not list(place.rglob("*.tmp"))


@pytest.mark.parametrize("encoding", ("gb18030", "utf-16", "utf-8-sig"))
def test_a_source_in_another_encoding_is_added(place: Path, encoding: str) -> None:
    source = place / "papers/tables.txt"
    source.write_bytes(source.read_text("utf-8").encode(encoding))
    assert "馆际互借的账目" in add(place, "tables.txt").stdout


BAD_PAGES = {
    "FRO004": ("sha256: ", "sha256: 0"), "FRO002": ("rights: ", "wrongs: x\nrights: "),
    "FRO003": ("slug: ", "title_en: A\n#"),
    "FRO006": ("slug: ", "slug: another-"), "YML001": ("title: ", "title: ["),
    "SRC009": (r"sha256: \w{4}", "sha256: 0000"), "SRC010": (r"lines: \[\[1, ", "lines: [[1, 9"),
}


@pytest.mark.parametrize("code", BAD_PAGES)
def test_a_bad_page_stops_check_and_weave_and_nothing_is_written(place: Path, code: str) -> None:
    add(place, "tables.txt")
    page = next(place.glob("docs/papers/*/index.md"))
    page.write_text(re.sub(*BAD_PAGES[code], page.read_text("utf-8"), count=1), "utf-8")
    before = sorted(place.rglob("*"))
    for command in ("check", "weave"):
        result = run(place, command)
        assert result.exit_code == 1 and result.stdout == "" and code in shown(result)
    assert sorted(place.rglob("*")) == before


def test_blocks_of_a_paper_that_cannot_be_read_say_why(place: Path) -> None:
    add(place, "tables.txt")
    page = next(place.glob("docs/papers/*/index.md"))
    page.write_text(page.read_text("utf-8").replace("title: ", "title: ["), "utf-8")
    result = run(place, "blocks", page.parent.name)
    assert (result.exit_code, result.stdout) == (1, "") and "YML001" in shown(result)


def test_an_unknown_paper_and_an_absent_source(place: Path) -> None:
    unknown = run(place, "blocks", "nobody")
    assert (unknown.exit_code, unknown.stdout, shown(unknown)) == (1, "", ["CMD001"])
    add(place, "tables.txt")
    (place / "papers/tables.txt").unlink()
    absent = run(place, "account", next(place.glob("docs/papers/*")).name)
    assert (absent.exit_code, absent.stdout, shown(absent)) == (1, "", ["CMD002"])


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_help_has_an_example(place: Path, command: str) -> None:
    result = run(place, command, "--help")
    assert result.exit_code == 0 and re.search(rf"Example: .*\bedition {command}\b", result.stdout)


def test_explain_prints_a_rules_page(place: Path) -> None:
    for code in RULES:
        result = run(place, "check", "--explain", code.lower())
        assert result.exit_code == 0 and result.stdout.startswith(code) and "Mend:" in result.stdout
    assert run(place, "check", "--explain", "XYZ999").exit_code == 2
