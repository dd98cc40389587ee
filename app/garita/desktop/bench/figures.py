"""What was measured of the window, and the goals beside it. Knows numbers and no window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

Line = tuple[str, str, str]  # what it is, the figure, the goal


class Spread(msgspec.Struct, frozen=True):
    """Milliseconds: the middle one, the one that 99 of 100 do not pass, the largest; and how many there were."""

    p50: float
    p99: float
    worst: float
    count: int


class Opening(msgspec.Struct, frozen=True):
    """A start, until the window is painted and answers: seconds, and of processor time. Medians."""

    seconds: float
    cpu_seconds: float


class Start(msgspec.Struct, frozen=True):
    """Ours with the booth as its first page, the first of all with the welcome, and a bare window with one label."""

    bare: Opening
    ours: Opening
    first: Opening
    ratio: float
    cpu_ratio: float
    runs: int


class Stalls(msgspec.Struct, frozen=True):
    """The main thread while a reply streams, a file downloads and the recogniser works.

    Attributes:
        late: how late a beat of 5 ms came.
        late_by_us: the same without the time that the system gave to other processes, where it tells.
        busy: the main thread's own processor time between two beats.
        machine: how late the beats of a program came that did nothing else, at the same time.
        turns, heard, megabytes: what was done meanwhile.
    """

    late: Spread
    late_by_us: Spread
    busy: Spread
    machine: Spread
    turns: int
    heard: int
    megabytes: float


class Scrolling(msgspec.Struct, frozen=True):
    """A long conversation: milliseconds until it is painted, and a step of scrolling with its paint."""

    turns: int
    open_ms: float
    step: Spread
    step_cpu: Spread
    jump: Spread


class Past(msgspec.Struct, frozen=True):
    """A journal of many conversations.

    Attributes:
        file_ms: until the file is looked over, once after the start, beside the window.
        open_ms: until the history shows its first rows.
        search, search_cpu: the journal's answer as rows.
        shown: a search as seen on the screen, from the Enter key on.
    """

    conversations: int
    file_ms: float
    open_ms: float
    search: Spread
    search_cpu: Spread
    shown: Spread


class Goals(msgspec.Struct, frozen=True):
    """What is aimed at."""

    start_ratio: float = 1.5
    stall_ms: float = 16.0
    search_ms: float = 50.0


class WindowReport(msgspec.Struct, frozen=True):
    """All of it; ``stalls`` without the officer's picture, ``stalls_with_officer`` with it, drawn and moving."""

    day: str
    processor: str
    start: Start
    stalls: Stalls
    stalls_with_officer: Stalls
    scrolling: Scrolling
    past: Past
    goals: Goals = Goals()


def spread(seconds: Sequence[float]) -> Spread:
    """Of at least one value."""
    ordered = sorted(1000 * value for value in seconds)
    last = len(ordered) - 1
    return Spread(ordered[last // 2], ordered[round(last * 0.99)], ordered[last], len(ordered))


def lines(report: WindowReport) -> Iterator[Line]:
    """For people: one line a figure."""
    start, goals = report.start, report.goals
    yield "start until it is drawn and answers", _opening(start.ours), ""
    yield "  a bare window with one label", _opening(start.bare), ""
    yield "  ratio (of processor time)", f"{start.ratio:.2f} ({start.cpu_ratio:.2f})", f"{goals.start_ratio}"
    yield "  the first start of all, with the welcome", _opening(start.first), ""
    for name, stalls in (("no picture", report.stalls), ("officer moving", report.stalls_with_officer)):
        goal = f"p99 {goals.stall_ms:.0f} ms"
        yield f"main thread held up, {name}", _spread(stalls.late), goal
        yield "  without what other processes took", _spread(stalls.late_by_us), goal
        yield "  its own work between two beats", _spread(stalls.busy), ""
        yield "  a program that does nothing, meanwhile", _spread(stalls.machine), ""
        done = f"{stalls.turns} replies, {stalls.heard} utterances, {stalls.megabytes:.0f} MB"
        yield "  done meanwhile", done, ""
    scrolling, past = report.scrolling, report.past
    yield f"a conversation of {scrolling.turns} turns opens in", f"{scrolling.open_ms:.0f} ms", ""
    yield "  a step of scrolling", _spread(scrolling.step), ""
    yield "  a jump to anywhere", _spread(scrolling.jump), ""
    yield f"a journal of {past.conversations} conversations opens in", f"{past.open_ms:.0f} ms", ""
    yield "  its file, looked over once after the start", f"{past.file_ms:.0f} ms", ""
    yield "  search", _spread(past.search), f"p99 {goals.search_ms:.0f} ms"
    yield "  search, processor time", _spread(past.search_cpu), ""
    yield "  search until it is seen", _spread(past.shown), ""


def _opening(opening: Opening) -> str:
    return f"{1000 * opening.seconds:.0f} ms (processor {1000 * opening.cpu_seconds:.0f} ms)"


def _spread(found: Spread) -> str:
    return f"{found.p50:.1f} / {found.p99:.1f} / {found.worst:.1f} ms"
