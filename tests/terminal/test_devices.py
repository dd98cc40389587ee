"""What people see of their microphones and loudspeakers."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console

from garita.audio.devices import SoundSystem
from garita.settings import VoiceSettings
from garita.terminal.devices import show_devices
from tests.audio.fake_system import CAMERA, HEADSET, MONITOR, SPEAKERS, FakeSystem


def shown(system: SoundSystem, voice: VoiceSettings) -> list[str]:
    console = Console(file=io.StringIO(), width=160)
    show_devices(console, system, voice, "en", as_json=False)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().splitlines()


def test_the_table_marks_what_is_used_and_what_only_hears_a_loudspeaker() -> None:
    lines = shown(FakeSystem(MONITOR, HEADSET, CAMERA, SPEAKERS), VoiceSettings(microphone="Camera"))
    assert len(lines) == 5
    monitor, headset, camera, speakers = lines[1:]
    assert "never chosen" in monitor
    assert "will be used" not in monitor
    assert "the system's own" in headset
    assert "will be used" not in headset
    assert camera.startswith("●")
    assert "will be used, the system's own" in speakers


def test_what_is_missing_is_a_sentence() -> None:
    lines = shown(FakeSystem(MONITOR), VoiceSettings())
    assert "There is no microphone here" in " ".join(lines)
    assert "There is no loudspeaker here" in " ".join(lines)


def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    show_devices(Console(), FakeSystem(HEADSET, MONITOR), VoiceSettings(loudspeaker="Boxes"), "en", as_json=True)
    listing = json.loads(capsys.readouterr().out)
    assert listing["microphone"] == "Headset"
    assert listing["loudspeaker"] is None
    assert "Boxes" in listing["problems"][0]
    assert [one["name"] for one in listing["devices"] if one["monitor"]] == ["Monitor of Speakers"]
