"""Checks a merged file by what it answers: llama.cpp runs base + adapters and the merged file over the same text.

The base alone is compared with the same reference, so that a difference can be judged: it is what the adapters do. The
models run one after the other, each in a process of its own. Knows no formats.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from garita.convert import llama_run
from garita.convert.likeness import Likeness, compare
from garita.convert.llama_run import Run, Weighted
from garita.errors import ConversionRefused

WINDOWS = 4  # at most so many tokens: 4 x llama_run.WINDOW
TEXT = """\
Buenos días, bienvenido. ¿De dónde viene usted y cuál es el motivo de su viaje? Vengo de México por turismo y
me quedo tres semanas en casa de una prima que vive en Sevilla. Muy bien. ¿Trae algo que declarar? Dos
botellas de vino, un queso de oveja y un regalo para los niños; en efectivo llevo ochocientos euros. El queso
tiene que verlo mi compañera, porque los alimentos de origen animal no siempre pueden entrar. ¿Quién hizo su
maleta? La hice yo misma esta mañana. Entonces abra la maleta pequeña, por favor. Gracias. Todo está en orden:
que tenga una feliz estancia y buen viaje.
"""


class Answers(NamedTuple):
    """How the merged file and the base alone compare with the base + its adapters at run time."""

    merged: Likeness
    base: Likeness

    @property
    def share_kept(self) -> float:
        """How much of what the adapters do to the answers the merged file does too: 1 everything, 0 nothing."""
        return 1.0 - self.merged.kl / self.base.kl if self.base.kl else 1.0


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
        ConversionRefused: the two files have vocabularies of different sizes, or the text has no tokens.
    """
    windows = llama_run.windows(base, text, WINDOWS)
    if not windows:
        raise ConversionRefused(path=str(base), problem="the text to compare with is empty")
    with tempfile.TemporaryDirectory(prefix="garita-check-") as folder:
        reference, other = Path(folder) / "reference", Path(folder) / "other"
        on_step("reference")
        entries = llama_run.logits(Run(base, tuple(adapters), windows), reference)
        found = []
        for step, model in (("merged", merged), ("base", base)):
            on_step(step)
            if (its := llama_run.logits(Run(model, (), windows), other)) != entries:
                raise ConversionRefused(path=str(model), problem=f"has a vocabulary of {its} words, expected {entries}")
            found.append(compare(reference, other, entries))
    return Answers(*found)
