"""What happens at the booth now: who speaks, who listens, who thinks. One value, made from messages and commands.

A pure state machine; knows no Qt, no thread and no clock.
"""

from __future__ import annotations

from typing import Literal

from garita.messages import (
    Listening,
    Message,
    Notice,
    OfficerSilent,
    OfficerSpeaks,
    SentenceFinal,
    StudentSaid,
    TentativeText,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)

Stage = Literal[
    "idle",           # no conversation
    "loading",
    "listening",      # the microphone is open and nobody speaks
    "hearing",        # the student speaks
    "understanding",  # the student has spoken
    "thinking",       # the officer is about to answer
    "speaking",
    "your_turn",      # the student types, or holds the button
    "ended",
]  # fmt: skip
_LOST = frozenset({"nothing_heard", "recognition_failed"})
_GIVEN_UP = 30  # messages about silence (ten a second) after which what was heard is taken for no turn


class BoothState:
    """Follows one conversation after another.

    Attributes:
        stage: what is shown.
        level: of the microphone, in dB below full scale; None where nothing is heard.
        pause: how much of the pause has passed that ends the student's turn, 0 to 1.
    """

    def __init__(self) -> None:
        self.idle()

    # --- conversations ----------------------------------------------------------------------------------------------

    def idle(self) -> None:
        """No conversation."""
        self._hears = self._sounds = self._hands_free = self._muted = False
        self._writing = self._awaiting = self._held = self._released = self._over = False
        self._silences = 0
        self.level: float | None = None
        self.pause = 0.0
        self.stage: Stage = "idle"

    def loading(self) -> None:
        """One is about to begin."""
        self.idle()
        self.stage = "loading"

    def begun(self, *, hears: bool, sounds: bool, hands_free: bool) -> None:
        """It has begun: is there a microphone, is there a loudspeaker, does the microphone listen by itself?"""
        self.idle()
        self._hears, self._sounds, self._hands_free = hears, sounds, hands_free
        self._rest()

    def over(self) -> None:
        """The officer has said good-bye; shown when that has been heard."""
        self._over = True
        if self.stage in ("your_turn", "listening"):
            self._rest()

    # --- what the student does --------------------------------------------------------------------------------------

    def asked(self) -> None:
        """The student typed, or asked for another answer: the officer is about to begin."""
        self._awaiting, self._over = True, False
        self.stage = "thinking"

    def pressed(self) -> None:
        """The student holds the button."""
        self._held, self._released, self._over = True, False, False
        self.stage = "hearing"

    def released(self, *, slip: bool) -> None:
        """The student has let the button go; ``slip``: so soon that nothing was said."""
        self._held, self._released = False, True
        self.stage = "understanding"
        if slip:
            self._rest()

    def muted(self, muted: bool) -> None:
        """The student turned the microphone off, or on again."""
        self._muted = muted
        if self.stage in ("your_turn", "listening", "hearing", "understanding"):
            self._rest()

    def repeating(self) -> None:
        """What the officer said sounds once more."""
        self.stage = "speaking"

    # --- what happens -----------------------------------------------------------------------------------------------

    def take(self, message: Message) -> bool:
        """Follow a message; whether the stage is another."""
        before = self.stage
        if before not in ("idle", "loading"):
            self._follow(message)
        return self.stage != before

    def _follow(self, message: Message) -> None:
        match message:
            case Listening():
                self._listening(message)
            case StudentSaid() if not self._writing and self.stage == "understanding":
                self.stage = "thinking"
            case TurnStarted():
                self._writing, self._awaiting = True, False
                self.stage = "thinking"
            case OfficerSpeaks() if self._sounds:
                self.stage = "speaking"
            case TentativeText() | SentenceFinal() if not self._sounds and self._writing:
                self.stage = "speaking"
            case TurnFinished():
                self._writing = False
                if message.finish_reason == "cancelled" or not (self._sounds or self._hears):
                    self._rest()
            case OfficerSilent() if self._sounds or self._hears:
                self._silent()
            case TurnFailed():
                self._writing = self._awaiting = False
                self._rest()
            case Notice(key=key) if key in _LOST:
                self._rest()

    def _silent(self) -> None:
        if self._writing:
            self.stage = "thinking"
        elif self.stage != "hearing":
            self._rest()

    def _listening(self, message: Listening) -> None:
        self.level, self.pause = message.level, message.pause
        if self._writing or self._awaiting or self._held:
            return
        if message.state in ("speaking", "stopping"):
            if self._released:
                return  # the last syllable, after the button
            self.stage, self._silences, self._over = "hearing", 0, False
            return
        self._released = False
        if self.stage == "hearing":
            self.stage = "understanding"
        elif self.stage == "understanding":
            self._silences += 1
            if message.state == "quiet" and self._silences > _GIVEN_UP:
                self._rest()

    def _rest(self) -> None:
        """Nobody does anything: it is the student's turn."""
        self._silences = 0
        if self._awaiting:
            self.stage = "thinking"
        elif self._over:
            self.stage = "ended"
        else:
            self.stage = "listening" if self._hears and self._hands_free and not self._muted else "your_turn"
