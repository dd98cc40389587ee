"""An answer begun while the student may not have finished: kept where the words were all, dropped where not.

It is written up to its first sentence and rests there, nothing of it shown or saved. Knows the writer's events and
whose words they answer, no thread and no journal.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field

from garita.messages import SentenceFinal
from garita.roleplay.act import Plan
from garita.roleplay.director import Director
from garita.session.answer import Reply, ReplyEvent


@dataclass
class Guess:
    """The answer to ``words`` as turn number ``reply.turn``.

    Attributes:
        director: one that has heard the words.
        plans: its plans.
        writing: the writer at work; nobody else may use its model before ``drop`` or the end of ``events``.
    """

    words: str
    reply: Reply
    director: Director
    plans: Mapping[int, Plan | None]
    writing: Generator[ReplyEvent, None, None]
    _written: list[ReplyEvent] = field(default_factory=list)

    def begin(self) -> None:
        """Write up to the first sentence.

        Raises:
            GaritaError: what the model says.
        """
        for event in self.writing:
            self._written.append(event)
            if isinstance(event, SentenceFinal):
                return

    @property
    def holds(self) -> bool:
        """Whether nobody stopped it."""
        return self.reply.finish_reason != "cancelled"

    def events(self) -> Iterator[ReplyEvent]:
        """All of the answer: what is written, then the rest as it comes."""
        yield from self._written
        yield from self.writing

    def drop(self) -> None:
        """It was for nothing; the model is free."""
        self.writing.close()
