"""Short conversations for the tests of coaching, as the journal gives them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from garita.journal.journal import Journal, Turn
from garita.messages import HeardWord, Transcript
from garita.roleplay import scenario_file

MADRID = scenario_file.find("es_barajas_turismo")
MADRID_JSON = msgspec.json.encode(MADRID).decode()

# What the officer asks for in this order, and an answer to each.
ANSWERS = (
    "Buenos días, aquí tiene mi pasaporte.", "Me llamo Lucía Hernández.", "Vengo de Guadalajara, México.",
    "Vengo de turismo.", "Dos semanas.", "En casa de mi hermana.", "Soy profesora.", "Llevo ropa y unos libros.",
    "Ochocientos euros.",
)  # fmt: skip


def turns(*said: str) -> list[Turn]:
    """The officer and the student in turn, the officer first, two seconds apart."""
    found: list[Turn] = []
    for number, text in enumerate(said):
        clock = 4 * number
        found += [
            Turn(2 * number + 1, "officer", "Muy bien. ¿Y?", _at(clock), True, ended_at=_at(clock + 1)),
            Turn(2 * number + 2, "student", text, _at(clock + 3), True),
        ]
    return found


def _at(second: float) -> str:
    return (datetime(2026, 11, 1, 10, tzinfo=UTC) + timedelta(seconds=second)).isoformat(timespec="milliseconds")


def heard(text: str, *unsure: str) -> str:
    """The transcript of a spoken turn, with these words doubtful, as the journal keeps it."""
    words = tuple(
        HeardWord(f" {word}", i, i + 0.5, 0.2 if word.strip(".,") in unsure else 0.95)
        for i, word in enumerate(text.split())
    )
    return msgspec.json.encode(Transcript(text, words)).decode()


@contextmanager
def journal(folder: Path) -> Iterator[Journal]:
    """An empty one."""
    with closing(Journal(folder / "j.sqlite3")) as opened:
        yield opened


def keep(journal: Journal, said: Sequence[str], verdict: str = "") -> int:
    """Hold a conversation in a journal."""
    number = journal.begin(MADRID.id, MADRID_JSON, "oficial.gguf", 1)
    for index, text in enumerate(said):
        officer = journal.add_turn(number, "officer", "Muy bien. ¿Y?", complete=False)
        journal.update_turn(officer, "Muy bien. ¿Y?", complete=True, replaced=index % 2)
        journal.add_turn(number, "student", text)
    if verdict:
        last = journal.add_turn(number, "officer", "Puede pasar.", complete=False)
        journal.update_turn(last, "Puede pasar.", complete=True, verdict=verdict)
    return number
