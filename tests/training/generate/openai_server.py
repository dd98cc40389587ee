"""An OpenAI-compatible server on this computer: chat completions and batches, well-behaved or not, as it is told."""

from __future__ import annotations

import email
import json
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple

KEY, MODEL = "a key", "small"
_OFFICER = ("¿De dónde viene usted?", "Muy bien. ¿Qué lleva en la maleta?", "¿Cuántos días se queda?", "¿Y el motivo?")
_TRAVELLER = ("Vengo de Lima.", "Llevo ropa y un regalo.", "Dos semanas.", "Turismo, señor.", "No entiendo.")


class Files(NamedTuple):
    """What a batch's output, error file and, as soon as the next batch is created, output again are made of."""

    output: Sequence[bytes]
    errors: Sequence[bytes] = ()
    late: Sequence[bytes] = ()


Spoil = Callable[[int, list[bytes]], Files]  # (number of the batch, its right output lines)


class Server:
    """What it does wrong, and what it was asked.

    Args:
        spoil: makes a batch's files of its right output lines.
        polls: so many looks at a batch find it under way.
        status: what each batch ends as, by number.
        hook: called with every request's method and path before it is answered; True ends the connection instead,
            after the server has done what was asked.
        refuses: texts in whose presence a prompt is answered with 400.
    """

    def __init__(
        self, *, spoil: Spoil = lambda _, lines: Files(lines), polls: int = 0, status: dict[int, str] | None = None,
        hook: Callable[[str, str], bool] = lambda *_: False, refuses: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        self.spoil, self.polls, self.status, self.hook, self.refuses = spoil, polls, status or {}, hook, refuses
        self.chats = Counter[str]()  # bodies of chat requests that were answered or begun
        self.lines = Counter[str]()  # custom_ids of batches that were created
        self.files: dict[str, bytes] = {}
        self.batches: list[dict[str, Any]] = []
        self.looked: Counter[str] = Counter()
        self.url = ""

    def says(self, body: dict[str, Any]) -> dict[str, Any]:
        """The completion of a request: the same for the same request."""
        drawn = sha256(json.dumps(body, sort_keys=True).encode()).digest()
        texts = _OFFICER if body["messages"][0]["content"].startswith("Eres ") and _is_officer(body) else _TRAVELLER
        choice = {"index": 0, "finish_reason": "stop",
                  "message": {"role": "assistant", "content": texts[drawn[0] % len(texts)]}}  # fmt: skip
        usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        return {"id": "1", "object": "chat.completion", "created": 0, "model": MODEL, "choices": [choice],
                "usage": usage}  # fmt: skip

    def create(self, asked: dict[str, Any]) -> dict[str, Any]:
        """A batch; its work is done at once."""
        number = len(self.batches)
        requests = [json.loads(line) for line in self.files[asked["input_file_id"]].splitlines()]
        self.lines.update(one["custom_id"] for one in requests)
        right = [_line(one["custom_id"], {"status_code": 200, "body": self.says(one["body"])}) for one in requests]
        files = self.spoil(number, right)
        for earlier in self.batches:
            self.files[earlier["output_file_id"]] += b"".join(earlier["late"])
        name = f"batch-{number}"
        self.files[f"{name}-out"], self.files[f"{name}-err"] = b"".join(files.output), b"".join(files.errors)
        self.batches.append({
            "id": name, "object": "batch", "completion_window": "24h", "created_at": number,
            "endpoint": "/v1/chat/completions", "input_file_id": asked["input_file_id"], "status": "validating",
            "output_file_id": f"{name}-out", "error_file_id": f"{name}-err", "late": files.late,
        })  # fmt: skip
        return self.shown(number)

    def shown(self, number: int) -> dict[str, Any]:
        """A batch as the server tells it; each look is counted."""
        batch = {key: value for key, value in self.batches[number].items() if key != "late"}
        self.looked[batch["id"]] += 1
        if self.looked[batch["id"]] <= self.polls + 1:
            return {**batch, "status": "in_progress", "output_file_id": None, "error_file_id": None}
        return {**batch, "status": self.status.get(number, "completed")}


def failed_line(line: bytes, status: int = 500) -> bytes:
    """The line of a request that failed instead."""
    error = {"error": {"message": "overloaded", "code": "x"}}
    return _line(json.loads(line)["custom_id"], {"status_code": status, "body": error})


def empty_line(line: bytes) -> bytes:
    """The line of a request whose model said nothing."""
    right = json.loads(line)
    right["response"]["body"]["choices"][0]["message"]["content"] = ""
    return _line(right["custom_id"], right["response"])


def _line(key: str, response: dict[str, Any]) -> bytes:
    return json.dumps({"id": "r", "custom_id": key, "response": response, "error": None}).encode() + b"\n"


def _is_officer(body: dict[str, Any]) -> bool:
    return "agente de aduana" in body["messages"][0]["content"].split("\n")[0]


@contextmanager
def running(server: Server) -> Iterator[Server]:
    http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(server))
    http.daemon_threads = False
    thread = threading.Thread(target=http.serve_forever, args=(0.01,))
    thread.start()
    server.url = f"http://127.0.0.1:{http.server_address[1]}/v1"
    try:
        yield server
    finally:
        http.shutdown()
        thread.join()
        http.server_close()


def _handler(server: Server) -> type[BaseHTTPRequestHandler]:
    lock = threading.Lock()

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:  # the name is http.server's
            self._answer("GET", b"")

        def do_POST(self) -> None:
            self._answer("POST", self.rfile.read(int(self.headers["Content-Length"])))

        def _answer(self, method: str, body: bytes) -> None:
            with lock:
                path = self.path.removeprefix("/v1").split("?")[0]
                status, content = self._done(method, path, body)
                if server.hook(method, path):
                    self.close_connection = True
                    return
            try:
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)
            except OSError:  # who asked was killed
                self.close_connection = True

        def _done(self, method: str, path: str, body: bytes) -> tuple[int, bytes]:
            if self.headers["Authorization"] != f"Bearer {KEY}":
                return _error(401, "wrong key")
            if path.startswith("/files/"):
                found = server.files.get(path.split("/")[2])
                return (200, found) if found is not None else _error(404, "no such file")
            if method == "GET":
                numbers = range(len(server.batches)) if path == "/batches" else [int(path.rpartition("-")[2])]
                shown = [server.shown(number) for number in numbers]
                if path == "/batches":
                    return _json({"object": "list", "data": shown, "has_more": False})
                return _json(shown[0])
            if path == "/files":
                name = f"file-{len(server.files)}"
                server.files[name] = _uploaded(self.headers["Content-Type"], body)
                return _json({"id": name, "object": "file", "bytes": 1, "created_at": 0, "filename": "a.jsonl",
                              "purpose": "batch", "status": "processed"})  # fmt: skip
            asked = json.loads(body)
            if path == "/batches":
                return _json(server.create(asked))
            if asked["model"] != MODEL:
                return _error(404, f"no model {asked['model']}")
            if any(text in body.decode() for text in server.refuses):
                return _error(400, "not this prompt")
            server.chats[body.decode()] += 1
            return _json(server.says(asked))

    return Handler


def _json(value: dict[str, Any]) -> tuple[int, bytes]:
    return 200, json.dumps(value).encode()


def _error(status: int, message: str) -> tuple[int, bytes]:
    return status, json.dumps({"error": {"message": message, "type": "x", "code": None, "param": None}}).encode()


def _uploaded(kind: str, body: bytes) -> bytes:
    """The file in a multipart form."""
    form = email.message_from_bytes(b"Content-Type: " + kind.encode() + b"\r\n\r\n" + body)
    parts = form.get_payload()
    assert isinstance(parts, list)
    content = next(part for part in parts if part.get_filename()).get_payload(decode=True)  # type: ignore[union-attr]
    assert isinstance(content, bytes)
    return content
