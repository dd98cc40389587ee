"""The built-in officer behind llama-cpp-python's own OpenAI-compatible server, in a process of its own."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from garita import paths
from garita.errors import WriterFailed
from garita.roleplay.prompt import OPENING
from garita.training.data.conversation_line import load
from garita.training.generate import run
from garita.training.generate.exchange import RoundWaits
from garita.training.generate.runners import FolderRunner
from tests.training.generate.openai_server import KEY, MODEL
from tests.training.generate.small import COUNT, MESSAGES, TURNS, go_by_chat, go_by_files


class LlamaServer:
    """The server's process; it can be killed and started again at the same address."""

    def __init__(self, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.url, self._log = f"http://127.0.0.1:{self.port}/v1", log

    def start(self) -> None:
        command = [
            sys.executable, "-m", "llama_cpp.server", "--model", str(paths.models() / "oficial-garita.gguf"),
            "--model_alias", MODEL, "--host", "127.0.0.1", "--port", str(self.port), "--api_key", KEY,
            "--n_ctx", "2048", "--n_threads", "1", "--n_threads_batch", "1",
        ]  # fmt: skip
        with self._log.open("ab") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env={**os.environ, "OMP_NUM_THREADS": "1"})
        deadline = time.monotonic() + 50
        while not self._is_up():
            assert self.process.poll() is None and time.monotonic() < deadline, self._log.read_text()
            time.sleep(0.05)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def ask(self, path: str, body: bytes | None = None) -> bytes:
        headers = {"Authorization": f"Bearer {KEY}", "Content-Type": "application/json"}
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}{path}", body, headers), timeout=30) as answer:
            return bytes(answer.read())

    def _is_up(self) -> bool:
        try:
            return bool(self.ask("/models"))
        except OSError:
            return False


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LlamaServer]:
    one = LlamaServer(tmp_path_factory.mktemp("llama") / "server.log")
    one.start()
    yield one
    one.kill()


def test_two_officers_talk(server: LlamaServer, tmp_path: Path) -> None:
    report = go_by_chat(tmp_path, server.url, at_once=2)
    assert report.finished
    assert report.tokens.prompt > 100 * MESSAGES
    assert report.tokens.completion > MESSAGES
    found = list(load(tmp_path / run.LINES))
    assert len(found) == COUNT
    for line in found:
        roles = [message.role for message in line.messages]
        assert roles == ["system", *["user", "assistant"] * TURNS]
        assert line.messages[1].content.startswith(OPENING)
        assert all(message.content.strip() for message in line.messages)
        assert line.model == MODEL
        assert line.meta["ended"] in ("turns", "farewell")  # in its last turn an officer may say goodbye


def test_a_wrong_key_is_told(server: LlamaServer, tmp_path: Path) -> None:
    with pytest.raises(WriterFailed, match="401"):
        go_by_chat(tmp_path, server.url, key="another")


def test_batch_files_answered_by_it(server: LlamaServer, tmp_path: Path) -> None:
    """A runner of a few lines: what vLLM's does with the same files."""
    while True:
        try:
            assert go_by_files(tmp_path, FolderRunner()).finished
            break
        except RoundWaits as waits:
            answers = []
            for line in waits.requests.read_bytes().splitlines():
                asked = json.loads(line)
                body = json.loads(server.ask("/chat/completions", json.dumps(asked["body"]).encode()))
                response = {"status_code": 200, "request_id": "1", "body": body}
                answers.append({"id": "1", "custom_id": asked["custom_id"], "response": response, "error": None})
            waits.answers.write_text("".join(json.dumps(answer) + "\n" for answer in answers), encoding="utf-8")
    assert len(list(load(tmp_path / run.LINES))) == COUNT


# stands last: it ends the server that the others share
def test_it_dies_in_the_middle_of_a_round_and_comes_back(server: LlamaServer, tmp_path: Path) -> None:
    said: list[int] = []

    def dies(messages: int, _: int) -> None:
        said.append(messages)
        if messages == 4:
            server.kill()

    with pytest.raises(WriterFailed, match=str(server.port)):
        go_by_chat(tmp_path, server.url, on_progress=dies)
    server.start()
    try:
        assert go_by_chat(tmp_path, server.url, on_progress=lambda messages, _: said.append(messages)).finished
    finally:
        server.kill()
    assert said == list(range(1, MESSAGES + 1))  # none was lost, none said again
