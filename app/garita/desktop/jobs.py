"""Work away from the main thread: short questions, and long jobs with progress, cancel and a result.

The answer comes back on the main thread: a job is a value with a success and a failure. A failure that nobody asked for
is shown (``unhandled``), one the user caused by cancelling is silence. An answer to a widget that is gone by then (a
method of it, or a partial of one) is dropped. Knows threads and nothing of what the work is.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, Literal, Protocol

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from garita.errors import Cancelled, GaritaError

log = logging.getLogger(__name__)

State = Literal["running", "cancelling", "done", "failed", "cancelled"]
Done = Callable[[Any], object]
Failed = Callable[[BaseException], object]
_QUESTIONS = 3  # threads for short questions; more would only wait for the same disk


class Progress(Protocol):
    """What long work reports to, on its own thread."""

    def report(self, fraction: float | None, text: str = "") -> None:
        """So much is done, 0 to 1; None where that is not known. ``text`` is a few words on what is being done."""

    def check(self) -> None:
        """Raises Cancelled when the user has cancelled."""

    def on_cancel(self, stop: Callable[[], None]) -> None:
        """Call ``stop`` (from another thread) when the user cancels, for work that waits for somebody else."""


class Job(QObject):
    """A listed piece of work. Lives on the main thread.

    Signals:
        changed(): state, fraction or text is new.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QObject) -> None:
        super().__init__(parent)
        self.title = title
        self.state: State = "running"
        self.fraction: float | None = None
        self.text = ""
        self.error: BaseException | None = None
        self._token = _Token()

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in ("running", "cancelling")

    def cancel(self) -> None:
        """Ask it to stop; it is over when it has."""
        if self.state == "running":
            self.state = "cancelling"
            self.changed.emit()
            self._token.cancel()


class _Token:
    """Cancelling, as both threads see it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._stops: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        return self._cancelled

    def cancel(self) -> None:
        with self._lock:
            self._cancelled = True
            stops, self._stops = self._stops, []
        for stop in stops:
            stop()

    def on_cancel(self, stop: Callable[[], None]) -> None:
        with self._lock:
            if not self._cancelled:
                self._stops.append(stop)
                return
        stop()

    def forget(self) -> None:
        """The work is over: let go of what it would have stopped."""
        with self._lock:
            self._stops = []


class _Reports:
    """Progress of one job; at most one report waits for the main thread, however often the work reports."""

    def __init__(self, token: _Token, post: Callable[[Callable[[], None]], None], job: Job) -> None:
        self._token, self._post, self._job = token, post, job
        self._lock = threading.Lock()
        self._latest: tuple[float | None, str] | None = None

    def report(self, fraction: float | None, text: str = "") -> None:
        with self._lock:
            waiting = self._latest is not None
            self._latest = (fraction, text)
        if not waiting:
            self._post(self._show)

    def check(self) -> None:
        if self._token.cancelled:
            raise Cancelled

    def on_cancel(self, stop: Callable[[], None]) -> None:
        self._token.on_cancel(stop)

    def _show(self) -> None:
        with self._lock:
            latest, self._latest = self._latest, None
        if latest and not self._job.is_over:
            self._job.fraction, self._job.text = latest
            self._job.changed.emit()


class Jobs(QObject):
    """Everything that runs beside the window.

    Signals:
        started(Job): a job joins the list.
        ended(Job): it is over, whichever way.
        unhandled(BaseException): something failed and whoever asked does not want to know.
    """

    started = Signal(object)
    ended = Signal(object)
    unhandled = Signal(object)
    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.running: list[Job] = []
        self._questions = ThreadPoolExecutor(_QUESTIONS, thread_name_prefix="question")
        self._threads: set[threading.Thread] = set()
        self._closed = False
        self._posted.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], Any], done: Done, failed: Failed | None = None) -> None:
        """Do something short on another thread; ``done(its value)`` or ``failed(error)`` follows on the main thread."""
        if self._closed:
            return
        self._questions.submit(self._answer, work, done, failed or self._show)

    def start(self, title: str, work: Callable[[Progress], Any], done: Done, failed: Failed | None = None) -> Job:
        """Begin a listed job on a thread of its own; ``done`` or ``failed`` follows unless it was cancelled.

        When the program is closing it is cancelled before it begins.
        """
        job = Job(title, self)
        if self._closed:  # somebody asked in the moment in which the window closed
            job.state = "cancelled"
            return job
        self.running.append(job)
        thread = threading.Thread(target=self._run, args=(job, work, done, failed or self._show), name="job")
        self._threads.add(thread)
        thread.start()
        self.started.emit(job)
        return job

    def close(self) -> None:
        """Cancel everything, wait for the threads, deliver nothing more."""
        self._closed = True
        for job in list(self.running):
            job.cancel()
        self._questions.shutdown(wait=True, cancel_futures=True)
        for thread in list(self._threads):
            thread.join()

    # --- the other threads ------------------------------------------------------------------------------------------

    def _answer(self, work: Callable[[], Any], done: Done, failed: Failed) -> None:
        try:
            value = work()
        except Cancelled:
            return
        except BaseException as error:
            note(error)
            failure = error
            self._post(lambda: _give(failed, failure))
            return
        self._post(lambda: _give(done, value))

    def _run(self, job: Job, work: Callable[[Progress], Any], done: Done, failed: Failed) -> None:
        try:
            value = work(_Reports(job._token, self._post, job))
        except BaseException as error:
            note(error)
            failure = error
            if isinstance(error, Cancelled) or (isinstance(error, GaritaError) and job._token.cancelled):
                self._post(lambda: self._end(job, "cancelled"))  # stopping what it used may look like a failure
            else:
                self._post(lambda: self._end(job, "failed", error=failure, then=lambda: _give(failed, failure)))
        else:
            self._post(lambda: self._end(job, "done", then=lambda: _give(done, value)))
        finally:
            self._threads.discard(threading.current_thread())

    def _post(self, call: Callable[[], object]) -> None:
        if not self._closed:
            self._posted.emit(call)

    # --- the main thread --------------------------------------------------------------------------------------------

    def _call(self, call: Callable[[], object]) -> None:
        if not self._closed:
            call()

    def _end(
        self, job: Job, state: State, *, error: BaseException | None = None,
        then: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        self.running.remove(job)
        job.state, job.error = state, error
        job._token.forget()
        job.changed.emit()
        self.ended.emit(job)
        then()

    def _show(self, error: BaseException) -> None:
        self.unhandled.emit(error)


def note(error: BaseException) -> None:
    """Write what is no user's business into the log; a GaritaError is told to the user and needs no log."""
    if not isinstance(error, GaritaError | Cancelled):
        log.error("a bug", exc_info=error)


def _give(to: Callable[[Any], object], what: object) -> None:
    """Answer whoever asked, if it still exists: a page may have been made anew in another language."""
    asker: Any = to
    while isinstance(asker, partial):
        asker = asker.func
    owner = getattr(asker, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        to(what)
