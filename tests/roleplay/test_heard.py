"""A small officer may say its own words and what it has heard, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay.guard import Guard
from garita.roleplay.heard import unheard, words_of

OWN = words_of(["Gracias, muy bien. ¿De dónde viene usted? Se queda"])


def test_garbled_names_and_numbers_are_named() -> None:
    heard = words_of(["Me llamo lucia, traigo 10 000 euros y me quedo tres semanas."])
    assert unheard("Gracias, Lucía. ¿De dónde viene?", OWN, heard) == []
    assert unheard("Gracias, Gonzalocía.", OWN, heard) == ["gonzalocia"]
    assert unheard("10.000 euros, muy bien.", OWN, heard) == []
    assert unheard("Se queda cuatro semanas.", OWN, heard) == ["cuatro"]


@given(st.text())
def test_what_was_heard_may_always_be_said(text: str) -> None:
    assert unheard(text, frozenset(), words_of([text])) == []


def test_the_guard_judges_only_models_that_carry_a_list() -> None:
    sentence = "Muy bien, Gonzalocía. ¿De dónde viene usted?"
    assert Guard().check(sentence, (), may_repeat=False).ok
    assert Guard(OWN).check(sentence, (), may_repeat=False).reason == "garbled"
    assert Guard(OWN).check(sentence, (), may_repeat=False, heard=words_of(["Gonzalocía"])).ok
