"""Each rule over its fixtures: `tests/checking/CODE` or `CODE-variant` with `in/` (an edition) and `expected.txt`.

`sizes.txt` names files that are made as large as it says (path, blank, bytes), so that they needn't be kept;
`papers.txt` names a folder of sources.
"""

import re
import shutil
from pathlib import Path

import edition
import pytest
from edition.catalogue import Edition, load
from edition.checking import RULES, check, explain
from edition.problems import Problem, Severity

FIXTURES = sorted(path.parent for path in Path(__file__).with_name("checking").glob("*/expected.txt"))
SOUND = "sound"


def code_of(fixture: Path) -> str:
    return fixture.name.split("-")[0]


def laid_out(fixture: Path, folder: Path) -> Path:
    """Copy the edition of a fixture, links as links, and make its large files."""
    root = Path(shutil.copytree(fixture / "in", folder / "edition", symlinks=True))
    sizes = fixture / "sizes.txt"
    for line in sizes.read_text().splitlines() if sizes.exists() else ():
        name, size = line.split()
        with (root / name).open("wb") as file:
            file.truncate(int(size))
    return root


def loaded(fixture: Path, folder: Path) -> Edition:
    """Load the edition of a fixture, with the folder of sources that its `papers.txt` names, if it has one."""
    papers = fixture / "papers.txt"
    return load(laid_out(fixture, folder), Path(papers.read_text("utf-8").strip()) if papers.exists() else None)


@pytest.fixture(autouse=True)
def _no_other_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EDITION_PAPERS", raising=False)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_report(fixture: Path, tmp_path: Path) -> None:
    report = check(loaded(fixture, tmp_path))
    found = "".join(f"{problem}\n" for problem in report)
    assert found == (fixture / "expected.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_expected_shows_the_rule_alone(fixture: Path, tmp_path: Path) -> None:
    codes = {line.split(": ")[1].split(" ")[0] for line in (fixture / "expected.txt").read_text("utf-8").splitlines()}
    assert codes == (set() if fixture.name.startswith(SOUND) else {code_of(fixture)})


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_exit_code(fixture: Path, tmp_path: Path) -> None:
    passes = fixture.name.startswith(SOUND) or RULES[code_of(fixture)].severity is Severity.WARNING
    assert check(loaded(fixture, tmp_path)).exit_code == (0 if passes else 1)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.name)
def test_of_a_single_file_all_is_told_that_the_whole_tells(fixture: Path, tmp_path: Path) -> None:
    """So no rule may find anything outside the files that it says its findings lie in."""
    whole = loaded(fixture, tmp_path)
    found = list(check(whole))
    for path in {*whole.texts, *(problem.path for problem in found)}:
        assert list(check(whole.only([path]))) == [problem for problem in found if problem.path == path]


def test_a_rule_is_not_run_for_files_that_it_does_not_concern(tmp_path: Path) -> None:
    whole = load(tmp_path)
    asked = {code for code, rule in RULES.items() if rule.concerns(whole.only(["bib/more.bib"]))}
    assert {"BIB001", "YML001"} <= asked and not {code for code in asked if code.startswith(("ANC", "CIT", "GLO", "REL"))}
    assert all(rule.concerns(whole) for rule in RULES.values())


def test_all_problems_come_in_one_run(tmp_path: Path) -> None:
    """Papers of several fixtures, put into one edition, are reported side by side."""
    expected = set()
    for name in ("ANC004", "EME003", "FRO003", "FRO007", "YML001"):
        fixture, slug = Path(__file__).with_name("checking") / name, name.lower()
        shutil.copytree(fixture / "in/docs/papers/talks", tmp_path / "docs/papers" / slug)
        page = tmp_path / "docs/papers" / slug / "index.md"
        page.write_text(re.sub(r"talks(?=\n|\.txt)", slug, page.read_text("utf-8")), "utf-8")
        report = (fixture / "expected.txt").read_text("utf-8")
        expected |= set(report.replace("papers/talks/", f"papers/{slug}/").splitlines())
    assert {str(problem) for problem in check(load(tmp_path))} == expected


@pytest.mark.parametrize("code", RULES)
def test_every_rule_has_a_fixture_and_a_page(code: str) -> None:
    assert code in {code_of(fixture) for fixture in FIXTURES}
    assert explain(code).startswith(f"{code} ({RULES[code].severity}): ") and "\nMend: " in explain(code)


def test_every_code_in_use_is_a_rule() -> None:
    rooms = "".join(path.read_text("utf-8") for path in Path(edition.__file__).parent.rglob("*.py"))
    other = {"CMD", "CIT0"}  # those of commands and of citation styles
    used = {code for code in re.findall(r'"([A-Z]{3}\d{3})"', rooms) if not {code[:3], code[:4]} & other}
    assert used == set(RULES)


def test_a_code_is_given_once() -> None:
    from edition.checking import rule
    with pytest.raises(ValueError):
        rule("SRC001", summary="another")(lambda edition: [])


def test_a_message_stays_one_line_whatever_it_quotes() -> None:
    problem = Problem("bib/works.bib", 1, "CIT101", "the key a\n\nb", "a\tkey", "Did you mean a\u2028b?")
    assert str(problem) == "bib/works.bib:1: CIT101 the key a b, expected a key. Hint: Did you mean a b?"
