"""The Content-Security-Policy: a page loads what lies beside it and runs no script that was not there when it was built.

<https://www.w3.org/TR/CSP3/>. A script that stands in a page is allowed by its hash; styles in a page, handlers in
attributes and every other host are not allowed at all.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

INLINE = re.compile(r"<script\b(?![^>]*\s(?:src|type)=)[^>]*>(.+?)</script>", re.DOTALL)
"""A script that stands in a page and runs; one with a type (JSON) is data."""

OTHER_HEADERS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}


def hashes_of(html: str) -> Iterator[str]:
    """Yield a source expression for each script that stands in a page."""
    for script in INLINE.findall(html):
        yield f"'sha256-{b64encode(sha256(script.encode('utf-8')).digest()).decode('ascii')}'"


def policy(hashes: Iterable[str], *, from_disk: bool = False) -> str:
    """Return the policy for pages with these scripts; `from_disk`: opened as file://, where 'self' need not mean files."""
    here = "'self' file:" if from_disk else "'self'"
    scripts = " ".join((here, *sorted(set(hashes))))
    return (f"default-src 'none'; script-src {scripts}; style-src {here}; img-src {here} data:; connect-src {here}; "
            f"form-action {here}; base-uri 'none'")


def as_meta(policy_text: str) -> str:
    """Return a policy as an element that stands in a page's head, before all that it is to govern."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy_text}">'


def as_headers(policy_text: str) -> dict[str, str]:
    """Return the headers that a host should send; only there can a policy say that no other site may frame a page."""
    return {"Content-Security-Policy": f"{policy_text}; frame-ancestors 'none'", **OTHER_HEADERS}


def headers_file(headers: dict[str, str], path: str) -> str:
    """Return the file `_headers` that Netlify and Cloudflare Pages read, for all that lies below `path` (`/…/`)."""
    return f"{path}*\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())


def nginx_lines(headers: dict[str, str]) -> str:
    """Return the headers as lines for nginx, to be included in a `server` or `location` block."""
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in headers.items())
