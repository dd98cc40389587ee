"""Lets two models talk: rounds of requests, officers' and travellers' in turn, until every conversation is over.

Read ``run`` first. What was answered is on the disk before the next thing is asked, so a run may be stopped or killed
at any moment and the same call goes on; nothing that came back is asked again. Where a model answers the same request
with the same words, a broken run ends like an unbroken one; llama.cpp's sums differ in their last digits with what its
cache holds, so there the rest of a conversation may be worded differently. Knows back ends by their Protocol.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from uuid import uuid4

import msgspec

from garita.errors import OutputNotWritable
from garita.roleplay.scenario import Scenario
from garita.training.data.conversation_line import encode
from garita.training.generate import job as jobs
from garita.training.generate import talk
from garita.training.generate.attributes import Meeting
from garita.training.generate.exchange import BackEnd, Failure, Outcome, Reply, Request, Stop
from garita.training.generate.job import Job
from garita.training.generate.store import Store, Tokens
from garita.training.generate.talk import Side

LINES = "conversations.jsonl"
STATE = "state.sqlite"
MOST_FAILURES = 3  # so often one message is asked for; then its conversation waits for the next run
_AFTER_NOTHING = 1009  # added to the seed after an empty answer

OnProgress = Callable[[int, int], None]  # (messages said, conversations over)


class Report(msgspec.Struct, frozen=True):
    """How far a run has come, earlier calls included. ``failed``: why conversations were left, and how many."""

    done: int
    count: int
    messages: int
    tokens: Tokens
    failed: dict[str, int]

    @property
    def finished(self) -> bool:
        """Whether every conversation is over."""
        return self.done == self.count


def run(
    job: Job, scenarios: Sequence[Scenario], store: Store, out: Path, back_ends: Mapping[Side, BackEnd],
    *, stop: Stop = lambda: False, on_progress: OnProgress = lambda *_: None,
) -> Report:  # fmt: skip
    """Go on with a job until all its conversations are over or ``stop`` says yes.

    The finished conversations stand in ``out``, in the order of their numbers, whatever ended the call.

    Raises:
        WriterFailed, RoundWaits: from a back end.
        OutputNotWritable.
    """
    running = _Running(job, {one.id: one for one in scenarios}, store, on_progress)
    try:
        running.go_on(back_ends, stop)
    finally:
        running.write(out)
    return report(job, store, running.failed())


def report(job: Job, store: Store, failed: Mapping[str, int] | None = None) -> Report:
    """How far a run has come; ``failed`` is what the last call found."""
    done = sum(number < job.count for number in store.finished())
    return Report(done, job.count, store.messages(), store.tokens(), dict(failed or {}))


def open_talks(job: Job, store: Store) -> list[int]:
    """The numbers of the conversations that are not over."""
    over = store.finished()
    return [number for number in range(job.count) if number not in over]


class _Running:
    """One call of ``run``. Failures are counted in memory: the next call tries everything once more."""

    def __init__(self, job: Job, scenarios: Mapping[str, Scenario], store: Store, on_progress: OnProgress) -> None:
        self._job, self._scenarios, self._store, self._on_progress = job, scenarios, store, on_progress
        self._messages, self._over = store.messages(), store.finished()
        self._failures = Counter[str]()
        self._left: dict[int, str] = {}  # conversations given up in this call, and why

    def go_on(self, back_ends: Mapping[Side, BackEnd], stop: Stop) -> None:
        """Round after round, a group of conversations after the other."""
        waiting = open_talks(self._job, self._store)
        group = max(back_end.side_by_side for back_end in back_ends.values())
        for start in range(0, len(waiting), group):
            self._rounds(waiting[start : start + group], back_ends, stop)

    def _rounds(self, numbers: Sequence[int], back_ends: Mapping[Side, BackEnd], stop: Stop) -> None:
        """Officers and travellers in turn; whoever failed has another try when its side comes again."""
        side: Side = "officer"
        while not stop():
            wanted = self._wanted(numbers)
            if not any(wanted.values()):
                return
            for outcome in back_ends[side].answers(wanted[side], stop) if wanted[side] else ():
                self._take(outcome)
            side = "traveller" if side == "officer" else "officer"

    def _wanted(self, numbers: Sequence[int]) -> dict[Side, list[Request]]:
        wanted: dict[Side, list[Request]] = {"officer": [], "traveller": []}
        for number in numbers:
            if number not in self._over and number not in self._left:
                request = self._request(number)
                wanted[request.side].append(request)
        return wanted

    def _request(self, number: int) -> Request:
        meeting, said = self._meeting(number), self._store.said(number)
        side, step = talk.side_to_speak(said), len(said)
        seed = meeting.seed + step + _AFTER_NOTHING * self._store.empties(number, step)  # the same would say the same
        return Request(
            key=key_of(meeting, step), side=side, model=self._job.models[side],
            messages=tuple(talk.prompt(meeting, said)), temperature=meeting.temperature, top_p=meeting.top_p,
            seed=seed & 0x7FFFFFFF,
        )  # fmt: skip

    def _take(self, outcome: Outcome) -> None:
        number, step = place_of(outcome.key)
        meeting, said = self._meeting(number), self._store.said(number)
        if step != len(said):  # a line that came twice, or after its conversation went on
            return
        if isinstance(outcome, Failure):
            self._count(outcome.key, number, outcome.reason)
        elif text := talk.accepted(meeting, said, outcome.text):
            self._say(meeting, (*said, text), outcome)
        else:
            self._store.say_nothing(number, step, outcome)
            self._count(outcome.key, number, "the answer is empty")

    def _say(self, meeting: Meeting, said: Sequence[str], reply: Reply) -> None:
        number, line = meeting.number, None
        if ended := talk.ending(meeting, said, self._job.turns):
            cut = self._store.cut(number) + reply.cut
            line = encode(talk.line(meeting, said, ended, self._job.models, cut))
        self._store.say(number, len(said) - 1, said[-1], reply, line)
        self._messages += 1
        if ended:
            self._over.add(number)
        self._on_progress(self._messages, len(self._over))

    def _count(self, key: str, number: int, reason: str) -> None:
        self._failures[key] += 1
        if self._failures[key] >= MOST_FAILURES:
            self._left[number] = reason

    def failed(self) -> Counter[str]:
        """Why conversations were given up, and how many for each reason."""
        return Counter(self._left.values())

    def write(self, out: Path) -> None:
        """The finished conversations, as they were kept."""
        partial = out.with_name(f".{out.name}.{uuid4().hex}.partial")
        try:
            with partial.open("wb") as file:
                file.writelines(self._store.line(number) for number in sorted(self._over) if number < self._job.count)
            partial.replace(out)
        except OSError as error:
            raise OutputNotWritable(path=str(out), reason=error.strerror or str(error)) from error
        finally:
            partial.unlink(missing_ok=True)

    def _meeting(self, number: int) -> Meeting:
        return jobs.meeting(self._job, self._scenarios, number)


def key_of(meeting: Meeting, step: int) -> str:
    """The name of one message of one conversation, the custom_id of batch files."""
    return f"{meeting.seed:08x}-{meeting.number:06d}-{step:03d}"


def place_of(key: str) -> tuple[int, int]:
    """(conversation, message) of a ``key_of``."""
    _, number, step = key.split("-")
    return int(number), int(step)
