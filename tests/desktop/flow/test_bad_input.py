"""What goes wrong: sentences instead of tracebacks, and the next thing works. The whole window, the real officer."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from pathlib import Path
from typing import Any

import psutil
import pytest
from PySide6.QtCore import QMimeData

from garita import paths
from garita.desktop.officers.offer_card import OfferCard
from garita.desktop.officers.page import OfficersPage
from garita.errors import DownloadFailed
from garita.library.recognisers import OnProgress, Progress
from garita.roleplay import scenario_file
from tests.desktop.flow.conftest import Start
from tests.desktop.flow.whole import PATIENCE, Whole, typing

ARABIC, HEBREW, FACES = "مرحبا، أنا من المكسيك", "שלום, אני ממקסיקו", "Hola 😀👩🏽‍🚀🇲🇽"


def engines() -> list[int]:
    """The processes that the engines live in."""
    found = psutil.Process().children(recursive=True)
    return [child.pid for child in found if "resource_tracker" not in " ".join(child.cmdline())]


@pytest.mark.parametrize("text", [ARABIC, HEBREW, FACES, "​‮́", "<b>Hola</b> & %s {x}"])
def test_whatever_is_typed_is_shown_as_it_is_and_answered(garita: Whole, text: str) -> None:
    garita.begin()
    garita.say(text)
    assert [entry.whole for entry in garita.entries if entry.who == "student"] == [text.strip()]
    assert garita.entries[-1].who == "officer"
    assert garita.entries[-1].whole
    assert garita.turns(1)[1].text == text.strip()
    assert not garita.window.notices.isVisible()


def test_ten_thousand_letters_at_once(garita: Whole) -> None:
    """Typed or pasted; the officer answers, or says that it was too long, and goes on."""
    garita.begin()
    pasted = QMimeData()
    pasted.setText("Vengo de México y traigo ropa. " * 400)
    edit = garita.booth.room.bar.edit
    edit.insertFromMimeData(pasted)
    assert len(edit.toPlainText()) == 10_000
    assert edit.height() < garita.window.height() / 3
    garita.say("")
    assert garita.stage == "your_turn"
    shown = [entry for entry in garita.entries if entry.who == "student"]
    assert not shown or len(shown[0].text) > 9000
    garita.booth.room.chat.view.grab()
    garita.say("Aquí tiene mi pasaporte.")
    assert garita.entries[-1].who == "officer"
    assert garita.entries[-1].whole


def test_an_officer_killed_while_waiting_or_answering_goes_on(garita: Whole) -> None:
    garita.begin()
    for wait in (True, False):
        if wait:
            for engine in engines():
                os.kill(engine, signal.SIGKILL)
        garita.say("Aquí tiene mi pasaporte.", wait=False)
        if not wait:
            for engine in engines():
                os.kill(engine, signal.SIGKILL)
        garita.qtbot.waitUntil(lambda: garita.stage != "your_turn")
        garita.until_your_turn()
    notices = [entry.text for entry in garita.entries if entry.who in ("notice", "failure")]
    assert set(notices) <= {"The model had stopped and was started again; the conversation goes on."}
    garita.say("Vengo de México.")
    assert garita.entries[-1].who == "officer"
    assert garita.entries[-1].whole


def test_a_model_that_vanished_is_a_sentence_and_the_built_in_officer_helps(start: Start, tmp_path: Path) -> None:
    paths.ensure_home()
    paths.user_models().mkdir(parents=True, exist_ok=True)
    copy = shutil.copy(paths.models() / "oficial-garita.gguf", paths.user_models() / "mío.gguf")
    now = typing()
    now.model.file = str(copy)
    garita = start(now)
    garita.qtbot.waitUntil(lambda: not garita.program.jobs.running, timeout=PATIENCE)
    copy.unlink()
    for engine in engines():
        os.kill(engine, signal.SIGKILL)
    garita.window.go("booth", scenario=scenario_file.find("es_barajas_turismo"), seed=1)
    garita.qtbot.waitUntil(lambda: bool(garita.entries) and garita.entries[-1].who == "failure", timeout=PATIENCE)
    assert "mío.gguf" in garita.entries[-1].text
    garita.program.settings.change({"model.file": ""})
    garita.begin()
    assert garita.entries[0].whole


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "Free some space"),
        (DownloadFailed(name="x.gguf", reason="another hash"), "another hash"),
    ],
)
def test_a_download_that_fails_is_a_sentence_on_its_card(garita: Whole, failure: Exception, said: str) -> None:
    card = offer(garita, Hub(failure))
    garita.click(card.go)
    garita.qtbot.waitUntil(lambda: said in card.text.text())
    garita.qtbot.waitUntil(card.go.isVisible)
    assert not list(paths.user_models().glob("*.gguf"))


@pytest.mark.parametrize("what", ["download", "reply", "opening", "merge"])
def test_closing_in_the_middle_of_something(start: Start, what: str) -> None:
    garita = start(typing())
    if what == "download":
        card = offer(garita, Hub(None))
        garita.click(card.go)
        garita.qtbot.waitUntil(lambda: card.bar.value() > 0)
    elif what == "reply":
        garita.begin()
        garita.say("Aquí tiene mi pasaporte.", wait=False)
        garita.qtbot.waitUntil(lambda: garita.entries[-1].who == "officer")
    elif what == "opening":
        garita.window.go("booth", scenario=scenario_file.find("es_barajas_turismo"), seed=1)
    else:
        garita.program.jobs.start("Merging", _merge_for_ever, lambda _: None)
        garita.qtbot.wait(50)
    garita.close()
    assert garita.program.jobs.running == [] or not [
        job for job in garita.program.jobs.running if job.state == "running"
    ]
    if what == "reply":
        again = start(typing())
        assert len(again.turns(1)) >= 2


def _merge_for_ever(progress: Any) -> None:
    while True:
        progress.report(0.5, "half")
        progress.check()


class Hub:
    """Stands for the network: sends half, then fails as it is told, or goes on sending until it is stopped."""

    def __init__(self, failure: Exception | None) -> None:
        self._failure = failure

    def __call__(
        self, repository: str, folder: Path, on_progress: OnProgress, *, wanted: tuple[str, ...], offline: bool
    ) -> None:
        (folder / f"{wanted[0]}.part").write_bytes(bytes(500))
        on_progress(Progress(500, 1000))
        if self._failure:
            raise self._failure
        while True:
            on_progress(Progress(500, 1000))


def offer(garita: Whole, hub: Hub) -> OfferCard:
    """The first card of the catalogue, fetched from that hub."""
    context = garita.program.context()
    page = OfficersPage(context, hub)
    garita.window._stack.addWidget(page)
    garita.window._pages["officers"] = page
    garita.window.go("officers")
    garita.qtbot.waitUntil(lambda: bool(page.officer_offers.cards), timeout=PATIENCE)
    return next(iter(page.officer_offers.cards.values()))
