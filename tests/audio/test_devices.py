"""Choosing devices by name; monitors are marked and never chosen unasked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.audio.devices import Device, choose, is_monitor, numbered, stable
from garita.errors import NoLoudspeaker, NoMicrophone

NAMES = st.sampled_from(["Mic", "mic ", "Headset", "Cámara", "Monitor of X"])
DEVICES = st.lists(
    st.builds(
        Device, NAMES, st.sampled_from(["input", "output"]), st.integers(0, 9), st.just(48_000), st.just(2),
        monitor=st.booleans(), default=st.booleans(),
    ),
    max_size=6,
)  # fmt: skip


@given(found=DEVICES)
def test_without_a_name_no_monitor_is_chosen_and_the_default_first(found: list[Device]) -> None:
    usable = [device for device in found if device.direction == "input" and not device.monitor]
    if not usable:
        with pytest.raises(NoMicrophone):
            choose(found, "input")
        return
    chosen = choose(found, "input")
    assert not chosen.monitor
    assert chosen.default or not any(device.default for device in usable)


@given(found=DEVICES)
def test_every_device_can_be_chosen_by_its_numbered_name(found: list[Device]) -> None:
    listed = numbered(found)
    assert [(device.index, device.direction) for device in listed] == [(one.index, one.direction) for one in found]
    for device in listed:
        assert choose(listed, device.direction, device.name) == device


def test_names_are_found_whatever_their_capitals_and_by_address() -> None:
    found = [Device("Cámara", "input", 1, 48_000, 1), Device("Micrófono", "input", 2, 48_000, 1, address="alsa.usb")]
    assert choose(found, "input", "MICRÓFONO").index == 2
    assert choose(found, "input", "alsa.usb").index == 2
    with pytest.raises(NoMicrophone) as caught:
        choose(found, "input", "Mic")
    assert caught.value.facts == {"name": "Mic", "present": "Cámara, Micrófono"}
    with pytest.raises(NoLoudspeaker):
        choose(found, "output")


@pytest.mark.parametrize(
    ("name", "monitor"),
    [
        ("Monitor of Built-in Audio", True),
        ("Speakers (Realtek) [Loopback]", True),
        ("Mezcla estéreo (Realtek)", True),
        ("alsa_output.pci.monitor", True),
        ("LG Monitor Microphone", False),
        ("MacBook Pro Microphone", False),
    ],
)
def test_monitors_are_known_by_their_names(name: str, monitor: bool) -> None:
    assert is_monitor(name) is monitor


def test_names_do_not_change_with_the_order_of_the_cards() -> None:
    assert stable("HDA Intel PCH: ALC257 Analog (hw:0,0)") == stable("HDA Intel PCH: ALC257 Analog (hw:2,0)")
    assert stable("Jabra (left)") == "Jabra (left)"
