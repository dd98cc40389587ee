"""Is a sentence Spanish? Very frequent words decide where they can, py3langid where they cannot.

Language identification is weak below five words and where a foreign name stands in a Spanish sentence; a handful of
words that exist in one language only settles most of that. Knows nothing of officers. The identifier is loaded at the
first sentence or when ``load`` is called.
"""

from __future__ import annotations

import re
from functools import cache

from py3langid.langid import LanguageIdentifier

from garita.roleplay.language_tables import identifier
from garita.roleplay.plain_text import without_quotes


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LANGUAGES = ["es", "en", "pt", "fr", "it", "de"]  # Catalan and Galician would only swallow short Spanish sentences

_SPANISH = _words(
    """
    el los las una y que qué es está son su sus usted ustedes del al con muy bien gracias señor señora
    señorita buenos buenas días tardes noches dónde cuánto cuánta cuántos cuántas cuándo cómo cuál quién
    pero más hay aquí viene tiene trae lleva puede sí lo le les pase hola adiós bienvenido bienvenida
    hasta sobre también entonces ahora favor pasaporte maleta equipaje viaje dinero dígame espere abra
    todo
    """
)
# None of these may be a Spanish word too ("dos", "os", "he"): it would speak against good Spanish.
_FOREIGN = {
    "en": _words(
        """
        the and you your is are have has does did what where how thank thanks please welcome hello with from
        of this that it my we will can enjoy next yes very good any anything stay to i she officer suitcase
        there which who when long bye goodbye morning much sir madam go ahead open wait in so tell bag problem
        sorry need let see one two three safe trip luggage sure just here not okay alright
        """
    ),
    "pt": _words(
        """
        obrigado obrigada você vocês não sim tem senhor senhora seu sua seus suas do da em na um uma com boa
        bom viagem muito onde dinheiro pode é isso mais ao pelo bagagem qual vem quanto quantos bem
        """
    ),
    "fr": _words(
        """
        vous votre est et une avec pour je merci bonjour passeport du dans bienvenue combien êtes avez quel
        quelle plaît monsieur madame ne pas très où
        """
    ),
    "it": _words(
        """
        grazie il che di è per sono della buongiorno prego passaporto signore signora gli dove quanto suo
        bene molto questo
        """
    ),
    "de": _words(
        """
        und der die ist sie ihr ihre ihren bitte danke haben guten nicht wie für mit von willkommen
        gute reise was woher kommen ich wir
        """
    ),
}

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_NOT_LATIN = re.compile(r"[^\W\d_\u0000-\u024f]")


def is_spanish(sentence: str) -> bool:
    """Whether this is a sentence in Spanish; foreign names and single foreign words may stand in it."""
    said = without_quotes(sentence)
    words = _WORD.findall(said)
    if len(_NOT_LATIN.findall(said)) > len(said) // 4:
        return False
    if not words:
        return True
    common = [word.lower() for index, word in enumerate(words) if index == 0 or not word[0].isupper()]
    spanish, foreign = _votes(said, common)
    if spanish > foreign:
        return len(words) < 6 or _probability(said) > 0.02
    if foreign:
        return foreign == 1 and len(words) > 3 and _probability(said) > 0.6
    if len(common) < min(3, len(words)):  # hardly more than a name: "Excelente, Ana Beatriz Carvalho."
        return True
    return _probability(said) > (0.15 if len(words) > 2 else 0.01)


def load() -> None:
    """Read the identifier's model now instead of at the first sentence that needs it."""
    _identifier()


def _votes(said: str, common: list[str]) -> tuple[int, int]:
    """How many of the words that are no names are Spanish, and how many of the likeliest other language."""
    spanish = sum(word in _SPANISH for word in common) + ("¿" in said or "¡" in said or "ñ" in said)
    return spanish, max(sum(word in known for word in common) for known in _FOREIGN.values())


def _probability(said: str) -> float:
    """How likely Spanish is among ``LANGUAGES``, 0 to 1."""
    return float(dict(_identifier().rank(said))["es"])


@cache
def _identifier() -> LanguageIdentifier:
    return identifier(LANGUAGES)
