"""Makes a journal with many conversations, for measuring and for tests. Nobody said any of it."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from garita.journal.journal import Journal
from garita.journal.words import words
from garita.roleplay import scenario_file

_VERDICTS = ("admit", "admit", "admit", "pay", "hold", "inspect", "refuse")
_AT_ONCE = 2000
_OFFICER = (
    "Buenos días. Su pasaporte, por favor.", "¿De dónde viene usted?", "¿Cuál es el motivo de su viaje?",
    "¿Cuántos días se va a quedar?", "¿Dónde se aloja?", "¿Trae alimentos o bebidas?", "¿Cuánto dinero lleva?",
    "Muy bien. Puede pasar, que tenga un buen viaje.",
)  # fmt: skip
_STUDENT = (
    "Buenos días, aquí tiene mi pasaporte.", "Vengo de {place}.", "Vengo de turismo, a visitar {place}.",
    "Me quedo {number} días.", "Me alojo en un hotel cerca de la estación de {place}.",
    "Llevo {number} botellas de vino y un jamón.", "Llevo {number} euros en efectivo.", "Muchas gracias, adiós.",
)  # fmt: skip
_PLACES = ("Puebla", "Bogotá", "Asunción", "Lima", "Córdoba", "Málaga", "Mérida", "Cusco", "Rosario", "Ibarra")


def fill(path: Path, conversations: int, *, seed: int = 1, now: datetime | None = None) -> None:
    """Add conversations to the journal at ``path``, the last of them a moment ago."""
    Journal(path).close()
    rng, now = random.Random(seed), now or datetime.now(UTC)
    scenarios = [(scenario.id, msgspec.json.encode(scenario).decode()) for scenario in scenario_file.load_all()]
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        for first in range(0, conversations, _AT_ONCE):
            with connection:
                for number in range(first, min(first + _AT_ONCE, conversations)):
                    start = now - timedelta(hours=3 * (conversations - number), minutes=rng.randrange(60))
                    _conversation(connection, rng, start, *rng.choice(scenarios))
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _conversation(
    connection: sqlite3.Connection, rng: random.Random, start: datetime, scenario: str, scenario_json: str
) -> None:
    head = (start.isoformat(timespec="milliseconds"), scenario, scenario_json, "oficial-garita.gguf", rng.randrange(99))
    number = connection.execute(
        "INSERT INTO conversation (started_at, scenario, scenario_json, model, seed) VALUES (?, ?, ?, ?, ?)", head
    ).lastrowid
    connection.executemany(
        "INSERT INTO turn (conversation, who, text, said_at, complete, number, ended_at, words, verdict)"
        " VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?)",
        [(number, *turn) for turn in _turns(rng, start)],
    )
    connection.execute("UPDATE turn SET verdict = verdict WHERE conversation = ? AND verdict <> ''", (number,))


def _turns(rng: random.Random, now: datetime) -> Iterator[tuple[str, str, str, int, str, int, str]]:
    last = rng.choice((4, 6, 8, 8, 8))
    for turn, (officer, student) in enumerate(zip(_OFFICER[:last], _STUDENT, strict=False), start=1):
        now += timedelta(seconds=rng.uniform(1, 4))
        said, now = now, now + timedelta(seconds=2)
        verdict = rng.choice(_VERDICTS) if turn == len(_OFFICER) else ""
        yield "officer", officer, _text(said), turn, _text(now), len(words(officer)), verdict
        now += timedelta(seconds=rng.uniform(3, 25))
        text = student.format(place=rng.choice(_PLACES), number=rng.randrange(2, 9000))
        yield "student", text, _text(now), turn + 1, "", len(words(text)), ""


def _text(when: datetime) -> str:
    return when.isoformat(timespec="milliseconds")
