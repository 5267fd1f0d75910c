"""Build the edition in this folder twice, for a server and for a disk, into the folder named: python both_sites.py FOLDER.

Weaving is most of a build and is the same for both, so it is done once.
"""

import functools
import os
import sys
from pathlib import Path

from edition.commands import weave
from mkdocs.commands.build import build
from mkdocs.config import load_config

FOLDERS = {"site": "true", "disk": "false"}


def build_into(folder: Path) -> None:
    """Build one site as `mkdocs build --strict` does, and put a file beside it that says so."""
    os.environ["EDITION_FOLDERS"] = FOLDERS[folder.name]
    config = load_config(site_dir=str(folder), strict=True)
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    folder.with_name(f"{folder.name}.done").touch()


weave.weave_all = functools.cache(weave.weave_all)
for name in FOLDERS:
    build_into(Path(sys.argv[1], name))
