"""The computer's own voices, with programs that are called as those of macOS and Windows are."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from garita.engines.voices import choose, system
from garita.engines.voices.loudness import LEVEL, active_level
from garita.engines.voices.system import SystemVoice
from garita.engines.voices.system_macos import Say
from garita.engines.voices.system_program import Found, Program
from garita.engines.voices.system_windows import SystemSpeech, steps
from garita.errors import VoiceFailed, VoiceMissing
from tests.engines.voices.fake_system_programs import RATE, command, told

Make = Callable[..., Program]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "told.jsonl"


def mac(log: Path, manner: str = "well") -> Say:
    return Say(command("say", log, manner))


def windows(log: Path, manner: str = "well") -> SystemSpeech:
    return SystemSpeech(command("powershell", log, manner))


BOTH = pytest.mark.parametrize(
    ("make", "name"), [(mac, "system:Mónica"), (windows, "system:Raúl")], ids=["macos", "windows"]
)


def test_only_spanish_voices_are_listed_with_their_country(log: Path) -> None:
    assert system.installed(mac(log)) == (Found("Mónica", "es-ES"), Found("Eddy (Español (México))", "es-MX"))
    assert system.installed(windows(log)) == (Found("Microsoft Helena Desktop", "es-ES"), Found("Raúl", "es-MX"))


def test_a_system_without_such_a_program_has_no_voices(caplog: pytest.LogCaptureFixture) -> None:
    assert system.program("linux") is None
    assert isinstance(system.program("darwin"), Say)
    assert isinstance(system.program("win32"), SystemSpeech)
    assert system.installed(Say(("/nowhere/say",))) == ()
    assert "/nowhere/say" in caplog.text


@BOTH
def test_a_sentence_is_levelled_and_without_the_silence_around_it(make: Make, name: str, log: Path) -> None:
    with closing(SystemVoice(name, make(log))) as voice:
        made = list(voice.speak("¿Cuánto dinero lleva?"))
    assert voice.name == name
    assert {speech.rate for speech in made} == {RATE}
    samples = np.concatenate([speech.samples for speech in made])
    assert samples.dtype == np.float32
    assert 1.0 < len(samples) / RATE < 1.2  # of two seconds
    assert abs(active_level(samples, RATE) - LEVEL) < 0.5
    assert told(log)[-1]["text"] == "¿Cuánto dinero lleva?"
    assert told(log)[-1]["voice"] == name.removeprefix("system:")


def test_speed_is_told_in_the_systems_own_measure(log: Path) -> None:
    for speed in (1.0, 0.5):
        list(SystemVoice("system:Mónica", mac(log)).speak("Hola.", speed=speed))
        list(SystemVoice("system:Raúl", windows(log)).speak("Hola.", speed=speed))
    assert [call["rate"] for call in told(log) if "rate" in call] == ["", "0", "88", "-6"]
    assert (steps(1.5), steps(3), steps(1 / 3)) == (4, 10, -10)


def test_words_cannot_command_the_program(log: Path) -> None:
    list(SystemVoice("system:Mónica", mac(log)).speak("-o fuera [[volm 0]] $(ls)"))
    assert told(log)[-1]["text"] == "-o fuera [ [volm 0]] $(ls)"
    list(SystemVoice("system:Raúl", windows(log)).speak('\'; exit; "$env:PATH"'))
    assert told(log)[-1]["text"] == '\'; exit; "$env:PATH"'


@BOTH
def test_a_silent_voice_says_nothing(make: Make, name: str, log: Path) -> None:
    assert list(SystemVoice(name, make(log, "silent")).speak("Hola.")) == []
    assert list(SystemVoice(name, make(log)).speak(" ")) == []


@BOTH
@pytest.mark.parametrize(("manner", "reason"), [("fails", "Voice has gone"), ("nonsense", "")])
def test_what_goes_wrong_is_a_voice_that_failed(make: Make, name: str, manner: str, reason: str, log: Path) -> None:
    with pytest.raises(VoiceFailed) as caught:
        list(SystemVoice(name, make(log, manner)).speak("Hola."))
    assert caught.value.facts["name"] == name
    assert reason in caught.value.facts["reason"]


def test_a_program_that_never_answers_is_not_waited_for(log: Path) -> None:
    with pytest.raises(VoiceFailed, match="no answer"):
        list(SystemVoice("system:Mónica", mac(log, "hangs"), patience=0.3).speak("Hola."))


def test_closing_ends_a_sentence_in_the_making(log: Path) -> None:
    voice = SystemVoice("system:Raúl", windows(log, "hangs"))
    failures: list[VoiceFailed] = []

    def speak() -> None:
        with pytest.raises(VoiceFailed) as caught:
            list(voice.speak("Hola."))
        failures.append(caught.value)

    thread = threading.Thread(target=speak)
    thread.start()
    while not log.with_suffix(".hangs").exists():
        time.sleep(0.01)
    voice.close()
    voice.close()
    thread.join(5)
    assert [failure.facts["reason"] for failure in failures] == ["it is closed"]
    with pytest.raises(VoiceFailed):
        list(voice.speak("Hola."))


def test_a_voice_that_is_not_there_is_named_with_those_that_are(log: Path) -> None:
    with pytest.raises(VoiceMissing) as caught:
        SystemVoice("system:Alex", mac(log))  # it speaks English
    assert caught.value.facts == {"name": "system:Alex", "present": "system:Mónica, system:Eddy (Español (México))"}


def test_it_is_chosen_by_its_name() -> None:
    assert choose.choose("MX", "Beto", "system:Nadie", choose.present()) == "system:Nadie"
    with pytest.raises(VoiceMissing):
        choose.open_voice("system:Nadie")
