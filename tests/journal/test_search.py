"""Full text search: found without accents and by beginnings, never an error, fast among many."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from garita.journal.journal import Hit, Journal
from garita.journal.search import query, without_marks
from tests.journal.many import fill


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        for text in ("Vengo de Bogotá.", "Me alojo en un hotel de Asunción.", "Llevo dos botellas de vino."):
            number = journal.begin("s", "{}", "m", 0)
            journal.add_turn(number, "officer", "Buenos días. ¿De dónde viene usted?")
            journal.add_turn(number, "student", text)
        yield journal


def marked(hit: Hit) -> list[str]:
    return [hit.snippet[start:end] for start, end in hit.marks]


@pytest.mark.parametrize(
    ("typed", "numbers", "words"),
    [
        ("bogota", [1], ["Bogotá"]),
        ("BOGOTÁ", [1], ["Bogotá"]),
        ("bogota\u0301", [1], ["Bogotá"]),  # the accent as a letter of its own
        ("asu", [2], ["Asunción"]),
        ("hotel asun", [2], ["hotel", "Asunción"]),
        ("dias", [3, 2, 1], ["días"]),
        ("de", [3, 2, 1], ["de"]),
        ("vino bogotá", [], []),
        ("vino. (dos", [3], ["dos", "vino"]),
        ("", [], []),
        ('"*^ -:', [], []),
    ],
)
def test_found_by_beginnings_without_accents(
    journal: Journal, typed: str, numbers: list[int], words: list[str]
) -> None:
    hits = journal.search(typed)
    assert [hit.conversation.id for hit in hits] == numbers
    assert not hits or marked(hits[0]) == words


def test_a_hit_says_who_and_where(journal: Journal) -> None:
    (hit,) = journal.search("asuncion")
    _, turns = journal.conversation(2)
    assert (hit.turn, hit.who, hit.snippet) == (turns[1].id, "student", "Me alojo en un hotel de Asunción.")
    assert hit.conversation.turn_count == 2


def test_what_goes_on_taken_back_or_deleted_is_followed(journal: Journal) -> None:
    turn = journal.add_turn(1, "officer", "Un momento.", complete=False)
    journal.update_turn(turn, "Un momento. Gracias por esperar.", complete=True)
    assert [hit.turn for hit in journal.search("esperar")] == [turn]
    journal.take_back([turn])
    assert journal.search("esperar") == []
    journal.delete([1])
    assert journal.search("bogota") == []
    journal.restore([1])
    assert len(journal.search("bogota")) == 1


def test_long_words_are_found(journal: Journal) -> None:
    journal.add_turn(1, "student", "Soy otorrinolaringóloga.")
    assert marked(journal.search("otorrinolaringologa")[0]) == ["otorrinolaringóloga"]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=80) | st.text(alphabet="\"*^():-+{}ANDORNEAR ab'\u0301\x00\x02", max_size=30))
def test_nothing_that_is_typed_is_an_error(journal: Journal, typed: str) -> None:
    for hit in journal.search(typed):
        assert all(0 <= start < end <= len(hit.snippet) for start, end in hit.marks)


def test_a_whole_book_may_be_pasted(journal: Journal) -> None:
    assert journal.search("vino " * 100_000) != []
    assert len(query("palabra " * 5000)) < 300


def test_marks_are_ranges() -> None:
    assert without_marks("de \x02Bogotá\x03 a \x02Lima\x03") == ("de Bogotá a Lima", ((3, 9), (12, 16)))


def test_among_many_no_search_and_no_page_takes_long(tmp_path: Path) -> None:
    """The time must not grow with the journal: the worst of these takes 40 ms among 100 000 conversations."""
    path = tmp_path / "j.sqlite3"
    fill(path, 1500)
    slowest = 0.0
    with closing(Journal(path)) as journal:
        assert journal.count() == 1500
        for typed in ("p", "pasaporte", "hotel cordoba", "zzz", "v m p d", "de la"):
            start = time.thread_time()
            journal.search(typed)
            slowest = max(slowest, time.thread_time() - start)
        for before in (None, 700, 30):
            start = time.thread_time()
            page = journal.conversations(50, before)
            slowest = max(slowest, time.thread_time() - start)
            assert page[0].id == (before or 1501) - 1
    assert slowest < 0.05
