"""Words that Latin America has for Spain's: talks there are written with Spain's and changed at the end."""

from __future__ import annotations

import re

_AMERICAN = {
    "móvil": "celular", "ordenadores": "computadoras", "ordenador": "computadora", "zumo": "jugo", "patatas": "papas",
    "bañera": "tina", "ascensor": "elevador", "jersey": "suéter", "autobús": "camión", "piso pequeño": "departamento",
    "gafas": "lentes", "coche": "carro", "nevera": "refrigerador", "vale": "bueno", "sellos": "estampillas",
}  # fmt: skip
_WORD = re.compile(r"\b(?:" + "|".join(_AMERICAN) + r")\b", re.IGNORECASE)
_IN_SPANISH = ("ES", "GB", "US")


def localised(text: str, land: str) -> str:
    """``text`` in the words of the land; English has none of these words."""
    return text if land in _IN_SPANISH else _WORD.sub(lambda found: _cased(found[0]), text)


def _cased(word: str) -> str:
    there = _AMERICAN[word.lower()]
    return there.capitalize() if word[0].isupper() else there
