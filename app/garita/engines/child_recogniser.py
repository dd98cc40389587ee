"""A recogniser in a process of its own, behind the same Protocol: it may crash, hang or be killed, and is replaced.

Knows requests and their replies; ``hosted`` knows the process; neither knows Whisper: which engine runs in the child
is a name.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from garita.engines import wire
from garita.engines.hosted import Death, HostedEngine, R
from garita.engines.whisper_options import WhisperOptions
from garita.errors import Cancelled, EngineDied, GaritaError, RecogniserInvalid
from garita.messages import RecogniserFacts, Transcript
from garita.sound import RATE, Samples

WHISPER = "garita.engines.whisper:load_from_wire"
_NAME = "speech recognition"


def patience(audio_seconds: float) -> float:
    """Seconds after which a request is taken for hanging: far more than a model of use in a conversation needs."""
    return 20.0 + 8.0 * audio_seconds


class ChildRecogniser:
    """SpeechToText in a spawned process. The constructor only starts it; ``load`` or the first request waits for it.

    Args:
        options: the model and how to run it.
        factory: "module:function" that makes the engine in the child from the options (MessagePack) and its Hooks.
        patience: seconds a request over so many seconds of sound may take before the process is replaced.
    """

    def __init__(
        self,
        options: WhisperOptions,
        *,
        factory: str = WHISPER,
        patience: Callable[[float], float] = patience,
    ) -> None:
        self._path, self._patience = options.path, patience
        load = wire.Load(factory, msgspec.msgpack.encode(options))
        self._engine = HostedEngine(_NAME, load, RecogniserFacts, self._load_death)

    def load(self) -> RecogniserFacts:
        """Wait until the recogniser is loaded; when it is already, this costs nothing.

        Raises:
            RecogniserMissing, RecogniserInvalid: why it cannot be loaded.
            EngineDied: somebody ended the process while it loaded.
            Cancelled: ``cancel`` or ``close`` was called meanwhile.
        """
        with self._engine.one_request():
            return self._engine.ready()

    def facts(self) -> RecogniserFacts:
        """What the loaded recogniser is; waits for the load."""
        return self._engine.facts or self.load()

    @property
    def process_id(self) -> int | None:
        """The child's number, for those who watch its memory; None when there is none."""
        return self._engine.process_id

    def transcribe(
        self, samples: Samples, *, language: str = "es", hot_words: str = "", before: str = ""
    ) -> Transcript:
        """The words in one utterance (see SpeechToText).

        Raises:
            EngineDied: the process ended, or hung, three times over this utterance.
            Cancelled: it was stopped.
        """
        request = wire.Transcribe(0, _bytes(samples), language, hot_words, before)
        return self._ask(request, Transcript, samples)

    def detect_language(self, samples: Samples) -> tuple[str, float]:
        """ISO 639-1 code of the language spoken, and its probability (errors as in ``transcribe``)."""
        found = self._ask(wire.DetectLanguage(0, _bytes(samples)), wire.LanguageDetected, samples)
        return found.language, found.probability

    def cancel(self) -> None:
        """Stop the request or the load in progress; a child that does not listen at once is replaced."""
        self._engine.cancel()

    def close(self) -> None:
        """End the process; a request in progress ends as cancelled. Safe to call twice."""
        self._engine.close()

    def _ask(self, request: wire.Request, kind: type[R], samples: Samples) -> R:
        with self._engine.one_request():
            reply = self._engine.exchange(request, kind, self._patience(len(samples) / RATE))
            if self._engine.cancelled:
                raise Cancelled  # it came too late for the engine to notice
            return reply

    def _load_death(self, death: Death) -> GaritaError:
        """Why a child ended while it loaded: its folder is to blame unless somebody else ended it."""
        if death.why_killed:
            return RecogniserInvalid(path=self._path, file="model.bin", problem="loading it does not come to an end")
        if death.from_outside:
            return EngineDied(engine=_NAME, exit_code=death.how, restarts=0)
        return RecogniserInvalid(path=self._path, file="model.bin", problem=death.problem)


def _bytes(samples: Samples) -> bytes:
    return samples.astype("<f4", copy=False).tobytes()
