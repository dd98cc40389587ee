"""A run that is killed (SIGKILL) wherever it hurts goes on to the same conversations, and nothing is paid twice."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.training.generate.openai_server import Server, running
from tests.training.generate.small import MESSAGES, go_by_server, lines

ROOT = Path(__file__).parents[3]
CHILD = "import sys; from tests.training.generate import small; small.{how}(sys.argv[1], sys.argv[2])"


DIES = "import sys; from tests.training.generate import small; small.go_and_die(*sys.argv[1:])"


class Killer:
    """Ends the child when the server is asked something for a certain time, before the answer goes out."""

    def __init__(self, when: list[tuple[str, int]]) -> None:
        self.when, self.seen, self.child = when, dict[str, int](), None
        self.kills = 0

    def __call__(self, method: str, path: str) -> bool:
        asked = f"{method} {path}"
        self.seen[asked] = self.seen.get(asked, 0) + 1
        if self.when and self.when[0] == (asked, self.seen[asked]):
            del self.when[0]
            self.kills += 1
            assert self.child is not None
            self.child.kill()
            return True
        return False

    child: subprocess.Popen[bytes] | None


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("unbroken")
    with running(Server()) as server:
        assert go_by_server(folder, server.url).finished
    return lines(folder)


def until_done(how: str, folder: Path, server: Server, killer: Killer) -> None:
    """Start the child again until it ends by itself."""
    command = [sys.executable, "-c", CHILD.format(how=how), str(folder), server.url]
    for _ in range(20):
        killer.child = subprocess.Popen(command, cwd=ROOT)
        if killer.child.wait(60) == 0:
            return
    raise AssertionError("it never ends")


def test_batches_survive_their_server_s_answers(unbroken: bytes, tmp_path: Path) -> None:
    """Killed while it submits (the batch exists, its name was never heard), polls and fetches: four processes."""
    killer = Killer([("POST /batches", 1), ("GET /batches/batch-1", 1), ("GET /files/batch-2-out/content", 1)])
    with running(Server(hook=killer)) as server:
        until_done("go_by_server", tmp_path, server, killer)
    assert killer.kills == 3
    assert lines(tmp_path) == unbroken
    assert server.lines.total() == MESSAGES
    assert set(server.lines.values()) == {1}


def test_batches_survive_between_two_lines(unbroken: bytes, tmp_path: Path) -> None:
    """Killed when some lines of a round's answers are kept and others are not."""
    with running(Server()) as server:
        for message in (2, 7):
            child = subprocess.run([sys.executable, "-c", DIES, str(tmp_path), server.url, str(message)], cwd=ROOT)
            assert child.returncode == -signal.SIGKILL
        assert go_by_server(tmp_path, server.url).finished
    assert lines(tmp_path) == unbroken
    assert set(server.lines.values()) == {1}


def test_single_messages_survive(unbroken: bytes, tmp_path: Path) -> None:
    """Only the message that was under way is asked for again."""
    chat = "POST /chat/completions"
    killer = Killer([(chat, 1), (chat, 9)])
    with running(Server(hook=killer)) as server:
        until_done("go_by_chat", tmp_path, server, killer)
    assert killer.kills == 2
    assert lines(tmp_path) == unbroken
    assert server.chats.total() == MESSAGES + 2
    assert max(server.chats.values()) == 2
