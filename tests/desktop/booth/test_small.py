"""Heights of rows, accents, and what can be done with an entry."""

from __future__ import annotations

import pytest

from garita.desktop.booth import accents
from garita.desktop.booth.actions import Action, Possible, actions, latest
from garita.desktop.booth.column import Column
from garita.desktop.booth.transcript import TranscriptModel
from garita.messages import (
    Notice,
    PartialHeard,
    SentenceFinal,
    StudentSaid,
    Timings,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)


def column(*heights: int) -> Column:
    made = Column()
    made.reset(list(heights))
    return made


def test_rows_are_found_by_their_place() -> None:
    rows = column(10, 20, 30)
    assert [rows.top(row) for row in range(3)] == [0, 10, 30]
    assert rows.total == 60
    assert [rows.row_at(y) for y in (-5, 0, 9, 10, 29, 30, 59, 600)] == [0, 0, 0, 1, 1, 2, 2, 2]


def test_a_row_is_measured_once() -> None:
    rows, asked = column(10, 20, 30), []

    def height(row: int) -> int:
        asked.append(row)
        return 25

    assert (rows.measure(1, height), rows.measure(1, height), rows.total) == (25, 25, 65)
    assert asked == [1]
    rows.stale(1)
    rows.measure(1, height)
    assert asked == [1, 1]


def test_rows_come_and_go() -> None:
    rows = column(10, 20, 30)
    rows.insert(1, 5)
    assert [rows.height(row) for row in range(len(rows))] == [10, 5, 20, 30]
    rows.remove(1, 2)
    assert (len(rows), rows.total) == (2, 40)


def test_every_letter_has_a_key_and_shift_makes_capitals() -> None:
    assert [accents.typed(accents.key_for(letter), capital=False) for letter in accents.LETTERS] == list(
        accents.LETTERS
    )
    assert (accents.typed("n", capital=True), accents.typed("?", capital=True)) == ("Ñ", "¿")
    assert accents.typed("x", capital=False) == ""


@pytest.fixture
def transcript() -> TranscriptModel:
    made = TranscriptModel("en")
    for message in (
        TurnStarted(1), SentenceFinal(1, "Hola.", "model"), TurnFinished(1, "Hola.", "stop", Timings()),
        StudentSaid(2, Transcript("Buenos días.")),
        TurnStarted(2), SentenceFinal(2, "¿Y bien?", "model"), TurnFinished(2, "¿Y bien?", "stop", Timings()),
    ):  # fmt: skip
        made.take(message)
    return made


ALL = Possible(running=True, sounds=True, kept=True)


def test_the_last_reply_can_be_heard_again_and_asked_for_anew(transcript: TranscriptModel) -> None:
    assert actions(transcript, 2, ALL) == ("again", "slower", "answer_anew", "copy", "copy_all")
    assert actions(transcript, 0, ALL) == ("copy", "copy_all")
    assert "again" not in actions(transcript, 2, Possible(running=True))


def test_what_the_student_said_can_be_changed_and_heard_where_it_was_kept(transcript: TranscriptModel) -> None:
    assert actions(transcript, 1, ALL) == ("own_voice", "edit", "take_back", "copy", "copy_all")
    assert "own_voice" not in actions(transcript, 1, Possible(running=True))


def test_without_a_conversation_there_is_only_copying(transcript: TranscriptModel) -> None:
    assert {action for row in range(3) for action in actions(transcript, row, Possible())} == {"copy", "copy_all"}


@pytest.mark.parametrize(
    ("action", "row"), [("again", 2), ("edit", 1), ("take_back", 1), ("try_again", None), ("copy", 2)]
)
def test_a_key_means_the_last_entry_that_allows_it(
    transcript: TranscriptModel, action: Action, row: int | None
) -> None:
    assert latest(transcript, action, ALL) == row


def test_what_is_only_being_heard_can_only_be_copied(transcript: TranscriptModel) -> None:
    transcript.take(PartialHeard("Vengo"))
    assert actions(transcript, 3, ALL) == ("copy", "copy_all")


def test_a_failure_can_be_tried_again_and_the_reply_before_it_not(transcript: TranscriptModel) -> None:
    transcript.typed("¿Perdón?")
    transcript.take(Notice(0, "engine_restarted"))
    transcript.take(TurnFailed(3, RuntimeError()))
    assert actions(transcript, 5, ALL) == ("try_again", "copy", "copy_all")
    assert "answer_anew" not in actions(transcript, 2, ALL)
