"""What two engines cost each other when both are busy: the same work alone, then at the same time. Numbers out."""

from __future__ import annotations

import statistics
import threading
import time
from collections.abc import Callable

import msgspec

from garita.engines.ports import LanguageModel, SpeechToText
from garita.messages import ChatMessage, Sampling
from garita.sound import Samples

_MESSAGES = (
    ChatMessage(
        "system", "Eres agente de aduanas en el aeropuerto. Hablas solo español y haces una pregunta cada vez."
    ),
    ChatMessage("user", "Vengo de México por turismo, tres semanas."),
)
_SAMPLING = Sampling(max_tokens=64, seed=1)


class Together(msgspec.Struct, frozen=True):
    """Median seconds for one answer and for one utterance, alone and at the same time, and how much slower that is."""

    answer_alone: float
    answer_together: float
    hearing_alone: float
    hearing_together: float

    @property
    def answer_factor(self) -> float:
        """The language model: together / alone."""
        return self.answer_together / self.answer_alone

    @property
    def hearing_factor(self) -> float:
        """The recogniser: together / alone."""
        return self.hearing_together / self.hearing_alone


def together(model: LanguageModel, recogniser: SpeechToText, samples: Samples, seconds: float) -> Together:
    """Let both work, each alone and then both at once, for ``seconds`` each time. Both must be loaded.

    The same seed and the same utterance every time, so that every piece of work is the same.
    """

    def answer() -> None:
        for _ in model.answer(_MESSAGES, _SAMPLING):
            pass

    def hear() -> None:
        recogniser.transcribe(samples)

    answer()  # the first time caches fill
    hear()
    answer_alone, hearing_alone = _timed(answer, seconds), _timed(hear, seconds)
    at_once: list[float] = []
    other = threading.Thread(target=lambda: at_once.append(_timed(answer, seconds)), name="bench answer")
    other.start()
    hearing_together = _timed(hear, seconds)
    other.join()
    return Together(answer_alone, at_once[0], hearing_alone, hearing_together)


def _timed(work: Callable[[], None], seconds: float) -> float:
    """Do it again and again for so long; the median of its times."""
    taken: list[float] = []
    end = time.perf_counter() + seconds
    while not taken or time.perf_counter() < end:
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)
