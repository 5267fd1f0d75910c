"""Building the site: once for all test processes, and never two at a time, since all weave into the same folder."""

import fcntl
import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD_SECONDS = 300


def build_site(name: str, temporary: pytest.TempPathFactory, **settings: str) -> Path:
    """Return the folder with a site built under these environment variables; fail with what MkDocs said."""
    base = temporary.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    with (shared / "building.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if done.exists():
            return folder
        command = ["sh", ROOT / "scripts/run.sh", "mkdocs", "build", "--strict", "--site-dir", folder]
        run = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, timeout=BUILD_SECONDS)
        if run.returncode:
            pytest.fail(f"mkdocs build --strict failed:\n{run.stdout}{run.stderr}", pytrace=False)
        done.touch()
    return folder
