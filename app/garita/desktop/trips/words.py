"""The words for what a scenario says in codes: place, case, manner, level. Knows no widget."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garita.roleplay.scenario import Case, Level, Manner, Place

translate = QCoreApplication.translate


def place(code: Place) -> str:
    """Where the booth stands."""
    return {
        "airport": translate("Trips", "Airport"),
        "land_border": translate("Trips", "Land border"),
        "port": translate("Trips", "Port"),
    }[code]


PLACE_ICONS: dict[Place, str] = {"airport": "plane", "land_border": "flag", "port": "globe"}


def case(code: Case) -> str:
    """What the journey is about."""
    return {
        "tourist": translate("Trips", "Holiday"),
        "student": translate("Trips", "Studies"),
        "business_samples": translate("Trips", "Business samples"),
        "family_food": translate("Trips", "Food for the family"),
        "cash": translate("Trips", "Cash"),
        "medicines": translate("Trips", "Medicines"),
        "pets": translate("Trips", "A pet"),
        "transit": translate("Trips", "Travelling on"),
    }[code]


def manner(code: Manner) -> str:
    """How the officer treats people."""
    return {
        "kind": translate("Trips", "kind"),
        "neutral": translate("Trips", "matter-of-fact"),
        "stern": translate("Trips", "stern"),
        "hurried": translate("Trips", "in a hurry"),
    }[code]


def level(code: Level) -> str:
    """What a level of the European framework means at a booth."""
    return {
        "A2": translate("Trips", "A2: short, slow questions"),
        "B1": translate("Trips", "B1: everyday questions"),
        "B2": translate("Trips", "B2: details and reasons"),
        "C1": translate("Trips", "C1: strict and fast"),
    }[code]


LEVEL_TONES: dict[Level, str] = {"A2": "good", "B1": "accent", "B2": "warn", "C1": "bad"}


def length(minutes: int) -> str:
    """About how long it takes."""
    return translate("Trips", "about {minutes} min").format(minutes=minutes)


def practised(times: int) -> str:
    """How often it was practised; empty for never."""
    if times == 0:
        return ""
    if times == 1:
        return translate("Trips", "practised once")
    return translate("Trips", "practised {times} times").format(times=times)
