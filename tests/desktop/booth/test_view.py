"""The column of bubbles: long conversations, long messages, other scripts, staying at the end, being read aloud."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.booth.chat import Chat
from garita.desktop.booth.transcript import TranscriptModel
from garita.desktop.theme import Theme
from garita.messages import (
    HeardWord,
    OfficerSilent,
    PartialHeard,
    SentenceFinal,
    StudentSaid,
    TentativeText,
    Timings,
    Transcript,
    TurnFailed,
    TurnFinished,
    TurnStarted,
)

SAID = "Entonces viene de Londres y va a estar aquí dos semanas. ¿Viene por turismo, trabajo o familia?"
AWKWARD = {
    "emoji": "Sí 👍🏽 👨‍👩‍👧‍👦 🇪🇸 vengo con mi familia 🎉",
    "right to left": "שלום, אני בא ללונדון לשבועיים ואני גר במלון במרכז העיר, תודה רבה על הסבלנות שלך",
    "no spaces": "x" * 400,
    "lines": "uno\r\ndos\n\ncuatro",
    "ten thousand": ("palabra " * 1250)[:10_000],
    "nothing but marks": "\u0301" * 40,
    "controls": "a\x00b\x07c\u202ed\u2028e",
}


@pytest.fixture
def transcript() -> TranscriptModel:
    return TranscriptModel("en", lambda: datetime(2026, 5, 4, 12, 0))


@pytest.fixture
def chat(qtbot: QtBot, theme: Theme, transcript: TranscriptModel) -> Chat:
    chat = Chat(theme, transcript)
    qtbot.addWidget(chat)
    chat.resize(520, 600)
    chat.show()
    return chat


def reply(transcript: TranscriptModel, turn: int, text: str = SAID) -> None:
    for message in (TurnStarted(turn), SentenceFinal(turn, text, "model"), TurnFinished(turn, text, "stop", Timings())):
        transcript.take(message)


def fill(transcript: TranscriptModel, turns: int) -> None:
    for turn in range(turns // 2):
        transcript.typed(f"Vengo de Londres, {turn}.")
        reply(transcript, turn)


def pixels(widget: QWidget) -> bytes:
    return bytes(widget.grab().toImage().constBits())


def test_the_newest_stays_in_sight_while_it_grows(chat: Chat, transcript: TranscriptModel) -> None:
    fill(transcript, 40)
    view, bar = chat.view, chat.view.verticalScrollBar()
    assert view.at_end
    transcript.take(TurnStarted(99))
    for count in range(1, 30):
        transcript.take(TentativeText(99, "palabra " * count * 3))
        assert bar.value() == bar.maximum()
        bottom = view.row_rect(len(transcript.entries) - 1).bottom()
        assert view.viewport().height() - 40 < bottom < view.viewport().height()


def test_scrolled_up_nothing_moves_and_a_button_leads_back(
    chat: Chat, transcript: TranscriptModel, qtbot: QtBot
) -> None:
    fill(transcript, 200)
    view, bar = chat.view, chat.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    assert not view.at_end
    row = view.indexAt(QPoint(100, 300)).row()
    where = view.row_rect(row)
    assert not chat.new_button.isVisible()
    reply(transcript, 999, "¿Y ahora?")
    assert view.row_rect(row) == where
    assert chat.new_button.isVisible()
    qtbot.mouseClick(chat.new_button, Qt.MouseButton.LeftButton)
    assert view.at_end
    assert not chat.new_button.isVisible()


def test_scrolling_up_by_guessed_heights_does_not_jump(chat: Chat, transcript: TranscriptModel) -> None:
    fill(transcript, 300)
    view, bar = chat.view, chat.view.verticalScrollBar()
    seen = view.indexAt(QPoint(100, 20)).row()
    for _ in range(200):
        before = view.row_rect(seen).top()
        bar.setValue(bar.value() - 30)
        assert view.row_rect(seen).top() - before == 30 or bar.value() == 0
        seen = view.indexAt(QPoint(100, 20)).row()


def test_two_thousand_turns_cost_no_more_than_twenty(chat: Chat, transcript: TranscriptModel) -> None:
    """A growing reply and a scrolled screen stay within a frame, with room for a slow machine."""
    fill(transcript, 2000)
    view, bar = chat.view, chat.view.verticalScrollBar()
    view.grab()
    transcript.take(TurnStarted(5000))
    slowest = []
    for count in range(1, 25):
        start = time.perf_counter()
        transcript.take(TentativeText(5000, "palabra " * count))
        slowest.append(time.perf_counter() - start)
    assert sorted(slowest)[len(slowest) // 2] < 0.008
    slowest = []
    for step in range(1, 25):
        start = time.perf_counter()
        bar.setValue(bar.maximum() - step * 240)
        view.viewport().repaint()
        slowest.append(time.perf_counter() - start)
    assert sorted(slowest)[len(slowest) // 2] < 0.016


def test_another_width_keeps_the_place(chat: Chat, transcript: TranscriptModel, qtbot: QtBot) -> None:
    fill(transcript, 200)
    view, bar = chat.view, chat.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 3)
    row = view.indexAt(QPoint(100, 5)).row()
    chat.resize(380, 600)
    assert abs(view.indexAt(QPoint(100, 5)).row() - row) <= 1
    bar.setValue(bar.maximum())
    chat.resize(700, 600)
    assert view.at_end


@pytest.mark.parametrize("text", AWKWARD.values(), ids=list(AWKWARD))
def test_awkward_text_stays_inside_its_bubble(chat: Chat, transcript: TranscriptModel, theme: Theme, text: str) -> None:
    transcript.typed(text)
    reply(transcript, 1, text)
    view = chat.view
    for row in range(2):
        found = view.look.measured(transcript.entries[row], view.viewport().width(), begins=True)
        width = max(found.text.lineAt(n).naturalTextWidth() for n in range(found.text.lineCount()))
        assert found.bubble.left() >= 0
        assert found.bubble.right() <= view.viewport().width()
        assert found.text_at.x() + width <= found.bubble.right() + 1
        assert found.text_at.y() + found.text.boundingRect().bottom() <= found.bubble.bottom() + 1
    view.grab()
    assert view.at_end
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


def test_right_to_left_begins_at_the_right(chat: Chat, transcript: TranscriptModel) -> None:
    transcript.typed(AWKWARD["right to left"])
    found = chat.view.look.measured(transcript.entries[0], chat.view.viewport().width(), begins=True)
    last = found.text.lineAt(found.text.lineCount() - 1).naturalTextRect()
    room = found.bubble.right() - found.text_at.x() - last.right()
    assert room == pytest.approx(found.text_at.x() - found.bubble.left(), abs=2)


def test_doubts_and_what_was_not_heard_look_different(chat: Chat, transcript: TranscriptModel, theme: Theme) -> None:
    words = (HeardWord("Vengo", 0, 1, 0.9), HeardWord("de", 0, 1, 0.9), HeardWord("Puebla", 0, 1, 0.2))
    transcript.take(StudentSaid(1, Transcript("Vengo de Puebla", words)))
    assert [
        (r.start, r.length) for r in chat.view.look.measured(transcript.entries[0], 500, begins=True).text.formats()
    ] == [(9, 6)]
    assert chat.bubbles.remarks(transcript.entries[0]) == ["not sure: “Puebla”"]
    reply(transcript, 1, "Buenos días. ¿De dónde viene?")
    transcript.take(OfficerSilent(1, "Buenos días.", interrupted=True))
    ranges = chat.view.look.measured(transcript.entries[1], 500, begins=True).text.formats()
    assert [(each.start, each.format.foreground().color()) for each in ranges] == [(12, theme.colours.dim)]
    assert chat.bubbles.remarks(transcript.entries[1]) == ["interrupted"]


def test_a_screen_reader_reads_the_conversation(chat: Chat, transcript: TranscriptModel) -> None:
    chat.bubbles.officer_name = "Marta Ruiz"
    transcript.typed("Hola.")
    reply(transcript, 1, "Buenos días.")
    view = QAccessible.queryAccessibleInterface(chat.view)
    assert view is not None
    assert view.text(QAccessible.Text.Name) == "Conversation"
    cells = [view.child(number) for number in range(view.childCount())]
    said = [cell.text(QAccessible.Text.Name) for cell in cells if cell is not None]
    assert said == ["You, 12:00: Hola.", "Marta Ruiz, 12:00: Buenos días."]


def test_dots_show_an_officer_who_thinks_and_stand_still_where_nobody_looks(
    chat: Chat, transcript: TranscriptModel, theme: Theme, qtbot: QtBot
) -> None:
    theme.change(reduced_motion=False)
    transcript.take(TurnStarted(1))
    view = chat.view
    assert view.thinking_moves
    before = pixels(view.viewport())
    qtbot.waitUntil(lambda: pixels(view.viewport()) != before)
    transcript.take(TentativeText(1, "Buenos"))
    assert not view.thinking_moves
    transcript.take(TurnFailed(1, RuntimeError()))
    transcript.take(TurnStarted(2))
    chat.hide()
    assert not view.thinking_moves


def test_what_is_being_heard_is_dashed_and_grey(chat: Chat, transcript: TranscriptModel) -> None:
    transcript.take(PartialHeard("Vengo de"))
    being = pixels(chat.view.viewport())
    transcript.take(StudentSaid(1, Transcript("Vengo de")))
    assert pixels(chat.view.viewport()) != being
