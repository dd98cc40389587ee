"""The voices of Windows, through the PowerShell and the speech library that come with it.

What is said goes to the script in the environment, where nothing needs quoting; everything comes back as base64,
because neither side can be sure of the other's encoding. Knows no other system.
"""

from __future__ import annotations

import base64
import binascii
import math
import os
from collections.abc import Sequence

import numpy as np

from garita.engines.voices.system_program import Found, Run
from garita.sound import Speech

_RATE = 22_050
_PREPARE = """
$ErrorActionPreference = 'Stop';
function Tell([byte[]] $bytes) { [Console]::Out.WriteLine([Convert]::ToBase64String($bytes)) };
Add-Type -AssemblyName System.Speech;
$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer;
"""
_LIST = """
foreach ($one in $speaker.GetInstalledVoices()) {
  if ($one.Enabled) {
    Tell ([Text.Encoding]::UTF8.GetBytes($one.VoiceInfo.Culture.Name + ' ' + $one.VoiceInfo.Name))
  }
}
"""
_SPEAK = f"""
$form = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo({_RATE},
  [System.Speech.AudioFormat.AudioBitsPerSample]::Sixteen, [System.Speech.AudioFormat.AudioChannel]::Mono);
$sound = New-Object System.IO.MemoryStream;
$speaker.SelectVoice($env:GARITA_VOICE);
$speaker.Rate = [int] $env:GARITA_RATE;
$speaker.SetOutputToAudioStream($sound, $form);
$speaker.Speak($env:GARITA_TEXT);
$speaker.SetOutputToNull();
Tell ($sound.ToArray())
"""


def _powershell() -> tuple[str, ...]:
    """The one that is part of Windows; a newer one has no System.Speech."""
    root = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return (rf"{root}\System32\WindowsPowerShell\v1.0\powershell.exe", "-NoLogo", "-NoProfile", "-NonInteractive")


class SystemSpeech:
    """A system_program.Program.

    Args:
        command: how the PowerShell is started; ``-Command`` and a script follow.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        self._command = tuple(command or _powershell())

    def voices(self, run: Run) -> list[Found]:
        """See system_program.Program."""
        lines = [_bytes(run, line).decode() for line in self._run(run, _LIST).split()]
        return [Found(name, language) for language, _, name in (line.partition(" ") for line in lines)]

    def speech(self, run: Run, text: str, voice: str, speed: float) -> Speech:
        """See system_program.Program."""
        rate = str(steps(speed))
        written = self._run(run, _SPEAK, GARITA_TEXT=text, GARITA_VOICE=voice, GARITA_RATE=rate)
        sound = _bytes(run, written.strip())
        samples = np.frombuffer(sound[: len(sound) // 2 * 2], dtype="<i2")
        return Speech(samples.astype(np.float32) / np.float32(32_768), _RATE)

    def _run(self, run: Run, script: str, **environment: str) -> bytes:
        return run([*self._command, "-Command", " ".join((_PREPARE + script).split())], **environment)


def steps(speed: float) -> int:
    """Windows counts from -10, a third of the speed, to 10, three times as fast."""
    return round(10 * math.log(speed, 3))


def _bytes(run: Run, line: bytes) -> bytes:
    try:
        return base64.b64decode(line, validate=True)
    except binascii.Error as error:
        raise run.failed(f"it answered {line[:80]!r}") from error
