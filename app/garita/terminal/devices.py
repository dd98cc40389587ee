"""``garita devices``: the microphones and loudspeakers of this computer, and which would be used."""

from __future__ import annotations

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from garita import messages_to_user
from garita.audio.devices import Device, Direction, SoundSystem, choose
from garita.errors import GaritaError, NoLoudspeaker, NoMicrophone
from garita.messages_to_user.entry import Language
from garita.settings import VoiceSettings
from garita.terminal.words import word


class Listing(msgspec.Struct, frozen=True):
    """What ``--json`` prints. The chosen names are null where there is none; ``problems`` say why."""

    devices: tuple[Device, ...]
    microphone: str | None
    loudspeaker: str | None
    problems: tuple[str, ...]


def show_devices(
    console: Console, system: SoundSystem, voice: VoiceSettings, language: Language, *, as_json: bool
) -> None:
    """Print the devices as a table or as JSON; a missing one is a sentence below, not a failure."""
    listing = _listing(system.devices(), voice, language)
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(listing), indent=2).decode())
        return
    if listing.devices:
        console.print(_table(listing, language))
    for problem in listing.problems:
        console.print(Text(problem, "yellow"))


def _listing(found: list[Device], voice: VoiceSettings, language: Language) -> Listing:
    problems: list[str] = []

    def chosen(direction: Direction, name: str) -> str | None:
        try:
            return choose(found, direction, name).name
        except (NoMicrophone, NoLoudspeaker) as error:
            problems.append(_sentence(error, language))
            return None

    microphone, loudspeaker = chosen("input", voice.microphone), chosen("output", voice.loudspeaker)
    return Listing(tuple(found), microphone, loudspeaker, tuple(problems))


def _sentence(error: GaritaError, language: Language) -> str:
    return messages_to_user.one_line(error, language)


def _table(listing: Listing, language: Language) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("", "device", "direction", "rate", ""):
        table.add_column(word(f"devices_{heading}", language) if heading else "", overflow="fold")
    for device in listing.devices:
        used = device.name == (listing.microphone if device.direction == "input" else listing.loudspeaker)
        table.add_row(
            Text("●" if used else " ", "green"), Text(device.name, "cyan"),
            word(f"devices_{device.direction}", language), f"{device.rate} Hz",
            Text(_note(device, used, language), "yellow" if device.monitor else ""),
        )  # fmt: skip
    return table


def _note(device: Device, used: bool, language: Language) -> str:
    notes = [("devices_monitor", device.monitor), ("devices_used", used), ("devices_default", device.default)]
    return ", ".join(word(key, language) for key, is_so in notes if is_so)
