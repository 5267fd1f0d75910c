"""The copy of a release, which stays on the site under its version: each page says so and leads to the newest one."""

import html
import re
from collections.abc import Sequence

from edition.releasing.versions import COPIES

_ANNOUNCEMENT = re.compile(r'<div data-md-component="announce">')
"""Where Material for MkDocs has a site's announcements, below the link that skips to the text."""

_BODY = re.compile(r"<body\b[^>]*>")
_NOT_INDEXED = '<meta name="robots" content="noindex">\n'
_BANNER = """\
<aside class="old-release" aria-label="版本">这里是 <strong>{version} 版</strong>（{date}）的存本，不再改动。\
<a class="newest" href="{newest}">本页的最新版</a>　<a href="{versions}">各版</a>　\
<span lang="en">A fixed copy of version {version}. <a class="newest" href="{newest}">This page in the newest version</a></span></aside>
"""
_PAGE = """\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>各版 Releases</title>
<meta name="description" content="已发布的各个版本，每版都有不再改动的存本。Fixed copies of all releases.">
<link rel="stylesheet" href="../assets/edition.css">
</head>
<body>
<main class="moved-page md-typeset">
<h1>各版 <span lang="en">Releases</span></h1>
<ul>
{listed}</ul>
<p><a href="../{index}">最新版 <span lang="en">The newest version</span></a></p>
</main>
</body>
</html>
"""


def with_banner(text: str, path: str, version: str, date: str, folders: bool) -> str:
    """Return the HTML of the file at a path of the site as it is kept in the copy of a version.

    `folders` tells whether the site's addresses are folders (`papers/`) or files (`papers/index.html`).
    """
    up = "../" * path.count("/")
    page = "" if path == "404.html" else re.sub(r"(?:^|(?<=/))index\.html$", "", path) if folders else path
    index = "" if folders else "index.html"
    banner = _BANNER.format(version=html.escape(version), date=html.escape(date), versions=f"{up}../{index}",
                            newest=html.escape(f"{up}../../{page or index}"))
    place = _ANNOUNCEMENT.search(text) or _BODY.search(text)
    if not place:
        return text
    return text[:place.end()].replace("</head>", f"{_NOT_INDEXED}</head>", 1) + "\n" + banner + text[place.end():]


def versions_page(versions: Sequence[tuple[str, str]], folders: bool) -> tuple[str, str]:
    """Return the path and the HTML of the page that lists all copies, given each version with its day, newest first."""
    index = "" if folders else "index.html"
    listed = "".join(f'<li><a href="{html.escape(version)}/{index}">{html.escape(version)}</a>'
                     + (f"　<time>{html.escape(date)}</time>" if date else "") + "</li>\n" for version, date in versions)
    return f"{COPIES}/index.html", _PAGE.format(listed=listed, index=index)
