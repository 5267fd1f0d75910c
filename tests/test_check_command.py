"""`edition check`: its formats, single files, and what stays: the codes and their meaning."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from edition.checking import RULES
from edition.checking.manual import LISTED, PAGE, with_rules
from edition.commands import main

REGISTER = Path(__file__).with_name("checking") / "register.tsv"
PAGE_TEXT = """# 读法 {#title}

主语各有分量,读时先看主语：见[凡例](javascript:alert(1))。

主语的的分量。
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("EDITION_PAPERS", raising=False)
    shutil.copytree(Path(__file__).with_name("checking") / "sound/in", tmp_path, dirs_exist_ok=True)
    (tmp_path / "docs/about").mkdir()
    (tmp_path / "docs/about/reading.md").write_text(PAGE_TEXT, "utf-8")
    (tmp_path / "docs/about/writing.md").write_text("# 写法\n", "utf-8")
    return tmp_path


def run(place: Path, *args: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(place), "check", *args])


def test_text_has_place_and_severity(place: Path) -> None:
    result = run(place)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(" ")[:3] for line in result.stderr.splitlines()] == [
        ["docs/about/reading.md:3:19:", "SEC003", "javascript:alert(1),"], ["docs/about/reading.md:3:7:", "TYP001", "(warning)"],
        ["docs/about/reading.md:5:3:", "TYP007", "(warning)"], ["docs/about/writing.md:1:1:", "MDN003", "the"]]


def test_json_has_all_that_is_known(place: Path) -> None:
    result = run(place, "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 1 and [each["code"] for each in found] == ["SEC003", "TYP001", "TYP007", "MDN003"]
    assert found[1] == {
        "path": "docs/about/reading.md", "line": 3, "code": "TYP001", "found": "“分量,读时”",
        "expected": "full-width punctuation", "hint": "Write ，。；：？！（ or ） in its place.", "severity": "warning", "column": 7}


def test_json_of_a_sound_edition_is_an_empty_list(place: Path) -> None:
    shutil.rmtree(place / "docs/about")
    assert (run(place, "--format", "json").stdout, run(place, "--format", "github").stdout) == ("[]\n", "")


def test_github_annotations_are_escaped(place: Path) -> None:
    (place / "docs/about/reading.md").rename(place / "docs/about/50%,a.md")
    lines = run(place, "--format", "github").stdout.splitlines()
    assert lines[0].startswith("::error file=docs/about/50%25%2Ca.md,line=3,col=19,title=SEC003::javascript:alert(1), expected ")
    assert lines[1].startswith("::warning file=docs/about/50%25%2Ca.md,line=3,col=7,title=TYP001::")


def test_single_files_and_what_is_not_looked_at(place: Path) -> None:
    result = run(place, str(place / "docs/about/writing.md"))
    first, last = result.stderr.splitlines()
    assert result.exit_code == 1 and "writing.md:1:1: MDN003" in first
    assert last.startswith("not looked at") and set(re.findall(r"[A-Z]{3}\d{3}", last)) == {
        code for code, rule in RULES.items() if rule.of_sources}


def test_a_file_that_no_rule_reads_is_named(place: Path) -> None:
    result = run(place, str(place / "papers/talks.txt"), str(place / "docs/about/none.md"))
    assert result.exit_code == 1
    assert [line.split(":")[0] for line in result.stderr.splitlines() if "CMD006" in line] == ["docs/about/none.md", "papers/talks.txt"]


def test_single_files_find_what_the_whole_finds(place: Path) -> None:
    """All but what needs the sources: here nothing does."""
    whole = json.loads(run(place, "--format", "json").stdout)
    names = sorted(str(path) for folder in ("docs", "bib") for path in (place / folder).rglob("*.*") if path.is_file())
    assert json.loads(run(place, "--format", "json", *names).stdout) == whole


SLOW = ("altair", "citeproc", "lxml", "markdown", "mkdocs", "ruamel.yaml", "edition.reading.reader", "edition.weaving.pages")
"""What takes long to load, and no single file needs that holds nothing to be rendered."""


def test_a_single_file_loads_nothing_that_is_slow(place: Path) -> None:
    said = f"""import sys
from edition.commands import main
main(["--root", {str(place)!r}, "check", {str(place / "docs/about/writing.md")!r}], standalone_mode=False)
print(sorted(set({SLOW}) & set(sys.modules)))"""
    ran = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True)
    assert (ran.stdout, "MDN003" in ran.stderr) == ("[]\n", True)


def test_an_exception_takes_the_place_out(place: Path) -> None:
    page = place / "docs/about/reading.md"
    page.write_text(PAGE_TEXT.replace("主语的的", "<!-- except TYP007: 例句 -->\n主语的的"), "utf-8")
    assert "TYP007" not in run(place).stderr
    page.write_text(PAGE_TEXT.replace("主语各有", "<!-- except SEC003: 例句 -->\n主语各有"), "utf-8")
    assert {"SEC003", "EXC003"} <= set(re.findall(r"[A-Z]{3}\d{3}", run(place).stderr))


def test_the_register_holds_all_codes_with_their_meaning() -> None:
    registered = dict(line.split("\t") for line in REGISTER.read_text("utf-8").splitlines())
    missing = "".join(f"{code}\t{RULES[code].summary}\n" for code in sorted(RULES.keys() - registered.keys()))
    assert not missing, f"add to {REGISTER.name}, in order:\n{missing}"
    assert {code: registered[code] for code in RULES} == {code: rule.summary for code, rule in RULES.items()}


def test_no_line_of_the_register_was_ever_removed(root: Path) -> None:
    """A code that is withdrawn keeps its line, so that it is never given another meaning."""
    log = subprocess.run(["git", "-C", root, "log", "-p", "--format=", "--", REGISTER], capture_output=True, text=True)
    if log.returncode:
        pytest.skip("this is no git checkout")
    assert set(re.findall(r"^-([A-Z]{3}\d{3}\t.*)$", log.stdout, re.MULTILINE)) <= set(REGISTER.read_text("utf-8").splitlines())


def test_the_page_about_checks_has_every_rule(root: Path) -> None:
    source = (root / "docs" / PAGE).read_text("utf-8")
    assert LISTED in source
    page = with_rules(source)
    assert set(re.findall(r"^#### ([A-Z]{3}\d{3}) .*\{#[a-z]{3}\d{3}\}$", page, re.MULTILINE)) == set(RULES)


def test_rules_that_guard_cannot_be_excepted() -> None:
    firm = ("SEC", "YML", "EXC", "SRC", "ANC", "COP")
    assert not [code for code, rule in RULES.items() if rule.exceptable and code.startswith(firm)]
    assert not [code for code, rule in RULES.items() if rule.exceptable and re.fullmatch(r"(FRO|EME|GLO|PIC)00[1-4]|CIT10[1-4]|BIB00[1-6]", code)]
