"""Starts the window and ends everything in order. The one module of the desktop that knows all the others.

First the window is drawn, then the officer is loaded; both on a machine where nothing was downloaded yet.
"""

from __future__ import annotations

import logging
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import babel  # noqa: F401  # before there are threads: two that import a package and a part of it at once get half of it
from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox
from shiboken6 import delete

from garita import logs, messages_to_user, paths, settings
from garita.desktop import pages
from garita.desktop.bugs import Bugs, LastResort
from garita.desktop.collector import Collector
from garita.desktop.context import Context, PageName
from garita.desktop.interrupts import Interrupts
from garita.desktop.jobs import Jobs, Progress
from garita.desktop.late import LateEngines, LateJournal
from garita.desktop.settings_keeper import SettingsKeeper
from garita.desktop.single import SingleInstance
from garita.desktop.theme.theme import Theme
from garita.desktop.translation import Translation
from garita.desktop.window import Window
from garita.errors import GaritaError, HomeNotWritable, OfficerUnusable
from garita.messages_to_user.entry import Language
from garita.settings import Settings

if TYPE_CHECKING:
    from garita.messages import ModelFacts

log = logging.getLogger(__name__)

DRAWN = "the window is drawn, after %.3f s of processor time"
_WORKS_ON = 0.0005  # seconds after which a busy thread lets the main thread go on; Python's 5 ms are seen as stutter
_LOOK = {"window.theme", "window.reduced_motion"}
_SLID = 150  # milliseconds after which a slider has come to rest: all widgets are dressed anew for another text size


class Program(QObject):
    """Everything that lives as long as the window.

    Signals:
        ending(): the window is closed, and what it used is about to be.
        ended(): all of it is; the application may go.

    Args:
        app: Qt's application.
        now: the settings as they were read.
    """

    ending = Signal()
    ended = Signal()

    def __init__(self, app: QApplication, now: Settings) -> None:
        super().__init__()
        self.jobs = Jobs(self)
        self.settings = SettingsKeeper(now, self.jobs, self)
        look = now.window
        self.theme = Theme(look.theme, look.text_size, look.reduced_motion)
        self.theme.apply(app)
        self._translation = Translation(app)
        self._translation.use(self.language)
        self._journal = LateJournal()
        self.engines = LateEngines(lambda: self.settings.now, self._journal)
        place = QSettings(str(paths.home() / "window.ini"), QSettings.Format.IniFormat)
        self.window = Window(self.theme, self.jobs, lambda: self.language, place)
        self.window.pages(pages.makers(self.context()))
        self._ended = False
        self.window.closing.connect(self.close)
        self.window.dropped.connect(self._take)
        self.window.drawn.connect(self._drawn)
        self.jobs.unhandled.connect(self.window.tell)
        self.settings.changed.connect(self._follow)
        self._resized = QTimer(self, singleShot=True, interval=_SLID)
        self._resized.timeout.connect(self._look)

    @property
    def language(self) -> Language:
        """Of the window: the chosen one, else the system's."""
        chosen = self.settings.now.language
        return messages_to_user.system_language() if chosen == "auto" else chosen

    def context(self) -> Context:
        """What every page receives."""
        return Context(
            theme=self.theme, settings=self.settings, jobs=self.jobs, engines=self.engines, journal=self._journal,
            language=self.language, go=self.window.go, tell=self.window.tell,
        )  # fmt: skip

    def start(self, *, demo: bool = False) -> None:
        """Show the window; what takes time begins when it has been drawn."""
        self.window.go("booth" if demo or self.settings.now.window.welcomed else "welcome")
        self.window.show()
        if demo:  # after the window, which would stand before the stage
            self.window.go("presenter", demo=True)

    def close(self) -> None:
        """End in order: settings, conversation, jobs, engines, journal; then the program. What fails stops no other."""
        if self._ended:
            return
        self._ended = True
        self.ending.emit()
        leaving = [page.leave for page in self.window.made() if hasattr(page, "leave")]
        for step in (
            self.settings.flush, self.engines.stop_loading, *leaving, self.settings.flush, self.engines.stop_loading,
            self.jobs.close, self.engines.close, self._journal.close, self._translation.withdraw,
        ):  # fmt: skip
            try:
                step()
            except Exception as error:  # there is nobody left to tell
                log.error("closing: %s", error, exc_info=error)
        self.ended.emit()

    def _take(self, files: list[Path]) -> None:
        """Models go to the officers, trips to the trips."""
        takers: tuple[tuple[PageName, str], ...] = (("officers", ".gguf"), ("trips", ".toml"))
        for page, kind in takers:
            if found := [file for file in files if file.suffix.lower() == kind]:
                self.window.go(page, files=found)

    def _drawn(self) -> None:
        log.info(DRAWN, time.process_time())
        self._warm()

    def _warm(self) -> None:
        """Load the officer before the student is at the booth."""
        self.jobs.ask(self._look_at_journal, self._tell_journal)
        self.jobs.ask(self._look_at_officer, self._tell_officer)
        self.jobs.ask(pages.prepare, lambda _: None)

        def load(progress: Progress) -> ModelFacts:
            def loaded(fraction: float) -> None:
                progress.check()
                progress.report(fraction)

            self.engines.make()
            progress.on_cancel(self.engines.stop_loading)
            return self.engines.warm(loaded)

        self.jobs.start(self.tr("The officer is getting ready"), load, lambda _: None)

    def _look_at_journal(self) -> Path | None:
        return self._journal().replaced

    def _tell_journal(self, replaced: Path | None) -> None:
        if replaced:
            self.window.tell(messages_to_user.notice("journal_replaced", self.language, path=replaced))

    def _look_at_officer(self) -> OfficerUnusable | None:
        from garita import wiring  # importing it takes a while; this runs on a thread

        return wiring.officer_problem(self.settings.now)

    def _tell_officer(self, problem: OfficerUnusable | None) -> None:
        if problem:
            self.window.tell(messages_to_user.notice("officer_stands_in", self.language, **problem.facts))

    def _follow(self, key: str) -> None:
        """A setting that the window itself is made of has changed."""
        if key == "window.text_size":
            self._resized.start()
        elif key in _LOOK:
            self._look()
        elif key == "language":
            self._translation.use(self.language)
            QTimer.singleShot(0, self._rebuild)

    def _look(self) -> None:
        look = self.settings.now.window
        self.theme.change(look.theme, look.text_size, look.reduced_motion)

    def _rebuild(self) -> None:
        """The pages in another language; one that holds a conversation is left as it is until that ends."""
        self.window.renew(pages.makers(self.context()))


def application() -> QApplication:
    """Qt's application with our name and icon; the one there is, if there is one."""
    sys.setswitchinterval(_WORKS_ON)
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    app.setApplicationName("Garita")
    app.setDesktopFileName("garita")
    app.setQuitOnLastWindowClosed(False)  # the program ends when everything has ended in order
    app.setWindowIcon(QIcon(str(paths.assets() / "icons" / "garita.svg")))
    font = app.font()
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    app.setFont(font)
    return app


def run(*, demo: bool = False) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    Args:
        demo: begin with the presenter's rehearsed conversation.

    Raises:
        HomeNotWritable: after a window of its own has said so; who starts a program by a click sees no terminal.
    """
    app = application()
    try:
        paths.ensure_home()
    except HomeNotWritable as error:
        _tell_alone(app, error)
        raise
    logs.start()
    single = SingleInstance(paths.home())
    if not single.claim():
        return 0
    Collector(app)  # to the very end: cycles collected in the middle of Qt's last steps wait for each other's locks
    with closing(single), closing(Bugs()) as bugs, closing(Interrupts()) as interrupts:
        return _run(app, single, bugs, interrupts, demo=demo)


def _tell_alone(app: QApplication, error: GaritaError) -> None:
    """There can be no window yet."""
    words = messages_to_user.explain(error, messages_to_user.system_language())
    box = QMessageBox(QMessageBox.Icon.Critical, "Garita", words.title, QMessageBox.StandardButton.Close)
    box.setInformativeText(f"{words.sentence}\n\n{words.to_do}")
    box.finished.connect(app.exit)
    box.open()
    app.exec()


def _run(app: QApplication, single: SingleInstance, bugs: Bugs, interrupts: Interrupts, *, demo: bool) -> int:
    now, kept = settings.load_or_replace()
    program = Program(app, now)
    program.ending.connect(single.stop_answering)
    last_resort = LastResort(paths.logs() / "crash.txt")
    program.ending.connect(last_resort.begin)
    program.ended.connect(app.exit)
    single.raised.connect(program.window.come_to_front)
    bugs.caught.connect(program.window.tell)
    interrupts.asked.connect(program.window.close)
    program.start(demo=demo)
    if kept:
        program.window.tell(messages_to_user.notice("settings_replaced", program.language, path=kept))
    code = app.exec()
    delete(program.window)  # with all its widgets, while the rest of the program is still there
    return code
