"""A small HTTP server with one file of zeros, sent at the rate of a good line: ``server BYTES BYTES_A_SECOND``.

Prints its port and serves until its standard input is closed.
"""

from __future__ import annotations

import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

_PIECE = bytes(256 * 1024)


def handler(size: int, rate: float) -> type[BaseHTTPRequestHandler]:
    """Answers every GET with ``size`` zeros."""

    class Zeros(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(size))
            self.end_headers()
            began = time.perf_counter()
            for sent in range(0, size, len(_PIECE)):
                time.sleep(max(0.0, began + sent / rate - time.perf_counter()))
                self.wfile.write(_PIECE[: size - sent])

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    return Zeros


if __name__ == "__main__":
    server = HTTPServer(("127.0.0.1", 0), handler(int(sys.argv[1]), float(sys.argv[2])))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
