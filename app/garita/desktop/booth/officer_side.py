"""The officer's side of the page: follows the conversation and tells the picture what to do.

Knows messages and acts, and of the picture only what it can be asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import QObject

from garita.desktop.booth.conversation import Conversation
from garita.desktop.booth.state import Stage
from garita.desktop.officer.face import Mood, State
from garita.messages import Message, OfficerSilent, OfficerSpeaks
from garita.roleplay.act import Act, ActKind, VerdictKind
from garita.roleplay.scenario import Scenario

_STATES: dict[Stage, State] = {
    "idle": "idle",
    "loading": "idle",
    "listening": "listening",
    "hearing": "hearing",
    "understanding": "thinking",
    "thinking": "thinking",
    "speaking": "speaking",
    "your_turn": "listening",
    "ended": "idle",
}
# How an officer feels when he has to do this; otherwise as is their manner.
_MOODS: dict[ActKind, Mood] = {"contradiction": "stern", "demand": "stern", "stay_in_role": "annoyed"}
_VERDICTS: dict[VerdictKind, Mood] = {
    "admit": "pleased", "pay": "neutral", "hold": "stern", "inspect": "stern", "refuse": "annoyed",
}  # fmt: skip
_STAMPED: frozenset[VerdictKind | None] = frozenset({"admit", "pay"})


class Picture(Protocol):
    """An officer that can be seen (``officer.view.OfficerView``)."""

    def show_scenario(self, scenario: Scenario, hour: int) -> None:
        """Who sits there, and where."""

    def set_state(self, state: State) -> None:
        """What happens at the booth."""

    def speak(self, marks: Sequence[tuple[float, str]], seconds: float) -> None:
        """Move the mouth to these phonemes."""

    def stop_speaking(self) -> None:
        """Close the mouth."""

    def look_at_passport(self) -> None:
        """Take it up and read."""

    def stamp(self) -> None:
        """Stamp it."""

    def set_mood(self, mood: Mood) -> None:
        """How the officer is disposed."""


class OfficerSide(QObject):
    """Connects a conversation with a picture."""

    def __init__(self, conversation: Conversation, picture: Picture, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._conversation, self._picture = conversation, picture
        conversation.stage_changed.connect(self._stage)
        conversation.happened.connect(self._message)
        conversation.planned.connect(self._act)

    def show_scenario(self, scenario: Scenario) -> None:
        """Who sits there now, at the hour that it is."""
        self._picture.show_scenario(scenario, datetime.now().hour)

    def _stage(self, stage: Stage) -> None:
        self._picture.set_state(_STATES[stage])

    def _message(self, message: Message) -> None:
        match message:
            case OfficerSpeaks(marks=marks, seconds=seconds):
                self._picture.speak(marks, seconds)
            case OfficerSilent():
                self._picture.stop_speaking()

    def _act(self, act: Act) -> None:
        scenario = self._conversation.scenario
        if scenario is None:
            return
        if act.kind == "verdict":
            self._picture.set_mood(_VERDICTS[act.verdict or "admit"])
            if act.verdict in _STAMPED:
                self._picture.stamp()
            return
        self._picture.set_mood(_MOODS.get(act.kind, scenario.officer.manner))
        if act.kind in ("confirm", "contradiction") or act.known_from == "passport":
            self._picture.look_at_passport()
