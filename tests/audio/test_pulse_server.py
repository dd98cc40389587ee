"""What pactl says, understood; and whatever else it says, survived."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.audio.devices import choose
from garita.audio.pulse_server import PulseServer, ask_pactl
from tests.audio.pulse import LOUDSPEAKER, LOUDSPEAKER_RATE, MICROPHONE, Pulse


class FakePactl:
    """Answers by the last argument."""

    def __init__(self, **answers: Any) -> None:
        self.answers = answers

    def __call__(self, *arguments: str) -> bytes:
        answer = self.answers.get(arguments[-1].replace("-", "_"))
        return b"" if answer is None else json.dumps(answer).encode()


def source(name: str, description: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "description": description, "sample_specification": "s16le 2ch 44100Hz", **more}


def test_devices_with_their_names_monitors_and_defaults() -> None:
    server = PulseServer(
        FakePactl(
            info={"default_source_name": "b.monitor", "default_sink_name": "b"},
            sources=[
                source("z", "Micrófono"),
                source("b.monitor", "Monitor of Altavoces", monitor_source="b"),
                source("p.monitor", "Pipewire's", properties={"device.class": "monitor"}),
            ],
            sinks=[source("b", "Altavoces", monitor_source="b.monitor")],
        )
    )
    found = server.devices(7)
    assert found is not None
    assert [(one.name, one.direction, one.monitor, one.default, one.address) for one in found] == [
        ("Monitor of Altavoces", "input", True, True, "b.monitor"),
        ("Pipewire's", "input", True, False, "p.monitor"),
        ("Micrófono", "input", False, False, "z"),
        ("Altavoces", "output", False, True, "b"),
    ]
    assert {(one.index, one.rate, one.channels) for one in found} == {(7, 44_100, 2)}
    assert choose(found, "input").name == "Micrófono"  # though the system's own choice is a monitor


def test_no_server_is_no_device_list() -> None:
    assert PulseServer(FakePactl()).devices(1) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "x"]), inner, max_size=3),
    max_leaves=8,
)


@given(answer=JSON)
def test_strange_answers_are_survived(answer: Any) -> None:
    server = PulseServer(FakePactl(info={}, sources=answer, sinks=answer, source_outputs=answer))
    assert server.devices(1) is not None
    assert server.place("input") is None


def test_our_own_stream_is_found_among_others() -> None:
    streams = [
        {"source": 3, "properties": {"application.process.id": "1"}},
        {"source": 4, "properties": {}},
        {"source": 5, "properties": {"application.process.id": str(os.getpid())}},
    ]
    assert PulseServer(FakePactl(source_outputs=streams)).place("input") == 5


def test_the_real_one_lists_its_devices(pulse: Pulse) -> None:
    found = PulseServer().devices(0)
    assert found is not None
    assert choose(found, "input").address == MICROPHONE
    loudspeaker = choose(found, "output")
    assert (loudspeaker.address, loudspeaker.rate, loudspeaker.channels) == (LOUDSPEAKER, LOUDSPEAKER_RATE, 2)
    assert {one.address for one in found if one.monitor} == {"spk.monitor", "mic.monitor"}


def test_no_pactl_and_no_server_are_an_empty_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PULSE_SERVER", f"unix:{tmp_path}/none")
        assert ask_pactl("info") == b""
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ask_pactl("info") == b""
