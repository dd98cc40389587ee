"""What can be done with an entry of the conversation. Knows the transcript, nothing of menus and buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from garita.desktop.booth.transcript import TranscriptModel

Action = Literal["copy", "copy_all", "again", "slower", "own_voice", "answer_anew", "edit", "take_back", "try_again"]
# In the order of menus and buttons.
ALL: tuple[Action, ...] = (
    "try_again", "again", "slower", "own_voice", "answer_anew", "edit", "take_back", "copy", "copy_all",
)  # fmt: skip
# What stands beside a bubble; the rest is in its menu.
BESIDE: tuple[Action, ...] = ("again", "slower", "own_voice", "answer_anew", "edit", "take_back", "copy")


@dataclass(frozen=True)
class Possible:
    """What the booth can do now.

    Attributes:
        running: there is a conversation.
        sounds: there is a loudspeaker, and a voice.
        kept: the student's own voice is kept.
    """

    running: bool = False
    sounds: bool = False
    kept: bool = False


def actions(transcript: TranscriptModel, row: int, possible: Possible) -> tuple[Action, ...]:
    """What can be done with the entry at ``row`` now."""
    entry = transcript.entries[row]
    found: set[Action] = {"copy", "copy_all"}
    if entry.state in ("writing", "hearing"):
        return tuple(action for action in ALL if action in found)
    if entry.who == "officer" and possible.running and row == transcript.last_row("officer"):
        if possible.sounds:
            found |= {"again", "slower"}
        said = transcript.last_row("student")
        if said is None or row > said:
            found.add("answer_anew")
    if entry.who == "student" and possible.running:
        found |= {"edit", "take_back"}
        if entry.spoken and entry.turn and possible.kept:
            found.add("own_voice")
    if entry.who == "failure" and possible.running:
        found.add("try_again")
    return tuple(action for action in ALL if action in found)


def latest(transcript: TranscriptModel, action: Action, possible: Possible) -> int | None:
    """The last entry with which this can be done."""
    rows = range(len(transcript.entries) - 1, -1, -1)
    return next((row for row in rows if action in actions(transcript, row, possible)), None)
