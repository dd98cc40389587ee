"""Numbers in the window's language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QLocale

from garita.desktop import numerals


@pytest.mark.parametrize(
    ("write", "english", "spanish"),
    [
        (lambda: numerals.decimal(3.24), "3.2", "3,2"),
        (lambda: numerals.decimal(0.3, 2), "0.30", "0,30"),
        (lambda: numerals.short(2.5), "2.5", "2,5"),
        (lambda: numerals.short(10.0), "10", "10"),
        (lambda: numerals.whole(1536), "1,536", "1536"),
        (lambda: numerals.whole(24310), "24,310", "24\u202f310"),
        (lambda: numerals.percent(0.984), "98%", "98\u00a0%"),
        (lambda: numerals.size(2_040_000_000), "2.0 GB", "2,0 GB"),
    ],
)
def test_numbers_are_written_as_the_language_does(write: Callable[[], str], english: str, spanish: str) -> None:
    assert write() == english
    QLocale.setDefault(QLocale("es"))
    assert write() == spanish


def test_it_is_english_where_the_system_speaks_something_else() -> None:
    QLocale.setDefault(QLocale("de"))
    assert numerals.decimal(3.24) == "3.2"
