"""Batch files as a back end: one round of requests is one JSONL file, answered by another one.

A round is remembered when its file is written, before anybody sees it, and closed after all its outcomes are safe.
Lines are matched by custom_id: order does not matter, the first of two counts, strange and broken ones are passed over.
What failed or is missing is asked for again in a later round; before that, the rounds that still miss lines are read
once more, for those that came late. Who answers the files is a ``Runner``'s business: a batch server, or anybody who
watches a folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from garita.errors import OutputNotWritable, WriterFailed
from garita.files import write_beside
from garita.training.generate.exchange import Failure, Outcome, Reply, Request, Stop
from garita.training.generate.openai_format import request_line, result_of
from garita.training.generate.store import Round, Store

# OpenAI's limit for one file; https://platform.openai.com/docs/guides/batch
MOST_REQUESTS = 50_000
_MISSING = "no line came back"


class RoundFiles(NamedTuple):
    """Where a round lies. ``errors`` is a file that only some servers make."""

    requests: Path
    answers: Path
    errors: Path


class Runner(Protocol):
    """Whatever turns a file of requests into a file of answers."""

    def bring(self, one: Round, files: RoundFiles, stop: Stop, /) -> bool:
        """See that the round's answers lie in their files, as far as there are any; False when it was stopped.

        Called again for the same round after a stop, and for a closed round that misses lines.

        Raises:
            WriterFailed, RoundWaits.
        """


def files_of(folder: Path, one: Round) -> RoundFiles:
    """The names of a round's files."""
    name = f"round-{one.number:04d}.{one.side}"
    return RoundFiles(*(folder / f"{name}.{kind}.jsonl" for kind in ("requests", "answers", "errors")))


class Batches:
    """Rounds of batch files in ``folder``, kept in ``store``, answered by ``runner``."""

    side_by_side = MOST_REQUESTS

    def __init__(self, folder: Path, store: Store, runner: Runner) -> None:
        self._folder, self._store, self._runner = folder, store, runner

    def answers(self, requests: Sequence[Request], stop: Stop) -> Iterator[Outcome]:
        """The outcomes of this side's round that is open, if one is; else of a new one (see BackEnd).

        Raises:
            WriterFailed, RoundWaits, OutputNotWritable.
        """
        wanted = {request.key: request for request in requests}
        first = requests[0]
        rounds = self._store.rounds()
        earlier = [one for one in rounds if one.side == first.side]
        if opened := [one for one in earlier if not one.closed]:
            yield from self._finish(opened[0], stop)
            return
        for one in earlier:
            if wanted.keys() & set(one.missing):
                for late in self._late(one, stop):
                    wanted.pop(late.key, None)
                    yield late
        if wanted and not stop():
            new = Round(len(rounds) + 1, first.side, first.model, tuple(wanted))
            self._write(files_of(self._folder, new).requests, wanted.values())
            self._store.keep_round(new)
            yield from self._finish(new, stop)

    def _finish(self, one: Round, stop: Stop) -> Iterator[Outcome]:
        files = files_of(self._folder, one)
        if not self._runner.bring(one, files, stop):
            return
        found = _read(files, one.number, set(one.keys))
        for key in one.keys:
            yield found.get(key) or Failure(key, _MISSING)
        missing = tuple(key for key in one.keys if not isinstance(found.get(key), Reply))
        kept = self._store.rounds()[one.number - 1]  # with the server's names for it
        self._store.keep_round(msgspec.structs.replace(kept, missing=missing, closed=True))

    def _late(self, one: Round, stop: Stop) -> Iterator[Reply]:
        """Replies that were missing when the round was closed and are there now."""
        files = files_of(self._folder, one)
        if not self._runner.bring(one, files, stop):
            return
        found = _read(files, one.number, set(one.missing))
        late = [outcome for outcome in found.values() if isinstance(outcome, Reply)]
        yield from late
        missing = set(one.missing) - {reply.key for reply in late}
        self._store.keep_round(msgspec.structs.replace(one, missing=tuple(sorted(missing))))

    def _write(self, path: Path, requests: Iterable[Request]) -> None:
        try:
            write_beside(path, b"".join(map(request_line, requests)))
        except OSError as error:
            raise OutputNotWritable(path=str(path), reason=error.strerror or str(error)) from error


def _read(files: RoundFiles, number: int, keys: set[str]) -> dict[str, Outcome]:
    """The outcomes of these keys: the first reply to each, else its first failure."""
    found: dict[str, Outcome] = {}
    for outcome in chain(_outcomes(files.answers), _outcomes(files.errors)):
        if outcome.key in keys and (outcome.key not in found or _betters(outcome, found[outcome.key])):
            found[outcome.key] = outcome
    return {
        key: msgspec.structs.replace(one, round=number) if isinstance(one, Reply) else one for key, one in found.items()
    }


def _betters(one: Outcome, other: Outcome) -> bool:
    return isinstance(one, Reply) and isinstance(other, Failure)


def _outcomes(path: Path) -> Iterator[Outcome]:
    """What the lines of a file say; a file that is not there says nothing."""
    try:
        with path.open("rb") as lines:
            yield from (outcome for line in lines if (outcome := result_of(line)))
    except FileNotFoundError:
        return
    except OSError as error:
        raise WriterFailed(name=str(path), reason=error.strerror or str(error)) from error
