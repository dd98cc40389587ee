"""``garita say``: reads a text aloud as an officer would, to the loudspeaker or into a WAV file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import numpy as np
import typer
from rich.console import Console
from rich.text import Text

from garita.audio.booth import Booth
from garita.audio.files import write_wav
from garita.audio.ports import SoundSink
from garita.engines.ports import TextToSpeech
from garita.engines.voices import choose, system
from garita.errors import NothingToSay, TextTooLong
from garita.messages_to_user.entry import Language
from garita.roleplay import sentences
from garita.roleplay.spoken import spoken
from garita.settings import Settings
from garita.sound import Speech
from garita.terminal.words import word

DEFAULT = "espeak:es"
LONGEST = 20_000  # letters: about twenty minutes
_PAUSE_SECONDS = 0.3  # between sentences
_PATIENCE = 60.0  # seconds beyond the sound's own length before the loudspeaker is given up


def say(text: str, voice_name: str, out: Path | None, settings: Settings, *, speed: float | None = None) -> None:
    """Read ``text`` aloud; ``voice_name`` empty and ``speed`` None mean those of the settings.

    Effect and ambience are the settings', in a file as in the air. Ctrl-C stops at once; a file is whole or not there.

    Raises:
        NothingToSay, TextTooLong, VoiceMissing, VoiceInvalid, VoiceFailed, ExtraMissing; OutputNotWritable with
        ``out``, and without it whatever keeps the loudspeaker from working.
    """
    said = checked(text)
    name = choose.choose("", "", voice_name or settings.voice.voice or DEFAULT, choose.present())
    with closing(choose.open_voice(name)) as voice:
        booth = Booth(settings.voice.effect, settings.voice.ambience)
        speech = reading(said, voice, settings.voice.speed if speed is None else speed, booth)
        if out is not None:
            write(speech, out)
        else:
            with closing(_loudspeaker(settings)) as sink:
                play(speech, sink)


def show_voices(language: Language) -> None:
    """A voice a line on standard output, and below on the error stream what else can be had."""
    for name in (*choose.present(), *(system.PREFIX + voice.name for voice in system.installed())):
        typer.echo(name)
    hint = word("voices_hint", language, folder=choose.voices_folder())
    Console(stderr=True, soft_wrap=True).print(Text(hint, style="dim"))


def checked(text: str) -> list[str]:
    """The sentences of ``text`` as they are said.

    Raises:
        NothingToSay: no letter is Latin. TextTooLong.
    """
    if len(text) > LONGEST:
        raise TextTooLong(letters=len(text), limit=LONGEST)
    said = [sentence for sentence in map(spoken, sentences.split(text)) if any(map(_latin, sentence))]
    if not said:
        raise NothingToSay
    return said


def reading(said: Iterable[str], voice: TextToSpeech, speed: float, booth: Booth) -> Iterator[Speech]:
    """The sentences one after the other with a pause between, as they sound in the booth."""
    rate = 0
    for sentence in said:
        if rate:
            yield booth.through(Speech(np.zeros(int(rate * _PAUSE_SECONDS), np.float32), rate))
        for piece in voice.speak(sentence, speed=speed):
            rate = piece.rate
            yield booth.through(piece)
    ending = booth.ending()
    if rate and ending:
        yield ending


def write(speech: Iterable[Speech], out: Path) -> None:
    """All of it as a WAV file at the voice's rate.

    Raises:
        NothingToSay: the voice made no sound of it. OutputNotWritable.
    """
    pieces = list(speech)
    if not pieces:
        raise NothingToSay
    write_wav(out, np.concatenate([piece.samples for piece in pieces]), pieces[0].rate)


def play(speech: Iterable[Speech], sink: SoundSink) -> None:
    """All of it through a loudspeaker; comes back when it has sounded. The queue takes it faster than it sounds."""
    try:
        for piece in speech:
            sink.play(piece)
        sink.wait_until_silent(sink.queued_seconds() + _PATIENCE)
    except KeyboardInterrupt:
        sink.stop_now()
        raise


def _loudspeaker(settings: Settings) -> SoundSink:
    from garita.audio.loudspeaker import Loudspeaker
    from garita.audio.portaudio import PortAudio

    speaker = Loudspeaker(PortAudio(), settings.voice.loudspeaker)
    speaker.volume = settings.voice.volume
    return speaker


def _latin(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")
