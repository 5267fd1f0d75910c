"""Build the edition in this folder twice, for a server and for a disk, into the folder named: python both_sites.py FOLDER.

Weaving is most of a build and is the same for both, so it is done once.
"""

import functools
import os
import sys
from pathlib import Path

from edition.commands import weave
from mkdocs.__main__ import cli

FOLDERS = {"site": "true", "disk": "false"}


def build_into(folder: Path) -> None:
    """Build one site by `mkdocs build --strict`, and put a file beside it that says so."""
    os.environ["EDITION_FOLDERS"] = FOLDERS[folder.name]
    cli(["build", "--strict", "--site-dir", str(folder)], standalone_mode=False)
    folder.with_name(f"{folder.name}.done").touch()


weave.weave_all = functools.cache(weave.weave_all)
for name in FOLDERS:
    build_into(Path(sys.argv[1], name))
