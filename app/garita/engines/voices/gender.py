"""Whether an officer or a traveller is a man or a woman, by the first name. Knows names, no voice."""

from __future__ import annotations

import unicodedata
from typing import Literal

Gender = Literal["man", "woman", ""]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# First names whose ending tells the wrong thing or nothing.
_MEN = _names(
    """
    abel adrian agustin andres angel benjamin borja cesar cristian cristobal daniel david edgar efrain elias esteban
    fabian felipe felix fermin gabriel german gil guzman hector hernan hugo ignacio isaac ismael israel ivan jaime
    javier jesus joan joaquin joel jonathan jordi jorge jose josue juan julian kevin leonel luca lucas luis manuel
    marcel marcos martin matias maximiliano miguel moises nahuel nelson nicolas noe oliver omar oscar pau rafael ramon
    raul ricard ruben samuel santos saul sebastian simon tomas vicente victor walter washington wilkin wilson xavier
    """
)
_WOMEN = _names(
    """
    abril araceli azucena beatriz belen carmen caridad concepcion consuelo dolores edith elisabet elizabeth
    encarnacion ester esther estibaliz flor gladys guadalupe ines ingrid irene iris isabel itziar jacqueline jazmin
    judith karen leonor lizbeth lourdes luz mabel maite maribel marisol maricarmen mercedes merche milagros miriam
    monserrat montserrat nayeli nieves noemi nuria paz pilar raquel rocio rosario ruth sol soledad trinidad vivian
    """
)


def gender_of(officer: str) -> Gender:
    """By the first name; "" where it does not tell."""
    name = _plain(officer.split()[0]) if officer.split() else ""
    if name in _MEN or name in _WOMEN:
        return "man" if name in _MEN else "woman"
    return "woman" if name.endswith("a") else "man" if name.endswith("o") else ""


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name.lower()) if letter.isalpha())
