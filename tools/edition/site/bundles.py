"""One style sheet and a few scripts for the browser, joined from small files: fewer requests, and rooms of their own.

Material's style sheets and `styles/*.css` become `assets/edition.css`; each folder `scripts/<name>/*.js` becomes `assets/<name>.js`. The files of a
folder follow one another in the order of their names, which the cascade relies on.
"""

import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from edition.site.lean import without_comments, without_unused

HERE = Path(__file__).resolve().parent


OF_MATERIAL = ("assets/stylesheets/main.*.min.css", "assets/stylesheets/palette.*.min.css")
"""Material's style sheets, in their order."""

UNUSED = ("assets/stylesheets/*", "assets/javascripts/lunr/*", "assets/javascripts/workers/*")
"""Files of Material that no page asks for: its sheets are joined with ours, its search is not used."""

EVERY_CLASS, OUR_CLASS = "table:not([class])", "table:not(.matrix)"
"""Which tables Material styles, and how the same is said here: where a rule asks whether there is any class and then what
lies below or behind, each change of a class anywhere has the browser work out the styles of all below."""

SOURCE_MAP = re.compile(r"/\*# sourceMappingURL=[^*]*\*/\s*")


def bundles(of_material: Iterable[str] = (), folder: Path = HERE) -> Iterator[tuple[str, str]]:
    """Yield the address of each joined file below the site, and its text; Material's sheets come before ours."""
    theirs = (without_unused(SOURCE_MAP.sub("", text)).replace(EVERY_CLASS, OUR_CLASS) for text in of_material)
    yield "assets/edition.css", "\n".join([*theirs, without_comments(_joined(folder / "styles", "*.css"))])
    for scripts in sorted(path for path in (folder / "scripts").iterdir() if path.is_dir()):
        yield f"assets/{scripts.name}.js", _joined(scripts, "*.js")


def is_unused(address: str) -> bool:
    """Tell whether a file of Material's is one that no page asks for."""
    return any(fnmatch(address, pattern) for pattern in UNUSED)


def _joined(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.glob(pattern)))
