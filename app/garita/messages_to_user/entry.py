"""The shape of an entry in the tables of words: title, sentence and what to do, in two languages."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["en", "es"]


class Words(NamedTuple):
    """One entry in one language. The fields are templates over the error's facts."""

    title: str
    sentence: str
    to_do: str


Entry = dict[Language, Words]


def entry(en: tuple[str, str, str], es: tuple[str, str, str]) -> Entry:
    """Both languages of one error."""
    return {"en": Words(*en), "es": Words(*es)}
