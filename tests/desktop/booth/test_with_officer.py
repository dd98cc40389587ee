"""The booth with the built-in officer: a whole conversation in writing, and what happens when the model is killed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from garita.desktop.booth.page import BoothPage
from garita.desktop.theme import Theme
from garita.roleplay import scenario_file
from garita.roleplay.scenario import Topic
from garita.settings import ModelSettings, Settings, VoiceSettings, WindowSettings
from tests.desktop.desk import Desk

QUIET = Settings(
    model=ModelSettings(threads=1), voice=VoiceSettings(listens=False, aloud=False),
    window=WindowSettings(officer=False),
)  # fmt: skip
SAID: dict[Topic | None, str] = {
    "passport": "Aquí tiene mi pasaporte.",
    "name": "Me llamo {name}.",
    "origin": "Vengo de {coming_from}.",
    "purpose": "Vengo por {purpose}.",
    "stay": "Me quedo {stay_days} días.",
    "lodging": "Me alojo en {lodging}.",
    "profession": "Soy {profession}.",
    "companions": "{companions}.",
    "goods": "Traigo ropa y unos libros, nada más.",
    "food": "No, no traigo comida.",
    "medicines": "No, ninguna medicina.",
    "money": "Traigo {money:.0f} euros.",
    "onward": "Sí, tengo {onward}.",
}


class Booth:
    """A page with the real officer."""

    def __init__(self, page: BoothPage, desk: Desk, qtbot: QtBot) -> None:
        self.page, self.desk, self.qtbot = page, desk, qtbot

    def begin(self) -> None:
        self.page.begin(scenario_file.find("es_barajas_turismo"), 3)
        self.qtbot.waitUntil(lambda: self.page.conversation.stage == "your_turn", timeout=20_000)

    def say(self, text: str, *, wait: bool = True) -> None:
        edit = self.page.room.bar.edit
        edit.insertPlainText(text)
        self.qtbot.keyClick(edit, Qt.Key.Key_Return)
        if wait:
            stages = ("your_turn", "ended")
            self.qtbot.waitUntil(lambda: self.page.conversation.stage in stages, timeout=20_000)

    def texts(self) -> list[str]:
        return [entry.whole for entry in self.page.transcript.entries]


@pytest.fixture
def booth(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Booth]:
    desk = Desk(theme, tmp_path, now=QUIET)
    page = BoothPage(desk.context)
    qtbot.addWidget(page, before_close_func=BoothPage.leave)  # before its threads lose whom they tell
    page.resize(1024, 700)
    page.show()
    yield Booth(page, desk, qtbot)
    page.leave()
    desk.close()


def answer(booth: Booth) -> str:
    """What the traveller says to what the officer wants to know."""
    talk = booth.page.conversation.talk
    assert talk
    plan = talk.conversation.session.last_plan
    assert plan
    said = SAID.get(plan.main.topic, "Sí, de acuerdo. Gracias.")
    return said.format(**msgspec.to_builtins(talk.scenario.traveller))


def test_a_whole_conversation_in_writing_ends_with_the_verdict(booth: Booth, qtbot: QtBot) -> None:
    tentative: list[str] = []
    booth.page.conversation.happened.connect(
        lambda _: tentative.extend(entry.tentative for entry in booth.page.transcript.entries[-1:] if entry.tentative)
    )
    booth.begin()
    for _ in range(16):
        if booth.page.conversation.stage == "ended":
            break
        booth.say(answer(booth))
    assert booth.page.conversation.stage == "ended", booth.texts()
    assert tentative  # it streamed
    ending = booth.page.room.ending
    assert ending.isVisible()
    saved = booth.desk.journal.conversation(1)[1]
    assert [turn.text for turn in saved] == booth.texts()
    qtbot.mouseClick(ending.debrief_button, Qt.MouseButton.LeftButton)
    assert booth.desk.went == [("debrief", {"conversation": 1})]
    assert booth.page.empty.isVisible()


def test_a_model_killed_during_a_reply_costs_one_sentence_and_the_next_turn_works(booth: Booth) -> None:
    booth.begin()
    before = set(_children())
    booth.say("Aquí tiene mi pasaporte.", wait=False)
    booth.qtbot.waitUntil(lambda: booth.page.transcript.entries[-1].who == "officer")
    for child in before:
        os.kill(child, signal.SIGKILL)
    stages = ("your_turn", "ended")
    booth.qtbot.waitUntil(lambda: booth.page.conversation.stage in stages, timeout=20_000)
    notices = [entry.text for entry in booth.page.transcript.entries if entry.who in ("notice", "failure")]
    assert notices == ["The model had stopped and was started again; the conversation goes on."]
    booth.say("Vengo de Puebla, México.")
    assert booth.page.transcript.entries[-1].who == "officer"
    assert booth.page.transcript.entries[-1].text


def _children() -> list[int]:
    """The engine's process."""
    found = psutil.Process().children(recursive=True)
    return [child.pid for child in found if "resource_tracker" not in " ".join(child.cmdline())]
