"""The settings: one tree of values, each with default, limits and a description. Only what differs is saved.

Knows the file's format and nothing of who uses a value. The tree is a set of msgspec structs; limits are part of the
types, so a file with a wrong value is refused with its key and line instead of being silently corrected.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from garita import paths, toml_file
from garita.errors import SettingsInvalid
from garita.files import write_beside


class AdapterChoice(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """An adapter that is applied to the model while it runs."""

    path: Annotated[str, Meta(description="The adapter's .gguf file.")]
    scale: Annotated[float, Meta(ge=-4, le=4, description="How strongly; 1 as it was trained.")] = 1.0


class ModelSettings(msgspec.Struct, forbid_unknown_fields=True):
    """The language model and how it is run."""

    file: Annotated[str, Meta(description="Model file to use; empty means the built-in officer.")] = ""
    threads: Annotated[int, Meta(ge=0, le=256, description="Threads; 0 measures and chooses.")] = 0
    gpu_layers: Annotated[int, Meta(ge=-1, le=1000, description="Layers on the GPU; -1 chooses from free memory.")] = -1
    context: Annotated[int, Meta(ge=0, le=1_048_576, description="Context in tokens; 0 chooses.")] = 0
    adapters: Annotated[tuple[AdapterChoice, ...], Meta(description="Adapters applied while the model runs.")] = ()


class SamplingSettings(msgspec.Struct, forbid_unknown_fields=True):
    """How freely the officer words things."""

    temperature: Annotated[float, Meta(ge=0, le=2, description="0 is always the likeliest word.")] = 0.3
    top_p: Annotated[float, Meta(gt=0, le=1, description="Only the likeliest words that sum to this share.")] = 0.95
    min_p: Annotated[float, Meta(ge=0, le=1, description="Drop words less likely than this share of the best.")] = 0.05
    # Off by default: taking up the student's words is wanted here, and the guard refuses real repeats.
    dry_multiplier: Annotated[float, Meta(ge=0, le=5, description="Repetition control (DRY); 0 is off.")] = 0.0
    max_tokens: Annotated[int, Meta(ge=16, le=2000, description="Longest reply in tokens.")] = 160


class VoiceSettings(msgspec.Struct, forbid_unknown_fields=True):
    """How the student is heard and how the officer sounds."""

    microphone: Annotated[str, Meta(description="Input device by name; empty means the system's.")] = ""
    loudspeaker: Annotated[str, Meta(description="Output device by name; empty means the system's.")] = ""
    recogniser: Annotated[str, Meta(description="Folder of a faster-whisper model; empty means the installed one.")] = (
        ""
    )
    voice: Annotated[str, Meta(description="The officer's voice; empty chooses by the scenario's country.")] = ""
    speed: Annotated[float, Meta(ge=0.5, le=1.5, description="Speed of the officer's voice; 1 is its own.")] = 1.0
    volume: Annotated[float, Meta(ge=0, le=1, description="Loudness of the officer's voice.")] = 1.0
    mode: Annotated[Literal["hands_free", "push_to_talk"], Meta(description="When the microphone listens.")] = (
        "hands_free"
    )
    barge_in: Annotated[bool, Meta(description="The student may interrupt; needs headphones or an echo check.")] = False
    pause: Annotated[
        float, Meta(ge=0, le=5, description="Seconds of silence that end a turn; 0 learns it from the student.")
    ] = 0.0
    effect: Annotated[Literal["none", "glass", "public_address"], Meta(description="How the booth sounds.")] = "none"
    ambience: Annotated[float, Meta(ge=0, le=1, description="Loudness of the hall around the booth.")] = 0.0
    keep_recordings: Annotated[bool, Meta(description="Keep the student's own voice beside the journal.")] = False
    listens: Annotated[bool, Meta(description="Hear the student; off: the student types.")] = True
    aloud: Annotated[bool, Meta(description="The officer speaks aloud; off: the words are on the screen only.")] = True


class WindowSettings(msgspec.Struct, forbid_unknown_fields=True):
    """How the window looks and behaves."""

    theme: Annotated[Literal["auto", "light", "dark", "contrast"], Meta(description="auto follows the system.")] = (
        "auto"
    )
    text_size: Annotated[float, Meta(ge=0.8, le=2.0, description="Size of all text; 1 is the system's.")] = 1.0
    reduced_motion: Annotated[bool, Meta(description="No animation that is not needed.")] = False
    officer: Annotated[bool, Meta(description="Draw the officer and the booth.")] = True
    talk_key: Annotated[str, Meta(description="Hold to speak, as Qt writes keys: Space, F8, Ctrl+Space.")] = "Space"
    welcomed: Annotated[bool, Meta(description="The welcome has been seen or skipped.")] = False


class NetworkSettings(msgspec.Struct, forbid_unknown_fields=True):
    """What may leave this computer: nothing but downloads that are asked for, or not even those."""

    offline: Annotated[bool, Meta(description="Never use the network.")] = False


class Settings(msgspec.Struct, forbid_unknown_fields=True):
    """The whole tree."""

    language: Annotated[Literal["auto", "es", "en"], Meta(description="Language of Garita's own messages.")] = "auto"
    model: ModelSettings = msgspec.field(default_factory=ModelSettings)
    sampling: SamplingSettings = msgspec.field(default_factory=SamplingSettings)
    voice: VoiceSettings = msgspec.field(default_factory=VoiceSettings)
    window: WindowSettings = msgspec.field(default_factory=WindowSettings)
    network: NetworkSettings = msgspec.field(default_factory=NetworkSettings)


def load(path: Path | None = None) -> Settings:
    """Read the settings; a missing file means all defaults.

    Raises:
        SettingsInvalid: with path, line, key and problem.
    """
    path = path or paths.settings()
    if not path.exists():
        return Settings()
    return toml_file.read(path, Settings, lambda _: (), SettingsInvalid)


def load_or_replace(path: Path | None = None) -> tuple[Settings, Path | None]:
    """Read the settings; a damaged file is kept aside and all is default. The second value says where it is kept."""
    path = path or paths.settings()
    try:
        return load(path), None
    except SettingsInvalid:
        kept = path.with_name(f"{path.name}.damaged-{datetime.now(UTC):%Y%m%d-%H%M%S-%f}")
        path.rename(kept)
        return Settings(), kept


def save(settings: Settings, path: Path | None = None) -> None:
    """Write what differs from the defaults."""
    different = _difference(msgspec.to_builtins(settings), msgspec.to_builtins(Settings()))
    write_beside(path or paths.settings(), msgspec.toml.encode(different))


def _difference(values: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """The entries of ``values`` that are not the default, sub-trees included."""
    result: dict[str, Any] = {}
    for key, value in values.items():
        if isinstance(value, dict):
            if inner := _difference(value, defaults[key]):
                result[key] = inner
        elif value != defaults[key]:
            result[key] = value
    return result
