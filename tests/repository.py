"""The repository as it lies here: its files, and copies of it to be worked in."""

import shutil
import subprocess
from pathlib import Path

import pytest


def files_of_repository(root: Path) -> list[Path]:
    """Return the files that are tracked or could be, links left out; skip the test where there is no Git checkout."""
    command = ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, capture_output=True, text=True)
    if listing.returncode:
        pytest.skip("this is no git checkout")
    paths = (root / name for name in listing.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and not path.is_symlink()]


def copy_repository(root: Path, folder: Path) -> None:
    """Copy these files into a folder."""
    for path in files_of_repository(root):
        target = folder / path.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
