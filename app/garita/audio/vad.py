"""Voice activity: how likely it is that a block from the microphone holds speech.

Runs Silero's network, which faster-whisper carries in its package, block by block as sound arrives; faster-whisper
itself is not imported (it brings CTranslate2 and PyAV, and its own functions want the whole recording at once).
Knows nothing of turns: those are ``turns``'.
"""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import numpy as np

from garita.errors import ExtraMissing
from garita.sound import BLOCK, Block, Samples

SPEECH = 0.5  # probability from which a block is taken for speech
BELIEVED = 4  # blocks of speech in a row from which it is believed: coughs and clicks fill fewer

_PACKAGE = "faster_whisper"
_FILE = "assets/silero_vad_v6.onnx"
_CONTEXT = 64  # samples of the block before that the network sees again
_STATE = (1, 1, 128)  # of its LSTM: one layer, one recording, 128 cells


class VoiceDetector:
    """Listens to one microphone. Not thread-safe; a block costs 0.09 ms on one thread.

    Raises:
        ExtraMissing: onnxruntime or the network's file is not there or cannot be loaded.
    """

    def __init__(self, network: Path | None = None) -> None:
        """``network`` is Silero's file where it is not to be taken from faster-whisper's package."""
        self._network = _Network(network or _file())
        self._window = np.zeros((1, _CONTEXT + BLOCK), np.float32)

    def reset(self) -> None:
        """Forget what was heard, as after a stretch that was not listened to."""
        self._window[:] = 0.0
        self._network.reset()

    def probability(self, block: Block) -> float:
        """How likely speech is in ``block`` (0 to 1), given all blocks since the last reset."""
        self._window[0, :_CONTEXT] = self._window[0, BLOCK:]
        self._window[0, _CONTEXT:] = block.samples
        return self._network.run(self._window)


class _Network:
    """The network with its memory, bound to fixed tensors: that saves a tenth of the time of a plain ``run``.

    The state lives in two places by turns: each run reads one and writes the other.
    """

    def __init__(self, path: Path) -> None:
        onnxruntime, self._session = _session(path)

        def tensor(*shape: int) -> Any:
            return onnxruntime.OrtValue.ortvalue_from_numpy(np.zeros(shape, np.float32))

        self._input, self._output = tensor(1, _CONTEXT + BLOCK), tensor(1)
        self._states = [(tensor(*_STATE), tensor(*_STATE)) for _ in range(2)]
        self._bindings = [self._bound(self._states[0], self._states[1]), self._bound(self._states[1], self._states[0])]

    def _bound(self, before: tuple[Any, Any], after: tuple[Any, Any]) -> Any:
        binding = self._session.io_binding()
        for name, value in zip(("input", "h", "c"), (self._input, *before), strict=True):
            binding.bind_ortvalue_input(name, value)
        for name, value in zip(("speech_probs", "hn", "cn"), (self._output, *after), strict=True):
            binding.bind_ortvalue_output(name, value)
        return binding

    def reset(self) -> None:
        for hidden, cell in self._states:
            hidden.update_inplace(np.zeros(_STATE, np.float32))
            cell.update_inplace(np.zeros(_STATE, np.float32))

    def run(self, window: Samples) -> float:
        self._input.update_inplace(window)
        self._session.run_with_iobinding(self._bindings[0])
        self._bindings.reverse()
        return float(self._output.numpy()[0])


def _file() -> Path:
    """Where faster-whisper's package keeps the network, found without running the package's code."""
    spec = importlib.util.find_spec(_PACKAGE)
    folders = (spec.submodule_search_locations or []) if spec else []
    places = [Path(folder) / _FILE for folder in folders]
    found = next((place for place in places if place.is_file()), None)
    if not found:
        raise ExtraMissing(extra="voice", package="faster-whisper")
    return found


def _session(path: Path) -> tuple[Any, Any]:
    """onnxruntime and a session of it on one thread: more threads would only spin beside the engines'."""
    try:
        import onnxruntime  # slow to load and part of the extra "voice", so only where it is needed
    except ImportError as error:
        raise ExtraMissing(extra="voice", package="onnxruntime") from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime, onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's errors share no base; each means that the packaged file is damaged
        raise ExtraMissing(extra="voice", package="faster-whisper") from error
