"""The booth as a student uses it, with a fake officer: real keys and clicks, real conversations."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garita.desktop.booth.actions import actions
from garita.desktop.booth.page import BoothPage
from garita.desktop.theme import Theme
from garita.errors import EngineDied, NoLoudspeaker, RecogniserMissing, SoundFileInvalid
from garita.messages import StudentSaid, Transcript
from tests.desktop.booth.booths import Desk
from tests.session.scene import SCENE

OPENING, PASSPORT = "Buenos días. ¿Me da su pasaporte?", "Tome mi pasaporte."
QUESTION, OTHER, NEXT = "Gracias. ¿De dónde viene usted?", "Gracias. ¿De qué país llega?", "¿Cuánto tiempo se queda?"
ANSWERS = [OPENING, QUESTION, OTHER] + [NEXT] * 40

Begin = Callable[..., tuple[BoothPage, Desk]]


@pytest.fixture
def booth(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Begin]:
    """Makes a page that is shown; ``begin`` also begins a conversation and waits for the opening."""
    made: list[tuple[BoothPage, Desk]] = []

    def make(*answers: str | BaseException, begin: bool = True, **room: object) -> tuple[BoothPage, Desk]:
        desk = Desk(theme, tmp_path, answers or ANSWERS)
        for name, value in room.items():
            setattr(desk.room, name, value)
        page = BoothPage(desk.context)
        qtbot.addWidget(page, before_close_func=BoothPage.leave)  # before its threads lose whom they tell
        made.append((page, desk))
        page.resize(1280, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if begin:
            page.begin(SCENE, 1)
            if not isinstance(answers[0] if answers else "", BaseException):
                qtbot.waitUntil(lambda: page.conversation.stage in ("your_turn", "listening"))
        return page, desk

    yield make
    for page, desk in made:
        page.leave()
        desk.close()


class Hold(threading.Event):
    """Holds the fake model; what was cancelled before the officer began does not let it go."""

    armed = False

    def set(self) -> None:
        if self.armed:
            super().set()


def texts(page: BoothPage) -> list[str]:
    return [entry.whole for entry in page.transcript.entries]


def say(qtbot: QtBot, page: BoothPage, text: str) -> None:
    """Type and press Enter, and wait for the answer."""
    before = len(page.transcript.entries)
    qtbot.keyClicks(page.room.bar.edit, text)
    qtbot.keyClick(page.room.bar.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.transcript.entries) > before + 1 and page.conversation.stage == "your_turn")


def test_empty_the_booth_leads_to_trips(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(begin=False)
    assert page.empty.isVisible()
    qtbot.mouseClick(page.empty.choose_button, Qt.MouseButton.LeftButton)
    assert desk.went == [("trips", {})]
    assert not page.busy


def test_surprise_me_begins_a_trip_that_was_drawn(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth(begin=False)
    qtbot.mouseClick(page.empty.surprise_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    assert page.room.isVisible()
    assert page.conversation.scenario is not None
    assert texts(page) == [OPENING]


def test_typing_and_enter_is_a_turn_and_the_journal_has_it(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    assert page.room.bar.edit.hasFocus()
    say(qtbot, page, PASSPORT)
    assert texts(page) == [OPENING, PASSPORT, QUESTION]
    assert page.room.bar.edit.toPlainText() == ""
    saved = desk.journal.conversation(1)[1]
    assert [turn.text for turn in saved] == texts(page)


def test_the_title_names_trip_place_and_officer(booth: Begin) -> None:
    page, _ = booth()
    assert page.room.title.text() == "Test"
    assert page.room.place.text() == "Aeropuerto de Prueba  ·  Marta Ruiz, Guardia Civil"


def test_loading_can_be_given_up(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(begin=False)
    desk.room.gate.clear()
    page.begin(SCENE, 1)
    assert page.conversation.stage == "loading"
    qtbot.waitUntil(lambda: page.room.waiting.bar.value() == 50)
    qtbot.waitUntil(lambda: page.room.side.card is not None)
    assert page.room.side.card and page.room.side.card.isVisible()
    qtbot.mouseClick(page.room.waiting.cancel_button, Qt.MouseButton.LeftButton)
    assert page.empty.isVisible()
    qtbot.waitUntil(lambda: not desk.jobs.running)
    assert desk.room.begun == []


def test_what_cannot_begin_is_told_and_the_booth_is_empty_again(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(begin=False, broken=EngineDied(engine="llama", exit_code=1, restarts=0))
    page.begin(SCENE, 1)
    qtbot.waitUntil(lambda: bool(desk.told))
    assert isinstance(desk.told[0], EngineDied)
    assert page.empty.isVisible()


def test_leaving_while_it_begins_gives_everything_back(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(begin=False)
    page.begin(SCENE, 1)
    qtbot.waitUntil(lambda: bool(desk.room.begun))
    page.leave()
    desk.jobs.close()
    assert desk.room.closed == 1


def test_a_new_conversation_closes_the_one_before(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    page.begin(SCENE, 2)
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    assert (desk.room.closed, [seed for _, seed, _ in desk.room.begun]) == (1, [1, 2])
    assert len(texts(page)) == 1


def test_one_button_sends_and_stops(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    desk.room.model.hold = hold = Hold()
    button = page.room.bar.send_button
    assert not button.isEnabled()
    qtbot.keyClicks(page.room.bar.edit, "Tome.")
    assert "Send" in button.accessibleName()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.transcript.entries[-1].who == "officer")
    assert "Stop" in button.accessibleName()
    hold.armed = True
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    assert texts(page) == [OPENING, "Tome."]
    assert "Send" in button.accessibleName()


def test_shift_enter_begins_a_line_and_the_field_grows(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth()
    edit = page.room.bar.edit
    low = edit.height()
    for _ in range(2):
        qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert edit.toPlainText() == "\n\n"
    assert edit.height() > low
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert texts(page) == [OPENING]  # there is nothing to send


def test_alt_writes_accents_and_so_do_the_buttons(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth()
    bar, alt = page.room.bar, Qt.KeyboardModifier.AltModifier
    for key in (Qt.Key.Key_A, Qt.Key.Key_N, Qt.Key.Key_Y):
        qtbot.keyClick(bar.edit, key, alt)
    qtbot.keyClick(bar.edit, Qt.Key.Key_E, alt | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.edit, Qt.Key.Key_Question, alt | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.edit, Qt.Key.Key_Exclam, alt | Qt.KeyboardModifier.ShiftModifier)
    assert bar.edit.toPlainText() == "áñüÉ¿¡"
    assert not bar.accents.isVisible()
    qtbot.mouseClick(bar.accent_button, Qt.MouseButton.LeftButton)
    buttons = {button.text(): button for button in bar.accents.buttons}
    qtbot.mouseClick(buttons["í"], Qt.MouseButton.LeftButton)
    assert bar.edit.toPlainText() == "áñüÉ¿¡í"
    assert bar.edit.hasFocus()


def test_a_failed_turn_is_one_sentence_and_trying_again_works(booth: Begin, qtbot: QtBot) -> None:
    died = EngineDied(engine="llama", exit_code=-9, restarts=2)
    page, desk = booth(OPENING, died, QUESTION)
    qtbot.keyClicks(page.room.bar.edit, "Tome.")
    qtbot.keyClick(page.room.bar.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.transcript.entries[-1].who == "failure")
    assert page.conversation.stage == "your_turn"
    view = page.room.chat.view
    row = len(page.transcript.entries) - 1
    bubble = view.row_rect(row)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(bubble.left() + 40, bubble.bottom() - 25))
    qtbot.waitUntil(lambda: texts(page) == [OPENING, "Tome.", QUESTION])
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    assert [turn.text for turn in desk.journal.conversation(1)[1]] == [OPENING, "Tome.", QUESTION]


def test_an_opening_that_failed_is_tried_again(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth(EngineDied(engine="llama", exit_code=-9, restarts=2), OPENING)
    qtbot.waitUntil(lambda: len(page.transcript.entries) == 1)
    assert page.transcript.entries[0].who == "failure"
    qtbot.keyClick(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: texts(page) == [OPENING])


def test_keys_retry_take_back_and_change_what_was_said(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    control = Qt.KeyboardModifier.ControlModifier
    say(qtbot, page, PASSPORT)
    qtbot.keyClick(page, Qt.Key.Key_R, control)
    qtbot.waitUntil(lambda: texts(page) == [OPENING, PASSPORT, OTHER])
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    qtbot.keyClick(page, Qt.Key.Key_E, control)
    bar = page.room.bar
    assert bar.edit.toPlainText() == PASSPORT
    assert bar.edit_note.isVisible()
    qtbot.keyClicks(bar.edit, "Bueno, tome.")
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: texts(page)[:2] == [OPENING, "Bueno, tome."] and len(texts(page)) == 3)
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    assert not bar.edit_note.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_T, control)
    qtbot.waitUntil(lambda: texts(page) == [OPENING])
    qtbot.waitUntil(lambda: [turn.text for turn in desk.journal.conversation(1)[1]] == [OPENING])


def test_an_earlier_turn_is_changed_with_all_that_followed(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    say(qtbot, page, "Uno.")
    say(qtbot, page, "Dos.")
    page.room.chat.wanted.emit("edit", 1)
    qtbot.keyClicks(page.room.bar.edit, "Tres.")
    qtbot.keyClick(page.room.bar.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(texts(page)) == 3 and page.conversation.stage == "your_turn")
    assert texts(page)[1] == "Tres."
    assert [turn.text for turn in desk.journal.conversation(1)[1]] == texts(page)


def test_escape_keeps_what_was_said_and_the_arrow_up_begins_to_change_it(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth()
    say(qtbot, page, "Uno.")
    edit = page.room.bar.edit
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.toPlainText() == "Uno."
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert (edit.toPlainText(), page.room.bar.edit_note.isVisible()) == ("", False)
    say(qtbot, page, "Dos.")
    assert texts(page)[1::2] == ["Uno.", "Dos."]


def test_what_is_missing_is_told_once_with_a_button_that_helps(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(missing=(RecogniserMissing(path=""), NoLoudspeaker(name="", present="")))
    missing = page.room.missing
    assert missing.isVisible()
    assert missing.sentence.text() == "No speech recognition yet. No loudspeaker. You can type and read meanwhile."
    assert [button.text() for button in missing.buttons] == ["Get a recogniser", "Sound settings"]
    for button in missing.buttons:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.went == [("officers", {}), ("settings", {})]
    qtbot.mouseClick(missing.close_button, Qt.MouseButton.LeftButton)
    page.begin(SCENE, 2)
    qtbot.waitUntil(lambda: page.conversation.stage == "your_turn")
    assert not missing.isVisible()
    qtbot.mouseClick(page.room.bar.mic, Qt.MouseButton.LeftButton)
    assert missing.isVisible()  # who wants to speak is told again why that is not possible


def test_a_conversation_of_the_journal_is_gone_on_with(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    say(qtbot, page, PASSPORT)
    before = texts(page)
    page.end()
    assert page.empty.isVisible()
    page.shown(resume=1)
    qtbot.waitUntil(lambda: page.conversation.running)
    assert texts(page) == before
    say(qtbot, page, "Dos.")
    assert len(desk.journal.conversation(1)[1]) == 5
    assert desk.room.begun[-1] == (SCENE.id, 1, 1)


def test_a_voice_setting_takes_the_devices_anew_and_nothing_is_lost(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    say(qtbot, page, PASSPORT)
    before = texts(page)
    qtbot.mouseClick(page.room.bar.tools.aloud_button, Qt.MouseButton.LeftButton)
    assert desk.settings.now.voice.aloud is False
    qtbot.waitUntil(lambda: len(desk.room.begun) == 2 and page.conversation.running)
    assert desk.room.begun[1] == (SCENE.id, 1, 1)
    assert texts(page) == before
    say(qtbot, page, "Dos.")
    assert len(desk.journal.conversation(1)[1]) == 5


def test_the_speed_is_changed_in_passing(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(sounds=True)
    tools = page.room.bar.tools
    menu = tools.speed_button.menu()
    slow = next(action for action in menu.actions() if action.data() == 0.75)
    slow.trigger()
    assert desk.settings.now.voice.speed == 0.75
    talk = page.conversation.talk
    assert talk is not None
    qtbot.waitUntil(lambda: talk.conversation.speed == 0.75)
    assert len(desk.room.begun) == 1


def test_beside_a_bubble_stands_what_can_be_done_with_it(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth(sounds=True)
    chat = page.room.chat
    qtbot.mouseMove(chat.view.viewport(), chat.view.row_rect(0).center())
    qtbot.waitUntil(chat.beside.isVisible)
    shown = [action for action, button in chat.beside.buttons.items() if button.isVisible()]
    assert shown == ["again", "slower", "answer_anew", "copy"]
    qtbot.mouseClick(chat.beside.buttons["copy"], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == OPENING
    assert "Ctrl+L" in chat.beside.buttons["again"].toolTip()


def test_the_keyboard_walks_the_conversation_and_opens_its_menu(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth()
    say(qtbot, page, "Uno.")
    view = page.room.chat.view
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.currentIndex().row() == 2
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Uno."
    qtbot.keyClick(view, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    assert [action.text() for action in menu.actions()] == [
        "Change what you said", "Take it back", "Copy", "Copy the whole conversation",
    ]  # fmt: skip
    menu.close()


def test_narrow_the_card_waits_behind_its_button(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    room = page.room
    desk.settings.change({"window.officer": True})
    assert room.side.isVisible()
    page.resize(940, 700)
    qtbot.waitUntil(lambda: not room.side.isVisible())
    assert room.picture.isVisible()
    qtbot.mouseClick(room.card_button, Qt.MouseButton.LeftButton)
    assert room.side.isVisible()
    assert not room.picture.isVisible()


def test_goals_are_ticked_off(booth: Begin, qtbot: QtBot) -> None:
    page, _ = booth()
    say(qtbot, page, "Tome mi pasaporte.")
    qtbot.waitUntil(lambda: page.room.side.tabs.tabText(1) == "Goals 1/3")


def test_the_officer_can_be_switched_off_and_on(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    assert not page.room.picture.isVisible()
    desk.settings.change({"window.officer": True})
    assert page.room.picture.isVisible()


def test_after_the_end_one_goes_on_or_looks_back(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    say(qtbot, page, PASSPORT)
    qtbot.mouseClick(page.room.end_button, Qt.MouseButton.LeftButton)
    assert page.empty.go_on_button.isVisible()
    qtbot.mouseClick(page.empty.look_back_button, Qt.MouseButton.LeftButton)
    assert desk.went == [("debrief", {"conversation": 1})]
    qtbot.mouseClick(page.empty.go_on_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.conversation.running)
    assert len(texts(page)) == 3


def test_on_another_page_nobody_is_listened_to(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth(hears=True)
    source = desk.room.source
    assert source
    page.hide()
    qtbot.waitUntil(lambda: page.conversation.state.level is not None)
    states: list[str] = []
    page.conversation.happened.connect(lambda message: states.append(getattr(message, "state", "")))
    qtbot.waitUntil(lambda: "off" in states)
    page.show()
    qtbot.waitUntil(lambda: states[-1] == "quiet")


def test_own_words_are_heard_where_they_were_kept(booth: Begin, qtbot: QtBot) -> None:
    page, desk = booth()
    desk.settings.change({"voice.keep_recordings": True})
    qtbot.waitUntil(lambda: len(desk.room.begun) == 2 and page.conversation.running)
    page.transcript.take(StudentSaid(7, Transcript("Hola.")))
    assert "own_voice" in actions(page.transcript, 1, page.room.chat.possible)
    page.room.chat.wanted.emit("own_voice", 1)
    qtbot.waitUntil(lambda: bool(desk.told))  # the file is not there
    assert isinstance(desk.told[0], SoundFileInvalid)
