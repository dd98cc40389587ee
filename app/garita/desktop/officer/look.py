"""A scenario -> how its officer looks: face, hair, uniform, and the colours of the country.

Everything follows from the officer's name, the country and the place, so an officer is always the same person. Knows
no Qt; colours are "#rrggbb". No real coat of arms and no service's real insignia are meant or drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from garita.engines.voices.gender import gender_of
from garita.roleplay.scenario import Place, Scenario

Gender = Literal["man", "woman"]
Age = Literal["young", "middle", "older"]
Face = Literal["oval", "square", "round"]
HairStyle = Literal["side", "crew", "curls", "receding", "swept", "bun", "bob", "long", "waves", "pixie"]
Beard = Literal["none", "stubble", "moustache", "beard"]
Cut = Literal["shirt", "jacket", "vest"]

MEN_HAIR: tuple[HairStyle, ...] = ("side", "crew", "curls", "receding", "swept")
AGES: tuple[Age, ...] = ("young", "young", "middle", "middle", "middle", "older")
VARIETY = 8140  # of many, one with which the officers that come with Garita look least alike
WOMEN_HAIR: tuple[HairStyle, ...] = ("bun", "bob", "long", "waves", "pixie")


@dataclass(frozen=True)
class Skin:
    """One complexion: lit, in shade, in deep shade, blush, lips."""

    base: str
    shade: str
    deep: str
    blush: str
    lips: str


SKINS = (
    Skin("#f4cdb0", "#dca283", "#b97a60", "#ee9a85", "#c96f66"),
    Skin("#eabb95", "#cd926c", "#a56b4b", "#e28a6b", "#bb6357"),
    Skin("#d9a078", "#b97b55", "#8f5839", "#d0745a", "#a8524a"),
    Skin("#c08660", "#9c6443", "#74452c", "#b4604a", "#94483f"),
    Skin("#98633f", "#77482b", "#55301c", "#96503c", "#7c3d34"),
    Skin("#75482f", "#57331f", "#3b2113", "#7c4232", "#64332c"),
)
_HAIR = ("#1f1a1c", "#2c211f", "#3d2a22", "#533626", "#6b452c")
_GREY = ("#8d8b8e", "#b9b6b3", "#6d6a6c")
_EYES = ("#4a2f1f", "#5b3a22", "#3a2618", "#6a4a26", "#6f5528")


@dataclass(frozen=True)
class Uniform:
    """What is worn. ``cloth`` is the outermost piece, ``under`` what shows at the neck, ``trim`` the insignia."""

    cut: Cut
    cloth: str
    under: str
    tie: str
    trim: str


@dataclass(frozen=True)
class Bands:
    """A country's colours as stripes, from the top, or (``upright``) from the left."""

    colours: tuple[str, ...]
    upright: bool = False


@dataclass(frozen=True)
class Appearance:
    """Everything that is drawn of a person; equal appearances look equal."""

    name: str
    gender: Gender
    age: Age
    face: Face
    skin: Skin
    hair: HairStyle
    hair_colour: str
    eyes: str
    glasses: bool
    beard: Beard
    earrings: bool
    cap: bool
    uniform: Uniform
    bands: Bands
    sign: str  # what the booth's lit sign says


BANDS: dict[str, Bands] = {
    "AR": Bands(("#75aadb", "#ffffff", "#75aadb")),
    "CL": Bands(("#1f4e9e", "#ffffff", "#d0312d", "#d0312d")),
    "CO": Bands(("#f6c945", "#f6c945", "#1f4796", "#c8293a")),
    "CR": Bands(("#1d3f8f", "#ffffff", "#cf2b37", "#cf2b37", "#ffffff", "#1d3f8f")),
    "DO": Bands(("#1b3f86", "#1b3f86", "#ffffff", "#c9243b", "#c9243b")),
    "ES": Bands(("#b92b32", "#f3bf3a", "#f3bf3a", "#b92b32")),
    "MX": Bands(("#1c6b4c", "#ffffff", "#bf2a3a"), upright=True),
    "PE": Bands(("#c8303b", "#ffffff", "#c8303b"), upright=True),
    "UY": Bands(("#ffffff", "#3d7cc9", "#ffffff", "#3d7cc9", "#ffffff")),
}
_PLAIN_BANDS = Bands(("#2f7f86", "#ffffff", "#d99a3d"))

UNIFORMS: dict[str, Uniform] = {
    "AR": Uniform("shirt", "#8fb3d3", "#f5f3ee", "#22324f", "#d8b25a"),
    "CL": Uniform("jacket", "#3f6a4e", "#e8e2cf", "#3b4a3c", "#d9a441"),
    "CO": Uniform("vest", "#27395f", "#eef0f2", "#27395f", "#d9b04c"),
    "CR": Uniform("shirt", "#e9ecef", "#ffffff", "#1f3d73", "#c9a24a"),
    "DO": Uniform("shirt", "#d9c39a", "#fffaf0", "#5a4632", "#c08f35"),
    "ES": Uniform("jacket", "#41603c", "#dfe5d3", "#2b4029", "#d8b25a"),
    "MX": Uniform("jacket", "#6d2f3a", "#f1e9e2", "#40202a", "#d8b25a"),
    "PE": Uniform("vest", "#2d4f74", "#f4f2ee", "#b13a40", "#d3ab52"),
    "UY": Uniform("jacket", "#2b3a58", "#f2f4f6", "#4c8fce", "#d8b25a"),
}
_POLICE = Uniform("jacket", "#24324f", "#e6ecf3", "#18243d", "#d8b25a")
_PLAIN_UNIFORM = Uniform("shirt", "#5b7f86", "#f3f3ee", "#25464c", "#d8b25a")

T = TypeVar("T")


def appearance(scenario: Scenario) -> Appearance:
    """How the officer of a scenario looks."""
    name = scenario.officer.name
    dice = _Dice(name)
    gender = _gender(name, dice)
    age = dice.pick("age", AGES)
    return Appearance(
        name=name,
        gender=gender,
        age=age,
        face=dice.pick("face", ("oval", "square", "round") if gender == "man" else ("oval", "round")),
        skin=dice.pick("skin", SKINS),
        hair=dice.pick("hair", WOMEN_HAIR) if gender == "woman" else dice.pick(f"man's hair {VARIETY}", MEN_HAIR),
        hair_colour=_hair_colour(dice, age),
        eyes=dice.pick("eyes", _EYES),
        glasses=dice.chance("glasses", {"young": 0.2, "middle": 0.34, "older": 0.5}[age]),
        beard=_beard(dice, gender, age),
        earrings=gender == "woman" and dice.chance("earrings", 0.7),
        cap=_wears_cap(scenario.place, dice),
        uniform=uniform_of(scenario.country, scenario.officer.service),
        bands=bands_of(scenario.country),
        sign=sign_of(scenario.officer.service),
    )


def bands_of(country: str) -> Bands:
    """The colour band that hints at a country; our own for a country without one here."""
    return BANDS.get(country.upper(), _PLAIN_BANDS)


def uniform_of(country: str, service: str) -> Uniform:
    """By country; police wear dark blue."""
    if "polic" in service.lower():
        return _POLICE
    return UNIFORMS.get(country.upper(), _PLAIN_UNIFORM)


def sign_of(service: str) -> str:
    """What stands over the booth: most are customs."""
    low = service.lower()
    if "migra" in low:
        return "MIGRACIÓN"
    if "polic" in low:
        return "PASAPORTES"
    return "CONTROL SAG" if "agrícola" in low else "ADUANA"


def surname_plate(name: str) -> str:
    """A name as a name plate has it: "Silvina Pereyra" -> "S. PEREYRA"."""
    words = name.split()
    return f"{words[0][0]}. {words[-1]}".upper() if len(words) > 1 else name.upper()


class _Dice:
    """Choices that follow from a name: each trait has dice of its own, so a new trait changes no old one."""

    def __init__(self, name: str) -> None:
        self._name = name

    def chance(self, trait: str, share: float) -> bool:
        return self._number(trait) < share

    def pick(self, trait: str, among: Sequence[T]) -> T:
        return among[int(self._number(trait) * len(among))]

    def _number(self, trait: str) -> float:
        digest = hashlib.blake2b(f"{self._name}|{trait}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / 2**64


def _gender(name: str, dice: _Dice) -> Gender:
    told = gender_of(name)
    if told:
        return told
    return "man" if dice.chance("gender", 0.5) else "woman"


def _hair_colour(dice: _Dice, age: Age) -> str:
    grey = {"young": 0.0, "middle": 0.15, "older": 0.9}[age]
    return dice.pick("grey", _GREY) if dice.chance("greying", grey) else dice.pick("hair colour", _HAIR)


def _beard(dice: _Dice, gender: Gender, age: Age) -> Beard:
    if gender == "woman":
        return "none"
    choices: tuple[Beard, ...] = ("none", "none", "stubble", "moustache", "beard")
    return dice.pick(f"beard {VARIETY}", choices if age == "young" else (*choices, "moustache"))


def _wears_cap(place: Place, dice: _Dice) -> bool:
    return place == "land_border" or (place == "port" and dice.chance("cap", 0.4))
