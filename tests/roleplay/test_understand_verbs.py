from __future__ import annotations

import pytest

from garita.roleplay.hearing import nouns, places, spelling, verbs
from garita.roleplay.hearing.people_table import KIN, LODGINGS


@pytest.mark.parametrize("word", ["existe", "contesta", "embarque", "alquilamos", "buscare", "funciona", "dijo"])
def test_forms_of_everyday_verbs_are_known(word: str) -> None:
    assert verbs.is_conjugated(word)


@pytest.mark.parametrize("word", ["casa", "visita", "estudio", "trabajo", "viaje", "buscar", "en", "tolvaque"])
def test_nouns_infinitives_and_small_words_are_none(word: str) -> None:
    assert not verbs.is_conjugated(word)


def test_nothing_that_a_table_has_as_a_noun_is_taken_for_a_verb() -> None:
    known = {*nouns.all_forms(), *KIN, *LODGINGS, *spelling.first_names(), *spelling.surnames()}
    known |= {word for word in places.all_words() if places.is_proper(word)}
    assert {word for word in known if verbs.is_conjugated(word)} == set()
