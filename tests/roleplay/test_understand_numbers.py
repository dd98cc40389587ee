from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from garita.roleplay.hearing import numbers
from garita.roleplay.hearing.words import Words, listen
from tests.roleplay.hearing_cases import fact, hear


def value(text: str) -> float | None:
    found = numbers.read(listen(text), 0)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("mil quinientos", 1500), ("2 mil", 2000), ("10.000", 10000), ("10 000", 10000), ("1,5", 1.5),
        ("1.500,50", 1500.5), ("treinta cinco", 35), ("veinte y dos", 22), ("quinientas", 500), ("dos cientos", 200),
        ("un millón", 1_000_000), ("cinco tres", 5), ("21", 21), ("99999999999999", None), ("dos mil millones", None),
    ],
)  # fmt: skip
def test_numbers_as_learners_say_them(text: str, wanted: float | None) -> None:
    assert value(text) == wanted


@given(st.integers(0, 10**9))
def test_every_number_in_words_is_read_back(number: int) -> None:
    words = Words.of(num2words(number, lang="es"))
    found = numbers.read(words, 0)
    assert found is not None
    assert (found.value, found.end) == (number, len(words))


@given(st.integers(0, 10**9))
def test_every_number_in_digits_is_read_back(number: int) -> None:
    assert value(str(number)) == number
    assert value(f"{number:,}".replace(",", ".")) == number
    assert value(f"{number:,}".replace(",", " ")) == number


@given(st.integers(2, 9_999_999))
def test_money_in_words_is_read_back(amount: int) -> None:
    assert fact(f"{num2words(amount, lang='es')} euros", "money").number == amount


@pytest.mark.parametrize("text", ["9" * 600 + " euros", "999999999999999 euros", "cinco mil millones de euros"])
def test_absurd_amounts_stay_unknown(text: str) -> None:
    assert hear(text, "money").facts == ()
