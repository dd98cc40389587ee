"""Turn taking: when the student begins to speak, pauses, goes on, and has finished.

A pure state machine: it is fed blocks with the detector's probabilities and answers with events; it has no threads and
reads no clock. How long a pause ends a turn is handed in with every block, because it depends on what was said
(``pauses``). Knows nothing of microphones, recognisers or the officer.

Two promises: ``SpeechBegan`` and ``SpeechGrew`` carry the turn's sound without a gap; and the samples of its
``SpeechPiece``s and its ``TurnEnded`` are the same sound, cut, without the silence at its end. No sample is in two
turns.
"""

from __future__ import annotations

from collections import deque
from typing import NamedTuple

from garita.audio.utterance import BLOCK_SECONDS, Utterance
from garita.audio.vad import BELIEVED, SPEECH
from garita.messages import ListeningState
from garita.sound import Block, Samples

_GOES_ON = 0.35  # probability with which speech goes on that has begun
_TO_RESUME = 2  # blocks of speech in a row before the end of a pause is believed
_LEAST = 5  # blocks of speech (0.16 s) in a turn; the shortest "no" fills seven
_LEAST_HELD = 8  # blocks during which the button must be held; less is a slip
_PRE_ROLL = 10  # blocks (0.32 s) kept from before: soft first consonants are not noticed as speech
_LATE_RELEASE = 10  # blocks after the button at most, because it is often released during the last syllable
_GAP = 1.0  # seconds without blocks that break a turn: the device was away


class SpeechBegan(NamedTuple):
    """Speech was noticed. ``samples``: all so far, a little from before included; ``began``: second of the first one.

    ``silence_before``: seconds since the turn before ended, None where there was none, the microphone was off since, or
    the button began it.
    """

    samples: Samples
    began: float
    silence_before: float | None


class SpeechGrew(NamedTuple):
    """The turn's next block, speech or pause."""

    block: Block


class SpeechPaused(NamedTuple):
    """Silence for ``seconds`` now, ``share`` (0 to 1) of the pause that ends the turn."""

    seconds: float
    share: float


class SpeechResumed(NamedTuple):
    """The pause is over, the turn goes on; it lasted ``seconds``."""

    seconds: float


class SpeechPiece(NamedTuple):
    """A long turn's piece number ``number`` (from 0), at most 28 s; ``began``: second of its first sample."""

    samples: Samples
    began: float
    number: int


class SpeechDropped(NamedTuple):
    """What had begun was too short to be speech, or the microphone was turned off: forget it."""


class TurnEnded(NamedTuple):
    """The turn is over. ``samples``: its last piece, number ``piece`` (0: the whole turn; empty after a late cut).

    ``began`` and ``ended`` are the seconds of the turn's first sample and of its last one of speech;
    ``paused_seconds`` of silence passed then, ``speech_seconds`` is how much of the turn was speech.
    """

    samples: Samples
    began: float
    ended: float
    paused_seconds: float
    speech_seconds: float
    piece: int


TurnEvent = SpeechBegan | SpeechGrew | SpeechPaused | SpeechResumed | SpeechPiece | SpeechDropped | TurnEnded


class TurnTaking:
    """One microphone's turns. With ``hands_free`` False only a held button (``press``, ``release``) makes a turn.

    Whoever feeds it resets the detector where this forgets what it heard: at ``unmute``.
    """

    def __init__(self, *, hands_free: bool = True) -> None:
        self._hands_free = hands_free
        self._held = self._muted = False
        self._deaf_until = float("-inf")
        self._last_ended: float | None = None
        self._forget()

    def _forget(self) -> None:
        """Back to quiet, with nothing heard."""
        self._before: deque[Block] = deque(maxlen=_PRE_ROLL + BELIEVED)
        self._turn: Utterance | None = None
        self._speech = False  # whether the block before held speech
        self._in_a_row = 0  # blocks of speech, while a beginning or the end of a pause is not yet believed
        self._pause = 0  # blocks of silence at the end of the turn
        self._held_blocks = 0
        self._releasing = 0  # blocks still to wait for after the button
        self._time: float | None = None

    @property
    def state(self) -> ListeningState:
        """What is shown of it."""
        if self._turn:
            return "stopping" if self._pause else "speaking"
        if self._muted or not (self._hands_free or self._held):
            return "off"
        return "starting" if self._in_a_row else "quiet"

    # --- what may happen ---

    def wants(self, block: Block) -> bool:
        """Whether ``block`` will be listened to. Where not, spare the detector: it must not hear the officer either."""
        return not self._muted and block.time - BLOCK_SECONDS >= self._deaf_until

    def hear(self, block: Block, probability: float, wait: float) -> list[TurnEvent]:
        """Take the next block with its probability of speech; ``wait`` seconds of silence end the turn now."""
        if not self.wants(block):
            return []
        events = self._after_a_gap(block)
        self._time = block.time
        self._speech = probability >= (_GOES_ON if self._speech else SPEECH)
        if self._turn:
            return events + self._within(self._turn, block, wait)
        return events + self._outside(block)

    def press(self) -> None:
        """The button is held: all that is heard belongs to the turn, whatever the detector says."""
        self._held, self._releasing = True, 0

    def release(self) -> None:
        """The button is let go: the turn ends with the syllable."""
        if self._held and self._turn:
            self._releasing = _LATE_RELEASE
        self._held = False

    def mute(self) -> list[TurnEvent]:
        """Hear nothing from now on; a turn that had begun is dropped."""
        events: list[TurnEvent] = [SpeechDropped()] if self._turn else []
        self._muted, self._last_ended = True, None
        self._forget()
        return events

    def unmute(self, since: float) -> None:
        """Listen again, but to nothing taken before the monotonic second ``since``: it may still wait in a queue."""
        if self._muted:
            self._muted, self._deaf_until = False, since

    def finish(self) -> list[TurnEvent]:
        """End a turn that has begun with what there is, as when no more blocks will come."""
        events = [self._ended(self._turn)] if self._turn else []
        self._forget()
        return events

    # --- outside a turn ---

    def _after_a_gap(self, block: Block) -> list[TurnEvent]:
        if self._time is None or block.time - self._time <= _GAP:
            return []
        return self.finish()

    def _outside(self, block: Block) -> list[TurnEvent]:
        self._before.append(block)
        self._in_a_row = self._in_a_row + 1 if self._speech and self._hands_free else 0
        if self._held:
            return [self._begun(1 if self._speech else 0)]
        return [self._begun(BELIEVED)] if self._in_a_row >= BELIEVED else []

    def _begun(self, speech: int) -> SpeechBegan:
        self._turn = turn = Utterance(self._before, speech)
        self._before.clear()
        self._in_a_row = self._pause = self._held_blocks = 0
        started = turn.ended - max(speech, 1) * BLOCK_SECONDS
        silence = None if self._held or self._last_ended is None else started - self._last_ended
        return SpeechBegan(turn.samples, turn.began, silence)

    # --- inside a turn ---

    def _within(self, turn: Utterance, block: Block, wait: float) -> list[TurnEvent]:
        self._in_a_row = self._in_a_row + 1 if self._speech else 0
        button = self._held or self._releasing > 0
        speech = self._in_a_row >= (_TO_RESUME if self._pause and not button else 1)
        turn.add(block, speech=speech)
        events: list[TurnEvent] = [SpeechGrew(block)]
        if piece := turn.piece():
            events.append(SpeechPiece(*piece, number=turn.pieces - 1))
        if button:
            return events + self._with_button(turn)
        return events + (self._with_speech() if speech else self._with_silence(turn, wait))

    def _with_button(self, turn: Utterance) -> list[TurnEvent]:
        """The button decides; pauses do not count."""
        self._pause = 0
        self._held_blocks += 1
        if self._held:
            return []
        self._releasing -= 1
        return [] if self._releasing and self._speech else [self._closed(turn)]

    def _with_speech(self) -> list[TurnEvent]:
        if not self._pause:
            return []
        seconds, self._pause = (self._pause - _TO_RESUME + 1) * BLOCK_SECONDS, 0
        return [SpeechResumed(seconds)]

    def _with_silence(self, turn: Utterance, wait: float) -> list[TurnEvent]:
        """Silence, or a first block of speech in it: that one neither ends the pause nor the turn."""
        self._pause += 1
        seconds = self._pause * BLOCK_SECONDS
        if seconds >= wait and not self._speech:
            return [self._closed(turn)]
        return [SpeechPaused(seconds, min(1.0, seconds / wait) if wait else 1.0)]

    # --- the end ---

    def _closed(self, turn: Utterance) -> TurnEvent:
        """The turn's last event; the silence after it may be the beginning of the next one."""
        event = self._ended(turn)
        time, before = self._time, turn.end().after
        self._forget()
        self._time = time
        self._before.extend(before)
        return event

    def _ended(self, turn: Utterance) -> TurnEvent:
        enough = turn.speech >= _LEAST or self._held_blocks >= _LEAST_HELD
        if not enough and not turn.pieces:
            return SpeechDropped()
        self._last_ended = turn.ended
        paused = (self._time or turn.ended) - turn.ended
        return TurnEnded(turn.end().samples, turn.began, turn.ended, paused, turn.speech * BLOCK_SECONDS, turn.pieces)
