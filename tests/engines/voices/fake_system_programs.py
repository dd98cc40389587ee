"""Programs that are called as ``say`` and the PowerShell are, and make a tone. What they were told is on their log.

Run as a script: FILE say|powershell LOG MANNER ARGUMENTS.
"""

from __future__ import annotations

import base64
import json
import os
import sys
import time
import wave
from pathlib import Path

import numpy as np

LISTED = """
Alex                en_US    # Most people recognize me by my voice.
Mónica              es_ES    # ¡Hola! Me llamo Mónica.
Eddy (Español (México)) es_MX    # ¡Hola! Me llamo Eddy.
"""
RATE = 22_050


def command(kind: str, log: Path, manner: str = "well") -> tuple[str, ...]:
    """How to call one. ``manner``: well, hangs, fails, nonsense, silent."""
    return (sys.executable, __file__, kind, str(log), manner)


def told(log: Path) -> list[dict[str, str]]:
    """What the calls said, in order."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]


def tone(manner: str) -> bytes:
    """Half a second of silence, a second of tone, half a second of silence."""
    time = np.arange(RATE) / RATE
    loud = 0.0 if manner == "silent" else 3000.0
    silence = np.zeros(RATE // 2)
    return np.concatenate([silence, loud * np.sin(2 * np.pi * 220 * time), silence]).astype("<i2").tobytes()


def say(arguments: list[str], manner: str) -> dict[str, str]:
    """As macOS's: two channels, to see that they are mixed."""
    options = dict(zip(arguments[::2], arguments[1::2], strict=False))
    if options["-v"] == "?":
        sys.stdout.buffer.write(LISTED.encode())
        return {"list": "say"}
    with wave.open(options["-o"], "wb") as file:
        file.setparams((2, 2, RATE, 0, "NONE", ""))
        file.writeframes(np.repeat(np.frombuffer(tone(manner), dtype="<i2"), 2).tobytes())
    if manner == "nonsense":
        Path(options["-o"]).write_bytes(b"RIFF")
    text = Path(arguments[-1]).read_text(encoding="utf-8")
    return {"text": text, "voice": options["-v"], "rate": options.get("-r", "")}


def powershell(arguments: list[str], manner: str) -> dict[str, str]:
    """As Windows'."""
    script = arguments[-1]
    if "GetInstalledVoices" in script:
        for line in ("es-ES Microsoft Helena Desktop", "de-DE Hedda", "es-MX Raúl"):
            print(base64.b64encode(line.encode()).decode())
        return {"list": "powershell"}
    print("oops!" if manner == "nonsense" else base64.b64encode(tone(manner)).decode())
    return {name: os.environ[f"GARITA_{name.upper()}"] for name in ("text", "voice", "rate")}


def main() -> None:
    """Do as the arguments say."""
    kind, log, manner, *arguments = sys.argv[1:]
    listing = "?" in arguments or "GetInstalledVoices" in arguments[-1]
    if not listing and manner == "hangs":
        Path(log).with_suffix(".hangs").touch()
        time.sleep(60)
    if not listing and manner == "fails":
        sys.exit("Voice has gone")
    said = (say if kind == "say" else powershell)(arguments, manner)
    with Path(log).open("a", encoding="utf-8") as file:
        file.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main()
