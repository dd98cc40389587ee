"""The officer's side of the page: follows the conversation and tells the picture what to do.

Knows messages and acts, and of the picture only what it can be asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from garita.desktop.booth.conversation import Conversation
from garita.messages import Message, OfficerSilent, OfficerSpeaks
from garita.roleplay.act import Act
from garita.roleplay.scenario import Scenario

_STERN = frozenset({"contradiction", "demand", "stay_in_role"})
_STAMPED = frozenset({"admit", "pay"})


class Picture(Protocol):
    """An officer that can be seen (``officer.view.OfficerView``)."""

    def show_scenario(self, scenario: Scenario, hour: int) -> None:
        """Who sits there, and where."""

    def set_state(self, state: str) -> None:
        """What happens at the booth."""

    def speak(self, marks: Sequence[tuple[float, str]], seconds: float) -> None:
        """Move the mouth to these phonemes."""

    def stop_speaking(self) -> None:
        """Close the mouth."""

    def look_at_passport(self) -> None:
        """Take it up and read."""

    def stamp(self) -> None:
        """Stamp it."""

    def set_mood(self, mood: str) -> None:
        """How the officer is disposed."""


class OfficerSide(QObject):
    """Connects a conversation with a picture."""

    def __init__(self, conversation: Conversation, picture: Picture, parent: QObject) -> None:
        super().__init__(parent)
        self._conversation, self._picture = conversation, picture
        conversation.stage_changed.connect(self._stage)
        conversation.happened.connect(self._message)
        conversation.planned.connect(self._act)

    def show_scenario(self, scenario: Scenario) -> None:
        """Who sits there now, at the hour that it is."""
        self._picture.show_scenario(scenario, datetime.now().hour)
        self._picture.set_mood(scenario.officer.manner)

    def _stage(self, stage: str) -> None:
        self._picture.set_state(stage)
        if stage not in ("speaking", "thinking"):
            self._picture.stop_speaking()

    def _message(self, message: Message) -> None:
        match message:
            case OfficerSpeaks(marks=marks, seconds=seconds):
                self._picture.speak(marks, seconds)
            case OfficerSilent():
                self._picture.stop_speaking()

    def _act(self, act: Act) -> None:
        scenario = self._conversation.scenario
        if act.kind == "verdict" and act.verdict in _STAMPED:
            self._picture.stamp()
        elif act.topic == "passport" or act.known_from == "passport":
            self._picture.look_at_passport()
        if scenario:
            self._picture.set_mood("stern" if act.kind in _STERN else scenario.officer.manner)
