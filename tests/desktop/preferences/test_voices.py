"""Voices are listed with their language, and the wish is kept as their name."""

from __future__ import annotations

from garita.desktop.preferences import voices
from garita.engines.voices.system_program import Found


def test_each_voice_is_called_by_its_name_and_country() -> None:
    own = [
        Found("Mónica", "es-ES"),
        Found("Microsoft Sabina Desktop", "es-MX"),
        Found("Eddy (Spanish (Spain))", "es-ES"),
    ]
    assert voices.named(("espeak:es", "espeak:es-419", "piper:es_AR-daniela-high", "piper:mine"), own) == [
        ("system:Mónica", "Mónica · Español (España)"),
        ("system:Microsoft Sabina Desktop", "Sabina · Español (México)"),
        ("system:Eddy (Spanish (Spain))", "Eddy · Español (España)"),
        ("espeak:es", "espeak-ng · Español (España)"),
        ("espeak:es-419", "espeak-ng · Español (Latinoamérica)"),
        ("piper:es_AR-daniela-high", "daniela-high · Español (Argentina)"),
        ("piper:mine", "mine"),
    ]


def test_the_voices_that_are_always_here_are_listed() -> None:
    assert {"espeak:es", "espeak:es-419"} <= {name for name, _ in voices.listed()}
