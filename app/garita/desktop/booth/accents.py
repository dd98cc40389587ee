"""The letters of Spanish that other keyboards lack, and the keys that write them. Knows no keyboard and no window."""

from __future__ import annotations

LETTERS = "áéíóúüñ¿¡"
# Alt and the plain letter; "u" is taken, so "ü" lies on the y, which sounds alike in other languages.
KEYS: dict[str, str] = {
    "A": "á", "E": "é", "I": "í", "O": "ó", "U": "ú", "Y": "ü", "N": "ñ", "?": "¿", "!": "¡",
}  # fmt: skip


def typed(key: str, *, capital: bool) -> str:
    """What Alt with this key writes, capital with Shift; empty where it writes nothing."""
    letter = KEYS.get(key.upper(), "")
    return letter.upper() if capital and letter.isalpha() else letter


def key_for(letter: str) -> str:
    """The key that writes this letter together with Alt."""
    return next(key for key, written in KEYS.items() if written == letter)
