"""How long to wait after the student's last word, learned from the student's own pauses.

Somebody who thinks between words must not be cut off, somebody fluent must not wait. What is learned is a list of
seconds, kept in a small JSON file. Knows Spanish words that want another one, and nothing of sound.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Annotated

import msgspec
import numpy as np
from msgspec import Meta

from garita.audio.turns import SpeechBegan, SpeechResumed, TurnEvent
from garita.files import write_beside

_log = logging.getLogger(__name__)

DEFAULT = 1.0  # seconds, before anything is known: learners pause longer than the 0.5 s of fluent speech
SHORTEST, LONGEST = 0.5, 2.5
_SHARE = 90  # percent of the pauses that are waited for
_PRIOR = 8  # the default counts as much as this many pauses
_KEPT = 100  # pauses; older ones are forgotten, because students get better
_A_PAUSE = 0.2  # seconds; what is shorter is the closing of a p or t
_LATE = 2.5  # seconds after a turn within which more speech shows that it had been a pause
_MORE = 0.8  # seconds added where the last word wants another

# Articles, prepositions, conjunctions, possessives and fillers. Accents count: "el" wants more, "él" may be all; and
# "sí", "tú", "mí", "qué" are whole answers. Numbers are not here: "dos" answers "¿cuántas maletas?".
_WANTS_MORE = frozenset(re.findall(r"\w+", """
    el la los las lo un una unos unas al del
    a ante bajo con contra de desde durante en entre hacia hasta para por según sin sobre tras
    y e o u ni que pero porque pues como cuando donde aunque mientras si cuyo sino
    mi mis tu tus su sus nuestro nuestra nuestros nuestras este esta estos estas ese esa esos esas aquel aquella
    eh em mmm ehm hmm muy tan es soy son
"""))  # fmt: skip
_LAST_WORD = re.compile(r"(\w+)\W*$")
_TRAILS_OFF = re.compile(r"(?:,|…|\.\.\.)\s*$")


def wants_more(text: str) -> bool:
    """Whether somebody who said ``text`` is probably not done: a word that needs another, a comma, three dots."""
    last = _LAST_WORD.search(text.lower())
    return bool(_TRAILS_OFF.search(text)) or bool(last and last[1] in _WANTS_MORE)


class Pauses(msgspec.Struct, frozen=True):
    """What is kept of a student: pauses inside turns, in seconds, the newest last."""

    seconds: list[Annotated[float, Meta(ge=0, le=_LATE)]] = []


class PauseLearner:
    """Learns one student's pauses. ``fixed`` seconds (0: none) are the student's own choice and always win."""

    def __init__(self, pauses: Iterable[float] = (), *, fixed: float = 0.0) -> None:
        self._pauses = deque(pauses, maxlen=_KEPT)
        self._fixed = fixed
        self._learned = _learned(self._pauses)  # asked for with every block, so not reckoned anew each time

    def hear(self, event: TurnEvent) -> None:
        """Learn from what turn taking says: a pause that ended in time, or speech just after the turn was taken."""
        if isinstance(event, SpeechResumed):
            self.observe(event.seconds)
        elif isinstance(event, SpeechBegan) and event.silence_before is not None:
            self.observe(event.silence_before)

    def observe(self, seconds: float) -> None:
        """Take one pause; what is too short or too long to be one is not counted."""
        if _A_PAUSE <= seconds <= _LATE:
            self._pauses.append(seconds)
            self._learned = _learned(self._pauses)

    def seconds(self, text: str = "") -> float:
        """How long to wait when ``text`` is what the student seems to have said so far."""
        if self._fixed:
            return self._fixed
        return self._learned + (_MORE if wants_more(text) else 0.0)

    def save(self, path: Path) -> None:
        """Keep the pauses.

        Raises:
            OSError: the file cannot be written.
        """
        write_beside(path, msgspec.json.encode(Pauses([round(seconds, 3) for seconds in self._pauses])))


def _learned(pauses: Collection[float]) -> float:
    """The student's own percentile, drawn towards the default while there are few pauses."""
    if not pauses:
        return DEFAULT
    own = float(np.percentile(list(pauses), _SHARE))
    trust = len(pauses) / (len(pauses) + _PRIOR)
    return min(LONGEST, max(SHORTEST, trust * own + (1 - trust) * DEFAULT))


def load(path: Path, *, fixed: float = 0.0) -> PauseLearner:
    """A learner with the pauses kept in ``path``; a missing or broken file means to begin anew."""
    try:
        kept = msgspec.json.decode(path.read_bytes(), type=Pauses)
    except FileNotFoundError:
        kept = Pauses()
    except (OSError, msgspec.DecodeError) as error:  # a wrong value is a kind of DecodeError too
        _log.warning("pauses are learned anew, %s cannot be used: %s", path, error)
        kept = Pauses()
    return PauseLearner(kept.seconds, fixed=fixed)
