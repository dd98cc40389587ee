"""The voices one can choose, as the settings page lists them: Garita's, those dropped here, and the computer's own.

Knows voices by name and makes none.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale

from garita.engines.voices import choose, espeak, piper, system
from garita.engines.voices.system_program import Found


def listed() -> list[tuple[str, str]]:
    """Each voice's name in the settings and what it is called on the page; waits for disk and system."""
    return named(choose.present(), system.installed())


def named(present: Sequence[str], own: Sequence[Found]) -> list[tuple[str, str]]:
    """The computer's own come first: they sound best."""
    return [
        *((system.PREFIX + voice.name, f"{_short(voice.name)} · {language(voice.language)}") for voice in own),
        *((name, called(name)) for name in present),
    ]


def called(name: str) -> str:
    """One of Garita's voices, or a file's."""
    if name.startswith(espeak.PREFIX):
        return f"espeak-ng · {language(name.removeprefix(espeak.PREFIX))}"
    file = name.removeprefix(piper.PREFIX)
    spoken, dash, speaker = file.partition("-")
    return f"{speaker} · {language(spoken)}" if dash and spoken.startswith("es") else file


def _short(name: str) -> str:
    """ "Microsoft Helena Desktop" is Helena, "Eddy (Spanish (Mexico))" is Eddy: the country follows anyway."""
    return name.removeprefix("Microsoft ").removesuffix(" Desktop").partition(" (")[0]


def language(code: str) -> str:
    """ "es-MX" as "Español (México)": those who practise Spanish may read it so."""
    _, _, territory = code.replace("_", "-").partition("-")
    if territory == "419":
        return "Español (Latinoamérica)"
    return f"Español ({QLocale('es_' + (territory or 'ES')).nativeTerritoryName()})"
