"""A model hub on this computer: as much of its HTTP as huggingface_hub asks for when a file is fetched."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

COMMIT = "0123456789abcdef0123456789abcdef01234567"
NONSENSE = "nonsense"
"""No token at all, and refused as such."""


class Hub:
    """What it has, and what it was asked for.

    Args:
        files: of its only repository.
        lies: the hash of every file is wrong.
        cuts: so many times the connection ends in the middle of a body.
        deaf: it ignores what part of a file is asked for and sends all of it.
        hides: a file is in the list and yet not found.
        token: without it there is the list and no file (a gated repository).
        elsewhere: the address of another server that has the bytes.
    """

    def __init__(
        self, files: Mapping[str, bytes], *, lies: bool = False, cuts: int = 0, deaf: bool = False, hides: bool = False,
        token: str = "", elsewhere: str = "",
    ) -> None:  # fmt: skip
        self.files, self.lies, self.cuts, self.deaf, self.hides = files, lies, cuts, deaf, hides
        self.token, self.elsewhere, self.commit = token, elsewhere, COMMIT
        self.ranges: list[str] = []
        self.bearers: list[str] = []
        """What every request said about who asks, "" for nothing."""
        self.paths: list[str] = []
        self.address = ""

    def etag(self, content: bytes) -> str:
        return hashlib.sha256(content + b"!" * self.lies).hexdigest()


@contextmanager
def running(hub: Hub) -> Iterator[Hub]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    hub.address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_HEAD(self) -> None:  # the name is http.server's
            self._file(with_body=False)

        def do_GET(self) -> None:
            hub.paths.append(self.path)
            if self.path.startswith("/api/models/"):
                self._repository()
            else:
                self._file(with_body=True)

        def _repository(self) -> None:
            asker = self.headers.get("Authorization", "")
            hub.bearers.append(asker)
            if asker == f"Bearer {NONSENSE}":
                self._head(401, 0, {"X-Error-Message": "Invalid credentials in Authorization header"})
                return
            if not hub.files:
                self._head(404, 0, {"X-Error-Code": "RepoNotFound"})
                return
            commit = self.path.partition("/revision/")[2] or hub.commit
            names = [{"rfilename": name} for name in ("README.md", *hub.files)]
            content = json.dumps({"id": "some/model", "sha": commit, "siblings": names}).encode()
            self._head(200, len(content))
            self.wfile.write(content)

        def _file(self, *, with_body: bool) -> None:
            asker = self.headers.get("Authorization", "")
            hub.bearers.append(asker)
            if hub.token and asker != f"Bearer {hub.token}":
                self._head(403 if asker else 401, 0, {"X-Error-Code": "GatedRepo"})
                return
            if hub.hides:
                self._head(404, 0)
                return
            content = hub.files[self.path.rpartition("/")[2]]
            if hub.elsewhere:
                told = {"X-Linked-ETag": f'"{hub.etag(content)}"', "X-Linked-Size": str(len(content))}
                self._head(302, 0, {**told, "Location": hub.elsewhere + self.path})
                return
            asked = "" if hub.deaf else self.headers.get("Range", "")
            start = int(asked.removeprefix("bytes=").rstrip("-") or 0)
            more = {"ETag": f'"{hub.etag(content)}"', "X-Repo-Commit": COMMIT}
            if start:
                more["Content-Range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
            self._head(206 if start else 200, len(content) - start, more)
            if with_body:
                hub.ranges.append(asked)
                self.wfile.write(self._cut(content[start:]))

        def _cut(self, body: bytes) -> bytes:
            """Half of it, as long as there are cuts left; the connection ends after every answer."""
            if not hub.cuts:
                return body
            hub.cuts -= 1
            return body[: len(body) // 2]

        def _head(self, status: int, length: int, more: Mapping[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in {**(more or {}), "Content-Length": str(length)}.items():
                self.send_header(name, value)
            self.end_headers()

    return Handler
