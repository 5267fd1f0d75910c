"""The same pages with Material's search plugin and with Pagefind; needs Node, npm and the network (once)."""

import os
import subprocess
import sys
from pathlib import Path
from shutil import copytree

PAGEFIND_VERSION = "1.6.0"
SETTINGS = """
site_name: Material
docs_dir: docs
site_dir: site
theme: {name: material, language: zh, font: false, features: [search.suggest]}
plugins: [{search: {lang: [zh, en]}}]
markdown_extensions: [attr_list, md_in_html, tables, toc, edition.site.notes, edition.site.places]
"""


def material(woven: Path, folder: Path) -> Path:
    """Build the woven pages with Material's own search; return the site. jieba segments, where it is installed."""
    copytree(woven, folder / "docs", ignore=lambda at, names: {"search"} & set(names) if Path(at) == woven else set())
    (folder / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=folder, env=environment, check=True)
    return folder / "site"


def pagefind(site: Path, folder: Path) -> Path:
    """Copy our site without its search, index it with Pagefind's npm package; return the copy."""
    copytree(site, folder / "site", ignore=lambda at, names: {"search"} & set(names) if Path(at) == site else set())
    run = ["npx", "--yes", f"pagefind@{PAGEFIND_VERSION}", "--site", folder / "site", "--root-selector", ".md-content__inner"]
    subprocess.run(run, check=True, stdout=subprocess.DEVNULL)
    return folder / "site"
