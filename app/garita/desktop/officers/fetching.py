"""Downloads of the officers page: begun, paused, gone on with, thrown away; each is a job in the window's list.

Knows jobs and the library; the cards ask for ``state`` and follow ``changed``.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from PySide6.QtCore import QObject, Signal

from garita import paths, wiring_voice
from garita.desktop.context import Context
from garita.desktop.jobs import Job, Progress
from garita.desktop.numerals import size
from garita.desktop.officers import words
from garita.desktop.officers.pace import Pace
from garita.desktop.officers.stock import Offer, ear_partial
from garita.engines import whisper_folder
from garita.library import downloads, hub, recognisers
from garita.library.catalogue import Officer
from garita.library.recognisers import OnProgress
from garita.library.recognisers import Progress as Step

_TOLD_EVERY = 64 * 1024  # bytes: below it a report says nothing new


@dataclass(frozen=True)
class State:
    """One download. ``fraction`` None: not known yet; ``error`` only where it failed."""

    phase: Literal["running", "stopping", "failed"]
    fraction: float | None = None
    text: str = ""
    error: BaseException | None = None


class Fetching(QObject):
    """All downloads of the page.

    Signals:
        changed(str): the download of the offer with this id has a new state.
        arrived(Offer, Path): it is here, at that place.
        over(): one has come to an end, whichever way: look at the shelf again.
    """

    changed = Signal(str)
    arrived = Signal(object, object)
    over = Signal()

    def __init__(self, context: Context, fetch: Callable[..., None] = hub.fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._fetch = context, fetch
        self._running: dict[str, Job] = {}
        self._failed: dict[str, BaseException] = {}
        self._say = (self.tr("{done} of {whole}"), self.tr("{rate}/s"), self.tr("{time} left"))

    @property
    def running(self) -> bool:
        """Whether anything comes now."""
        return bool(self._running)

    def state(self, offer: Offer) -> State | None:
        """What is known of an offer's download; None where none was begun since the start."""
        if job := self._running.get(offer.id):
            return State("running" if job.state == "running" else "stopping", job.fraction, job.text)
        error = self._failed.get(offer.id)
        return State("failed", error=error) if error else None

    def start(self, offer: Offer) -> None:
        """Begin it, or go on with it."""
        if offer.id in self._running:
            return
        self._failed.pop(offer.id, None)
        fetch = partial(self._fetch, offline=self._context.settings.now.network.offline)
        job = self._context.jobs.start(
            self.tr("Downloading {name}").format(name=offer.entry.name),
            lambda progress: _download(offer, fetch, self._reporter(progress)),
            partial(self.arrived.emit, offer),
            partial(self._fail, offer.id),
        )
        self._running[offer.id] = job
        job.changed.connect(partial(self._follow, offer.id, job))
        self.changed.emit(offer.id)

    def pause(self, offer: Offer) -> None:
        """Stop it; what has come stays."""
        if job := self._running.get(offer.id):
            job.cancel()

    def discard(self, offer: Offer) -> None:
        """Throw away what has come of one that does not run."""
        self._failed.pop(offer.id, None)
        if offer.id not in self._running:
            self._context.jobs.ask(lambda: _discard(offer), lambda _: self.over.emit())

    def _follow(self, id: str, job: Job) -> None:
        if job.is_over:
            self._running.pop(id, None)
        self.changed.emit(id)
        if job.is_over:
            self.over.emit()

    def _fail(self, id: str, error: BaseException) -> None:
        self._failed[id] = error
        self.changed.emit(id)

    def _reporter(self, progress: Progress) -> OnProgress:
        """Runs in the job's thread: a fraction and words for each step; stops where the user says so."""
        pace, last = Pace(), [-_TOLD_EVERY]

        def report(step: Step) -> None:
            progress.check()
            if abs(step.done_bytes - last[0]) >= _TOLD_EVERY or step.done_bytes == step.total_bytes:
                last[0] = step.done_bytes
                pace.add(step.done_bytes)
                whole = max(1, step.total_bytes)
                progress.report(step.done_bytes / whole, self._words(step, pace.rate))

        return report

    def _words(self, step: Step, rate: float) -> str:
        of, pace, left = self._say
        parts = [of.format(done=size(step.done_bytes), whole=size(step.total_bytes))]
        if rate > 0 and step.done_bytes < step.total_bytes:
            time = words.duration((step.total_bytes - step.done_bytes) / rate)
            parts += [pace.format(rate=size(rate)), left.format(time=time)]
        return " · ".join(parts)


def _download(offer: Offer, fetch: Callable[..., None], on_progress: OnProgress) -> object:
    if isinstance(offer.entry, Officer):
        return downloads.download(offer.entry, paths.user_models(), fetch, on_progress)
    megabytes = max(0, offer.entry.bytes // 1_000_000)
    folder = wiring_voice.recognisers()
    return recognisers.get(offer.entry.id, folder, fetch, whisper_folder.check, on_progress, megabytes)


def _discard(offer: Offer) -> None:
    if isinstance(offer.entry, Officer):
        downloads.discard(offer.entry, paths.user_models())
    else:
        shutil.rmtree(ear_partial(offer.entry), ignore_errors=True)
