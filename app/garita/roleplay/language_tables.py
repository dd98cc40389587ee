"""py3langid cut down to a few languages and a sixth of its memory, answering exactly as the library does.

The library unpacks 78 MB at every start, which takes most of a second. Most of that is an automaton's table of next
states, in which three of four entries are those of its first row; here only the others are kept, in a file in the
user's cache folder. Knows the library's constructor and nothing of Spanish.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from garita import paths

BYTES = 256  # the automaton reads UTF-8 byte by byte, so a row has this many next states


class NextStates:
    """The table of next states, asked like the library's flat array: ``table[row * 256 + byte]``.

    Args:
        first: the first row, 256 states.
        starts: where each row's own entries begin in the two arrays below; one more than there are rows.
        letters: the bytes at which a row differs from the first one.
        states: the next states there.
    """

    def __init__(
        self,
        first: NDArray[np.uint32],
        starts: NDArray[np.uint32],
        letters: NDArray[np.uint8],
        states: NDArray[np.uint32],
    ) -> None:
        self._first, self._starts = first.tolist(), starts.data
        self._letters, self._states = letters.tobytes(), states.data

    def __getitem__(self, index: int) -> int:
        row, letter = divmod(index, BYTES)
        at = self._letters.find(letter, self._starts[row], self._starts[row + 1])
        return self._first[letter] if at < 0 else self._states[at]


def identifier(languages: Sequence[str]) -> LanguageIdentifier:
    """An identifier among ``languages`` (ISO 639-1) whose ranks are probabilities.

    The small tables are made once per version of the library; without a cache that can be written they are made anew.
    """
    path = paths.cache() / f"py3langid-{version('py3langid')}-{'-'.join(sorted(languages))}.npz"
    try:
        with path.open("rb") as file, np.load(file) as tables:
            return _from_tables(dict(tables))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        tables = _small_tables(languages)
    _keep(path, tables)
    return _from_tables(tables)


def _small_tables(languages: Sequence[str]) -> dict[str, NDArray[np.generic]]:
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    whole.set_languages(languages)
    table = np.asarray(whole.tk_nextmove, dtype=np.uint32).reshape(-1, BYTES)
    own = table != table[0]
    return {
        "weights": np.ascontiguousarray(whole.nb_ptc),
        "priors": whole.nb_pc,
        "languages": np.array(whole.nb_classes),
        "rows": np.asarray(whole.tk_row, dtype=np.uint32),
        "outputs": np.asarray(whole.tk_output, dtype=np.int32),
        "first": table[0],
        "starts": np.concatenate(([0], own.sum(axis=1).cumsum())).astype(np.uint32),
        "letters": np.nonzero(own)[1].astype(np.uint8),
        "states": table[own],
    }


def _from_tables(tables: dict[str, NDArray[np.generic]]) -> LanguageIdentifier:
    next_states = NextStates(*(tables[name] for name in ("first", "starts", "letters", "states")))  # type: ignore[arg-type]
    return LanguageIdentifier(
        tables["weights"], tables["priors"], tables["languages"].tolist(), next_states, tables["outputs"].data,
        norm_probs=True, tk_row=tables["rows"].data,
    )  # fmt: skip


def _keep(path: Path, tables: dict[str, NDArray[np.generic]]) -> None:
    """Write beside and rename; a cache that cannot be written only costs time."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            np.savez(file, **tables)  # type: ignore[arg-type]
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
