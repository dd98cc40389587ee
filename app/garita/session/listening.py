"""The student's side of the sound: microphone, voice activity, turns; and what is heard goes to the recogniser.

One thread ("listen") takes blocks and never waits for anything else. Commands come from any thread and are obeyed
between two blocks. Knows source, detector and echo canceller, nothing of models and of what is said.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable
from typing import Protocol

import numpy as np

from garita.audio.pauses import PauseLearner
from garita.audio.ports import DeviceBack, DeviceLost, Heard, OnlyZeros, SoundSource
from garita.audio.turns import (
    SpeechBegan,
    SpeechDropped,
    SpeechGrew,
    SpeechPaused,
    SpeechPiece,
    SpeechResumed,
    TurnEnded,
    TurnEvent,
    TurnTaking,
)
from garita.messages import Listening, Notice
from garita.session.recognition import Recognition
from garita.sound import RATE, Block, Samples, decibels

_SHOWN_EVERY = 0.1  # seconds between two messages about the level
_STEP = int(0.4 * RATE)  # so much new speech is worth another run of the recogniser
_SETTLED = 0.2  # seconds into a pause at which what was said is recognised, in the hope that it was all
_NO_BLOCKS = 0.2  # seconds to wait for a block before commands are looked at again


class Detector(Protocol):
    """Says how probable speech is in a block (``audio.vad.VoiceDetector``)."""

    def probability(self, block: Block) -> float:
        """0 to 1."""

    def reset(self) -> None:
        """Forget what was heard."""


class Listener:
    """Listens on behalf of the session.

    Args:
        source: the microphone; it is not closed here.
        detector: finds speech.
        recognition: gets the sound of turns.
        pauses: how long to wait after the last word.
        hands_free: False: only while ``press`` holds.
        emit: gets Listening, ten times a second, and notices about the device.
        on_speech: told when somebody begins to speak, before anything else is done with it.
        on_end: told when a turn is over, with the monotonic second of its last sound and all its samples.
    """

    def __init__(
        self, source: SoundSource, detector: Detector, recognition: Recognition, *, pauses: PauseLearner,
        hands_free: bool, emit: Callable[[Listening | Notice], None], on_speech: Callable[[], None],
        on_end: Callable[[float, Samples], None],
    ) -> None:  # fmt: skip
        self._source, self._detector, self._recognition = source, detector, recognition
        self._pauses, self._emit, self._on_speech, self._on_end = pauses, emit, on_speech, on_end
        self._turns = TurnTaking(hands_free=hands_free)
        self.partial = ""  # what the student seems to have said; decides how long a pause is waited for
        self._sound: Samples = np.zeros(0, np.float32)  # of the turn, since its last piece
        self._blocks: list[Samples] = []  # to be added to it
        self._fed = 0  # samples that recognition has got
        self._speech_unfed = True  # whether speech came since the last pause that was recognised
        self._shown = 0.0
        self._pause = 0.0
        self._closed = threading.Event()
        self._commands: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        # a daemon: Ctrl-C before anybody holds this object must not keep the program from ending
        self._thread = threading.Thread(target=self._loop, name="listen", daemon=True)
        self._thread.start()

    @property
    def pausing(self) -> bool:
        """Whether the student is silent within a turn, so that it may be over."""
        return self._pause > 0

    # --- commands: any thread ---------------------------------------------------------------------------------------

    def mute(self) -> None:
        """Hear nothing from now on; a turn that had begun is dropped."""
        self._commands.put(lambda: self._take(self._turns.mute()))

    def unmute(self) -> None:
        """Listen again, to what is said from now on."""
        now = time.monotonic()
        self._commands.put(lambda: self._unmute(now))

    def press(self) -> None:
        """The button is held: all that is heard belongs to the turn."""
        self._commands.put(self._turns.press)

    def release(self) -> None:
        """The button is let go."""
        self._commands.put(self._turns.release)

    def close(self) -> None:
        """End the thread. Safe to call twice."""
        self._closed.set()
        self._thread.join()

    # --- the listen thread ------------------------------------------------------------------------------------------

    def _loop(self) -> None:
        while not self._closed.is_set():
            heard = self._source.get(_NO_BLOCKS)
            while not self._commands.empty():
                self._commands.get()()
            if isinstance(heard, Block):
                self._hear(heard)
            elif heard is not None:
                self._emit(_notice(heard))

    def _hear(self, block: Block) -> None:
        wait = self._pauses.seconds(self.partial)
        self._pause = 0.0
        if self._turns.wants(block):
            probability = self._detector.probability(block)
            self._take(self._turns.hear(block, probability, wait))
        if block.time - self._shown >= _SHOWN_EVERY:
            self._shown = block.time
            self._emit(Listening(self._turns.state, decibels(block.samples), self._pause, wait))

    def _unmute(self, since: float) -> None:
        self._source.drain()
        self._detector.reset()
        self._turns.unmute(since)

    def _take(self, events: list[TurnEvent]) -> None:
        for event in events:
            self._pauses.hear(event)
            self._on(event)

    def _on(self, event: TurnEvent) -> None:
        match event:
            case SpeechBegan(samples):
                self._on_speech()
                self._begin(samples)
            case SpeechGrew(block):
                self._blocks.append(block.samples)
                if len(self._sound) + sum(map(len, self._blocks)) - self._fed >= _STEP:
                    self._feed()
            case SpeechPaused(seconds, share):
                self._pause = share
                if seconds >= _SETTLED and self._speech_unfed:
                    self._speech_unfed = False
                    self._feed()
            case SpeechResumed():
                self._speech_unfed = True
            case SpeechPiece(samples):
                self._recognition.piece(samples)
                rest = self._gathered()[len(samples) :]
                self._begin(rest)
            case SpeechDropped():
                self._recognition.forget()
                self._begin(np.zeros(0, np.float32))
            case TurnEnded(samples, ended=ended):
                self._on_end(ended, samples)  # first: recognition may be done before this thread goes on
                self._recognition.over(samples)
                self._begin(np.zeros(0, np.float32))

    def _begin(self, samples: Samples) -> None:
        self._sound, self._blocks, self._fed, self._speech_unfed = samples, [], 0, True

    def _gathered(self) -> Samples:
        if self._blocks:
            self._sound, self._blocks = np.concatenate([self._sound, *self._blocks]), []
        return self._sound

    def _feed(self) -> None:
        sound = self._gathered()
        self._fed = len(sound)
        self._recognition.grown(sound)


def _notice(heard: Heard) -> Notice:
    match heard:
        case DeviceLost(error):
            return Notice(turn=0, key="device_lost", facts={"name": str(error.facts["name"])})
        case DeviceBack(name):
            return Notice(turn=0, key="device_back", facts={"name": name})
        case OnlyZeros(name):
            return Notice(turn=0, key="microphone_silent", facts={"name": name})
    raise AssertionError(heard)
