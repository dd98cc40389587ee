"""Follows a conversation and says what the officer should do in every turn: understanding and agenda, replayed.

The plans follow from the words alone, so a conversation that was resumed, retried or edited gets the plans it would
have had. Turns seen before are not read again. Knows no model and no prompt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from garita.messages import ChatMessage
from garita.roleplay.act import Plan
from garita.roleplay.agenda import Agenda
from garita.roleplay.doubts import doubted
from garita.roleplay.prompt import BEFORE
from garita.roleplay.scenario import Scenario
from garita.roleplay.understand import understand


class Director:
    """The officer's plans for one scenario; ``leaves_to_model`` is the agenda's."""

    def __init__(self, scenario: Scenario, *, leaves_to_model: bool = True) -> None:
        self._scenario, self._leaves_to_model = scenario, leaves_to_model
        self._begin()

    def plans(
        self, history: Sequence[ChatMessage], unsure: Mapping[int, frozenset[str]] | None = None
    ) -> dict[int, Plan | None]:
        """The plan answering each student's message of ``history``, by its index, and of the opening (``BEFORE``).

        ``unsure`` are words of messages, by the index, that were perhaps heard wrongly (``doubts.unsure_words``). None
        where nothing was understood: there the model decides. The last entry is the turn to come.
        """
        if self._seen != list(history[: len(self._seen)]):
            self._begin()
        for number in range(len(self._seen), len(history)):
            self._follow(number, history[number], (unsure or {}).get(number, frozenset()))
        if not history:
            self._opens()
        return dict(self._plans)

    @property
    def agenda(self) -> Agenda:
        """The agenda after the last message followed."""
        return self._agenda

    def _begin(self) -> None:
        self._agenda = Agenda(self._scenario, leaves_to_model=self._leaves_to_model)
        self._seen: list[ChatMessage] = []
        self._plans: dict[int, Plan | None] = {}
        self._last: Plan | None = None

    def _opens(self) -> None:
        if not self._plans:
            self._last = self._plans[BEFORE] = self._agenda.open()

    def _follow(self, number: int, message: ChatMessage, unsure: frozenset[str]) -> None:
        self._seen.append(message)
        if message.role == "user":
            meaning = understand(message.content, self._agenda.asked, self._scenario)
            self._last = self._plans[number] = self._agenda.hear(doubted(meaning, unsure))
            return
        self._opens()
        if self._last is None:
            self._agenda.officer_said(message.content)
