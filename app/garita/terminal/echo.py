"""``garita doctor --echo``: plays a tone and a sentence, shows what comes back, and says how to converse here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from garita import paths, wiring_voice
from garita.audio.echo_check import Detector, EchoReport, measure
from garita.audio.ports import DeviceLost, SoundSink, SoundSource
from garita.audio.vad import VoiceDetector
from garita.engines.voices.espeak import synthesize
from garita.messages_to_user.entry import Language
from garita.settings import Settings
from garita.sound import RATE, Block, Speech
from garita.terminal.words import word

_SENTENCE = "Buenos días. Muéstreme su pasaporte, por favor, y dígame qué trae en la maleta y para quién es."
_PATIENCE = 2.0  # seconds without a block after which the microphone has stopped


def run(settings: Settings, console: Console, language: Language, *, as_json: bool) -> None:
    """Check the echo between the loudspeaker and the microphone of the settings.

    Raises:
        EchoUnknown: nothing could be measured.
        NoMicrophone, NoLoudspeaker, DeviceFailed, SoundSystemMissing, ExtraMissing.
    """
    system = wiring_voice.sound_system()
    with (
        closing(wiring_voice.loudspeaker(system, settings)) as sink,
        closing(wiring_voice.microphone(system, settings)) as source,
    ):
        if not as_json:
            console.print(Text(f"{word('echo_devices', language)}: {source.name}, {sink.name}"))
            console.print(Text(word("echo_listens", language), style="dim"))
        report = check(source, sink, VoiceDetector())
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        show(report, console, language)


def check(source: SoundSource, sink: SoundSink, detector: Detector) -> EchoReport:
    """Play through ``sink`` and listen at ``source``.

    Raises:
        EchoUnknown.
    """
    source.drain()
    return measure(lambda samples: sink.play(Speech(samples, RATE)), _blocks(source), synthesize(_SENTENCE), detector)


def _blocks(source: SoundSource) -> Iterator[Block]:
    """What is heard, until the device goes or gives nothing more; that it gives only zeros the samples say."""
    while (heard := source.get(_PATIENCE)) is not None and not isinstance(heard, DeviceLost):
        if isinstance(heard, Block):
            yield heard


def show(report: EchoReport, console: Console, language: Language) -> None:
    """The figures, and what to do."""
    table = Table(box=None, pad_edge=False, show_header=False)
    rows = {
        "delay": f"{report.delay_ms:.0f} ms",
        "room": f"{report.room_db:.0f} dB",
        "echo": f"{report.echo_db:.0f} dB",
        "remaining": f"{report.remaining_db:.0f} dB",
        "before": f"{report.voice_share_before:.0%}",
        "after": f"{report.voice_share_after:.0%}",
        "interruptions": str(report.interruptions),
    }
    for key, value in rows.items():
        table.add_row(word(f"echo_{key}", language), Text(value, justify="right"))
    console.print(table)
    if report.clipped:
        console.print(Text(word("echo_clipped", language), style="yellow"))
    console.print(Text(word(f"echo_{report.recommendation}", language, path=paths.settings()), style="bold"))
