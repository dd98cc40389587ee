"""Second thoughts at the booth: take back, say it otherwise, another answer, stop; journal and screen agree."""

from __future__ import annotations

from PySide6.QtCore import Qt

from garita.desktop.booth.actions import Action
from tests.desktop.flow.whole import PATIENCE, Whole

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def said(garita: Whole) -> list[str]:
    return [entry.whole for entry in garita.entries]


def agrees(garita: Whole) -> None:
    """The journal holds what is seen."""
    shown = [entry.whole for entry in garita.entries if entry.who in ("officer", "student")]
    garita.qtbot.waitUntil(lambda: [turn.text for turn in garita.turns(1)] == shown)


def act(garita: Whole, action: Action, row: int) -> None:
    """Click the button beside a bubble."""
    view = garita.booth.room.chat.view
    garita.qtbot.mouseMove(view.viewport(), view.row_rect(row).center())
    view.setCurrentIndex(garita.booth.room.chat.bubbles.index(row, 0))
    garita.click(garita.booth.room.chat.beside.buttons[action])


def test_take_back_say_otherwise_and_another_answer(garita: Whole) -> None:
    garita.begin()
    opening = said(garita)
    garita.say("Buenos días. Aquí tiene mi pasaporte.")
    first = said(garita)
    act(garita, "answer_anew", 2)
    garita.qtbot.waitUntil(lambda: garita.stage != "your_turn")
    garita.until_your_turn()
    assert said(garita)[:2] == first[:2]
    assert len(said(garita)) == 3
    agrees(garita)
    act(garita, "take_back", 1)
    assert said(garita) == opening
    agrees(garita)
    garita.say("Hola, no tengo pasaporte.")
    edit = garita.booth.room.bar.edit
    garita.qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.toPlainText() == "Hola, no tengo pasaporte."
    garita.qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert edit.toPlainText() == ""
    garita.qtbot.keyClick(edit, Qt.Key.Key_Up)
    edit.clear()
    garita.say("Hola. Tome mi pasaporte.")
    assert said(garita)[1] == "Hola. Tome mi pasaporte."
    assert len(said(garita)) == 3
    agrees(garita)
    garita.qtbot.keyClick(edit, Qt.Key.Key_T, CONTROL)
    assert said(garita) == opening
    agrees(garita)


def test_an_officer_is_stopped_and_one_goes_on(garita: Whole) -> None:
    garita.begin()
    garita.say("Aquí tiene mi pasaporte.", wait=False)
    garita.qtbot.waitUntil(lambda: garita.entries[-1].who == "officer" and bool(garita.entries[-1].whole))
    garita.qtbot.keyClick(garita.booth.room.bar.edit, Qt.Key.Key_Escape)
    garita.until_your_turn()
    garita.say("Vengo de México.")
    assert said(garita)[-2] == "Vengo de México."
    assert said(garita)[-1]
    agrees(garita)


def test_speaking_before_the_officer_has_finished(garita: Whole) -> None:
    """Who types fast interrupts; nothing is lost."""
    garita.begin()
    for text in ("Aquí tiene mi pasaporte.", "Me llamo Ana.", "Vengo de México."):
        garita.say(text, wait=False)
        garita.qtbot.wait(150)
    garita.qtbot.waitUntil(
        lambda: garita.stage in ("your_turn", "ended") and garita.entries[-1].who == "officer", timeout=PATIENCE
    )
    assert [entry.text for entry in garita.entries if entry.who == "student"][-1] == "Vengo de México."
    agrees(garita)
