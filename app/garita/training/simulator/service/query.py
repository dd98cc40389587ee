"""What customers ask clerks off the checklist, and what clerks know: a subject, a question, an answer with a detail.

Written like topics, one block each: ``@hours | el horario | the opening hours | hours`` with ``es?`` the customer's
question and ``es=`` the clerk's answer, in which ``<x>`` is the detail; ``tú?`` and ``tú=`` where friends say it
otherwise. Knows no scenes.
"""

from __future__ import annotations

from typing import NamedTuple

from garita.training.simulator.service.lines import PLAIN, Tongue


class QuerySide(NamedTuple):
    """A query in one language."""

    about: str
    ask: tuple[str, ...]
    answer: tuple[str, ...]


class Query(NamedTuple):
    """Something customers want to know; ``value`` is the kind of the answer's detail, empty where it has none."""

    key: str
    value: str
    sides: dict[Tongue, QuerySide]

    def into(self, tongue: Tongue) -> QuerySide:
        """Its words as ``tongue`` has them, or the plain ones of its language."""
        return self.sides.get(tongue) or self.sides[PLAIN[tongue]]


def queries(text: str) -> dict[str, Query]:
    """Queries by key, from the text form."""
    found = (_query(block) for block in text.split("@") if block.strip())
    return {query.key: query for query in found}


def _query(block: str) -> Query:
    head, *lines = (line.strip() for line in block.strip().splitlines())
    key, spanish, english, value = (part.strip() for part in head.split("|"))
    about: dict[Tongue, str] = {"es": spanish, "tú": spanish, "en": english}
    sides = {tongue: _side(tongue, name, lines) for tongue, name in about.items()}
    return Query(key, value, {tongue: side for tongue, side in sides.items() if side.ask and side.answer})


def _side(tongue: Tongue, about: str, lines: list[str]) -> QuerySide:
    ask, answer = (tuple(line[3:].strip() for line in lines if line.startswith(tongue + mark)) for mark in "?=")
    return QuerySide(about, ask, answer)
