"""Utterances by the window: sentences are drawn, read aloud and made batches, the same ones for the same numbers.

Samples may differ a little: espeak-ng never says a thing twice alike. Nothing is kept on disk: drawing, reading and
features cost a quarter of what learning from them costs, and a window is gone through more than once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from garita.engines.voices.espeak import synthesize
from garita.roleplay.scenario import Scenario
from garita.training.ear import features, sentences
from garita.training.ear.features import Batch, Heard
from garita.training.ear.recipe import SentencePlan, SpeechPlan
from garita.training.ear.sentences import Sentence
from garita.training.ear.speech import Read, Reader, as_cut, spoken


class Position(NamedTuple):
    """The place in the corpus after a batch: whole windows, and batches of the next one."""

    window: int = 0
    batch: int = 0


class Corpus:
    """An endless corpus, read aloud by ``read``."""

    def __init__(self, scenarios: Sequence[Scenario], plan: SentencePlan, frames: int, read: Read = synthesize) -> None:
        self._scenarios, self._plan, self._frames, self._read = scenarios, plan, frames, read

    def window(self, number: int, speech: SpeechPlan) -> Iterator[Batch]:
        """The batches of window ``number``, read as ``speech`` has it, in as many rounds as planned."""
        rng = Random(f"{self._plan.seed}/{number}/speech")
        heard = list(self._heard(number, speech, rng))
        for _ in range(self._plan.rounds):
            yield from features.batches(_masked(heard, speech.masked_share, rng), self._frames, rng)

    def held_out(self, voices: Sequence[str]) -> list[tuple[Sentence, Batch]]:
        """Sentences never trained on, one voice after the other, as each is heard alone."""
        drawn = sentences.held_out(self._scenarios, self._plan.seed, self._plan.held_out)
        return [(each, self._alone(each, voices[number % len(voices)])) for number, each in enumerate(drawn)]

    def _heard(self, number: int, speech: SpeechPlan, rng: Random) -> Iterator[Heard]:
        plan, reader = self._plan, Reader(speech, self._read)
        for each in sentences.window(self._scenarios, plan, number, plan.window):
            quiet = rng.random() < speech.quiet_share
            heard = features.log_mel(reader.quiet(rng) if quiet else reader.utterance(each, rng))
            if heard.shape[1] <= features.MOST_FRAMES:
                yield Heard(heard, "" if quiet else each.written, each.language)

    def _alone(self, sentence: Sentence, voice: str) -> Batch:
        samples = as_cut(spoken(sentence.read, voice, self._read))
        return features.batch([Heard(features.log_mel(samples), sentence.written)], silent=False)


def _masked(heard: Sequence[Heard], share: float, rng: Random) -> list[Heard]:
    return [
        each._replace(features=features.masked(each.features, rng)) if rng.random() < share else each for each in heard
    ]
