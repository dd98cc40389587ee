"""``garita bench voice``: measures the spoken route and prints it beside its goals, as a table or as JSON."""

from __future__ import annotations

import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TypeVar

import msgspec
import numpy as np
import psutil
import typer
from rich.console import Console
from rich.status import Status
from rich.table import Table

from garita import wiring, wiring_voice
from garita.audio.bench import listening_cost
from garita.audio.file_devices import Clock
from garita.audio.vad import VoiceDetector
from garita.engines.bench_together import Together, together
from garita.engines.child import ChildModel
from garita.engines.child_recogniser import ChildRecogniser
from garita.engines.voices.espeak import synthesize
from garita.errors import RecogniserInvalid, RecogniserMissing
from garita.journal.journal import Journal
from garita.messages import AnswerTimes
from garita.session import bench
from garita.session.bench import PAUSE, Equipment
from garita.session.session import Emit, Session
from garita.settings import Settings
from garita.sound import RATE, Samples

SAID = (
    "Buenos días, aquí tiene mi pasaporte.",
    "Vengo de México por turismo.",
    "Me quedo tres semanas en un hotel.",
    "Llevo ropa y unos libros en la maleta.",
    "No traigo comida ni bebidas.",
    "Tengo quinientos euros en efectivo.",
)
_SCENARIO, _SEED = "es_barajas_turismo", 1
_MINUTES, _SPEED = 30.0, 20.0  # of the long conversation, and how much faster than real time it is
_BUSY_SECONDS = 4.0
_STEPS = ("pause", "recognised", "first_text", "first_sentence", "first_sound")
_T = TypeVar("_T")


class Goals(msgspec.Struct, frozen=True):
    """What is aimed at."""

    answer_ratio: float = 0.35
    interruption_seconds: float = 0.25
    listening_cost: float = 0.003
    together_factor: float = 2.5


class Answers(msgspec.Struct, frozen=True):
    """Answers of one sequence. Seconds from the end of speech; ``beyond_pause`` is what is waited after the pause."""

    turns: tuple[AnswerTimes, ...]
    medians: dict[str, float]
    beyond_pause: float


class Memory(msgspec.Struct, frozen=True):
    """Resident megabytes."""

    program: float
    language_model: float
    recogniser: float


class VoiceReport(msgspec.Struct, frozen=True):
    """All of it. ``answer_ratio`` is the route's median beyond the pause over the plain sequence's."""

    model: str
    recogniser: str
    test_ear: bool
    voice: str
    pause: float
    plain: Answers
    route: Answers
    answer_ratio: float
    interruptions: tuple[float, ...]  # seconds
    listening_cost: float  # CPU seconds a second of sound
    memory: tuple[Memory, ...]  # after the first answer, half-way, at the end
    memory_minutes: float
    memory_turns: int
    model_threads: int
    recogniser_threads: int
    together: Together
    answer_factor: float
    hearing_factor: float
    goals: Goals = Goals()


def run(settings: Settings, *, as_json: bool) -> None:
    """Measure, with what it is at on standard error; Ctrl-C ends it. Takes about five minutes.

    Raises:
        RecogniserMissing and whatever else keeps a conversation from beginning.
    """
    with ExitStack() as stack, Console(stderr=True).status("") as status:
        report = measure(_engines(stack, settings, status), [synthesize(text) for text in SAID], status)
    if as_json:
        typer.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
    else:
        Console().print(table(report))


class Engines(msgspec.Struct, frozen=True):
    """Both children, loaded, and what is measured with them."""

    model: ChildModel
    recogniser: ChildRecogniser
    equipment: Equipment


def _engines(stack: ExitStack, settings: Settings, status: Status) -> Engines:
    status.update("loading")
    file = wiring.checked(wiring.model_path(None, settings), settings)
    folder, cores = _recogniser_folder(settings), wiring_voice.ear_cores()
    model = stack.enter_context(closing(wiring.start_model(file, settings, lambda _: None, keep_cores_free=cores)))
    recogniser = stack.enter_context(closing(wiring_voice.start_recogniser(folder, cores)))
    home = Path(stack.enter_context(tempfile.TemporaryDirectory()))  # these conversations are not the user's
    journal = stack.enter_context(closing(Journal(home / "journal.sqlite3")))
    scenario = wiring.choose_scenario(_SCENARIO, _SEED)
    voice = stack.enter_context(closing(wiring_voice.officer_voice(scenario, settings)))
    guard = wiring.guard(file)
    guard.load()

    def begin(emit: Emit) -> Session:
        return Session(
            model, guard, scenario, journal, wiring.sampling(settings),
            seed=_SEED, model_name=str(file.path), emit=emit,
        )  # fmt: skip

    recogniser.load()
    model.load()
    return Engines(model, recogniser, Equipment(recogniser, voice, VoiceDetector(), begin))


def _recogniser_folder(settings: Settings) -> Path:
    """The user's, else the test ear, which understands the synthetic student well enough."""
    try:
        return wiring_voice.recogniser_folder(settings)
    except RecogniserMissing:
        return wiring_voice.test_ear()


def measure(engines: Engines, said: Sequence[Samples], status: Status, minutes: float = _MINUTES) -> VoiceReport:
    """Everything, one after the other; ``said`` is what the student says."""
    equipment, model, recogniser = engines.equipment, engines.model, engines.recogniser
    count = len(said)
    status.update("listening: CPU")
    cost = listening_cost(_with_silence(said), equipment.detector)
    plain = _counted(bench.answers_in_sequence(equipment, said, Clock()), status, "plain sequence", count)
    route = _counted(bench.answers_by_route(equipment, said, Clock()), status, "Garita's route", count)
    if not plain or not route:
        problem = "it does not understand the synthetic student"
        raise RecogniserInvalid(path=recogniser.facts().path, file="model.bin", problem=problem)
    interruptions = tuple(_counted(bench.interruptions(equipment, said, Clock()), status, "interruption", count))
    status.update("both engines at once")
    at_once = together(model, recogniser, said[0], _BUSY_SECONDS)
    status.update(f"a conversation of {minutes:.0f} minutes, {_SPEED:.0f} times as fast")
    memory, turns = bench.long_conversation(equipment, said, minutes, _SPEED, lambda: _memory(model, recogniser))
    heard, in_sequence, by_route = recogniser.facts(), answers(plain), answers(route)
    return VoiceReport(
        model=Path(model.facts().path).name, recogniser=heard.name, test_ear=heard.test_ear, voice=equipment.voice.name,
        pause=PAUSE, plain=in_sequence, route=by_route,
        answer_ratio=by_route.beyond_pause / in_sequence.beyond_pause,
        interruptions=interruptions, listening_cost=cost, memory=tuple(memory), memory_minutes=minutes,
        memory_turns=turns, model_threads=model.facts().threads, recogniser_threads=heard.threads, together=at_once,
        answer_factor=at_once.answer_factor, hearing_factor=at_once.hearing_factor,
    )  # fmt: skip


def _counted(items: Iterator[_T], status: Status, name: str, count: int) -> list[_T]:
    found: list[_T] = []
    status.update(f"{name}: 0/{count}")
    for item in items:
        found.append(item)
        status.update(f"{name}: {len(found)}/{count}")
    return found


def answers(turns: Sequence[AnswerTimes]) -> Answers:
    """Their medians."""
    medians = {step: statistics.median(getattr(turn, step) for turn in turns) for step in _STEPS}
    return Answers(tuple(turns), medians, medians["first_sound"] - PAUSE)


def _with_silence(said: Sequence[Samples]) -> Samples:
    return np.concatenate([part for sound in said for part in (sound, np.zeros(RATE, np.float32))])


def _memory(model: ChildModel, recogniser: ChildRecogniser) -> Memory:
    def megabytes(process: int | None) -> float:
        return float(psutil.Process(process).memory_info().rss) / 1e6

    return Memory(megabytes(None), megabytes(model.process_id), megabytes(recogniser.process_id))


def table(report: VoiceReport) -> Table:
    """For people: what was measured, the figure, and the goal where there is one."""
    shown = Table(box=None, pad_edge=False)
    for column in ("", "plain sequence", "Garita", "goal"):
        shown.add_column(column, justify="left" if not column else "right")
    for step in _STEPS:
        name = f"{step.replace('_', ' ')} after"
        shown.add_row(name, _milliseconds(report.plain.medians[step]), _milliseconds(report.route.medians[step]), "")
    for row in _rows(report):
        shown.add_row(*row)
    shown.caption = (
        f"{report.model}, threads: {report.model_threads}; {report.recogniser}, "
        f"threads: {report.recogniser_threads}; {report.voice}. Medians of {len(report.plain.turns)} and "
        f"{len(report.route.turns)} answers, from the end of speech; pause {report.pause} s. "
        "File-backed devices: real ones add their own delay."
    )
    return shown


def _rows(report: VoiceReport) -> Iterator[tuple[str, str, str, str]]:
    goals, both = report.goals, report.together
    plain, route = _milliseconds(report.plain.beyond_pause), _milliseconds(report.route.beyond_pause)
    yield "first sound beyond the pause", plain, route, ""
    yield "  ratio", "", f"{report.answer_ratio:.2f}", f"{goals.answer_ratio}"
    if report.interruptions:
        middle, worst = statistics.median(report.interruptions), max(report.interruptions)
        yield (
            "interruption to silence (median, worst)", "", f"{1000 * middle:.0f}, {1000 * worst:.0f} ms",
            _milliseconds(goals.interruption_seconds),
        )  # fmt: skip
    yield "listening, CPU a second of sound", "", f"{1000 * report.listening_cost:.2f} ms", "3 ms"
    goal = f"{goals.together_factor}"
    yield "an answer, both busy / alone", "", _factor(both.answer_together, both.answer_alone), goal
    yield "an utterance, both busy / alone", "", _factor(both.hearing_together, both.hearing_alone), goal
    for when, memory in zip(("begins", "half-way", "ends"), report.memory, strict=True):
        name = f"memory as a conversation of {report.memory_minutes:.0f} min {when}"
        yield name, "", f"{memory.program:.0f} + {memory.language_model:.0f} + {memory.recogniser:.0f} MB", "flat"


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms"


def _factor(both: float, alone: float) -> str:
    return f"{both / alone:.2f} ({1000 * both:.0f} / {1000 * alone:.0f} ms)"
