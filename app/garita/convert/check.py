"""Checks a merged file by what it answers and by what it holds.

By what it answers: llama.cpp runs base + adapters and the merged file over the same text. The base alone is compared
with the same reference, so that a difference can be judged: it is what the adapters do. The models run one after the
other, each in a process of its own. By what it holds: how much of every change is in the file's own bytes.
"""

from __future__ import annotations

import math
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

from garita.convert import gain, ggml, llama_run, merge, plan
from garita.convert.adapter_changes import Adapter
from garita.convert.adapter_write import write_adapter
from garita.convert.ggml import Floats
from garita.convert.gguf_read import GgufFile, Tensor
from garita.convert.layout import Layout
from garita.convert.likeness import Likeness, compare
from garita.convert.llama_run import Run, Weighted
from garita.convert.plan import Entry
from garita.errors import AdapterRefused, ConversionRefused, OutputNotWritable

WINDOWS = 4  # at most so many tokens: 4 x llama_run.WINDOW
TEXT = """\
Buenos días, bienvenido. ¿De dónde viene usted y cuál es el motivo de su viaje? Vengo de México por turismo y
me quedo tres semanas en casa de una prima que vive en Sevilla. Muy bien. ¿Trae algo que declarar? Dos
botellas de vino, un queso de oveja y un regalo para los niños; en efectivo llevo ochocientos euros. El queso
tiene que verlo mi compañera, porque los alimentos de origen animal no siempre pueden entrar. ¿Quién hizo su
maleta? La hice yo misma esta mañana. Entonces abra la maleta pequeña, por favor. Gracias. Todo está en orden:
que tenga una feliz estancia y buen viaje.
"""


class TensorGain(NamedTuple):
    """How much of its change a tensor of the merged file holds, in the type it has there: 1 all of it, 0 nothing."""

    name: str
    kind: str
    gain: float


class Answers(NamedTuple):
    """How the merged file and the base alone compare with a reference: the base with its adapters."""

    merged: Likeness
    base: Likeness

    @property
    def share_kept(self) -> float:
        """How much of what the adapters do to the answers the merged file does too: 1 everything, 0 nothing."""
        return 1.0 - self.merged.kl / self.base.kl if self.base.kl else 1.0


class Report(NamedTuple):
    """``at_run_time``: llama.cpp applied the adapters itself; otherwise they were merged exactly, in F32."""

    at_run_time: bool
    answers: Answers
    gains: tuple[TensorGain, ...]

    @property
    def low(self) -> tuple[TensorGain, ...]:
        """Tensors that hold too little of their change."""
        return tuple(one for one in self.gains if not one.gain >= gain.LOW)


def check(
    base: GgufFile,
    adapters: Sequence[Adapter],
    merged: GgufFile,
    text: str = TEXT,
    on_step: Callable[[str], object] = str,
) -> Report:
    """Compare ``merged`` with what ``base`` and ``adapters`` say; ``text`` and ``on_step`` as for compare_answers.

    What llama.cpp cannot apply at run time (DoRA, biases, norms, tokens ...) is merged into an F32 file for the
    comparison, which needs its room in the temporary folder.

    Raises:
        ConversionRefused: the three do not belong together, or one of them is damaged.
        ModelLoadFailed, AdapterInvalid: llama.cpp refused a file.
        OutputNotWritable, OutputTooLarge: the temporary folder has no room.
    """
    if base.value("tokenizer.ggml.model", "none") == "none":  # llama.cpp would end its process
        raise ConversionRefused(path=str(base.path), problem="has no vocabulary, so it cannot read a text")
    found = gains(base, adapters, merged)
    with _room() as folder:
        try:
            layout, places = Layout(base), [folder / f"{number}.gguf" for number in range(len(adapters))]
            for adapter, place in zip(adapters, places, strict=True):
                write_adapter(adapter, layout, place)
        except AdapterRefused:
            return Report(False, _against_merge(base, adapters, merged, folder, text, on_step), found)
        weighted = [Weighted(place, 1.0) for place in places]  # their weights are in their numbers
        return Report(True, compare_answers(base.path, weighted, merged.path, text, on_step), found)


def _against_merge(
    base: GgufFile,
    adapters: Sequence[Adapter],
    merged: GgufFile,
    folder: Path,
    text: str,
    on_step: Callable[[str], object],
) -> Answers:
    exact = folder / "exact.gguf"
    made = plan.make(base, adapters, "F32")
    merge.run(made, exact, merge.fields(made))
    return _compared(Run(exact, (), llama_run.windows(base.path, text, WINDOWS)), base.path, merged.path, on_step)


def gains(base: GgufFile, adapters: Sequence[Adapter], merged: GgufFile) -> tuple[TensorGain, ...]:
    """The gain of every tensor that ``adapters`` change, from rows of ``merged`` spread over the tensor.

    Raises:
        ConversionRefused: ``merged`` has not the tensors that merging these would give.
    """
    changed = [one for one in plan.make(base, adapters, on_low_gain="accept").entries if one.work.changes]
    return tuple(_gain(entry, merged) for entry in changed)


def _gain(entry: Entry, merged: GgufFile) -> TensorGain:
    name = entry.work.name
    tensor = merged.tensors.get(name)
    if tensor is None or tensor.shape != entry.shape or entry.work.changes is None:
        raise ConversionRefused(path=str(merged.path), problem=f"{name} of the base is not in it")
    along = whole = 0.0
    for start, before, after in gain.sample(entry.work, tuple(entry.work.changes())).pieces:
        intended = (after - before).astype(np.float64)
        written = _rows(tensor, start, start + len(before), before.shape[1])
        along += float(((written - before) * intended).sum())
        whole += float(np.square(intended).sum())
    return TensorGain(name, tensor.kind.name, along / whole if whole else 1.0)


def _rows(tensor: Tensor, start: int, stop: int, columns: int) -> Floats:
    """Rows as float32; a vector is looked at as a column, as the merge does."""
    if columns == tensor.row_values:
        return ggml.decode(tensor.kind, np.frombuffer(tensor.rows(start, stop), np.uint8), columns)
    whole = np.frombuffer(tensor.rows(0, tensor.row_count), np.uint8)
    return ggml.decode(tensor.kind, whole, tensor.row_values).reshape(-1, columns)[start:stop]


def compare_answers(
    base: Path, adapters: Sequence[Weighted], merged: Path, text: str = TEXT, on_step: Callable[[str], object] = str
) -> Answers:
    """Let the three models read ``text`` and compare the logits of every token; ``on_step`` hears which one reads.

    Args:
        base: the file the adapters were made for.
        adapters: llama.cpp adapters (GGUF) with their weights; without any the base itself is the reference.
        merged: the file to check.
        text: of any length; the first WINDOWS x llama_run.WINDOW tokens count.
        on_step: gets "reference", "merged" and "base".

    Raises:
        ModelLoadFailed, AdapterInvalid: llama.cpp refused a file.
        ConversionRefused: the two files have vocabularies of different sizes, the text has no tokens, or a model's
            answers are not finite.
        OutputNotWritable: the temporary folder has no room.
    """
    windows = llama_run.windows(base, text, WINDOWS)
    return _compared(Run(base, tuple(adapters), windows), base, merged, on_step)


def _compared(reference: Run, base: Path, merged: Path, on_step: Callable[[str], object]) -> Answers:
    if not reference.windows:
        raise ConversionRefused(path=str(base), problem="the text to compare with is empty")
    with _room() as folder:
        expected, other = folder / "reference", folder / "other"
        on_step("reference")
        entries = llama_run.logits(reference, expected)
        found = []
        for step, model in (("merged", merged), ("base", base)):
            on_step(step)
            if (its := llama_run.logits(Run(model, (), reference.windows), other)) != entries:
                raise ConversionRefused(path=str(model), problem=f"has a vocabulary of {its} words, expected {entries}")
            found.append(compare(expected, other, entries))
            if not math.isfinite(found[-1].largest + found[-1].kl):
                problem = "its answers, or those of the base with its adapters, are not finite"
                raise ConversionRefused(path=str(model), problem=problem)
    return Answers(*found)


@contextmanager
def _room() -> Iterator[Path]:
    """A temporary folder; where it cannot be had or is too small, the user is told where it was to be."""
    try:
        with tempfile.TemporaryDirectory(prefix="garita-check-") as folder:
            yield Path(folder)
    except OSError as error:
        raise OutputNotWritable(path=tempfile.gettempdir(), reason=error.strerror or str(error)) from error
