"""Pretrains an officer from nothing: a recipe and a source of conversations in, a model folder with its curve out.

A run has a budget of minutes or of steps. It may be stopped at any moment (SIGINT, SIGTERM, a power cut) and is
continued by the same call; the budget may differ then. Read ``run`` first. Knows no scenario and no GGUF.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import torch
from tokenizers import Tokenizer

from garita.errors import TrainingRefused
from garita.files import write_beside
from garita.roleplay import heard
from garita.training import checkpoint, curve, network, spoken_words
from garita.training import tokenizer as chat_tokens
from garita.training.checkpoint import Progress
from garita.training.curve import Point
from garita.training.dataset import Batch, Corpus, Position, Source
from garita.training.long_run import OnProgress, Report, asked_to_stop
from garita.training.optimiser import Optimiser, rate_factor
from garita.training.recipe import Recipe

_SECOND_BETA = 0.95  # AdamW's


class Budget(msgspec.Struct, frozen=True):
    """When a run is over: after so many minutes of wall clock (earlier runs included) or so many steps."""

    minutes: float | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if (self.minutes or 0) <= 0 and (self.steps or 0) <= 0:
            raise ValueError("a budget needs minutes or steps")

    def share(self, progress: Progress, seconds: float) -> float:
        """How much of it is used up, 0 to 1."""
        if self.steps is not None:
            return min(1.0, progress.steps / self.steps)
        assert self.minutes is not None
        return min(1.0, seconds / (60 * self.minutes))


def run(
    recipe: Recipe,
    source: Source,
    folder: Path,
    budget: Budget,
    *,
    start: Path | None = None,
    vocabulary: Source | None = None,
    threads: int = 1,
    on_progress: OnProgress = lambda _: None,
    seconds_between_saves: float = 300.0,
    seconds_between_reports: float = 20.0,
) -> Report:
    """Train until the budget is used up or a signal asks to stop; both save.

    ``folder`` receives checkpoint.pt, model/ (transformers' files with tokenizer), curve.csv and curve.svg. Belongs on
    the main thread, because of the signals. A new run begins with the weights and the tokenizer of ``start``, where one
    is given: the model folder of an earlier run. A new tokenizer is learned from ``vocabulary``, by default the source.

    Raises:
        TrainingRefused: the folder cannot be written, or holds another recipe's or a damaged checkpoint; ``start`` is
            no model folder or has other sizes.
    """
    torch.set_num_threads(threads)
    tokenizer = _tokenizer(recipe, source, vocabulary or source, folder, start)
    trainer = _Trainer(recipe, source, folder, budget, tokenizer, start)
    with asked_to_stop() as stop:
        return trainer.train(stop, on_progress, seconds_between_saves, seconds_between_reports)


def _tokenizer(recipe: Recipe, source: Source, vocabulary: Source, folder: Path, start: Path | None) -> Tokenizer:
    """The one a run began with, or the start's, or a new one, learned and saved."""
    model_folder = folder / "model"
    if checkpoint.exists(folder):
        return chat_tokens.load(model_folder)
    tokenizer = chat_tokens.load(start) if start else _learned(recipe, vocabulary)
    drawn = [conversation.messages for conversation in source(recipe.tokenizer.conversations, recipe.corpus.seed)]
    words = " ".join(spoken_words.spoken_words(drawn))
    try:
        chat_tokens.save(tokenizer, model_folder, recipe.model.context)
        write_beside(model_folder / heard.FILE_NAME, words.encode())
    except OSError as error:
        raise TrainingRefused(path=str(folder), problem=f"cannot be written: {error}") from error
    return tokenizer


def _learned(recipe: Recipe, vocabulary: Source) -> Tokenizer:
    plan = recipe.tokenizer
    drawn = (conversation.messages for conversation in vocabulary(plan.conversations, recipe.corpus.seed))
    return chat_tokens.learn(drawn, plan.entries, plan.word_cap)


class _Trainer:
    """The state of one run between its first and its last step."""

    def __init__(
        self, recipe: Recipe, source: Source, folder: Path, budget: Budget, tokenizer: Tokenizer, start: Path | None
    ) -> None:
        end, pad = chat_tokens.id_of(tokenizer, chat_tokens.END), chat_tokens.id_of(tokenizer, chat_tokens.PAD)
        self._recipe, self._folder, self._budget, self._plan = recipe, folder, budget, recipe.training
        self._model = network.build(recipe.model, tokenizer.get_vocab_size(), end, pad, recipe.training.seed)
        saved = checkpoint.load(folder, recipe, self._model)
        if start and not saved:
            checkpoint.load_model(start, self._model)
        device = network.best_device()
        self._model.to(device)
        self._half = network.half_precision(device)
        self._optimiser = Optimiser(self._model, [self._model.model.layers], recipe.training, _SECOND_BETA)
        self._progress = Progress()
        if saved:
            self._progress, optimiser_state = saved
            self._optimiser.restore(optimiser_state)
        self._corpus = Corpus(source, tokenizer, recipe.corpus, recipe.model.context, self._plan.step_tokens)
        self._started = time.monotonic() - self._progress.seconds
        self._loss = math.nan  # smoothed, of the last steps

    def train(
        self,
        stop: Callable[[], bool],
        on_progress: OnProgress,
        between_saves: float,
        between_reports: float,
    ) -> Report:
        held_out = self._corpus.held_out()
        saved_at = reported_at = time.monotonic()
        tokens_then = self._progress.tokens
        measured = math.nan
        rate = 0.0
        start = Position(self._progress.window, self._progress.batch)
        for position, batch in self._corpus.batches(start):
            if stop() or self._share() >= 1.0:
                break
            self._step(position, batch)
            now = time.monotonic()
            if now - reported_at >= between_reports:
                rate = (self._progress.tokens - tokens_then) / (now - reported_at)
                reported_at, tokens_then = now, self._progress.tokens
                on_progress(self._report(measured, rate))
            if now - saved_at >= between_saves:
                measured = self._save(held_out)
                saved_at = time.monotonic()
        measured = self._save(held_out)
        last = self._report(measured, rate)
        on_progress(last)
        return last

    def _step(self, position: Position, batch: Batch) -> None:
        loss = network.learn(self._model, batch, self._half)
        progress = self._progress
        self._optimiser.step(rate_factor(progress.steps, self._share(), self._plan))
        progress.steps += 1
        progress.tokens += batch.tokens
        progress.window, progress.batch = position
        progress.seconds = time.monotonic() - self._started
        self._loss = loss if math.isnan(self._loss) else 0.95 * self._loss + 0.05 * loss

    def _share(self) -> float:
        return self._budget.share(self._progress, time.monotonic() - self._started)

    def _save(self, held_out: list[Batch]) -> float:
        """Measure on the held-out conversations, add a point to the curve, write everything."""
        measured = network.measure(self._model, held_out, self._half)
        progress = self._progress
        if math.isfinite(self._loss + measured):  # nothing learned since this run began, or astray: JSON has no NaN
            progress.curve.append((progress.tokens, progress.seconds, self._loss, measured))
        checkpoint.save(self._folder, self._recipe, progress, self._model, self._optimiser.state())
        try:
            curve.save([Point(*point) for point in progress.curve], self._folder)
        except OSError as error:
            raise TrainingRefused(path=str(self._folder), problem=f"cannot be written: {error}") from error
        return measured

    def _report(self, measured: float, rate: float) -> Report:
        share = self._share()
        minutes = self._budget.minutes
        return Report(
            steps=self._progress.steps,
            tokens=self._progress.tokens,
            loss=self._loss,
            held_out_loss=measured,
            tokens_per_second=rate,
            share_done=share,
            seconds_left=None if minutes is None else max(0.0, 60 * minutes - self._progress.seconds),
            finished=share >= 1.0,
        )
