"""What ``garita say`` writes and plays, and what it says of texts it cannot read."""

from __future__ import annotations

import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from garita import messages_to_user
from garita.audio.booth import Booth
from garita.audio.file_devices import Clock, FileSink
from garita.errors import GaritaError, NothingToSay, OutputNotWritable, TextTooLong, VoiceFailed, VoiceMissing
from garita.settings import Settings
from garita.sound import Speech
from garita.terminal import say

RATE = 8000


class ToneVoice:
    """Says every word as a tenth of a second of sound; keeps what it was asked to say."""

    name = "tone"

    def __init__(self, fails: bool = False) -> None:
        self.said: list[tuple[str, float]] = []
        self._fails = fails

    def speak(self, text: str, *, speed: float = 1.0) -> Iterator[Speech]:
        self.said.append((text, speed))
        for _ in text.split():
            yield Speech(np.full(RATE // 10, 0.1, np.float32), RATE)
        if self._fails:
            raise VoiceFailed(name=self.name, reason="it tires")

    def close(self) -> None:
        pass


def wav(path: Path) -> tuple[float, int]:
    """Seconds and rate."""
    with wave.open(str(path), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        return file.getnframes() / file.getframerate(), file.getframerate()


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    out = tmp_path / "new folder" / "officer.wav"
    say.say("Son 200 €. ¿Lleva 2 maletas?", "espeak:es", out, Settings())
    seconds, rate = wav(out)
    assert 2 < seconds < 5 and rate == 22_050
    assert [file.name for file in out.parent.iterdir()] == ["officer.wav"]


def test_slower_takes_longer_and_the_settings_speed_counts(tmp_path: Path) -> None:
    settings = Settings()
    settings.voice.speed = 0.6
    say.say("Buenos días.", "", tmp_path / "slow.wav", settings)
    say.say("Buenos días.", "", tmp_path / "fast.wav", settings, speed=1.2)
    assert wav(tmp_path / "slow.wav")[0] > 1.5 * wav(tmp_path / "fast.wav")[0]


def test_effect_and_hall_are_in_the_file(tmp_path: Path) -> None:
    settings = Settings()
    say.say("Buenos días.", "", tmp_path / "plain.wav", settings)
    settings.voice.effect, settings.voice.ambience = "glass", 0.5
    say.say("Buenos días.", "", tmp_path / "booth.wav", settings)
    assert wav(tmp_path / "booth.wav")[0] > wav(tmp_path / "plain.wav")[0] + 0.4


def test_sentences_are_said_with_a_pause_between() -> None:
    voice = ToneVoice()
    pieces = list(say.reading(say.checked("Son 2. Pase."), voice, 0.8, Booth()))
    assert voice.said == [("Son dos.", 0.8), ("Pase.", 0.8)]
    assert [len(piece.samples) for piece in pieces] == [800, 800, 2400, 800]


@pytest.mark.parametrize("text", ["", "   ", "\n", "日本語です。", "Привет", "...", "🙂🙂", "\0"])
def test_nothing_to_say_is_a_sentence(text: str, tmp_path: Path) -> None:
    out = tmp_path / "none.wav"
    with pytest.raises(NothingToSay) as caught:
        say.say(text, "", out, Settings())
    assert not out.exists()
    for language in ("en", "es"):
        assert messages_to_user.one_line(caught.value, language).count(".") >= 1


@pytest.mark.parametrize("text", ["123", "€ 5", "hola Привет", "Ñ"])
def test_what_has_words_when_said_is_said(text: str) -> None:
    assert say.checked(text)


def test_ten_thousand_letters_are_read(tmp_path: Path) -> None:
    voice = ToneVoice()
    text = ("Abra la maleta, por favor. " * 400)[:10_000]
    say.write(say.reading(say.checked(text), voice, 1.0, Booth()), tmp_path / "long.wav")
    assert len(voice.said) == 371
    assert wav(tmp_path / "long.wav")[0] > 200


def test_a_text_beyond_the_limit_is_refused_with_its_size() -> None:
    with pytest.raises(TextTooLong) as caught:
        say.checked("a" * (say.LONGEST + 1))
    assert caught.value.facts == {"letters": say.LONGEST + 1, "limit": say.LONGEST}


def test_an_unknown_voice_is_named(tmp_path: Path) -> None:
    with pytest.raises(VoiceMissing):
        say.say("Hola.", "espeak:xx", tmp_path / "x.wav", Settings())


def test_an_output_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for out in (tmp_path, tmp_path / "file" / "x.wav"):
        with pytest.raises(OutputNotWritable):
            say.say("Hola.", "", out, Settings())


def test_a_voice_that_fails_half_way_leaves_no_file(tmp_path: Path) -> None:
    out = tmp_path / "half.wav"
    with pytest.raises(GaritaError):
        say.write(say.reading(["Pase usted."], ToneVoice(fails=True), 1.0, Booth()), out)
    assert list(tmp_path.glob("*.wav")) == []


def test_it_is_played_to_its_end() -> None:
    clock = Clock(speed=50)
    sink = FileSink(clock)
    say.play(say.reading(["Pase usted.", "Gracias."], ToneVoice(), 1.0, Booth()), sink)
    assert sink.played_seconds() == pytest.approx(0.6, abs=0.01)
    sink.close()


class InterruptedSink(FileSink):
    """Ctrl-C comes while it waits."""

    def wait_until_silent(self, timeout: float) -> bool:
        raise KeyboardInterrupt


def test_ctrl_c_is_silence() -> None:
    sink = InterruptedSink(Clock())
    with pytest.raises(KeyboardInterrupt):
        say.play(say.reading(["Pase usted."] * 50, ToneVoice(), 1.0, Booth()), sink)
    assert sink.queued_seconds() < 1
    sink.close()


def test_the_list_is_a_name_a_line(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    (home / "voices").mkdir(parents=True)
    (home / "voices" / "es_MX-voz.onnx").write_bytes(b"")
    say.show_voices("en")
    captured = capsys.readouterr()
    assert captured.out.split() == ["espeak:es", "espeak:es-419", "piper:es_MX-voz"]
    assert "espeak:es+f2" in captured.err and str(home / "voices") in captured.err
