"""The two languages of service talk, and phrases that exist in both. Knows no scenes and no sentences."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["es", "en"]


class Pair(NamedTuple):
    """The same thing in Spanish and in English."""

    es: str
    en: str

    def into(self, language: Language) -> str:
        """The one in ``language``."""
        return self.es if language == "es" else self.en


class Value(NamedTuple):
    """What a customer has to tell: as the customer says it ("con mi hermana") and as it is heard ("con su hermana")."""

    said: Pair
    heard: Pair


def other(language: Language) -> Language:
    """The language that is not ``language``."""
    return "en" if language == "es" else "es"


def pair(line: str) -> Pair:
    """A pair from text: ``"una noche / one night"``; what is the same in both languages stands once."""
    es, slash, en = line.partition("/")
    return Pair(es.strip(), (en if slash else es).strip())
