"""The words an officer says of its own accord: carried in its file, so that the guard can tell a garbled copy.

What stands in the prompt, in the turn before or in what the student has just said (with its note) does not count:
names, goods and amounts have to be heard; numbers always, but for "un" and "dos", which are in many phrases.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from garita.messages import ChatMessage
from garita.roleplay.heard import words_of
from garita.training.simulator.numbers import words

LEAST = 5  # less often may be an accident
_NUMERALS = {word for number in range(1, 1000) for gender in "mf" for word in words_of([words(number, gender)])}


def spoken_words(conversations: Iterable[Sequence[ChatMessage]], least: int = LEAST) -> list[str]:
    """The words the officer brings up in at least so many replies, sorted, in ``heard.words_of``'s spelling."""
    counts = Counter[str]()
    for messages in conversations:
        spoken = [words_of([message.content]) for message in messages]
        for number, message in enumerate(messages):
            if message.role == "assistant":
                counts.update(spoken[number] - spoken[0].union(*spoken[max(number - 2, 0) : number]))
    return sorted(word for word, count in counts.items() if count >= least and not _must_be_heard(word))


def _must_be_heard(word: str) -> bool:
    return (word.isdigit() or word in _NUMERALS) and word not in {"un", "una", "uno", "dos", "y"}
