"""A traveller -> how their passport photograph looks. Everything follows from the name and the dossier's grammar.

The dossier does not say whether a traveller is a woman or a man, its Spanish does: "viajo sola", "profesora". Knows no
Qt; colours are "#rrggbb".
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from garita.desktop.officer.look import SKINS, Skin
from garita.engines.voices.gender import gender_of
from garita.roleplay import dossier_tables as tables
from garita.roleplay.scenario import Traveller

Hair = Literal["short", "side", "curly", "bald", "long", "bob", "tied"]
_HAIR_COLOURS = ("#241c1c", "#33241f", "#4a3026", "#6b4528", "#8d5b32", "#a87b47")
_GREY = ("#9a979a", "#c4c0bc")
_CLOTHES = ("#2f5d73", "#7a4a52", "#4d6b4f", "#5b5478", "#8a6a3d", "#3f4a5c", "#a3603f")
_OLD = re.compile(r"jubilad|pensionad|abuel")
_WOMAN = re.compile(r"\bsola\b|(?:dora|sora|ñora|iera|ista de|logía|ncia|eta|nera|aria|rina|orra)\b")
_MAN = re.compile(r"\bsolo\b|\b(?:dueño|maestro|médico|ingeniero|arquitecto|abogado|enfermero|cocinero|profesor)\b")
_MEN_HAIR: tuple[Hair, ...] = ("short", "side", "curly", "bald", "short", "side")
_WOMEN_HAIR: tuple[Hair, ...] = ("long", "bob", "tied", "curly", "long")

T = TypeVar("T")


@dataclass(frozen=True)
class Looks:
    """What is drawn; equal looks are drawn equally."""

    woman: bool
    skin: Skin
    hair: Hair
    hair_colour: str
    clothes: str
    glasses: bool
    beard: bool


def looks(traveller: Traveller) -> Looks:
    """How a traveller looks: the same one always the same."""
    old = bool(_OLD.search(traveller.profession))
    woman = is_woman(traveller)
    if woman is None:
        woman = _pick(traveller, "gender", (True, False))
    skin = _pick(traveller, "skin", SKINS)
    return Looks(
        woman=woman,
        skin=skin,
        hair=_pick(traveller, "hair", _WOMEN_HAIR if woman else _MEN_HAIR),
        hair_colour=_pick(traveller, "hair colour", _GREY if old else _HAIR_COLOURS[: _shades(skin)]),
        clothes=_pick(traveller, "clothes", _CLOTHES),
        glasses=_pick(traveller, "glasses", (True, False, False)),
        beard=not woman and _pick(traveller, "beard", (True, False, False)),
    )


def is_woman(traveller: Traveller) -> bool | None:
    """True for a woman, False for a man, None where nothing in the dossier tells."""
    for origin in tables.ORIGINS:
        if traveller.name.startswith(tuple(f"{name} " for name in origin.women)):
            return True
        if traveller.name.startswith(tuple(f"{name} " for name in origin.men)):
            return False
    if known := gender_of(traveller.name):
        return known == "woman"
    said = f"{traveller.companions} {traveller.profession}"
    if _MAN.search(said):
        return False
    return True if _WOMAN.search(said) else None


def _shades(skin: Skin) -> int:
    """How many of the hair colours, darkest first, go with a complexion; both are listed by how light they are."""
    return len(_HAIR_COLOURS) if skin in SKINS[:2] else 3


def _pick(traveller: Traveller, trait: str, among: Sequence[T]) -> T:
    digest = hashlib.blake2b(f"{traveller.name}|{trait}".encode(), digest_size=8).digest()
    return among[int.from_bytes(digest, "big") % len(among)]
