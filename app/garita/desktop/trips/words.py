"""The words for what a scenario says in codes: place, case, manner, level. Knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garita.roleplay.scenario import Case, Level, Manner, Place

_tr = QCoreApplication.translate


def place(code: Place) -> str:
    """Where the booth stands."""
    return {
        "airport": _tr("Trips", "Airport"),
        "land_border": _tr("Trips", "Land border"),
        "port": _tr("Trips", "Port"),
    }[code]


PLACE_ICONS: dict[Place, str] = {"airport": "plane", "land_border": "flag", "port": "globe"}


def case(code: Case) -> str:
    """What the journey is about."""
    return {
        "tourist": _tr("Trips", "Holiday"),
        "student": _tr("Trips", "Studies"),
        "business_samples": _tr("Trips", "Business samples"),
        "family_food": _tr("Trips", "Food for the family"),
        "cash": _tr("Trips", "Cash"),
        "medicines": _tr("Trips", "Medicines"),
        "pets": _tr("Trips", "A pet"),
        "transit": _tr("Trips", "Travelling on"),
    }[code]


def manner(code: Manner) -> str:
    """How the officer treats people."""
    return {
        "kind": _tr("Trips", "kind"),
        "neutral": _tr("Trips", "matter-of-fact"),
        "stern": _tr("Trips", "stern"),
        "hurried": _tr("Trips", "in a hurry"),
    }[code]


def level(code: Level) -> str:
    """What a level of the European framework means at a booth."""
    return {
        "A2": _tr("Trips", "A2: short, slow questions"),
        "B1": _tr("Trips", "B1: everyday questions"),
        "B2": _tr("Trips", "B2: details and reasons"),
        "C1": _tr("Trips", "C1: strict and fast"),
    }[code]


LEVEL_TONES: dict[Level, str] = {"A2": "good", "B1": "accent", "B2": "warn", "C1": "bad"}


def length(minutes: int) -> str:
    """About how long it takes."""
    return _tr("Trips", "about {minutes} min").format(minutes=minutes)


def practised(times: int) -> str:
    """How often it was practised; empty for never."""
    if times == 0:
        return ""
    if times == 1:
        return _tr("Trips", "practised once")
    return _tr("Trips", "practised {times} times").format(times=times)
