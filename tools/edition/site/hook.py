"""The thin hook by which MkDocs has the edition woven before each build.

Weaving itself is done by the command layer; this module only hands over paths, passes problems on to MkDocs's log
(where errors count) and takes the navigation.
"""

import os
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from edition.commands.weave import weave_all
from edition.problems import Severity
from edition.releasing.addresses import address_of
from edition.site.bundles import OF_MATERIAL, bundles, is_unused
from edition.site.english import mark_titles
from edition.site.mending import mended
from edition.site.moved import former_addresses, with_former_ids
from edition.site.page_links import page_links, repository_of
from edition.site.sealing import seal

log = get_plugin_logger("edition")


WOVEN = "build/docs"
"""Where the woven pages lie, from the root. Set here and not as `docs_dir`, which must exist before any hook runs."""

serving = False
"""Whether pages are served while they are written: MkDocs then adds a script of its own, which no policy may forbid."""


def on_startup(command: str, **_: object) -> None:
    """Remember for which command MkDocs runs."""
    global serving
    serving = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Weave the edition, have MkDocs read the woven pages, and set the navigation; Abort where there are errors."""
    root = Path(config.config_file_path).parent
    papers = root / os.environ.get("EDITION_PAPERS", "papers")
    repository_of(config)
    woven = weave_all(root, papers, root / WOVEN)
    for problem in woven.report:
        (log.error if problem.severity is Severity.ERROR else log.info)(str(problem))  # warnings stop no build
    if woven.report.failed:
        raise Abort("The edition has errors; see the messages above.")
    config.docs_dir, config.nav = str(root / WOVEN), woven.nav
    config.extra.update(imprint=woven.imprint, moves=woven.moves)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the styles and scripts, each joined from the small files of its folder, and what leads on from former addresses;
    leave out what no page asks for."""
    theirs = [file.content_string for name in OF_MATERIAL for file in files if fnmatch(file.src_uri, name)]
    for file in [file for file in files if is_unused(file.src_uri)]:
        files.remove(file)
    config.extra["find"] = finder(files)
    moved = former_addresses(config.extra["moves"], config.extra["find"], config.site_url or "", config.use_directory_urls)
    for address, text in (*bundles(theirs), *moved):
        files.append(File.generated(config, address, content=text))
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Say of each English title in the list of contents that it is English."""
    mark_titles(page.toc)
    return html


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Tell the templates where a page comes from and where it is edited."""
    return context | page_links(page, config)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what Material writes, and put the ids that a page once had where they led to."""
    moves, find = config.extra["moves"], config.extra["find"]
    return with_former_ids(address_of(page.file.src_uri), mended(output), moves, find, page.file.dest_uri)


def finder(files: Files) -> Callable[[str], str]:
    """Return a function from the address of a page in a manifest to its address on the site."""
    urls = {address_of(file.src_uri): file.url for file in files.documentation_pages()}
    return lambda where: "" if urls.get(where) == "./" else urls.get(where, where)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Have templates write JSON with Chinese as it is and keys in their order."""
    env.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    return env


def on_post_template(output_content: str, **_: object) -> str:
    """Mend what Material writes, on the page for what is not there."""
    return mended(output_content)


def on_post_build(config: MkDocsConfig) -> None:
    """Give each page its Content-Security-Policy."""
    if not serving:
        seal(Path(config.site_dir), config.site_url or "", from_disk=not config.use_directory_urls)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable) -> LiveReloadServer:
    """Don't watch what each build writes itself, or every change would build twice."""
    server.unwatch(config.docs_dir)
    return server
