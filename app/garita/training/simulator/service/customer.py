"""The customer's half: answers, misses the question, wants to know something, remarks on something, changes a mind."""

from __future__ import annotations

from random import Random

from garita.training.simulator.frames import mostly_first
from garita.training.simulator.service.customer_lines import CUSTOMER
from garita.training.simulator.service.lines import Tongue, joined, tongue
from garita.training.simulator.service.queries import INFORMATION, REMARKS
from garita.training.simulator.service.topic import Topic
from garita.training.simulator.service.words import Language, Value, other
from garita.training.simulator.wording import say

_LEAD_SHARE = 0.35
_TAIL_SHARE = 0.2
_MIXED_SHARE = 0.05  # a word of the other language before the answer
_CARELESS_SHARE = 0.12  # of the customers, who write without capitals and full stops


class Customer:
    """One customer's manner of speaking, for one talk; ``language`` may change on the way."""

    def __init__(self, language: Language, rng: Random, *, friendly: bool) -> None:
        self.language = language
        self._rng, self._friendly = rng, friendly
        self._wordy = rng.uniform(0.4, 0.95)
        self._careless = rng.random() < _CARELESS_SHARE

    def line(self, name: str, **slots: str) -> str:
        """One of the common lines as a whole turn."""
        return self._written(joined([self._line(name, self.language, **slots)]))

    def answer(self, *answers: tuple[Topic, Value]) -> str:
        """To one question, or to two at once."""
        text = self._answered(*answers[0])
        for topic, value in answers[1:]:
            text = f"{text}{self._line('and', self.language)} {self._clause(topic, value)}"
        if self._rng.random() < _LEAD_SHARE:
            language = other(self.language) if self._rng.random() < _MIXED_SHARE else self.language
            text = f"{self._line('lead', language)} {text}"
        if self._rng.random() < _TAIL_SHARE:
            text = f"{text}{self._line('tail', self.language)}"
        return self._written(joined([text]))

    def query(self, key: str) -> str:
        """Asks for something the clerk knows."""
        return self._written(joined([say(self._rng.choice(INFORMATION[key].into(self._tongue()).ask), self._rng)]))

    def remark(self, key: str) -> str:
        """Says something beside the point."""
        return self._written(joined([say(self._rng.choice(REMARKS[key].into(self._tongue()).ask), self._rng)]))

    def _tongue(self) -> Tongue:
        return tongue(self.language, friendly=self._friendly)

    def _line(self, name: str, language: Language, **slots: str) -> str:
        return CUSTOMER.say(name, tongue(language, friendly=self._friendly), self._rng, **slots)

    def _answered(self, topic: Topic, value: Value) -> str:
        return self._clause(topic, value) if self._rng.random() < self._wordy else value.said.into(self.language)

    def _clause(self, topic: Topic, value: Value) -> str:
        patterns = topic.into(self.language).answer
        return say(mostly_first(patterns, self._rng), self._rng, x=value.said.into(self.language))

    def _written(self, text: str) -> str:
        return text.lower().rstrip(".") if self._careless else text
