"""Every message is translated once and never again, also after a stop; servers and engines are asked alike."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from garita.errors import OutputNotWritable, WriterFailed
from garita.messages import ChatMessage
from garita.training.data.conversation_line import ConversationLine
from garita.training.data.translate import Cache, NotTranslated, Translator
from garita.training.data.writers import EngineWriter, ServerWriter
from tests.fakes import FakeModel
from tests.training.data.talk import say, talk

ENGLISH = {"Hello": "Hola", "Good day": "Buenos días", "Rule": "Regla"}


class Dictionary:
    """A Writer that looks words up, and fails at what it does not know."""

    name = "dictionary"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def write(self, messages: list[ChatMessage]) -> str:
        self.asked.append(messages[-1].content)
        if messages[-1].content not in ENGLISH:
            raise WriterFailed(name=self.name, reason="unknown")
        return ENGLISH[messages[-1].content] + "\n"


def test_a_conversation_is_translated_and_says_so(tmp_path: Path) -> None:
    line = ConversationLine(messages=say("sRule", "uHello", "aGood day"), id="x", meta={"a": 1})
    with closing(Cache(tmp_path / "cache" / "es.sqlite")) as cache:
        made = Translator(Dictionary(), cache, "es").translated(line, "en")
    assert made.messages == say("sRegla", "uHola", "aBuenos días")
    assert made.id == "x"
    assert made.meta == {"a": 1, "translated_from": "en", "translated_by": "dictionary"}


def test_a_run_that_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    writer, counted = Dictionary(), []
    with closing(Cache(tmp_path / "es.sqlite")) as cache, pytest.raises(WriterFailed):
        Translator(writer, cache, "es").translated(talk("uHello", "aHello", "uStop"), "en")
    assert writer.asked == ["Hello", "Stop"]
    with closing(Cache(tmp_path / "es.sqlite")) as cache:
        again = Translator(writer, cache, "es", lambda: counted.append(1))
        assert again.translated(talk("uHello", "aGood day"), "en").messages == say("uHola", "aBuenos días")
        Translator(writer, cache, "pt").translated(talk("uHello"), "en")
    assert writer.asked == ["Hello", "Stop", "Good day", "Hello"]
    assert len(counted) == 2


def test_a_cache_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "es.sqlite"
    path.write_bytes(b"This is a text of mine, and no database at all." * 20)
    with pytest.raises(OutputNotWritable, match="database"):
        Cache(path)
    assert path.read_bytes().startswith(b"This is a text of mine")
    with pytest.raises(OutputNotWritable):
        Cache(path / "below" / "es.sqlite")


def test_the_engine_translates() -> None:
    model = FakeModel(["Hola otra vez", ""])
    writer = EngineWriter(model, "small.gguf")
    assert writer.write(list(say("sTask", "uHello again"))) == "Hola otra vez"
    assert model.calls[0][1].temperature == 0
    with pytest.raises(NotTranslated, match="empty"):
        writer.write(list(say("uHello")))


class Replies(BaseHTTPRequestHandler):
    """Says what it was asked backwards; "cut" ends too early, "nothing" is empty."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        text = asked["messages"][-1]["content"]
        choice = {
            "index": 0, "finish_reason": "length" if text == "cut" else "stop",
            "message": {"role": "assistant", "content": "" if text == "nothing" else text[::-1]},
        }  # fmt: skip
        body = json.dumps({"id": "1", "object": "chat.completion", "created": 0, "model": asked["model"],
                           "choices": [choice]}).encode()  # fmt: skip
        self.send_response(400 if asked["model"] == "unknown" else 200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def server() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Replies) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        try:
            yield f"http://127.0.0.1:{running.server_port}/v1"
        finally:
            running.shutdown()
            thread.join()


def test_a_server_translates() -> None:
    with server() as url, closing(ServerWriter(url, "small")) as writer:
        assert writer.write(list(say("sTask", "uhello"))) == "olleh"
        for text, problem in (("cut", "length"), ("nothing", "empty")):
            with pytest.raises(NotTranslated, match=problem):
                writer.write(list(say("u" + text)))
    with server() as url, closing(ServerWriter(url, "unknown")) as writer, pytest.raises(WriterFailed, match="400"):
        writer.write(list(say("uhello")))


def test_a_server_that_is_not_there_is_told() -> None:
    with server() as url:
        pass
    with closing(ServerWriter(url, "small", retries=0)) as writer, pytest.raises(WriterFailed, match="127"):
        writer.write(list(say("uhello")))
