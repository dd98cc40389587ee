"""Commands about sound: devices, voices, recognisers. Each parses, calls and prints."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from garita.cli.common import JsonOption, console, errors, language, read_settings

recogniser_app = typer.Typer(help="Speech recognition models: what is here, and getting one.", no_args_is_help=True)


def devices(as_json: JsonOption = False) -> None:
    """List microphones and loudspeakers, and which will be used."""
    from garita import wiring_voice
    from garita.terminal import devices as listing

    system = wiring_voice.sound_system()
    listing.show_devices(console(), system, read_settings().voice, language(), as_json=as_json)


def say(
    text: Annotated[str, typer.Argument(help="What to say, as it is written.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write a WAV file instead of playing it.")] = None,
    voice: Annotated[str, typer.Option(help="A voice by name; see --list.")] = "",
    speed: Annotated[float | None, typer.Option(min=0.5, max=1.5, help="1 is the voice's own.")] = None,
    list_voices: Annotated[bool, typer.Option("--list", help="List the voices.")] = False,
) -> None:
    """Read a text aloud in Spanish, numbers and dates as they are spoken."""
    from garita.terminal import say as speech

    if list_voices:
        speech.show_voices(language())
    else:
        speech.say(text, voice, out, read_settings(), speed=speed)


def transcribe(
    files: Annotated[list[Path], typer.Argument(help="Sound files of any kind.")],
    as_json: JsonOption = False,
    srt: Annotated[bool, typer.Option("--srt", help="Write SubRip subtitles.")] = False,
    vtt: Annotated[bool, typer.Option("--vtt", help="Write WebVTT subtitles.")] = False,
    model: Annotated[Path | None, typer.Option(help="Folder of a faster-whisper model.")] = None,
) -> None:
    """Write down what is said in sound files."""
    from contextlib import closing

    from garita import wiring_voice
    from garita.terminal import subtitles
    from garita.terminal import transcribe as transcription

    form: subtitles.Format = "json" if as_json else "srt" if srt else "vtt" if vtt else "text"
    with closing(wiring_voice.start_recogniser(model or wiring_voice.recogniser_folder(read_settings()))) as recogniser:
        recogniser.load()
        transcription.transcribe_files(files, recogniser, form, language())


@recogniser_app.command("list")
def recogniser_list() -> None:
    """List the recognisers that are here and those that can be had."""
    from garita import wiring_voice
    from garita.terminal import recogniser

    recogniser.show(wiring_voice.recognisers(), console(), language())


@recogniser_app.command("get")
def recogniser_get(size: Annotated[str, typer.Argument(help="tiny, base, small, medium or large-v3-turbo.")]) -> None:
    """Download a recogniser from the Hugging Face hub. Ctrl-C stops; the same command goes on."""
    from garita import wiring_voice
    from garita.library import hub
    from garita.terminal import recogniser

    fetch = partial(hub.fetch, offline=read_settings().network.offline)
    recogniser.get(size, wiring_voice.recognisers(), fetch, errors(), language())
