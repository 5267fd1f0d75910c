"""Where a file of the repository is edited, and what happened to it, on the sites that keep repositories.

GitHub, GitLab and Gitee each have addresses of their own. Sources:
https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/creating-an-issue (query parameters),
https://docs.gitlab.com/user/project/issues/create_issues/ (prefilled values). Gitee takes no values for an issue.
"""

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_GITHUB = {
    "edit": "/edit/{branch}/{path}", "history": "/commits/{branch}/{path}", "folder": "/tree/{branch}/{path}",
    "new": "/new/{branch}/{path}?filename={name}&value={text}", "issue": "/issues/new?title={title}&body={text}",
}
_GITLAB = {
    "edit": "/-/edit/{branch}/{path}", "history": "/-/commits/{branch}/{path}", "folder": "/-/tree/{branch}/{path}",
    "new": "/-/new/{branch}/{path}?file_name={name}",
    "issue": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={text}",
}
_GITEE = {
    "edit": "/edit/{branch}/{path}", "history": "/commits/{branch}/{path}", "folder": "/tree/{branch}/{path}",
    "new": "/tree/{branch}/{path}", "issue": "/issues/new",
}
FORGES = {"github": _GITHUB, "gitlab": _GITLAB, "gitee": _GITEE}
"""The addresses of a kind of site, after that of the repository; {…} is filled in, percent-encoded."""

_ADDRESS = re.compile(r"https?://[^\s/?#@]+(?:/[^\s?#]+)+")


@dataclass(frozen=True)
class Repository:
    """A repository on a site: its address without a slash at the end, the kind of site, the branch that is published."""

    url: str
    kind: str
    branch: str = "main"

    def address(self, what: str, **values: str) -> str:
        """Return the address for what is to be done (a name of `FORGES`); values without a mention are left out."""
        given = {name: quote(value) for name, value in values.items()}
        form = self.form(what)
        return re.sub(r"\{(\w+)\}", lambda match: given.get(match[1], ""), form)

    def form(self, what: str) -> str:
        """Return an address with {path}, {name}, {title}, {text} to be filled in."""
        return self.url + FORGES[self.kind][what].replace("{branch}", quote(self.branch))


def repository(url: str, kind: str = "", branch: str = "main") -> Repository | None:
    """Return the repository at an address, None where there is none; `kind` is told by the host's name where not given.

    Raises ValueError with what is wrong and what was expected.
    """
    if not url:
        return None
    if not _ADDRESS.fullmatch(url):
        raise ValueError(f"repository.url {url[:80]!r} is no address of a repository; expected https://host/owner/name")
    host = urlsplit(url).hostname or ""
    found = kind or next((name for name in FORGES if name in host), "")
    if found not in FORGES:
        raise ValueError(f"repository.forge {found!r} for {host} is not known; expected one of {', '.join(FORGES)}")
    return Repository(url.rstrip("/").removesuffix(".git"), found, branch or "main")
