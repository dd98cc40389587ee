"""A Piper voice: a VITS network as .onnx with its .onnx.json, run by onnxruntime on espeak-ng's phonemes.

Natural, at some cost of time; voices are dropped into a folder by the user. A voice's name is "piper:STEM". Written
after Piper's published formats and tried on small networks of the same shape; no released voice could be had to try.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from garita.engines.voices import espeak_library, piper_config
from garita.engines.voices.espeak import pieces
from garita.engines.voices.espeak_library import Library
from garita.engines.voices.loudness import levelled
from garita.engines.voices.piper_config import Numbered
from garita.errors import ExtraMissing, VoiceFailed, VoiceInvalid
from garita.sound import Mark, Samples, Speech

PREFIX = "piper:"
_LONGEST = 250  # letters the network gets at a time: its memory grows with them
_INPUTS = {"input", "input_lengths", "scales"}
_CLAUSE = re.compile(r"[^.,;:!?¡¿…]+|[.,;:!?…]+")
_SWITCH = re.compile(r"\([a-z-]+\)")  # espeak-ng's note that a word is read in another language


class PiperVoice:
    """A ports.TextToSpeech. Loading takes about a second for a voice of 60 MB."""

    def __init__(self, model: Path, library: Library | None = None, *, threads: int = 1) -> None:
        """Load ``model``, a .onnx with its .onnx.json beside it.

        Raises:
            VoiceInvalid: a file is missing or broken. ExtraMissing: onnxruntime or espeak-ng is not installed.
        """
        self._config = piper_config.read(model.with_name(f"{model.name}.json"))
        self._library = library or espeak_library.installed()
        self._session = _open(model, threads)
        self.name = f"{PREFIX}{model.stem}"

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        """See ports.TextToSpeech. A sentence is made whole before its first piece."""
        start = 0.0
        for part in textwrap.wrap(text, _LONGEST):
            numbered = piper_config.numbered(self._phonemes(part), self._config)
            if any(numbered.phonemes):
                samples, durations = self._run(numbered, speed)
                marks = _marks(numbered, durations, len(samples) / self._rate)
                for piece in pieces(levelled(samples, self._rate), self._rate, marks):
                    yield piece._replace(marks=tuple(Mark(start + mark.seconds, mark.phoneme) for mark in piece.marks))
                start += len(samples) / self._rate

    def close(self) -> None:
        """Give the network back."""
        self._session = None

    @property
    def _rate(self) -> int:
        return self._config.audio.sample_rate

    def _phonemes(self, text: str) -> list[str]:
        """With the punctuation, which gives the melody."""
        if self._config.phoneme_type == "text":
            return [text]
        found: list[str] = []
        for clause in _CLAUSE.findall(text):
            if clause[0] in ".,;:!?…":
                found += [clause[0].replace("…", "."), " "]
            elif said := " ".join(self._library.phonemes(clause, self._config.espeak.voice)):
                found.append(_SWITCH.sub("", said))
        return found[:-1] if found and found[-1] == " " else found

    def _run(self, numbered: Numbered, speed: float) -> tuple[Samples, npt.NDArray[np.float64]]:
        """Samples, and how long each number of the input lasts: in any unit, evenly where the voice does not tell."""
        session, scales = self._session, self._config.inference
        if session is None:
            raise VoiceFailed(name=self.name, reason="it is closed")
        ids = np.array([numbered.ids], np.int64)
        inputs = {
            "input": ids,
            "input_lengths": np.array([ids.shape[1]], np.int64),
            "scales": np.array([scales.noise_scale, scales.length_scale / speed, scales.noise_w], np.float32),
        }
        if self._config.num_speakers > 1:
            inputs["sid"] = np.array([0], np.int64)
        try:
            outputs = session.run(None, inputs)
        except Exception as error:  # onnxruntime has an exception for each of its states, with no base of their own
            raise VoiceFailed(name=self.name, reason=str(error)) from error
        samples = np.asarray(outputs[0], np.float32).reshape(-1)
        if not np.all(np.isfinite(samples)):
            raise VoiceFailed(name=self.name, reason="its network answers with numbers that are no sound")
        told = np.asarray(outputs[1], np.float64).reshape(-1) if len(outputs) > 1 else np.empty(0)
        return samples, told if told.size == ids.size and told.sum() > 0 else np.ones(ids.size)


def _open(model: Path, threads: int) -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        raise ExtraMissing(extra="voice", package="onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 4  # what it would print is raised anyway
    try:
        session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # one exception for each of its states, with no base of their own
        raise VoiceInvalid(path=str(model), problem=str(error)) from error
    inputs = {entry.name for entry in session.get_inputs()}
    if inputs - {"sid"} != _INPUTS:
        raise VoiceInvalid(
            path=str(model), problem=f"a Piper voice takes other inputs than {', '.join(sorted(inputs))}"
        )
    return session


def _marks(numbered: Numbered, durations: npt.NDArray[np.float64], seconds: float) -> tuple[Mark, ...]:
    """When each phoneme begins; stress signs belong to the phoneme after them."""
    starts = (np.cumsum(durations) - durations) / durations.sum() * seconds
    told = ((float(start), name) for start, name in zip(starts, numbered.phonemes, strict=True) if name)
    return tuple(Mark(start, "" if name in " .,;:!?" else name) for start, name in told if name not in "ˈˌ")
