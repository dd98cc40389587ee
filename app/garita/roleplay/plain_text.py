"""Text without what learners and models spell in different ways: accents, case, punctuation."""

from __future__ import annotations

import re
import unicodedata

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"|‘[^’]*’|(?<!\w)'[^']*'(?!\w)")
_NO_WORD = re.compile(r"[^\w]+")


def plain(text: str) -> str:
    """Small letters without accents, single spaces, no punctuation: "¿Qué  trae?" -> "que trae"."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    letters = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _NO_WORD.sub(" ", letters).strip()


def without_quotes(text: str) -> str:
    """Quoted words taken out: who quotes does not speak."""
    return _QUOTED.sub(" ", text)
