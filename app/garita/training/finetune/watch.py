"""Watches a fine-tune as it runs: tells its progress, keeps its log and loss curve, and stops it when asked.

``log.jsonl`` has a line for every report, so the curve is whole after any number of resumes. Knows transformers'
callbacks, nothing of models.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import torch
from transformers import TrainerCallback, TrainerControl, TrainerState, TrainingArguments

from garita.errors import TrainingRefused
from garita.files import write_beside
from garita.training import curve
from garita.training.curve import Point
from garita.training.long_run import OnProgress, Report

LOG = "log.jsonl"
_SMOOTHED = 5  # training losses behind a point of the curve


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line of log.jsonl: the mean training loss since the last one, or a measurement on the validation part.

    Losses are nats a token of the persona; ``tokens`` counts all that were read and ``seconds`` the time spent, earlier
    runs included.
    """

    step: int
    tokens: int
    seconds: float
    loss: float | None = None
    rate: float | None = None
    gradient_norm: float | None = None
    held_out_loss: float | None = None


class Watch(TrainerCallback):  # type: ignore[misc]  # transformers has none for it
    """One run's. Only the first process writes and tells; all of them stop together."""

    def __init__(self, output: Path, step: int, on_progress: OnProgress, stop: Callable[[], bool]) -> None:
        self._output, self._on_progress, self._stop = output, on_progress, stop
        self._entries = [entry for entry in _read(output / LOG) if entry.step <= step]
        spent = self._entries[-1].seconds if self._entries else 0.0
        self._tokens_before = self._entries[-1].tokens if self._entries else 0
        self._started = time.monotonic() - spent
        self._told = (time.monotonic(), self._tokens_before)
        self.last: Report | None = None
        self.stopped = False

    def on_log(
        self, _args: TrainingArguments, state: TrainerState, _control: TrainerControl, logs: Any = None, **_: Any
    ) -> None:
        """transformers reports losses; ``num_tokens`` is trl's, counted from where this run began."""
        if "loss" in logs or "eval_loss" in logs:
            self._check(logs)
            tokens = self._tokens_before + int(logs.get("num_tokens", logs.get("eval_num_tokens", 0)))
            self._entries.append(
                Entry(
                    state.global_step, tokens, round(time.monotonic() - self._started, 3), loss=logs.get("loss"),
                    rate=logs.get("learning_rate"), gradient_norm=logs.get("grad_norm"),
                    held_out_loss=logs.get("eval_loss"),
                )
            )  # fmt: skip
            if state.is_world_process_zero:
                self._tell(state)

    def on_save(self, _args: TrainingArguments, state: TrainerState, _control: TrainerControl, **_: Any) -> None:
        """A checkpoint is written: the log and the curve as well."""
        if state.is_world_process_zero:
            self.save()

    def on_step_end(self, args: TrainingArguments, state: TrainerState, control: TrainerControl, **_: Any) -> None:
        """Where anybody was asked to stop, all report, save and stop; the last update is reported in any case."""
        control.should_log |= state.global_step >= state.max_steps
        if self._anybody_stops(args) and state.global_step < state.max_steps:
            self.stopped = True
            control.should_log = control.should_save = control.should_training_stop = True

    def save(self) -> None:
        """Write log.jsonl, curve.csv and curve.svg."""
        self._output.mkdir(parents=True, exist_ok=True)
        lines = b"".join(msgspec.json.encode(entry) + b"\n" for entry in self._entries)
        write_beside(self._output / LOG, lines)
        curve.save(list(points(self._entries)), self._output)

    def _anybody_stops(self, args: TrainingArguments) -> bool:
        asked = self._stop()
        if args.world_size == 1:
            return asked
        flag = torch.tensor(float(asked), device=args.device)
        torch.distributed.all_reduce(flag)
        return bool(flag.item() > 0)

    def _check(self, logs: dict[str, float]) -> None:
        for name in ("loss", "eval_loss"):
            if not math.isfinite(logs.get(name, 0.0)):
                problem = "the loss is no number any more: lower the rate, or raise the warm-up, and begin anew"
                raise TrainingRefused(path=str(self._output), problem=problem)

    def _tell(self, state: TrainerState) -> None:
        entry = self._entries[-1]
        share = state.global_step / max(1, state.max_steps)
        began = entry.seconds / share if share else None
        self.last = Report(
            steps=state.global_step,
            tokens=entry.tokens,
            loss=_last(self._entries, "loss"),
            held_out_loss=_last(self._entries, "held_out_loss"),
            tokens_per_second=self._rate(entry.tokens),
            share_done=share,
            seconds_left=None if began is None else began - entry.seconds,
            finished=state.global_step >= state.max_steps,
        )
        self._on_progress(self.last)

    def _rate(self, tokens: int) -> float:
        """Tokens a second since the last report; while nothing is read but measured, what it was."""
        now, (then, tokens_then) = time.monotonic(), self._told
        if self.last is not None and tokens == tokens_then:
            return self.last.tokens_per_second
        self._told = now, tokens
        return (tokens - tokens_then) / max(now - then, 1e-9)


def points(entries: list[Entry]) -> Iterator[Point]:
    """The curve: a point for every measurement, with the mean of the training losses just before it."""
    losses: list[float] = []
    for entry in entries:
        if entry.loss is not None:
            losses.append(entry.loss)
        elif entry.held_out_loss is not None and losses:
            latest = losses[-_SMOOTHED:]
            yield Point(entry.tokens, entry.seconds, sum(latest) / len(latest), entry.held_out_loss)


def _last(entries: list[Entry], name: str) -> float:
    return next((value for entry in reversed(entries) if (value := getattr(entry, name)) is not None), math.nan)


def _read(path: Path) -> list[Entry]:
    """What an earlier run wrote; a log that cannot be read costs the picture, not the run."""
    try:
        return [msgspec.json.decode(line, type=Entry) for line in path.read_bytes().splitlines()]
    except (OSError, msgspec.MsgspecError):
        return []
