"""What is read aloud and what should be written; what is measured with is never trained on."""

from __future__ import annotations

import re
from itertools import islice
from random import Random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from garita.roleplay import scenario_file
from garita.training.ear import sentences
from garita.training.ear.sentences import Sentence, sentence
from tests.training.ear.tiny import RECIPE

SCENARIOS = scenario_file.load_all()[:2]
PLAN = RECIPE.sentences


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Me llamo Iñaki Muñoz, ¿y usted?", "me llamo iñaki muñoz y usted"),
        ("Llevo 2 maletas y 21 camisas.", "llevo dos maletas y veintiún camisas"),
        ("En la calle Nueva, número 116.", "en la calle nueva número ciento dieciséis"),
        ("magdalena zając mucho gusto", "magdalena zajac mucho gusto"),
        ("grasias, ola", "gracias hola"),
        ("Seo-yeon Choi… sí", "seo yeon choi sí"),
        ("el pingüino", "el pingüino"),
    ],
)
def test_written_is_small_letters_and_words(text: str, written: str) -> None:
    found = sentence(text)
    assert found is not None
    assert found.written == written


@pytest.mark.parametrize("text", ["", ". . .", "1.500 €", "el 3/4/2025", "łódź", "uno " * 30, "vale 15,5 euros"])
def test_what_nobody_could_read_for_sure_is_left_out(text: str) -> None:
    assert sentence(text) is None


def test_spellings_that_sound_alike_are_read_and_written_right() -> None:
    assert sentence("Grasias, señor") == Sentence("gracias, señor", "gracias señor")


def test_english_is_known_as_english() -> None:
    found = sentence("Sorry, I don't understand.")
    assert found is not None
    assert (found.language, found.written) == ("en", "sorry i don t understand")


@given(st.text(max_size=80))
def test_whatever_is_written_can_be_said(text: str) -> None:
    found = sentence(text)
    assert found is None or re.fullmatch(r"[a-zñáéíóúü]+( [a-zñáéíóúü]+)*", found.written)


def test_a_window_is_the_same_every_time_and_another_is_different() -> None:
    first, again = (sentences.window(SCENARIOS, PLAN, 5, 40) for _ in range(2))
    assert first == again
    assert len({each.written for each in first}) == 40
    assert sentences.window(SCENARIOS, PLAN, 6, 40) != first


def test_what_is_measured_with_is_never_in_a_window() -> None:
    measured = sentences.held_out(SCENARIOS, 3, 25)
    trained = {each.written for number in range(6) for each in sentences.window(SCENARIOS, PLAN, number, 80)}
    assert len(measured) == 25
    assert all(each.held_out and each.written not in trained and each.language == "es" for each in measured)


def test_new_words_are_those_of_the_examination() -> None:
    usual = sentences.held_out(SCENARIOS, 3, 25)
    assert sentences.held_out(SCENARIOS, 3, 25, new_words=True) != usual


def test_the_officer_is_heard_only_where_asked() -> None:
    travellers = {each.written for each in islice(sentences.drawn(SCENARIOS, Random(1), 0.0), 400)}
    both = [each.written for each in islice(sentences.drawn(SCENARIOS, Random(1), 1.0), 800)]
    officers = [text for text in both if text not in travellers]
    assert any("su pasaporte" in text for text in officers)


def test_a_share_of_a_window_is_pieces_of_it_and_made_up_words() -> None:
    plan = msgspec.structs.replace(PLAN, mixed_share=0.5)
    found = sentences.window(SCENARIOS, plan, 1, 60)
    known = {word for each in found[:30] for word in each.written.split()}
    mixed = [word for each in found[30:] for word in each.written.split()]
    assert 0.02 < sum(word not in known for word in mixed) / len(mixed) < 0.3
