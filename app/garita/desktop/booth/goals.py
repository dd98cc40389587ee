"""Works out after every turn which goals are met, away from the main thread. Knows turns, not how goals look."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from garita.coaching.goals import Follower, Goal
from garita.desktop.jobs import Jobs
from garita.journal.journal import Turn
from garita.roleplay.scenario import Scenario, Topic


class GoalWatch(QObject):
    """One question at a time; what is asked meanwhile is answered by the next.

    Signals:
        known(tuple[Goal], Topic | None): where the conversation stands, and what the officer asks for.
    """

    known = Signal(object, object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._follower: Follower | None = None
        self._asking = False
        self._next: Callable[[], None] | None = None

    def begin(self, scenario: Scenario) -> None:
        """Another conversation; none of its goals is met."""
        self._follower = Follower(scenario)
        self._next = None
        self.known.emit(tuple(Goal(question.topic) for question in scenario.checklist), None)

    def look(self, turns: Sequence[Turn], asked: Topic | None) -> None:
        """Work it out for these turns."""
        if self._follower is None:
            return
        if self._asking:
            self._next = lambda: self.look(turns, asked)
            return
        self._asking, follower = True, self._follower
        self._jobs.ask(lambda: (follower, follower.goals(turns), asked), self._answer, self._failed)

    def _answer(self, found: tuple[Follower, tuple[Goal, ...], Topic | None]) -> None:
        follower, goals, asked = found
        if follower is self._follower:
            self.known.emit(goals, asked)
        self._go_on()

    def _failed(self, _: BaseException) -> None:
        """It is in the log; the list stays as it was."""
        self._go_on()

    def _go_on(self) -> None:
        self._asking = False
        waiting, self._next = self._next, None
        if waiting:
            waiting()
