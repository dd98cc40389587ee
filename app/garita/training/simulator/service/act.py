"""What a clerk does in a turn, and the note that says so to the model: the form of the officer's, in two languages.

    (Oído: noches, dos noches. Ahora: pregunta por la fecha.)
    (Heard: nights, two nights. Now: ask about the date.)

A turn's text is written with slots (``{noches}``, ``{cosa}``), which ``filled`` puts in. Knows no wording of turns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from garita.training.simulator.service.words import Language, Pair

Kind = Literal[
    "greet", "ask", "repeat", "easier", "quantity", "confirm", "change", "reply", "tell", "price", "ready", "farewell"
]  # fmt: skip

# what stands in the note, by language; the fields in angles are the act's
_NOTES: dict[Kind, Pair] = {
    "greet": Pair("saluda", "greet"),
    "ask": Pair("pregunta por <about>", "ask about <about>"),
    "repeat": Pair("repite la pregunta sobre <about>", "repeat the question about <about>"),
    "easier": Pair("haz más fácil la pregunta sobre <about>", "make the question about <about> easier"),
    "quantity": Pair("pregunta qué cantidad de <item>", "ask what quantity of <item>"),
    "confirm": Pair("confirma si es <item>", "confirm whether it is <item>"),
    "change": Pair("antes dijo <before> y ahora dice <item>: pregunta cuál es",
                   "before it was <before> and now it is <item>: ask which one holds"),
    "reply": Pair("responde en breve sobre <about>", "answer briefly about <about>"),
    "tell": Pair("informa sobre <about>, <limit>", "tell about <about>, <limit>"),
    "price": Pair("da el precio, <price>, por <item>", "give the price, <price>, for <item>"),
    "ready": Pair("di que todo está listo", "say that everything is ready"),
    "farewell": Pair("despídete", "say goodbye"),
}  # fmt: skip
SLOTS: dict[str, Pair] = {
    "item": Pair("cosa", "thing"), "before": Pair("antes", "before"), "limit": Pair("límite", "limit"),
    "price": Pair("pago", "price"),
}  # fmt: skip
_HEARD = Pair("Oído", "Heard")
_NOW = Pair("Ahora", "Now")
NOTHING = Pair("nada", "nothing")
_FIELD = re.compile(r"<(\w+)>")
_SLOT = re.compile(r"\{(\w[\w ]*)\}")
_AT_START = re.compile(r"(?:^|[.!?]\s+)[¿¡]?$")


@dataclass(frozen=True)
class Act:
    """One thing to do; what it is about stands in the language of its turn."""

    kind: Kind
    about: str = ""
    item: str = ""
    before: str = ""
    limit: str = ""
    price: str = ""
    key: str = ""  # the topic, query or remark behind it


@dataclass(frozen=True)
class Heard:
    """What the customer told: the topic's key, its word in the note and the text; no text where the answer was no."""

    key: str
    word: str
    text: str


@dataclass(frozen=True)
class Plan:
    """A turn of the clerk: what was heard and what to do, in ``language``."""

    language: Language
    acts: tuple[Act, ...]
    heard: tuple[Heard, ...] = ()

    def note(self) -> str:
        """The note for it, with its parentheses."""
        heard = "; ".join(f"{one.word}, {one.text or NOTHING.into(self.language)}" for one in self.heard)
        now = ", ".join(self._said(act) for act in self.acts)
        before = f"{_HEARD.into(self.language)}: {heard}. " if heard else ""
        return f"({before}{_NOW.into(self.language)}: {now}.)"

    def values(self) -> dict[str, str]:
        """What may be put into the turn's slots, by slot."""
        of_acts = {
            slot.into(self.language): getattr(act, field) for act in self.acts for field, slot in SLOTS.items()
            if getattr(act, field)
        }  # fmt: skip
        return of_acts | {one.word: one.text for one in self.heard if one.text}

    def _said(self, act: Act) -> str:
        return _FIELD.sub(lambda found: str(getattr(act, found[1])), _NOTES[act.kind].into(self.language))


def slot(name: str) -> str:
    """How a slot is written."""
    return f"{{{name}}}"


def slots_of(text: str) -> list[str]:
    """The names of the slots in a text."""
    return _SLOT.findall(text)


def filled(text: str, values: Mapping[str, str]) -> str:
    """``text`` with its slots in words; at the start of a sentence with a capital.

    Raises:
        KeyError: there is no value for a slot.
    """

    def words(found: re.Match[str]) -> str:
        value = values[found[1]]
        return value[:1].upper() + value[1:] if _AT_START.search(text[: found.start()]) else value

    return _SLOT.sub(words, text)
