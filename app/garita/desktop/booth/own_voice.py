"""Lets the student hear a turn of their own as it was recorded. Knows where recordings lie, not what was said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from garita.desktop.context import Context

if TYPE_CHECKING:
    from garita.audio.ports import SoundSink
    from garita.desktop.history.player import Player


class OwnVoice(QObject):
    """Signals:
    ended(): the recording has sounded, was stopped, or could not be heard.
    """

    ended = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._player: Player | None = None

    def play(self, conversation: int, turn: int) -> None:
        """Let the recording of this turn sound, if it was kept."""
        context = self._context

        def look_up() -> tuple[Path, Callable[[], SoundSink]]:
            from garita import wiring_voice
            from garita.journal import own_voice

            path = own_voice.file(context.journal().recordings, conversation, turn)
            return path, lambda: wiring_voice.loudspeaker(context.engines.sound(), context.settings.now)

        context.jobs.ask(look_up, lambda found: self._play(turn, *found), self._failed)

    def stop(self) -> None:
        """Be silent; returns when it is."""
        if self._player:
            self._player.stop()

    def _play(self, turn: int, path: Path, speaker: Callable[[], SoundSink]) -> None:
        from garita.desktop.history.player import Player

        self.stop()
        self._player = Player(speaker, self)
        self._player.ended.connect(self._ended)
        self._player.failed.connect(self._context.tell)
        self._player.play(turn, path)

    def _failed(self, error: BaseException) -> None:
        self._context.tell(error)
        self.ended.emit()

    def _ended(self, _: int) -> None:
        self.ended.emit()
