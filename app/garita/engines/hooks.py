"""What an engine is given by the process that hosts it: ways to report, and the number by which it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from garita.engines.stop import Stop


@dataclass
class Hooks:
    """An engine's connections to its host; the defaults serve an engine inside the caller's own process.

    Attributes:
        progress: called with the loaded share of the file, 0 to 1.
        stage: called with the name of what may hang or take the process down, and with "" when it is over.
        stop: says when the running request is to stop; number 0 is the load.
    """

    progress: Callable[[float], None] = lambda _: None
    stage: Callable[[str], None] = lambda _: None
    stop: Stop = field(default_factory=Stop)

    @contextmanager
    def staged(self, name: str) -> Iterator[None]:
        """Run something under the name of a stage."""
        self.stage(name)
        try:
            yield
        finally:
            self.stage("")
