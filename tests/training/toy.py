"""A tiny corpus of its own for the training tests: two booths, made-up names, and a fact that has to be copied."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from garita.messages import ChatMessage

_SYSTEMS = ("Eres Ana, agente en el aeropuerto. Habla solo español.", "Eres Luis, agente en el puerto. Tienes prisa.")
_SYLLABLES = ("ba", "ri", "to", "mén", "lu", "xa", "gor", "ñe", "pi", "sal")
_CITIES = ("México", "Bogotá", "Quito", "Lima", "Cádiz")


@dataclass(frozen=True)
class ToyConversation:
    messages: list[ChatMessage]


def conversations(count: int, seed: int) -> Iterator[ToyConversation]:
    """The same ``count`` conversations for the same seed."""
    for number in range(count):
        yield _conversation(random.Random(seed * 1_000_003 + number))


def _conversation(rng: random.Random) -> ToyConversation:
    name = "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()
    city, days = rng.choice(_CITIES), rng.randint(2, 40)
    turns = [
        ("system", rng.choice(_SYSTEMS)),
        ("user", "(El viajero llega a la ventanilla.)"),
        ("assistant", rng.choice(("Buenos días. ¿Cómo se llama?", "Buenas. Su nombre, por favor."))),
        ("user", rng.choice((f"Me llamo {name}.", f"soy {name.lower()}", f"{name} 🙂"))),
        ("assistant", f"Bienvenido, {name}. ¿De dónde viene?"),
        ("user", f"De {city}."),
        ("assistant", f"De {city}, muy bien. ¿Cuántos días se queda?"),
        ("user", f"{days} días"),
        ("assistant", f"{days} días, {name}. Puede pasar."),
    ]
    return ToyConversation([ChatMessage(role=role, content=text) for role, text in turns])  # type: ignore[arg-type]
