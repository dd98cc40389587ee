"""An answer that comes back keeps the tokens it was written in."""

from __future__ import annotations

from garita.engines.own_answers import OwnAnswers

ODD = [(1, b"Ho"), (2, b"la."), (3, b" \xc2"), (4, b"\xbfQu"), (5, b"\xc3\xa9?")]  # "Hola. ¿Qué?" oddly cut


def _own() -> OwnAnswers:
    own = OwnAnswers()
    own.remember(ODD)
    return own


def test_whole_answer() -> None:
    assert _own().spelling("Hola. ¿Qué?") == ([1, 2, 3, 4, 5], "")


def test_longer_text_keeps_what_it_begins_with() -> None:
    assert _own().spelling("Hola. ¿Qué? Pase.") == ([1, 2, 3, 4, 5], " Pase.")


def test_a_replaced_second_sentence_keeps_the_first() -> None:
    assert _own().spelling("Hola. Pase.") == ([1, 2], " Pase.")


def test_no_cut_inside_a_word() -> None:
    assert _own().spelling("Holanda") == ([], "Holanda")


def test_unknown_text() -> None:
    assert _own().spelling("Adiós") == ([], "Adiós")


def test_the_longest_known_beginning_wins() -> None:
    own = _own()
    own.remember([(9, b"Hola.")])
    assert own.spelling("Hola. ¿Qué?")[0] == [1, 2, 3, 4, 5]
