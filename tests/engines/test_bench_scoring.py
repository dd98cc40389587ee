"""Scoring together is held against scoring one by one: same choices, at least three times the rate."""

from __future__ import annotations

from pathlib import Path

from garita.engines.bench_scoring import Item, bench
from garita.engines.child import ChildModel
from garita.engines.llama_options import LlamaOptions
from garita.messages import ChatMessage

TALK = [
    ChatMessage("system", "Eres agente de aduanas en el aeropuerto. Hablas solo español. " * 4),
    ChatMessage("user", "Buenos días, vengo de México por turismo y me quedo tres semanas."),
]
CANDIDATES = ("Su pasaporte, por favor.", "¿Cuánto dinero lleva?", "Puede pasar, buen viaje.", "Un momento.")


def test_together_is_three_times_as_fast_with_the_same_results(tiny: Path) -> None:
    items = [Item([*TALK, ChatMessage("assistant", f"{n}."), ChatMessage("user", "Sí.")], CANDIDATES) for n in range(8)]
    model = ChildModel(LlamaOptions(str(tiny), context_length=512, threads=1))
    steps: list[int] = []
    try:
        model.load()
        found = bench(model, items, lambda done, _: steps.append(done))
    finally:
        model.close()
    assert found.candidates == 32
    assert steps == list(range(1, 9))
    assert found.same_choice == 1.0
    assert found.apart < 0.02  # of some six nats: the cache holds half precision, and batches round otherwise
    assert found.ratio > 3
    assert found.ratio_kept > 1
