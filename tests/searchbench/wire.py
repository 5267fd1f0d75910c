"""A server that sends everything gzipped, as a good host does, and remembers how many bytes each file took."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from browsing import Server


@lru_cache(maxsize=None)
def packed(path: Path) -> tuple[bytes, bool]:
    """Return a file's bytes as they are sent, and whether they are gzipped (not where that makes them longer)."""
    raw = path.read_bytes()
    small = gzip.compress(raw, 6, mtime=0)
    return (small, True) if len(small) < len(raw) else (raw, False)


class Wire:
    """A served folder: its address, and what it sent since the last `clear`."""

    def __init__(self, folder: Path, url: str, sent: dict[str, int]) -> None:
        self.folder, self.url, self.sent = folder, url, sent

    def clear(self) -> None:
        self.sent.clear()

    def bytes(self, *parts: str) -> int:
        """Return the bytes of the files with one of these strings in their paths."""
        return sum(size for path, size in self.sent.items() if any(part in path for part in parts))


class _Handler(Server):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits 40 ms between its head and its body

    def __init__(self, *arguments, sent: dict[str, int], **named) -> None:
        self.sent = sent
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, is_packed = packed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.sent[self.path.partition("?")[0]] = len(body)
        self.wfile.write(body)


@contextmanager
def wire(folder: Path) -> Iterator[Wire]:
    """Serve a folder on a free local port."""
    sent: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file():
            packed(path)  # so that packing takes no part in what is timed
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder), sent=sent)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Wire(folder, f"http://127.0.0.1:{server.server_port}/", sent)
        finally:
            server.shutdown()
