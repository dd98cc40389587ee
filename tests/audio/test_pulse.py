"""The tests' own sound server says why it cannot be had, and leaves nothing behind."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from tests.audio import pulse as server
from tests.audio.pulse import LOUDSPEAKER_RATE, Pulse, find, noise


def test_without_pulseaudio_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match="apt-get install pulseaudio"), server.running():
        pass


def test_a_server_that_does_not_start_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("pulseaudio", "pactl", "paplay", "parec"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\necho no sound today >&2\nexit 1\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    with pytest.raises(pytest.fail.Exception, match="no sound today"), server.running():
        pass


def test_nothing_is_left_behind() -> None:
    before = dict(os.environ)
    with server.running() as pulse:
        assert os.environ["PULSE_SERVER"].endswith("/native")
    assert dict(os.environ) == before
    assert not pulse.folder.exists()


def test_what_is_said_and_heard_goes_through_the_server(pulse: Pulse) -> None:
    said = noise(0.3, LOUDSPEAKER_RATE)
    pulse.pactl("load-module", "module-loopback", "source=mic.monitor", "sink=spk", "latency_msec=50")
    with pulse.hearing() as heard:
        pulse.speak(said, LOUDSPEAKER_RATE)
        heard.wait_for(0.5)
    sound = heard.samples()
    start = find(said, sound)
    assert np.abs(sound[start : start + said.size]).max() > 0.05
