"""The program as a whole: it starts on a fresh home, loads the real officer, and ends in order at any moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import psutil
import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from garita import paths, settings, wiring
from garita.desktop.app import Program
from garita.desktop.jobs import Progress
from garita.desktop.jobs_view import JobsButton, JobsPanel
from garita.engine_room import Talk
from garita.engines.child_main import CHILD_ARGUMENT
from garita.library import officers, promotion
from garita.messages import TurnFinished
from garita.settings import Settings, VoiceSettings, WindowSettings
from tests.library.test_gguf_facts import write_model

SILENT = VoiceSettings(listens=False, aloud=False)
BOOTH = Settings(language="en", voice=SILENT, window=WindowSettings(welcomed=True, reduced_motion=True))
Start = Callable[[Settings], Program]
Drive = Callable[..., subprocess.Popen[str]]

DRIVER = """
import sys, threading, time
from PySide6.QtCore import QTimer
from garita.desktop import app, bugs
def drive():
    window = next(one for one in app.application().topLevelWidgets() if one.isVisible())
    print(type(window).__name__, flush=True)
    {drive}
app.application()
QTimer.singleShot(0, drive)
sys.exit(app.run())
"""


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Start]:
    programs: list[Program] = []

    def begin(now: Settings) -> Program:
        paths.ensure_home()
        programs.append(program := Program(qapp, now))
        qtbot.addWidget(program.window)
        program.start()
        return program

    yield begin
    for program in programs:
        program.window.close()
        program.theme.withdraw()


@pytest.fixture
def driven() -> Iterator[Drive]:
    """Garita in a process of its own, as a user starts it; ``drive`` runs when the ``window`` is there."""
    with ExitStack() as stack:

        def begin(home: Path, drive: str = "pass") -> subprocess.Popen[str]:
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", DRIVER.format(drive=drive)], text=True,
                    env={**os.environ, "GARITA_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
                    stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                )
            )  # fmt: skip
            stack.callback(process.kill)
            return process

        yield begin


@pytest.fixture
def welcomed(home: Path) -> Path:
    """A home in which Garita was before."""
    paths.ensure_home()
    settings.save(BOOTH)
    return home


def ended(process: subprocess.Popen[str], seconds: float) -> tuple[int, str]:
    """The exit code and what it complained about."""
    try:
        _, complaints = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        pytest.fail("it did not end")
    return process.returncode, complaints


def wait_for_window(process: subprocess.Popen[str]) -> None:
    assert process.stdout
    assert process.stdout.readline() == "Window\n"


def log_of_bugs(home: Path) -> str:
    file = home / "logs" / "garita.log"
    return "\n".join(line for line in file.read_text().splitlines() if " ERROR " in line) if file.exists() else ""


def test_a_fresh_home_begins_with_the_welcome_and_loads_the_officer(start: Start, qtbot: QtBot) -> None:
    program = start(Settings(language="en", voice=SILENT))
    assert program.window.current == "welcome"
    qtbot.waitUntil(lambda: bool(program.jobs.running), timeout=5000)
    job = program.jobs.running[0]
    qtbot.waitUntil(lambda: job.state == "done", timeout=20000)


def test_a_promoted_officer_whose_file_is_gone_is_told(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    file = write_model(tmp_path / "tuned.gguf")
    promotion.promote(file, officers.sha256_of(file), b"{}", {}).file.unlink()
    program = start(BOOTH)
    told = "so the built-in one speaks"
    qtbot.waitUntil(lambda: any(told in one.text() for one in program.window.findChildren(QLabel)), timeout=10000)


@pytest.mark.parametrize("moment", [0, 30, 400])
def test_closing_while_the_officer_loads(start: Start, qtbot: QtBot, moment: int) -> None:
    program = start(BOOTH)
    assert program.window.current == "booth"
    qtbot.wait(moment)
    begun = time.monotonic()
    program.window.close()
    assert time.monotonic() - begun < 3
    assert not program.window.isVisible()
    assert program.jobs.running == [] or all(job.state == "cancelling" for job in program.jobs.running)


def test_closing_in_the_middle_of_a_conversation_keeps_it(start: Start, qtbot: QtBot) -> None:
    program = start(BOOTH)
    begun: list[Talk] = []
    page = program.window.page("booth")
    page.conversation.begun.connect(begun.append)
    program.window.go("booth", scenario=_some_scenario())
    qtbot.waitUntil(lambda: bool(begun), timeout=20000)
    qtbot.waitUntil(lambda: page.conversation.stage in ("speaking", "your_turn"), timeout=20000)
    program.window.close()
    with closing(wiring.open_journal()) as journal:
        assert journal.conversation(begun[0].number)[0].seed == begun[0].seed


def test_quitting_while_the_load_hangs(start: Start, qtbot: QtBot) -> None:
    program = start(BOOTH)
    qtbot.waitUntil(lambda: bool(engines()), timeout=10000)
    for engine in engines():
        engine.suspend()
    begun = time.monotonic()
    program.window.close()
    assert time.monotonic() - begun < 5
    assert engines() == []


def test_after_the_engine_was_killed_the_next_turn_works(start: Start, qtbot: QtBot) -> None:
    program = start(BOOTH)
    conversation = program.window.page("booth").conversation
    program.window.go("booth", scenario=_some_scenario())
    finished: list[TurnFinished] = []
    conversation.happened.connect(lambda message: isinstance(message, TurnFinished) and finished.append(message))
    qtbot.waitUntil(lambda: len(finished) == 1, timeout=20000)
    for engine in engines():
        engine.kill()
    conversation.say("Buenos días. Vengo de México.")
    qtbot.waitUntil(lambda: len(finished) == 2, timeout=20000)
    assert finished[1].text


def engines() -> list[psutil.Process]:
    """The child processes in which engines run."""
    children = psutil.Process().children()
    return [child for child in children if CHILD_ARGUMENT in child.cmdline()]


def _some_scenario() -> str:
    from garita.roleplay import scenario_file

    return scenario_file.load_all()[0].id


def test_what_fails_while_closing_stops_no_other_step(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start(BOOTH)
    program.settings.change({"voice.speed": 0.9})
    blocked = paths.settings()
    blocked.mkdir()  # the settings cannot be written
    program.window.close()
    assert "closing" in caplog.text
    caplog.clear()
    assert program.jobs.running == [] or all(job.state == "cancelling" for job in program.jobs.running)


def test_a_job_goes_on_and_is_still_listed_in_another_language(start: Start, qtbot: QtBot) -> None:
    program = start(BOOTH)
    program.window.go("settings")
    stop = threading.Event()

    def work(progress: Progress) -> None:
        progress.on_cancel(stop.set)
        stop.wait(20)
        progress.check()

    job = program.jobs.start("Much work", work, lambda _: None)
    for language in ("es", "en"):
        program.settings.change({"language": language})
        qtbot.wait(20)
        assert program.window.current == "settings"
    program.window.rail.findChildren(JobsButton)[0].click()
    qtbot.waitUntil(lambda: len(program.window.findChildren(JobsPanel)) == 1, timeout=2000)
    panel = program.window.findChildren(JobsPanel)[0]
    assert panel.isVisible()
    assert "Much work" in [text.text() for text in panel.findChildren(QLabel)]
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_in_order(driven: Drive, welcomed: Path, number: signal.Signals) -> None:
    process = driven(welcomed)
    wait_for_window(process)
    process.send_signal(number)
    assert ended(process, 10) == (0, "")
    assert log_of_bugs(welcomed) == ""


def test_what_hangs_keeps_the_program_no_longer_than_a_few_seconds(driven: Drive, welcomed: Path) -> None:
    process = driven(
        welcomed,
        "bugs._LONGEST_END = 2; "  # by then only that thread runs: frames that change while they are written may crash
        "threading.Thread(target=time.sleep, args=(60,)).start(); "  # nobody joins it but Python itself
        "QTimer.singleShot(0, window.close)",
    )
    code, _ = ended(process, 15)
    assert code == 1
    assert "Thread" in (welcomed / "logs" / "crash.txt").read_text()


def test_a_start_while_the_first_is_closing_waits_for_it_and_opens(driven: Drive, welcomed: Path) -> None:
    first = driven(welcomed, "window.closing.connect(lambda: time.sleep(1.5)); QTimer.singleShot(0, window.close)")
    wait_for_window(first)
    second = driven(welcomed)
    wait_for_window(second)
    assert ended(first, 10)[0] == 0
    second.send_signal(signal.SIGTERM)
    assert ended(second, 10) == (0, "")


def test_a_home_that_cannot_be_written_is_told_in_a_window(driven: Drive, home: Path) -> None:
    home.write_text("in the way")
    process = driven(home, "print(window.text(), flush=True); window.close()")
    out, complaints = process.communicate(timeout=15)
    assert out.startswith("QMessageBox\n")
    assert len(out.splitlines()[1]) > 5
    assert complaints.rstrip().splitlines()[-1].startswith("garita.errors.HomeNotWritable")


def test_a_second_start_ends_and_damaged_settings_are_told(driven: Drive, home: Path) -> None:
    home.mkdir()
    (home / "settings.toml").write_text("language = 7\n")
    (home / "window.ini").write_text("[General]\ngeometry=nonsense\n")
    first = driven(home)
    wait_for_window(first)
    second = driven(home)
    assert ended(second, 15)[0] == 0
    first.send_signal(signal.SIGTERM)
    assert ended(first, 10) == (0, "")
    assert list(home.glob("settings.toml.damaged-*"))
    assert log_of_bugs(home) == ""
