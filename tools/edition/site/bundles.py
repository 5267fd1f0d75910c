"""One style sheet and a few scripts for the browser, joined from small files: fewer requests, and rooms of their own.

`styles/*.css` become `assets/edition.css`; each folder `scripts/<name>/*.js` becomes `assets/<name>.js`. The files of a
folder follow one another in the order of their names, which the cascade relies on.
"""

from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent


def bundles(folder: Path = HERE) -> Iterator[tuple[str, str]]:
    """Yield the address of each joined file below the site, and its text."""
    yield "assets/edition.css", _joined(folder / "styles", "*.css")
    for scripts in sorted(path for path in (folder / "scripts").iterdir() if path.is_dir()):
        yield f"assets/{scripts.name}.js", _joined(scripts, "*.js")


def _joined(folder: Path, pattern: str) -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.glob(pattern)))
