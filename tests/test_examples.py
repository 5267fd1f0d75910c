"""The examples for editors: every command and every entry in the guides does what they say."""

import os
import re
import subprocess
from pathlib import Path

import pytest
from repository import copy_repository

GUIDES = ("docs/about/editing.md", "CONTRIBUTING.md")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([^`]+\.\w+)`：\n\n\Z")
"""The file that an entry belongs to: what the line before the block names last."""

PAPER = """会议纪要的写法

范文例

一份纪要记下会上说过的话。写的人要决定哪些话该记，哪些话可以不记，这个决定本身也是一种说法。

读的人则要知道，没有记下的话未必没有说过。
"""


def blocks(root: Path, *languages: str) -> list[tuple[str, str, str]]:
    """Return of each block in these languages the guide, the text before it, and what it holds."""
    texts = {guide: (root / guide).read_text("utf-8") for guide in GUIDES}
    return [(guide, text[:found.start()], found[2]) for guide, text in texts.items() for found in BLOCK.finditer(text)
            if found[1] in languages]


ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {guide: [line for of, _, block in blocks(ROOT, "sh") if of == guide for line in block.splitlines()]
            for guide in GUIDES}
ENTRIES = [(FILE.search(before), entry) for _, before, entry in blocks(ROOT, "yaml", "markdown")]


def sh(folder: Path, command: str) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | {"EDITION_PAPERS": "papers", "MAKEFLAGS": "", "PYTHONPATH": str(folder / "tools")}
    return subprocess.run(["sh", "-c", command], cwd=folder, env=surroundings, capture_output=True, text=True)


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """A copy of the repository in Git, with a place to push to, the libraries of this checkout, and a new source text."""
    folder = tmp_path / "edition"
    copy_repository(root, folder)
    (folder / ".venv").symlink_to(root / ".venv")
    (folder / "papers/new-paper.txt").write_text(PAPER, "utf-8")
    made = sh(folder, "git init --quiet --initial-branch=main && git config user.name Editor && git config user.email e@example.org"
              " && git add --all && git commit --quiet --message Start && git init --quiet --bare ../origin"
              " && git remote add origin ../origin")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_of_a_guide_run_in_their_order(copy: Path, guide: str) -> None:
    """Targets of make are asked only whether they are there: what they do is tested elsewhere, and takes minutes."""
    assert COMMANDS[guide]
    for command in COMMANDS[guide]:
        done = sh(copy, re.sub(r"\bmake\b", "make --dry-run", command))
        assert done.returncode == 0, (command, done.stdout, done.stderr)
    changed = sh(copy, "git diff --numstat main").stdout.splitlines()
    assert all(line.split()[1] == "0" for line in changed), f"lines were taken away: {changed}"


def test_every_entry_passes_the_check_in_its_file(copy: Path) -> None:
    """All at once, for they go into different files."""
    for named, entry in ENTRIES:
        assert named, f"the line before this block names no file: {entry}"
        file = copy / named[1]
        file.write_text(_put(file.read_text("utf-8") if file.exists() else "", entry, file.suffix), "utf-8")
    told = sh(copy, ".venv/bin/edition check")
    assert told.returncode == 0 and not [named for named, _ in ENTRIES if named[1] in told.stderr], told.stderr


def _put(text: str, entry: str, suffix: str) -> str:
    """Put an entry into a file: at the end of a list, into the front matter of a page, or as the whole of a new file."""
    if suffix == ".md" and text:
        return text.replace("---\n", f"---\n{entry}", 1)
    return f"{text.rstrip()}\n\n{entry}".lstrip() if text else entry
