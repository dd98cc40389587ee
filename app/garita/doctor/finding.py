"""What the doctor says about one thing it looked at, in both languages."""

from __future__ import annotations

from typing import Literal

import msgspec

from garita import messages_to_user
from garita.errors import GaritaError
from garita.messages_to_user.entry import Language

State = Literal["ok", "note", "problem"]
Words = dict[Language, str]


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at. ``mend`` is a command or an advice, in both languages; None where nothing is wrong."""

    name: str
    state: State
    label: Words
    value: Words
    mend: Words | None = None


def both(text: str) -> Words:
    """A name or a number that is the same in both languages."""
    return {"en": text, "es": text}


def from_error(name: str, label: Words, error: GaritaError, state: State = "problem") -> Finding:
    """What an error says, as a finding."""
    english, spanish = messages_to_user.explain(error, "en"), messages_to_user.explain(error, "es")
    value: Words = {"en": english.sentence, "es": spanish.sentence}
    return Finding(name, state, label, value, {"en": english.to_do, "es": spanish.to_do})
