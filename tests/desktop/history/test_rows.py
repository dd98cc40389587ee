"""What a line of the history says, without any widget: titles, days, words, what was found where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt

from garita.desktop.history import words
from garita.desktop.history.model import DAY, HistoryModel
from garita.desktop.history.row_look import seen
from garita.desktop.history.rows import Found, Row, found_rows, rows
from garita.journal.journal import Conversation, Hit
from garita.roleplay.act import VerdictKind
from tests.coaching.talk import MADRID, MADRID_JSON

HEAD = Conversation(3, "2026-11-20T10:00:00+00:00", MADRID.id, MADRID_JSON, "m", 0, 4, 12, 95.0)
TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "language", "text"),
    [
        (date(2026, 11, 21), "en", "Today"),
        (date(2026, 11, 20), "en", "Yesterday"),
        (date(2026, 11, 5), "en", "Thursday, 5 November"),
        (date(2026, 11, 5), "es", "Jueves, 5 de noviembre"),
        (date(2025, 1, 1), "es", "Miércoles, 1 de enero de 2025"),
    ],
)
def test_days_have_names(day: date, language: words.Language, text: str) -> None:
    assert words.day(day, TODAY, language) == text


def test_counts_are_words() -> None:
    assert (words.words(1), words.words(2), words.turns(1)) == ("1 word", "2 words", "1 turn")
    assert (words.minutes(30), words.minutes(95)) == ("under 1 min", "2 min")
    assert words.conversations(100_000) == "100\u202f000 conversations"


def test_every_verdict_has_a_mark_of_its_own() -> None:
    marks = [words.mark(kind) for kind in ("", *VerdictKind.__args__)]  # type: ignore[attr-defined]
    assert len({mark.icon for mark in marks}) == len({mark.word for mark in marks}) == len(marks)


def test_titles_follow_the_language_and_damage_leaves_the_name() -> None:
    assert [rows([HEAD], language)[0].title for language in ("en", "es")] == [MADRID.title_en, MADRID.title]  # type: ignore[arg-type]
    (bare,) = rows([replace(HEAD, scenario_json="?")], "en")
    assert (bare.title, bare.place, bare.level) == (MADRID.id, "", "")


def test_a_hit_becomes_a_line() -> None:
    (row,) = found_rows([Hit(HEAD, 8, "student", "Vengo de Lima", ((9, 13),))], "en")
    assert row.found == Found(8, "student", "Vengo de Lima", ((9, 13),))


def test_the_found_word_is_seen_however_late_it_comes() -> None:
    text = "Buenos días, señora, me quedo dos semanas en casa de mi hermana en Lima."
    place = text.index("Lima")
    found = Found(1, "student", text, ((place, place + 4),))
    assert seen(found, 200) is found
    cut = seen(found, 20)
    ((start, end),) = cut.marks
    assert cut.text[start:end] == "Lima"
    assert cut.text.startswith("…")
    assert end <= 24


def test_the_model_asks_for_more_once_and_groups_by_day() -> None:
    asked: list[int] = []
    model = HistoryModel("en", asked.append)
    made = [replace(rows([HEAD], "en")[0], head=replace(HEAD, id=number)) for number in (9, 8, 7)]
    model.show(made[:2], more=True)
    assert [bool(model.index(place).data(DAY)) for place in (0, 1)] == [True, False]
    for _ in range(2):
        assert model.canFetchMore(QModelIndex()) is (not asked)
        model.fetchMore(QModelIndex())
    assert asked == [8]
    model.add(made[2:], more=False)
    assert model.rowCount() == 3
    assert not model.canFetchMore(QModelIndex())
    model.remove([9, 7])
    assert [row.head.id for row in model.rows] == [8]
    assert model.index(0).data(DAY)  # the day is told by whichever line is its first
    assert model.data(model.index(5)) is None
    assert model.index(0).data(Qt.ItemDataRole.UserRole + 9) is None
    assert isinstance(model.rows[0], Row)
