"""The last step over a built site: each page gets its policy, and the host's headers are written beside the pages."""

from pathlib import Path
from urllib.parse import urlsplit

from edition.files import write_text
from edition.site.policy import as_headers, as_meta, hashes_of, headers_file, nginx_lines, policy

CHARSET = '<meta charset="utf-8">'

def sealed(html: str, from_disk: bool) -> str:
    """Return a page with its policy before everything that it loads."""
    return html.replace(CHARSET, CHARSET + as_meta(policy(hashes_of(html), from_disk=from_disk)), 1)


def seal(site: Path, address: str, from_disk: bool) -> None:
    """Seal every page of a built site; write `_headers` and `headers/nginx.conf` for a site at `address`."""
    hashes: set[str] = set()
    for file in sorted(site.rglob("*.html")):
        html = file.read_text("utf-8")
        hashes.update(hashes_of(html))
        write_text(file, sealed(html, from_disk))
    if from_disk:
        return
    headers = as_headers(policy(hashes))
    write_text(site / "_headers", headers_file(headers, urlsplit(address).path or "/"))
    write_text(site / "headers/nginx.conf", nginx_lines(headers))
