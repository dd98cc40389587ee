"""Work beside the window: answers come back on the main thread, jobs can be cancelled, failures are never lost."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from garita.desktop.jobs import Job, Jobs, Progress
from garita.errors import ModelMissing


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


def test_a_question_is_answered_on_the_main_thread(qtbot: QtBot, jobs: Jobs) -> None:
    where: list[threading.Thread] = []
    answers: list[int] = []

    def work() -> int:
        where.append(threading.current_thread())
        return 42

    def done(value: int) -> None:
        where.append(threading.current_thread())
        answers.append(value)

    jobs.ask(work, done)
    qtbot.waitUntil(lambda: answers == [42])
    assert where[0] is not threading.main_thread()
    assert where[1] is threading.main_thread()


def test_a_failure_goes_to_whoever_asked_else_it_is_shown(qtbot: QtBot, jobs: Jobs) -> None:
    told: list[BaseException] = []
    shown: list[BaseException] = []
    jobs.unhandled.connect(shown.append)

    def work() -> None:
        raise ModelMissing(path="x.gguf")

    jobs.ask(work, lambda _: None, told.append)
    jobs.ask(work, lambda _: None)
    qtbot.waitUntil(lambda: len(told) == len(shown) == 1)
    assert isinstance(told[0], ModelMissing)
    assert isinstance(shown[0], ModelMissing)


def test_a_job_reports_and_ends(qtbot: QtBot, jobs: Jobs) -> None:
    go_on = threading.Event()
    ended: list[Job] = []
    results: list[str] = []
    jobs.ended.connect(ended.append)

    def work(progress: Progress) -> str:
        progress.report(0.25, "a quarter")
        go_on.wait(5)
        return "all"

    job = jobs.start("Copying", work, results.append)
    qtbot.waitUntil(lambda: job.fraction == 0.25)
    assert (job.text, job.state, jobs.running) == ("a quarter", "running", [job])
    go_on.set()
    qtbot.waitUntil(lambda: job.state == "done")
    assert (results, jobs.running, ended) == (["all"], [], [job])


def test_many_reports_cost_the_main_thread_few(qtbot: QtBot, jobs: Jobs) -> None:
    changes: list[float | None] = []
    release = threading.Event()

    def work(progress: Progress) -> None:
        release.wait(5)
        for step in range(10_000):
            progress.report(step / 10_000)

    job = jobs.start("Counting", work, lambda _: None)
    job.changed.connect(lambda: changes.append(job.fraction))
    release.set()
    job_thread = next(thread for thread in threading.enumerate() if thread.name == "job")
    job_thread.join()  # the main thread stands still meanwhile, as in a slow moment
    qtbot.waitUntil(lambda: job.is_over)
    assert changes == [0.9999, 0.9999]  # one report, one end


def test_cancelling_is_silent_and_reaches_whoever_waits(qtbot: QtBot, jobs: Jobs) -> None:
    stopped = threading.Event()
    outcome: list[object] = []
    jobs.unhandled.connect(outcome.append)

    def work(progress: Progress) -> None:
        progress.on_cancel(stopped.set)
        stopped.wait(5)
        progress.check()

    job = jobs.start("Waiting", work, outcome.append, outcome.append)
    job.cancel()
    assert job.state == "cancelling"
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert outcome == []


def test_closing_cancels_what_runs_and_delivers_nothing_more(qtbot: QtBot) -> None:
    jobs = Jobs()
    outcome: list[object] = []

    def work(progress: Progress) -> None:
        stopped = threading.Event()
        progress.on_cancel(stopped.set)
        stopped.wait(5)

    jobs.start("Waiting", work, outcome.append)
    jobs.close()
    qtbot.wait(20)
    assert outcome == []
    assert not any(thread.name == "job" for thread in threading.enumerate())


def test_an_answer_to_a_page_that_is_gone_is_dropped(qtbot: QtBot, jobs: Jobs) -> None:
    class Asker(QObject):
        def take(self, value: int, extra: str = "") -> None:
            self.setObjectName(f"{value}{extra}")

    asker, others = Asker(), []
    jobs.ask(lambda: 1, asker.take)
    jobs.ask(lambda: 1, partial(asker.take, extra="!"))
    delete(asker)
    jobs.ask(lambda: 2, others.append)
    qtbot.waitUntil(lambda: others == [2])  # and nothing was logged or raised


def test_what_stopping_breaks_is_no_failure(qtbot: QtBot, jobs: Jobs) -> None:
    stopped = threading.Event()
    told: list[object] = []

    def work(progress: Progress) -> None:
        progress.on_cancel(stopped.set)
        stopped.wait(5)
        raise ModelMissing(path="taken away")

    job = jobs.start("Waiting", work, told.append, told.append)
    job.cancel()
    qtbot.waitUntil(lambda: job.state == "cancelled")
    assert told == []


def test_nothing_begins_after_the_end(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.close()
    begun: list[object] = []
    jobs.ask(lambda: begun.append(1), begun.append)
    job = jobs.start("Late", begun.append, begun.append)
    assert (job.state, jobs.running, begun) == ("cancelled", [], [])


def test_a_bug_is_logged_with_its_trace(qtbot: QtBot, jobs: Jobs, caplog: pytest.LogCaptureFixture) -> None:
    shown: list[BaseException] = []
    jobs.unhandled.connect(shown.append)
    jobs.ask(lambda: 1 // 0, lambda _: None)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert isinstance(shown[0], ZeroDivisionError)
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()


def test_nothing_begins_after_closing(qtbot: QtBot) -> None:
    jobs = Jobs()
    jobs.close()
    began: list[int] = []
    job = jobs.start("Loading", lambda _: began.append(1), lambda _: None)
    assert job.state == "cancelled"
    assert jobs.running == began == []
