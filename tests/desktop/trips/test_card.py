"""The trip card says everything that the student has to know, to eyes, screen readers and the clipboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from garita.desktop.theme import Theme
from garita.desktop.trips.card import SecretNote, TripCard
from garita.desktop.trips.fields import MachineLines
from garita.desktop.trips.passport import PassportPage
from garita.desktop.trips.suitcase import Suitcase, ThingRow
from garita.roleplay import dossier, scenario_file

FERRY = scenario_file.find("es_algeciras_coche")
MADRID = scenario_file.find("es_barajas_turismo")
Words = Callable[[QWidget], str]


def make(qtbot: QtBot, theme: Theme, *, compact: bool = False, width: int = 900, height: int = 700) -> TripCard:
    card = TripCard(theme, FERRY, "en", compact=compact)
    qtbot.addWidget(card)
    card.resize(width, height)
    card.show()
    return card


@pytest.mark.parametrize("compact", [False, True])
def test_everything_of_the_dossier_can_be_read(theme: Theme, qtbot: QtBot, words: Words, compact: bool) -> None:
    shown = words(make(qtbot, theme, compact=compact))
    for caption, value in dossier.card(FERRY, "en"):
        assert value.removesuffix(" (must be declared)") in shown, caption
    assert shown.count("must be declared") == 2
    assert "Only you know" in shown


def test_screen_readers_hear_fields_things_and_lines(theme: Theme, qtbot: QtBot) -> None:
    card = make(qtbot, theme)
    names = {child.accessibleName() for child in card.findChildren(QWidget)}
    assert {"Profession: auxiliar de enfermería", "un kilo de queso fresco de cabra, 10 EUR, must be declared"} <= names
    assert "Coming from: Tetuán, Marruecos" in card.accessibleDescription()
    (lines,) = card.findChildren(MachineLines)
    assert lines.accessibleDescription().startswith("P<MARBENALI<<SAMIRA<")


def test_the_card_is_copied_as_text(theme: Theme, qtbot: QtBot) -> None:
    card = make(qtbot, theme)
    qtbot.mouseClick(card.copy_button, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied == card.as_text()
    assert "Purpose: visitar a mi hermana" in copied
    assert "  dos botellas de aceite de argán" in copied
    assert copied.splitlines()[-1] == f"Secret: {FERRY.traveller.secret}"


def test_another_journey_takes_its_place(theme: Theme, qtbot: QtBot, words: Words) -> None:
    card = make(qtbot, theme)
    card.show_scenario(MADRID)
    qtbot.waitUntil(lambda: len(card.findChildren(PassportPage)) == 1)
    assert "Lucía Hernández Ríos" in words(card)
    assert "Samira" not in words(card)
    assert not card.findChildren(SecretNote)


def test_passport_and_suitcase_stand_side_by_side_where_there_is_room(theme: Theme, qtbot: QtBot) -> None:
    card = make(qtbot, theme)

    def beside() -> bool:
        (passport,), (suitcase,) = card.findChildren(PassportPage), card.findChildren(Suitcase)
        return suitcase.x() > passport.geometry().right() and suitcase.y() == passport.y()

    assert beside()
    card.resize(500, 900)
    qtbot.waitUntil(lambda: not beside())


@pytest.mark.parametrize(("scale", "width"), [(1.0, 900), (1.0, 330), (1.5, 520), (2.0, 900), (2.0, 480)])
def test_no_word_is_cut_off_at_any_size(theme: Theme, qtbot: QtBot, scale: float, width: int) -> None:
    theme.change(text_scale=scale)
    card = make(qtbot, theme, compact=width < 400, width=width)
    card.resize(width, card.heightForWidth(width))
    qtbot.wait(20)
    for each in card.findChildren(QLabel):
        if each.isVisible() and each.text():
            needed = each.heightForWidth(each.width()) if each.wordWrap() else each.sizeHint().height()
            assert each.height() >= needed, each.text()
            place = QRect(each.mapTo(card, each.rect().topLeft()), each.size())
            assert card.rect().contains(place), each.text()


def test_things_do_not_lie_on_each_other(theme: Theme, qtbot: QtBot) -> None:
    card = make(qtbot, theme, width=620, height=900)
    rows = [row.geometry() for row in card.findChildren(ThingRow)]
    assert len(rows) == 5
    assert not any(one.intersects(other) for place, one in enumerate(rows) for other in rows[:place])


def test_the_paper_follows_the_theme(theme: Theme, qtbot: QtBot) -> None:
    card = make(qtbot, theme)
    corners = set()
    for choice in ("light", "dark", "contrast"):
        theme.change(choice=choice)
        picture: QImage = card.findChildren(PassportPage)[0].grab().toImage()
        corners.add(picture.pixelColor(picture.width() // 2, 6).name())
    assert len(corners) == 3
