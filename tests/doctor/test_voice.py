"""What the doctor says about sound and speech: everything here is optional, so nothing of it is a problem."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from garita.doctor import voice
from garita.doctor.finding import Finding
from garita.engines.whisper_sizes import Measured, Shape
from garita.settings import Settings, VoiceSettings
from tests.audio.fake_system import HEADSET, MONITOR, SPEAKERS, FakeSystem

BASE = Shape(512, 6, 6)


def by_name(findings: list[Finding]) -> dict[str, Finding]:
    return {finding.name: finding for finding in findings}


def test_the_devices_of_a_conversation_are_named() -> None:
    found = by_name(voice.sound(FakeSystem(MONITOR, HEADSET, SPEAKERS), Settings()))
    assert found["microphone"].value["en"].startswith("Headset")
    assert found["loudspeaker"].value["es"].startswith("Speakers")
    assert {finding.state for finding in found.values()} == {"ok"}


def test_missing_hardware_is_a_note_with_advice() -> None:
    settings = Settings(voice=VoiceSettings(loudspeaker="Boxes"))
    found = by_name(voice.sound(FakeSystem(MONITOR, SPEAKERS), settings))
    for name in ("microphone", "loudspeaker"):
        assert found[name].state == "note"
        assert found[name].mend
    assert "Boxes" in found["loudspeaker"].value["es"]


@pytest.mark.parametrize(
    ("work", "state", "command"),
    [(0.05, "ok", None), (2.0, "note", "garita recogniser get tiny"), (40.0, "note", None)],
)
def test_the_size_that_keeps_up_follows_from_what_was_measured(work: float, state: str, command: str | None) -> None:
    finding = voice.speed("mine", Measured(BASE, 4.0, work))
    assert finding.state == state
    assert (finding.mend and finding.mend["en"]) == command
    assert "mine" in finding.value["es"]


def test_without_a_recogniser_the_command_that_gets_one_is_said(tmp_path: Path) -> None:
    settings = Settings(voice=VoiceSettings(recogniser=str(tmp_path / "none")))
    found = by_name(voice.examine(settings))
    assert found["recogniser"].state == "note"
    assert found["recogniser"].mend is not None
    assert found["recogniser"].mend["en"].startswith("garita recogniser get ")
    assert found["espeak"].state == found["echo"].state == "ok"
    assert not [finding for finding in found.values() if finding.state == "problem"]


def test_a_piper_voice_without_its_description_is_named(home: Path) -> None:
    (home / "voices").mkdir(parents=True)
    (home / "voices" / "es_MX-lucia.onnx").write_bytes(b"network")
    found = by_name(voice.examine(Settings(voice=VoiceSettings(voice="piper:nobody"))))
    assert "espeak:es" in found["voices"].value["en"]
    assert "es_MX-lucia.onnx.json" in found["piper:es_MX-lucia"].value["en"]
    assert "piper:nobody" in found["voice"].value["es"]
    assert json.dumps([finding.mend for finding in found.values()])
