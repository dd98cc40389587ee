"""What words mean: found by their stem, the longest first."""

from __future__ import annotations

import pytest

from garita.roleplay.glossary import meanings


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("dedica", "trabajar en algo"),
        ("alojamiento", "el lugar donde duerme"),
        ("alojarse", "dormir en un lugar"),
        ("Propósito", "por qué viaja"),
        ("duración", "cuánto tiempo"),
    ],
)
def test_words_of_the_booth_have_meanings(word: str, meaning: str) -> None:
    assert meaning in meanings(word)


def test_other_words_have_none() -> None:
    assert meanings("zulambo") == ()
