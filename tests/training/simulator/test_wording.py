"""Sentence patterns: every wording can be reached, nothing is left unfilled, sentences begin with capitals."""

from __future__ import annotations

from random import Random

import pytest

from garita.roleplay.allowances import forbidden_food
from garita.roleplay.scenario_file import load_all
from garita.training.simulator.variation import _rules
from garita.training.simulator.wording import count, say, tidy


def test_alternatives_and_slots() -> None:
    said = {say("{a|b{1|2}} <x>", Random(seed), x="!") for seed in range(50)}
    assert said == {"a !", "b1 !", "b2 !"}
    assert count("{a|b{1|2}} <x>") == 3


@pytest.mark.parametrize("pattern", ["{a|b", "a}", "a|b"])
def test_an_unbalanced_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        say(pattern, Random(0))


def test_a_missing_slot_is_refused() -> None:
    with pytest.raises(KeyError):
        say("<nobody>", Random(0))


def test_who_asks_for_no_side_gets_both() -> None:
    pattern = "{" + "|".join("abcdefghijklmnop") + "}"
    said = {held: {say(pattern, Random(seed), held_out=held) for seed in range(300)} for held in (None, False, True)}
    assert said[None] == set("abcdefghijklmnop")
    assert said[False] | said[True] == said[None]
    assert not said[False] & said[True]


def test_every_sentence_begins_with_a_capital() -> None:
    assert tidy("bien.  ¿de dónde viene? hola !") == "Bien. ¿De dónde viene? Hola !"
    assert tidy("gracias, gracias. adiós") == "Gracias. Adiós"
    assert tidy("a <x> .".replace("<x>", "1,5 litros")) == "A 1,5 litros."


def test_food_rules_are_read_clause_by_clause() -> None:
    rules = next(s for s in load_all() if s.id == "es_barajas_turismo").rules
    assert forbidden_food(rules, "meat")
    assert forbidden_food(rules, "dairy")
    assert not forbidden_food(rules, "fruit")
    assert not forbidden_food(rules, "sweet")
    assert _rules(rules, Random(1)).cash_currency == rules.cash_currency
