"""Which language a conversation is in: py3langid on three short pieces of what the persona says.

Pieces from beginning, middle and end tell as much as the whole and cost a tenth. Small neighbours of Spanish (Catalan,
Galician, Aragonese) are no candidates unless asked for, because they swallow short Spanish sentences. Loading takes
one to two seconds and 80 MB.
"""

from __future__ import annotations

from collections.abc import Sequence

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from garita.errors import DatasetRefused

_MANY_SPEAK = frozenset(
    ["ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "id", "it", "ja", "ko", "nl", "no",
     "pl", "pt", "ro", "ru", "sv", "tr", "uk", "vi", "zh"]
)  # fmt: skip
_PIECE = 40  # characters
_LETTERS = 12  # fewer say nothing
_POSSIBLE = 0.05  # a wanted language with this probability is believed


class LanguageJudge:
    """Tells the language of texts, and whether it is one of those ``wanted`` (ISO 639-1; none: any will do)."""

    def __init__(self, wanted: Sequence[str]) -> None:
        """Raises DatasetRefused for a language that is not known."""
        self._wanted = frozenset(wanted)
        self._identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
        known = set(self._identifier.nb_classes)
        if unknown := sorted(self._wanted - known):
            raise DatasetRefused(path=unknown[0], problem="is no known language; es, en and pt are examples")
        self._identifier.set_languages(sorted((_MANY_SPEAK | self._wanted) & known))

    def language(self, text: str) -> tuple[str, bool]:
        """The language, "" where the text is too short to tell, and whether it will do."""
        if sum(map(str.isalpha, text[: 4 * _LETTERS])) < _LETTERS:
            return "", True
        ranks = {name: float(share) for name, share in self._identifier.rank(_pieces(text))}
        best = max(ranks, key=lambda name: ranks[name])
        possible = [name for name in self._wanted if ranks.get(name, 0.0) >= _POSSIBLE]
        if not self._wanted or best in self._wanted:
            return best, True
        return (max(possible, key=lambda name: ranks[name]), True) if possible else (best, False)


def _pieces(text: str) -> str:
    if len(text) <= 3 * _PIECE:
        return text
    middle = len(text) // 2
    return f"{text[:_PIECE]} {text[middle : middle + _PIECE]} {text[-_PIECE:]}"
