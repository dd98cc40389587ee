"""The lines of the history: what is shown of a conversation. Knows the journal's values, no widget and no words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from garita.journal.journal import Conversation, Hit
from garita.messages_to_user.entry import Language


class Scene(msgspec.Struct):
    """What the list tells of a saved scenario; read from any version of it."""

    title: str = ""
    title_en: str = ""
    place_name: str = ""
    country: str = ""
    level: str = ""


@dataclass(frozen=True)
class Found:
    """Where a search found something in a conversation."""

    turn: int
    who: str
    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Row:
    """One conversation as a line; ``day`` and ``clock`` are those of this computer's place."""

    head: Conversation
    title: str
    place: str
    level: str
    day: date
    clock: str
    found: Found | None = None


def rows(heads: Iterable[Conversation], language: Language) -> list[Row]:
    """A line for each."""
    return [_row(head, language) for head in heads]


def found_rows(hits: Iterable[Hit], language: Language) -> list[Row]:
    """A line for each, with what was found."""
    return [_row(hit.conversation, language, Found(hit.turn, hit.who, hit.snippet, hit.marks)) for hit in hits]


def scene(head: Conversation) -> Scene:
    """What is known of the scenario; empty where it cannot be read."""
    try:
        return msgspec.json.decode(head.scenario_json, type=Scene)
    except msgspec.DecodeError:
        return Scene()


def _row(head: Conversation, language: Language, found: Found | None = None) -> Row:
    told = scene(head)
    began = datetime.fromisoformat(head.started_at).astimezone()
    title = (told.title if language == "es" else told.title_en) or told.title or head.scenario
    return Row(head, title, told.place_name, told.level, began.date(), began.strftime("%H:%M"), found)
