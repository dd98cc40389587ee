"""The words an officer says of its own accord: carried in its file, so that the guard can tell a garbled copy.

What was said in the conversation before does not count: names, goods and amounts have to be heard; numbers always, but
for "un" and "dos", which are in many phrases. Knows conversations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from garita.messages import ChatMessage
from garita.roleplay.heard import words_of
from garita.training.simulator.numbers import is_number

LEAST = 3  # once or twice may be an accident


def spoken_words(conversations: Iterable[Sequence[ChatMessage]], least: int = LEAST) -> list[str]:
    """The words the officer brings up in at least so many replies, sorted, in ``heard.words_of``'s spelling."""
    counts = Counter[str]()
    for messages in conversations:
        heard = frozenset[str]()
        for message in messages:
            words = words_of([message.content])
            if message.role == "assistant":
                counts.update(words - heard)
            heard |= words
    return sorted(word for word, count in counts.items() if count >= least and not _must_be_heard(word))


def _must_be_heard(word: str) -> bool:
    return is_number(word) and word not in {"un", "una", "uno", "dos", "y"}
