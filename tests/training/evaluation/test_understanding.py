"""When two facts say the same, and how hits and misses are counted."""

from __future__ import annotations

import msgspec
import pytest

from garita.roleplay.meaning import Fact, Thing
from garita.training.evaluation.understanding import same


def fact(topic: str, text: str, **more: object) -> Fact:
    return msgspec.convert({"topic": topic, "text": text, **more}, Fact)


RUM = Thing(text="tres litros de ron", name="ron", kind="alcohol", amount=3)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fact("stay", "14 días", number=14), fact("stay", "dos semanas", number=14)),
        (fact("money", "800 euros", number=800, unit="EUR"), fact("money", "ochocientos", number=800)),
        (fact("purpose", "visitar a su hermana"), fact("purpose", "visita a su hermana")),
        (fact("name", "Lucía Hernández"), fact("name", "lucia hernandez")),
        (fact("food", "nada", none=True), fact("food", "nada", none=True)),
    ],
)
def test_these_say_the_same(one: Fact, other: Fact) -> None:
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (fact("stay", "dos semanas", number=14), fact("stay", "doce semanas", number=84)),
        (fact("money", "800 euros", number=800, unit="EUR"), fact("money", "800 dólares", number=800, unit="USD")),
        (fact("origin", "Lima", country="PE"), fact("origin", "Lima", country="US")),
        (fact("name", "Lucía Hernández"), fact("name", "Gonzalo Cía")),
        (fact("food", "nada", none=True), fact("food", "dos quesos")),
        (fact("food", "ron"), fact("goods", "ron")),
        (fact("name", "Ana"), None),
    ],
)
def test_these_do_not(one: Fact, other: Fact | None) -> None:
    assert not same(one, other)


def test_things_are_compared_by_kind_and_amount() -> None:
    litres = fact("goods", "3 litros de ron", things=[msgspec.to_builtins(RUM)])
    bottles = fact("goods", "tres litros de ron", things=[msgspec.to_builtins(RUM)])
    two = fact("goods", "tres litros de ron", things=[{**msgspec.to_builtins(RUM), "amount": 2}])
    assert same(litres, bottles)
    assert not same(litres, two)
