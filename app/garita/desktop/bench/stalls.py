"""How long the main thread is held up while the officer answers, a file comes and the recogniser hears, all at once.

As a program of its own: ``stalls SECONDS BYTES_A_SECOND PICTURE``, where a PICTURE of 1 means that the officer is drawn
and moves, and speaks (into a file), and 0 that replies in writing follow one another.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

import msgspec
from PySide6.QtCore import QEventLoop, QObject, QTimer

from garita import paths, wiring_voice
from garita.desktop.app import Program
from garita.desktop.bench import apart
from garita.desktop.bench.beat import Heartbeat
from garita.desktop.bench.figures import Spread, Stalls, spread
from garita.desktop.bench.program import program, wait
from garita.desktop.booth.conversation import Conversation
from garita.desktop.booth.page import BoothPage
from garita.desktop.jobs import Progress
from garita.desktop.presenter import script
from garita.engines.voices.espeak import synthesize
from garita.errors import Cancelled
from garita.library import transfer
from garita.messages import Message, TurnFinished
from garita.roleplay import scenario_file
from garita.settings import ModelSettings, Settings, VoiceSettings, WindowSettings

_TOLD_EVERY = 64 * 1024  # bytes: as often as a download of the officers page
_THINKS = 1.5
_HEARD = "Vengo de México por turismo y me quedo tres semanas."


class Student(QObject):
    """Answers whenever it is the student's turn, and comes again when the officer has decided.

    ``thinks``: seconds before the answer, in which an officer who has a voice goes on speaking.
    """

    def __init__(self, page: BoothPage, thinks: float) -> None:
        super().__init__()
        self.replies = 0
        self._thinking = QTimer(self, singleShot=True, interval=round(1000 * thinks))
        self._thinking.timeout.connect(self._answer)
        self._page, self._rehearsed = page, script.load()
        self._scenario = scenario_file.find(self._rehearsed.scenario)
        talk = self._talk
        talk.stage_changed.connect(self._stage)
        talk.happened.connect(self._happened)

    @property
    def _talk(self) -> Conversation:
        return self._page.conversation

    def come(self) -> None:
        """To the booth."""
        self._page.begin(self._scenario, self._rehearsed.seed)

    def _stage(self, stage: str) -> None:
        if stage == "your_turn":
            self._thinking.start()
        elif stage == "ended":
            QTimer.singleShot(0, self.come)

    def _answer(self) -> None:
        if self._talk.stage == "your_turn" and (talk := self._talk.talk):
            line = script.answer(self._rehearsed, talk.conversation.session.last_plan)
            self._talk.say(line.es if line else "No lo sé.")

    def _happened(self, message: Message) -> None:
        self.replies += isinstance(message, TurnFinished)


class Ear:
    """Hears the same again and again, on a thread of its own, in a process of its own."""

    def __init__(self) -> None:
        self.heard = 0
        self._over = threading.Event()
        self._recogniser = wiring_voice.start_recogniser(wiring_voice.test_ear(), wiring_voice.ear_cores())
        self._thread = threading.Thread(target=self._hear, name="bench ear")
        self._recogniser.load()
        self._thread.start()

    def close(self) -> None:
        """No more."""
        self._over.set()
        self._thread.join()
        self._recogniser.close()

    def _hear(self) -> None:
        samples = synthesize(_HEARD)
        while not self._over.is_set():
            self._recogniser.transcribe(samples)
            self.heard += 1


class Download:
    """A listed job that fetches a file until it is stopped."""

    def __init__(self, program: Program, url: str, size: int) -> None:
        self.done = 0
        self._url, self._size = url, size
        self._job = program.jobs.start("Download", self._work, lambda _: None)

    def _work(self, progress: Progress) -> None:
        last = -_TOLD_EVERY

        def count(done: int) -> None:
            nonlocal last
            progress.check()
            self.done = done
            if done - last >= _TOLD_EVERY:
                last = done
                progress.report(done / self._size, f"{done / 1e6:.1f} MB")

        with suppress(Cancelled):
            transfer.receive(self._url, paths.home() / "download.part", self._size, count)

    def stop(self) -> None:
        """What has come is enough."""
        self._job.cancel()


@contextmanager
def _server(size: int, rate: float) -> Iterator[str]:
    command = apart.command("server", size, rate)
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdin
    assert child.stdout
    try:
        yield f"http://127.0.0.1:{child.stdout.readline().strip()}/model.gguf"
    finally:
        child.stdin.close()
        child.kill()
        child.wait()
        child.stdout.close()


def measure(seconds: float, rate: float, *, picture: bool) -> Stalls:
    """All of it for so many seconds, from the officer's first words on."""
    now = Settings(
        model=ModelSettings(threads=1),  # the other cores are for what is measured
        window=WindowSettings(theme="light", officer=picture, welcomed=True),
        voice=VoiceSettings(listens=False, aloud=picture),
    )
    size = round(rate * (seconds + 30))
    with program(now) as running, closing(Ear()) as ear, _server(size, rate) as url:
        page = running.window.page("booth")
        assert isinstance(page, BoothPage)
        student = Student(page, _THINKS if picture else 0.0)
        student.come()
        wait(lambda: student.replies)
        download = Download(running, url, size)
        wait(lambda: download.done)
        replies, heard, done = student.replies, ear.heard, download.done
        heart = Heartbeat(running)
        machine = _beat(heart, seconds)
        download.stop()
        return Stalls(
            late=spread(heart.late), late_by_us=spread(heart.late_by_us), busy=spread(heart.busy), machine=machine,
            turns=student.replies - replies, heard=ear.heard - heard, megabytes=(download.done - done) / 1e6,
        )  # fmt: skip


def _beat(heart: Heartbeat, seconds: float) -> Spread:
    """Both hearts at once; the other one's figures."""
    child = subprocess.Popen(apart.command("beat", seconds), stdout=subprocess.PIPE)
    loop = QEventLoop()
    heart.begin()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
    heart.end()
    return msgspec.json.decode(child.communicate()[0], type=Spread)


if __name__ == "__main__":
    found = measure(float(sys.argv[1]), float(sys.argv[2]), picture=sys.argv[3] == "1")
    sys.stdout.write(msgspec.json.encode(found).decode())
