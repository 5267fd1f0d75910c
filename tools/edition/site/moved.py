"""Former addresses on the site: pages that lead on, ids that stand where a former one led, rules for servers."""

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

from edition.releasing import Moves

Find = Callable[[str], str]
"""From the address of a page in a manifest to its address on the site (`papers/`, or `papers/index.html`)."""

RULES, MAP = "_redirects", "redirects.map"
"""Rules as Netlify and Cloudflare Pages take them, and as nginx's `map` does."""

_MAP_HEAD = """\
# For nginx: map $uri $edition_moved { default ""; include /path/to/redirects.map; }
# and in the server: if ($edition_moved) { return 301 $edition_moved; }
"""
_PAGE = """\
<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>此页已移往新址</title>
<meta name="description" content="此页已移往新址，旧地址仍然有效。This page has moved.">
<meta name="robots" content="noindex">
<link rel="canonical" href="{canonical}">
{refresh}<link rel="stylesheet" href="{up}assets/edition.css">
<script src="{up}assets/moved.js" defer></script>
</head>
<body>
<main class="moved-page md-typeset">
<h1>此页已移往新址</h1>
<p><a class="moved" href="{target}">前往新址</a></p>
<p lang="en"><a href="{target}">This page has moved.</a></p>
{parts}</main>
</body>
</html>
"""


def former_addresses(moves: Moves, find: Find, address: str, folders: bool) -> Iterator[tuple[str, str]]:
    """Yield the files by which the pages that have moved are still found, and the text of each."""
    yield from moved_pages(moves, find, address, folders)
    yield from server_rules(moves, find, address)


def moved_pages(moves: Moves, find: Find, address: str, folders: bool) -> Iterator[tuple[str, str]]:
    """Yield the path of each page that leads on, and its HTML.

    `address` is that of the site, '' where it has none; without `folders` pages are files such as `papers.html`.
    """
    for page in moves.pages:
        for path in _paths(page, folders):
            yield path, _moved_page(page, path, moves, find, address)


def _paths(page: str, folders: bool) -> list[str]:
    """Return where a page was; as a file it may have been either of two, which its address doesn't tell."""
    return [f"{page}index.html"] if folders else [f"{page}index.html", f"{page.rstrip('/')}.html"]


def _moved_page(page: str, path: str, moves: Moves, find: Find, address: str) -> str:
    """Return the HTML of a page that leads on. Without scripts a page that had parts shows them: only scripts could
    tell which was asked for."""
    target, listed = _link(moves.pages[page], find, path), _listed(moves.parts.get(page, ()), find, path)
    refresh = f'<noscript><meta http-equiv="refresh" content="0; url={target}"></noscript>\n'
    canonical = html.escape(address + _on_site(moves.pages[page], find)) if address else target
    return _PAGE.format(canonical=canonical, target=target, up="../" * path.count("/"),
                        refresh="" if listed else refresh, parts=listed)


def _on_site(where: str, find: Find) -> str:
    page, sharp, fragment = where.partition("#")
    return find(page) + sharp + fragment


def _relative(url: str, path: str) -> str:
    """Return a link from the file at a path to an address of the site."""
    page, sharp, fragment = url.partition("#")
    relative = posixpath.relpath(page or ".", posixpath.dirname(path) or ".")
    return relative + "/" * (page.endswith("/") or not page) + sharp + fragment


def server_rules(moves: Moves, find: Find, address: str) -> Iterator[tuple[str, str]]:
    """Yield the files with rules for servers; none where no page has moved. Browsers keep the fragment by themselves."""
    base = urlsplit(address).path.rstrip("/")
    led = [(f"{base}/{page}", f"{base}/{_on_site(to, find)}") for page, to in moves.pages.items()]
    if led:
        yield RULES, "".join(f"{page.rstrip('/')} {to} 301\n{page}* {_splat(to)} 301\n" for page, to in led)
        yield MAP, _MAP_HEAD + "".join(f"{page} {to};\n" for page, to in led)


def _splat(to: str) -> str:
    """Return the target of a rule for all that lay beside a page too."""
    return to if "#" in to or not to.endswith("/") else f"{to}:splat"


def with_former_ids(page: str, text: str, moves: Moves, find: Find, path: str) -> str:
    """Return a page's HTML with the ids that it once had: where they lead to, or at its end where that is another page."""
    planted, gone = moves.planted.get(page, ()), moves.away.get(page, ())
    if not (planted or gone):  # nearly every page
        return text
    ids = set(re.findall(r'\bid="([^"]*)"', text))
    for former, there in planted:
        if former not in ids:
            text = _planted(text, former, there)
    away = _leading_away([each for each in gone if each[0] not in ids], find, path)
    return text.replace("</article>", f"{away}</article>", 1) if away else text


def _planted(text: str, former: str, there: str) -> str:
    """Return the HTML with an empty anchor inside what bears an id; at the title where that isn't on the page."""
    anchor = f'<span class="former-id" id="{html.escape(former)}"></span>'
    for id in (there, "title"):
        found = re.search(rf'<[a-z][a-z0-9]*\b[^>]*\bid="{re.escape(id)}"[^>]*>', text)
        if id and found:
            return text[:found.end()] + anchor + text[found.end():]
    return text


def _leading_away(parts: Sequence[tuple[str, str]], find: Find, path: str) -> str:
    """Return a list of what was on a page and is now on another, '' where there is none."""
    listed = _listed(parts, find, path)
    return f'<section class="moved-parts">\n<h2>已移往别页</h2>\n{listed}</section>\n' if listed else ""


def _listed(parts: Sequence[tuple[str, str]], find: Find, path: str) -> str:
    """Return former fragments as a list in which each bears its id and leads to where it is now."""
    items = "".join(f'<li id="{html.escape(id)}"><a href="{_link(end, find, path)}">#{html.escape(id)}</a></li>\n'
                    for id, end in parts)
    return f"<ul>\n{items}</ul>\n" if items else ""


def _link(to: str, find: Find, path: str) -> str:
    return html.escape(_relative(_on_site(to, find), path))
