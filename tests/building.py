"""Building the site: once for all test processes, for a server and for a disk."""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD_SECONDS = 300
WRITTEN = ("bib", "docs", "papers", "releases")
"""The folders of what people write."""
BOTH = Path(__file__).with_name("both_sites.py")
AND_SAY_SO = '"$@" >"$0/build.log" 2>&1 || touch "$0/failed"'


def built(name: str, temporary: pytest.TempPathFactory) -> Path:
    """Return the folder with the site named `site` or `disk`; the first to ask has both begun. Fail with what MkDocs said."""
    base = temporary.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with (shared / "build.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "root").exists():
            begin(shared)
    wait_for(shared / f"{name}.done", shared)
    return shared / name


def begin(shared: Path) -> None:
    """Begin to build both sites, beside the tests that need neither yet."""
    command = ["sh", "-c", AND_SAY_SO, shared, sys.executable, BOTH, shared]
    subprocess.Popen(command, cwd=lay_out(shared / "root"), env=environment(), stdin=subprocess.DEVNULL)


def wait_for(done: Path, shared: Path) -> None:
    until = time.monotonic() + BUILD_SECONDS
    while not done.exists():
        if (shared / "failed").exists() or time.monotonic() > until:
            pytest.fail(f"mkdocs build --strict failed:\n{(shared / 'build.log').read_text('utf-8')}", pytrace=False)
        time.sleep(0.1)


def lay_out(folder: Path) -> Path:
    """Lay out the edition in a folder, as a copy, for a build writes down the ids that it gives; return the folder."""
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name in WRITTEN:
            shutil.copytree(path, folder / path.name)
        elif path.is_file():
            shutil.copy(path, folder)
    (folder / "tools").symlink_to(ROOT / "tools")
    return folder


def environment() -> dict[str, str]:
    papers = ROOT / os.environ.get("EDITION_PAPERS", "papers")
    return {**os.environ, "EDITION_PAPERS": str(papers), "NO_MKDOCS_2_WARNING": "1"}
