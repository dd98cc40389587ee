"""Whether a sentence holds only words that its speaker knows or has heard: catches a small model's garbled copies.

A model of a few million parameters sometimes takes up "Lucía" as "Gonzalocía" and "800" as "10500". A model made by
``garita train`` carries the list of words it says of its own accord; whatever else it says must stand in its prompt or
in the conversation. Large models carry no list and are not judged. Knows words and nothing of scenarios or models.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from garita.roleplay.plain_text import plain

# Where the list of own words is kept: space-separated, beside a model in training and in the GGUF's metadata.
FILE_NAME = "words.txt"
METADATA_KEY = "garita.words"

_GROUPED = re.compile(r"(?<=\d) (?=\d{3}\b)")  # "10 000", "10.000" and "10000" are one number


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """All words and numbers of the texts, without accents and capitals."""
    return frozenset(word for text in texts for word in _words(text))


def unheard(sentence: str, known: frozenset[str], heard: frozenset[str]) -> list[str]:
    """The words of a sentence that are neither ``known`` to its speaker nor ``heard``, in ``words_of``'s spelling."""
    return [word for word in _words(sentence) if word not in heard and word not in known]


def _words(text: str) -> list[str]:
    return _GROUPED.sub("", plain(text)).split()
