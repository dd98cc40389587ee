"""Lets the student hear the officer's voice as the settings are now, in the settings page.

The sentence is made and played on a job's thread; leaving the page or pressing again stops it.
"""

from __future__ import annotations

from contextlib import closing

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from garita import wiring_voice
from garita.desktop.context import Context
from garita.desktop.jobs import Job, Progress
from garita.desktop.widgets import keep_icon, plain
from garita.errors import DeviceFailed
from garita.roleplay import scenario_file
from garita.roleplay.spoken import spoken
from garita.settings import Settings

SENTENCE = "Buenos días. Le doy la bienvenida. ¿Me permite su pasaporte, por favor?"
_LONGEST = 30.0  # seconds to wait for a loudspeaker


class VoiceTest(QWidget):
    """A button that says a sentence."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._job: Job | None = None
        self.button = plain(self.tr("Hear it"), "speaker")
        self.button.clicked.connect(self._pressed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves does not want to go on hearing it."""
        if self._job:
            self._job.cancel()
        super().hideEvent(event)

    def _pressed(self) -> None:
        if self._job and not self._job.is_over:
            self._job.cancel()
            return
        now = self._context.settings.now
        self._job = self._context.jobs.start(
            self.tr("Trying the voice"), lambda progress: self._say(progress, now), lambda _: None
        )
        self._job.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        playing = self._job is not None and not self._job.is_over
        self.button.setText(self.tr("Stop") if playing else self.tr("Hear it"))
        keep_icon(self.button, "stop" if playing else "speaker")

    def _say(self, progress: Progress, now: Settings) -> None:
        scenario = scenario_file.load_all()[0]
        with (
            closing(wiring_voice.officer_voice(scenario, now)) as voice,
            closing(wiring_voice.loudspeaker(self._context.engines.sound(), now)) as sink,
        ):
            progress.on_cancel(sink.stop_now)
            progress.on_cancel(voice.close)  # a slow one stops in the middle of the sentence
            booth = wiring_voice.booth(now)
            for piece in voice.speak(spoken(SENTENCE), speed=now.voice.speed):
                progress.check()
                sink.play(booth.through(piece))
            if not sink.wait_until_silent(_LONGEST):
                raise DeviceFailed(name=now.voice.loudspeaker, reason="it does not come to an end")
