"""A host as the documentation asks for one: below a sub-path, with the headers of `_headers`, everything gzipped."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from time import sleep
from urllib.parse import unquote, urlsplit

from browsing import Server, Site

BELOW = "/a/sub-path/"
PAUSE = 0.15
"""Seconds between two pieces of a page."""
GZIPPED = {".html", ".css", ".js", ".json", ".svg", ".ttl", ".xml"}


def headers_of(folder: Path) -> dict[str, str]:
    """Return the headers that a built site asks its host for."""
    lines = (folder / "_headers").read_text("utf-8").splitlines()
    return dict(line.strip().split(": ", 1) for line in lines if line.startswith(" "))


@lru_cache(maxsize=64)
def gzipped(file: Path) -> bytes:
    return gzip.compress(file.read_bytes(), mtime=0)


class Host(Server):
    """Serves a folder below a sub-path; whatever lies elsewhere is not there."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, headers: dict[str, str], below: str, pieces: int, **kwargs: object) -> None:
        self.asked, self.below, self.pieces = headers, below, pieces
        super().__init__(*args, **kwargs)

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = Path(self.directory, path.removeprefix(self.below))
        file = file / "index.html" if path.endswith("/") else file
        found = path.startswith(self.below) and file.is_file()
        self.answer(200 if found else 404, file if found else Path(self.directory, "404.html"))

    def answer(self, status: int, file: Path) -> None:
        small = file.suffix in GZIPPED
        body = gzipped(file) if small else file.read_bytes()
        kind = self.guess_type(file)
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if small else kind)
        self.send_header("Content-Length", str(len(body)))
        if small:
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.asked.items():
            self.send_header(name, value)
        self.end_headers()
        self.send(body, self.pieces if file.suffix == ".html" else 1)

    def send(self, body: bytes, pieces: int) -> None:
        size = -(-len(body) // pieces)
        self.wfile.write(body[:size])
        for at in range(size, len(body), size):
            sleep(PAUSE)
            self.wfile.write(body[at:at + size])


@contextmanager
def host(folder: Path, below: str = BELOW, pieces: int = 1) -> Iterator[Site]:
    """Serve a built site as a strict host does, pages in so many pieces with pauses."""
    handler = partial(Host, directory=str(folder), headers=headers_of(folder), below=below, pieces=pieces)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Site(folder, f"http://127.0.0.1:{server.server_port}{below}")
        finally:
            server.shutdown()
