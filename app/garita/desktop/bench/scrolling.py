"""A long conversation in the booth's column of bubbles: until it is seen, a step of scrolling, a jump to anywhere.

As a program of its own: ``scrolling TURNS STEPS``.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import msgspec
from PySide6.QtWidgets import QApplication

from garita.desktop.app import application
from garita.desktop.bench.figures import Scrolling, spread
from garita.desktop.booth.chat import Chat
from garita.desktop.booth.transcript import TranscriptModel
from garita.desktop.theme import Theme
from garita.journal.journal import Turn

_SIZE = (640, 720)
_STEP = 72  # pixels: three notches of a wheel
_OFFICER = (
    "Buenos días. Su pasaporte, por favor.",
    "Entonces viene de Londres y va a estar aquí dos semanas. ¿Viene por turismo, por trabajo o por la familia?",
    "Muy bien. ¿Trae alimentos, bebidas o más de diez mil euros en efectivo? Piénselo bien, porque tengo que anotarlo.",
)
_STUDENT = ("Aquí tiene.", "Vengo de vacaciones, a visitar a unos amigos que viven cerca de la estación.", "No, nada.")


def turns(count: int) -> list[Turn]:
    """A conversation as the journal gives it."""
    began = datetime(2026, 5, 4, 12, tzinfo=UTC)
    said = [line for pair in zip(_OFFICER, _STUDENT, strict=True) for line in pair]
    return [
        Turn(
            number, "student" if number % 2 else "officer", said[number % len(said)],
            (began + timedelta(seconds=9 * number)).isoformat(), complete=True, number=number,
        )
        for number in range(count)
    ]  # fmt: skip


def measure(count: int, steps: int) -> Scrolling:
    """All three."""
    app = application()
    theme = Theme("light", reduced_motion=True)
    theme.apply(app)
    transcript = TranscriptModel("es")
    chat = Chat(theme, transcript)
    chat.resize(*_SIZE)
    chat.show()
    QApplication.processEvents()
    said = turns(count)
    opened, _ = _taken(chat, lambda: transcript.load(said))
    bar, dice = chat.view.verticalScrollBar(), random.Random(1)
    up = [_taken(chat, lambda: bar.setValue(bar.value() - _STEP)) for _ in range(steps)]
    jumps = [_taken(chat, lambda: bar.setValue(dice.randrange(bar.maximum() + 1))) for _ in range(steps)]
    chat.close()
    return Scrolling(
        turns=count, open_ms=1000 * opened, step=spread([wall for wall, _ in up]),
        step_cpu=spread([cpu for _, cpu in up]), jump=spread([wall for wall, _ in jumps]),
    )  # fmt: skip


def _taken(chat: Chat, change: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock and of the processor until the change is painted."""
    began, own = time.perf_counter(), time.thread_time()
    change()
    chat.view.viewport().repaint()
    QApplication.processEvents()
    return time.perf_counter() - began, time.thread_time() - own


if __name__ == "__main__":
    sys.stdout.write(msgspec.json.encode(measure(int(sys.argv[1]), int(sys.argv[2]))).decode())
