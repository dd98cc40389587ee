"""The voices of macOS, through its command ``say``. Knows how that is called and what it writes, no other system."""

from __future__ import annotations

import io
import re
import tempfile
import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from garita.engines.voices.system_program import Found, Run
from garita.sound import Speech

_RATE = 22_050
_WORDS_A_MINUTE = 175  # how fast say speaks unless told otherwise
_LISTED = re.compile(r"(?P<name>.+?)\s+(?P<language>[a-z]{2,3}[_-]\w+)\s+#")  # "Mónica       es_ES    # ¡Hola!"


class Say:
    """A system_program.Program.

    Args:
        command: how ``say`` is started.
    """

    def __init__(self, command: Sequence[str] = ("/usr/bin/say",)) -> None:
        self._command = tuple(command)

    def voices(self, run: Run) -> list[Found]:
        """See system_program.Program."""
        lines = run([*self._command, "-v", "?"]).decode(errors="replace").splitlines()
        found = filter(None, map(_LISTED.match, lines))
        return [Found(match["name"], match["language"].replace("_", "-")) for match in found]

    def speech(self, run: Run, text: str, voice: str, speed: float) -> Speech:
        """See system_program.Program. The text goes into a file: as an argument, "-f" would be an option."""
        with tempfile.TemporaryDirectory(prefix="garita-") as folder:
            words, sound = Path(folder, "words.txt"), Path(folder, "sound.wav")
            words.write_text(text.replace("[[", "[ ["), encoding="utf-8")  # two together begin a command to say
            rate = [] if speed == 1 else ["-r", str(round(_WORDS_A_MINUTE * speed))]
            form = ["--file-format=WAVE", f"--data-format=LEI16@{_RATE}"]
            run([*self._command, "-v", voice, *rate, "-o", str(sound), *form, "-f", str(words)])
            try:
                return _read(sound.read_bytes())
            except (OSError, EOFError, wave.Error) as error:
                raise run.failed(str(error)) from error


def _read(file: bytes) -> Speech:
    """16 bits, channels mixed down."""
    with wave.open(io.BytesIO(file)) as opened:
        if opened.getsampwidth() != 2:
            raise wave.Error(f"{8 * opened.getsampwidth()} bits a sample")
        frames = np.frombuffer(opened.readframes(opened.getnframes()), dtype="<i2")
        whole = frames.reshape(-1, opened.getnchannels()).mean(axis=1, dtype=np.float32) / np.float32(32_768)
        return Speech(whole, opened.getframerate())
