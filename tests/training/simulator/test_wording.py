"""Sentence patterns and how learners write: every wording can be reached, nothing is left unfilled."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay.scenario_file import load_all
from garita.training.simulator import officer_lines, traveller_lines
from garita.training.simulator.learner import Style
from garita.training.simulator.numbers import counted, is_number, money, words
from garita.training.simulator.policy import forbidden_food
from garita.training.simulator.things import Noun
from garita.training.simulator.variation import _rules
from garita.training.simulator.wording import count, say, tidy

SLOTS = {"x": "X", "ok": "bien", "country": "Chile", "limit": "1 litro", "name": "Ana", "day": "buenos días",
         "officer": "Eva", "bare": "Lima", "bye_place": "", "origin": "Lima", "purpose": "ocio", "stay": "un día",
         "lodging": "en casa", "profession": "poeta", "companions": "solo"}  # fmt: skip


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


@pytest.mark.parametrize("module", [officer_lines, traveller_lines], ids=lambda module: module.__name__)
def test_every_pattern_can_be_said(module: object) -> None:
    patterns = [
        value for name, value in vars(module).items() if name.isupper() and name not in ("WHAT_IS_ECHO", "HINT_STEMS")
    ]
    said = 0
    for pattern in _texts(patterns):
        for seed in range(8):
            text = say(pattern, Random(seed), **SLOTS)
            assert not set("{}|<>") & set(text), pattern
            said += 1
    assert said > 500


@pytest.mark.parametrize("topic", list(officer_lines.ASK))
def test_every_question_has_many_wordings(topic: str) -> None:
    short, long = officer_lines.ASK[topic]
    leads = len({say(officer_lines.LEAD["kind"], Random(seed)) for seed in range(200)})
    assert (count(short) + count(long)) * leads >= 60


def test_every_sentence_begins_with_a_capital() -> None:
    assert tidy("bien.  ¿de dónde viene? hola !") == "Bien. ¿De dónde viene? Hola !"
    assert tidy("gracias, gracias. adiós") == "Gracias. Adiós"
    assert tidy("a <x> .".replace("<x>", "1,5 litros")) == "A 1,5 litros."


@given(st.integers(min_value=2, max_value=999))
def test_numbers_agree_with_their_noun(number: int) -> None:
    text = words(number, "f")
    assert "cientos" not in text
    assert not text.endswith("uno")
    assert not words(number, "m").endswith("uno")
    assert is_number(text)


def test_counting_things() -> None:
    bottle, kilo = Noun("botella", "botellas", "f"), Noun("kilo", "kilos", "m")
    assert counted(1, bottle, Random(0), digits=1) == "una botella"
    assert counted(21, bottle, Random(0), digits=0) == "veintiuna botellas"
    assert counted(21, kilo, Random(0), digits=0) == "veintiún kilos"
    assert counted(3, kilo, Random(0), digits=1) == "3 kilos"
    assert money(2_000_000, "COP", Random(0), digits=0).startswith("dos millones de pesos")


def test_a_careless_learner_and_a_careful_one() -> None:
    careless = Style(False, False, False, False, 0, 0, 0, 0, 0)
    careful = Style(True, True, True, True, 0, 0, 0, 0, 0)
    assert careless.write("¿Dónde está el baño, señor?", Random(0)) == "donde esta el baño señor"
    assert careful.write("¿dónde está?", Random(0)) == "¿dónde está?"
    assert careful.write("vengo de Perú.", Random(0)) == "Vengo de Perú."


def test_food_rules_are_read_clause_by_clause() -> None:
    rules = next(s for s in load_all() if s.id == "es_barajas_turismo").rules
    assert forbidden_food(rules, "meat")
    assert forbidden_food(rules, "dairy")
    assert not forbidden_food(rules, "fruit")
    assert not forbidden_food(rules, "sweet")
    assert _rules(rules, Random(1)).cash_currency == rules.cash_currency


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _texts(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in _texts(part)]
    return []
