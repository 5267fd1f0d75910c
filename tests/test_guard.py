"""The papers' text is not in this repository: no file has 30 Han characters in a row in common with a source.

Titles, names and keywords may stand here (a catalogue needs them), and so may what `bib/` holds.
"""

from pathlib import Path

import pytest
from edition import reading
from edition.checking.copies import naming_runs, runs
from repository import files_of_repository


def naming_runs_of(text: str) -> set[str]:
    """Return the runs within the titles, headings, names and keywords of a source's works."""
    return {run for work in reading.read(text, reading.find_works(text)) for run in naming_runs(work)}


def first_copy(path: Path, forbidden: set[str]) -> str:
    """Return the first run of a file that is forbidden, '' where there is none or the file is no text."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    return next((run for run in runs(text) if run in forbidden), "")


@pytest.fixture(scope="module")
def forbidden(papers: Path) -> set[str]:
    """The runs of all source texts, those of titles, names and keywords left out."""
    texts = [path.read_text(encoding="utf-8") for path in papers.glob("[0-9]*.txt")]
    return {run for text in texts for run in runs(text)}.difference(*map(naming_runs_of, texts))


def test_no_file_copies_a_source(root: Path, forbidden: set[str]) -> None:
    copies = {str(path.relative_to(root)): first_copy(path, forbidden) for path in files_of_repository(root)
              if not path.is_relative_to(root / "bib")}
    assert {name: run for name, run in copies.items() if run} == {}


def test_the_guard_sees_a_copied_sentence(papers: Path, forbidden: set[str], tmp_path: Path) -> None:
    planted = tmp_path / "planted.md"
    source = (papers / "000_ed9242569d5c5612.txt").read_text(encoding="utf-8").splitlines()
    sentence = "\n> ".join(line.strip() for line in source[100:120])
    planted.write_text(f"# Planted\n\n> {sentence}\n", encoding="utf-8")
    assert first_copy(planted, forbidden)


def test_the_guard_passes_text_of_our_own(forbidden: set[str], tmp_path: Path) -> None:
    own = tmp_path / "own.md"
    own.write_text("这一段文字由编者自己写成，只为说明一件事：凡是自己的话，守卫都会放行，不论它有多长。", encoding="utf-8")
    assert not first_copy(own, forbidden)


def test_the_guard_passes_a_title(papers: Path, forbidden: set[str], tmp_path: Path) -> None:
    text = (papers / "004_38c342c490788734.txt").read_text(encoding="utf-8")
    listed = tmp_path / "titles.md"
    for work in reading.read(text, reading.find_works(text)):
        listed.write_text("\n".join(block.text for block in work.of("title", "heading")), encoding="utf-8")
        assert not first_copy(listed, forbidden)
