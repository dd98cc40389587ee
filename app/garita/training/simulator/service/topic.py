"""A topic of service talk: what it is called, how it is asked for, answered and taken up, in both languages.

Topics are written as text, one block each:

    @nights | noches, las noches | nights, the nights | nights
    es? ¿Cuántas noches {se queda|desea quedarse}?
    es= quiero quedarme <x>
    es> <x>, {perfecto|muy bien}
    en? ...

The first line names the topic, its word in notes (which is its slot) with the words after "about", and the kind of its
value. ``?`` is the clerk's question, ``=`` the customer's answer, ``>`` the clerk taking it up. Knows no scenes.
"""

from __future__ import annotations

from typing import NamedTuple

from garita.training.simulator.service.words import Language

_MARKS = "?=>"


class Side(NamedTuple):
    """A topic in one language; patterns are ``wording.say``'s, with ``<x>`` for the value."""

    word: str
    about: str
    ask: tuple[str, ...]
    answer: tuple[str, ...]
    take_up: tuple[str, ...]


class Topic(NamedTuple):
    """Something the clerk asks for; ``value`` is a kind of ``values``."""

    key: str
    value: str
    es: Side
    en: Side

    def into(self, language: Language) -> Side:
        """Its words in ``language``."""
        return self.es if language == "es" else self.en


def topics(text: str) -> dict[str, Topic]:
    """Topics by key, from the text form.

    Raises:
        ValueError: a block is incomplete.
    """
    blocks = (block for block in text.split("@") if block.strip())
    return {topic.key: topic for topic in map(_topic, blocks)}


def _topic(block: str) -> Topic:
    head, *lines = (line.strip() for line in block.strip().splitlines())
    key, spanish, english, value = (part.strip() for part in head.split("|"))
    return Topic(key, value, _side("es", spanish, lines), _side("en", english, lines))


def _side(language: Language, names: str, lines: list[str]) -> Side:
    word, about = (name.strip() for name in names.split(","))
    found = [tuple(line[3:].strip() for line in lines if line.startswith(language + mark)) for mark in _MARKS]
    if not all(found):
        raise ValueError(f"{word}: question, answer or taking up is missing in {language}")
    return Side(word, about, *found)
