"""Building the site: once for all test processes, and two ways of building it at a time."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD_SECONDS = 300
WRITTEN = ("bib", "docs", "papers", "releases")
"""The folders of what people write."""


def build_site(name: str, temporary: pytest.TempPathFactory, **settings: str) -> Path:
    """Return the folder with a site built under these environment variables; fail with what MkDocs said."""
    base = temporary.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return folder
        root = lay_out(shared / f"{name}-root")
        command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
        run = subprocess.run(command, cwd=root, env=environment(settings), capture_output=True, text=True, timeout=BUILD_SECONDS)
        if run.returncode:
            pytest.fail(f"mkdocs build --strict failed:\n{run.stdout}{run.stderr}", pytrace=False)
        done.touch()
    return folder


def lay_out(folder: Path) -> Path:
    """Lay out the edition in a folder, as a copy, for a build writes down the ids that it gives; return the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name in WRITTEN:
            shutil.copytree(path, folder / path.name)
        elif path.is_file():
            shutil.copy(path, folder)
    (folder / "tools").symlink_to(ROOT / "tools")
    return folder


def environment(settings: dict[str, str]) -> dict[str, str]:
    papers = ROOT / os.environ.get("EDITION_PAPERS", "papers")
    return {**os.environ, "EDITION_PAPERS": str(papers), "NO_MKDOCS_2_WARNING": "1", **settings}
