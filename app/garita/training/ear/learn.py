"""Trains a test ear: a recipe and scenarios in, a folder with checkpoint, progress and the finished ear out.

A run has a budget of minutes or of steps. Stopped by a signal it saves; killed at any moment, it goes on from its last
checkpoint with the same call. Read ``run`` first. Knows no CTranslate2; that is export's.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import jiwer
import msgspec
import torch
from tokenizers import Tokenizer

from garita.engines.voices.espeak import synthesize
from garita.roleplay.scenario import Scenario
from garita.training.ear import checkpoint, sentences, vocabulary
from garita.training.ear.checkpoint import Progress
from garita.training.ear.corpus import Corpus, Position
from garita.training.ear.features import Batch
from garita.training.ear.network import Ear
from garita.training.ear.recipe import EarRecipe
from garita.training.ear.sentences import Sentence
from garita.training.ear.speech import Read
from garita.training.ear.vocabulary import Vocabulary
from garita.training.long_run import asked_to_stop
from garita.training.network import half_precision
from garita.training.optimiser import Optimiser, rate_factor
from garita.training.pretrain import Budget

_SMOOTH = 0.98
_SECOND_BETA = 0.98  # AdamW's


class Report(msgspec.Struct, frozen=True):
    """What ``on_progress`` is told now and then: smoothed losses (nats a token), held-out word error 0 to 1."""

    steps: int
    utterances: int
    decoder_loss: float
    helper_loss: float
    word_error: float
    utterances_per_second: float
    share_done: float
    finished: bool = False


def run(
    recipe: EarRecipe,
    scenarios: Sequence[Scenario],
    folder: Path,
    budget: Budget,
    *,
    read: Read = synthesize,
    threads: int = 1,
    on_progress: Callable[[Report], None] = lambda _: None,
    seconds_between_saves: float = 180.0,
    seconds_between_reports: float = 20.0,
) -> Report:
    """Train until the budget is used up or a signal asks to stop; ``folder`` then holds what ``export.write`` needs.

    Belongs on the main thread, because of the signals.

    Raises:
        TrainingRefused: the folder cannot be written, or holds another recipe's or a damaged checkpoint.
        ExtraMissing, VoiceInvalid: espeak-ng is not there or damaged.
    """
    torch.set_num_threads(threads)
    trainer = _Trainer(recipe, scenarios, folder, budget, read)
    with asked_to_stop() as stop:
        return trainer.train(stop, on_progress, seconds_between_saves, seconds_between_reports)


class _Trainer:
    """The state of one run between its first and its last step."""

    def __init__(
        self, recipe: EarRecipe, scenarios: Sequence[Scenario], folder: Path, budget: Budget, read: Read
    ) -> None:
        self._recipe, self._folder, self._budget = recipe, folder, budget
        self._saved = checkpoint.load(folder, recipe)
        words = Vocabulary(self._saved.tokenizer if self._saved else _learned(recipe, scenarios))
        self._ear = Ear(recipe.model, words, recipe.training.seed)
        whisper = self._ear.whisper.model
        layers = [whisper.encoder.layers, whisper.decoder.layers]
        self._optimiser = Optimiser(self._ear, layers, recipe.training, _SECOND_BETA)
        self._progress = Progress()
        if self._saved:
            self._progress = self._saved.progress
            self._ear.load_state_dict(self._saved.weights)
            self._optimiser.restore(self._saved.optimiser)
        self._corpus = Corpus(scenarios, recipe.sentences, recipe.training.frames, read)
        self._half = half_precision(torch.device("cpu"))
        self._started = time.monotonic() - self._progress.seconds
        self._losses = (math.nan, math.nan)
        self._word_error = math.nan

    def train(
        self,
        stop: Callable[[], bool],
        on_progress: Callable[[Report], None],
        between_saves: float,
        between_reports: float,
    ) -> Report:
        held_out = self._corpus.held_out(self._recipe.speech.voices)
        saved_at = reported_at = time.monotonic()
        heard = self._progress.utterances
        rate = 0.0
        for position, batch in self._batches():
            if stop() or self._share() >= 1.0:
                break
            self._step(position, batch)
            now = time.monotonic()
            if now - reported_at >= between_reports:
                rate = (self._progress.utterances - heard) / (now - reported_at)
                reported_at, heard = now, self._progress.utterances
                on_progress(self._report(rate))
            if now - saved_at >= between_saves:
                self._save(held_out)
                saved_at = time.monotonic()
        self._save(held_out)
        last = self._report(rate)
        on_progress(last)
        return last

    def _batches(self) -> Iterator[tuple[Position, Batch]]:
        """From where the run stands, and the position after each."""
        window, skipped = self._progress.window, self._progress.batch
        while True:
            easy = self._share() < self._recipe.training.easy_share
            batches = self._corpus.window(window, self._recipe.easy if easy else self._recipe.speech)
            for number, batch in enumerate(batches, start=1):
                if number > skipped:
                    yield Position(window, number), batch
            window, skipped = window + 1, 0

    def _step(self, position: Position, batch: Batch) -> None:
        plan = self._recipe.training
        with torch.autocast("cpu", torch.bfloat16, enabled=self._half):
            losses = self._ear.losses(batch)
        share = plan.helper_weight
        (losses.decoder * (1 - share) + losses.helper * share + losses.guide * plan.guide_weight).backward()
        self._optimiser.step(rate_factor(self._progress.steps, self._share(), plan))
        progress = self._progress
        progress.steps += 1
        progress.utterances += len(batch.lengths)
        progress.window, progress.batch = position
        progress.seconds = time.monotonic() - self._started
        self._losses = (_smooth(self._losses[0], losses.decoder.item()), _smooth(self._losses[1], losses.helper.item()))

    def _share(self) -> float:
        return self._budget.share(self._progress, time.monotonic() - self._started)

    def _save(self, held_out: Sequence[tuple[Sentence, Batch]]) -> None:
        """Measure on the held-out sentences and write everything."""
        self._word_error = word_error(self._ear, held_out)
        progress = self._progress
        if math.isfinite(self._losses[0]):  # nothing learned since this run began, or astray: JSON has no NaN
            progress.curve.append((progress.utterances, progress.seconds, self._losses[0], self._word_error))
        checkpoint.save(self._folder, self._recipe, progress, self._ear, self._optimiser.state())

    def _report(self, rate: float) -> Report:
        share = self._share()
        return Report(
            steps=self._progress.steps,
            utterances=self._progress.utterances,
            decoder_loss=self._losses[0],
            helper_loss=self._losses[1],
            word_error=self._word_error,
            utterances_per_second=rate,
            share_done=share,
            finished=share >= 1.0,
        )


def word_error(ear: Ear, held_out: Sequence[tuple[Sentence, Batch]]) -> float:
    """The share of words written wrongly by the network itself, before it is exported."""
    said = [sentence.written for sentence, _ in held_out]
    return float(jiwer.wer(said, [ear.write(batch)[0] for _, batch in held_out]))


def _learned(recipe: EarRecipe, scenarios: Sequence[Scenario]) -> Tokenizer:
    plan = recipe.vocabulary
    texts = sentences.window(scenarios, msgspec.structs.replace(recipe.sentences, mixed_share=0.0), -1, plan.sentences)
    return vocabulary.learn((each.written for each in texts), plan.entries, plan.word_cap)


def _smooth(before: float, now: float) -> float:
    return now if math.isnan(before) else _SMOOTH * before + (1 - _SMOOTH) * now
