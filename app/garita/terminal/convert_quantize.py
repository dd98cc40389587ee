"""``garita convert quantize``: says what will be done to a GGUF file, does it with a progress bar, names the result."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typer
from rich.console import Console

from garita import messages_to_user
from garita.convert import merge, quantize
from garita.convert.plan import Plan
from garita.messages_to_user.entry import Language
from garita.terminal.byte_progress import byte_progress

_PLAN = {
    "en": "{encoded} tensors become {kind}, {copied} stay as they are: {before} → {after}.",
    "es": "{encoded} tensores pasan a {kind}, {copied} quedan como están: {before} → {after}.",
}
_TWICE = {
    "en": "{count} of them were quantised before and are rounded again; the original file would give better ones.",
    "es": "{count} de ellos ya estaban cuantizados y se redondean otra vez; con el archivo original saldrían mejor.",
}


def run(source: Path, out: Path, kind: str, importance: Path | None, errors: Console, language: Language) -> None:
    """Quantise ``source`` to ``kind`` and print where it is.

    Raises:
        ConversionRefused, OutputTooLarge, OutputNotWritable.
    """
    made = quantize.plan_quantize(source, kind, importance)
    merge.check_target(made, out)
    for sentence in _announcement(made, language):
        errors.print(sentence, markup=False, highlight=False)
    size = made.size  # a sum over all tensors
    with ended_as_by_ctrl_c(), byte_progress(out.name) as on_progress:
        quantize.run(made, out, spare_threads(), lambda done: on_progress(done, size))
    typer.echo(str(out))


@contextmanager
def ended_as_by_ctrl_c() -> Iterator[None]:
    """While the block runs, being asked to end (SIGTERM, as at shutdown) is Ctrl-C: nothing half done is left."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def spare_threads() -> int:
    """All cores but one, which stays for whatever else the user does."""
    return max(1, (os.cpu_count() or 1) - 1)


def _announcement(made: Plan, language: Language) -> list[str]:
    copied = sum(entry.work.copied for entry in made.entries)
    before = sum(tensor.nbytes for tensor in made.base.tensors.values())
    said = [
        _PLAN[language].format(
            encoded=len(made.entries) - copied, copied=copied, kind=made.kind,
            before=messages_to_user.size(before), after=messages_to_user.size(made.size),
        )
    ]  # fmt: skip
    twice = quantize.rounded_twice(made)
    return [*said, _TWICE[language].format(count=twice)] if twice else said
