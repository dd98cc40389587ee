"""``garita chat``: opens the journal, loads the model behind a progress bar, runs the conversation."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from rich.console import Console
from rich.progress import Progress
from rich.text import Text

from garita import messages_to_user, wiring
from garita.engines.ports import LanguageModel
from garita.errors import InputMissing
from garita.journal.journal import Journal
from garita.messages import Notice
from garita.messages_to_user.entry import Language
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.session.session import Session
from garita.settings import Settings
from garita.terminal import plain
from garita.terminal.card import trip_card
from garita.terminal.chat import Chat
from garita.terminal.conversation import Events
from garita.terminal.stats import Stats
from garita.terminal.words import word

# Why a graphics device that is there is not used, or not wholly; without one there is nothing to tell.
GPU_TOLD = {"load_failed", "too_little_memory", "partly"}


@dataclass(frozen=True)
class Request:
    """What the command line asked for."""

    scenario: str
    model: Path | None
    seed: int
    plain: bool
    stats: bool


def run(request: Request, settings: Settings, language: Language) -> None:
    """Hold one conversation.

    Raises:
        GaritaError: whatever keeps it from beginning or going on.
    """
    lines = _standard_input()
    errors = Console(stderr=True, soft_wrap=True)
    scenario = wiring.choose_scenario(request.scenario, request.seed)
    path = wiring.model_path(request.model, settings)
    if request.model is None and (problem := wiring.officer_problem(settings)):
        errors.print(Text(messages_to_user.notice("officer_stands_in", language, **problem.facts), style="yellow"))
    is_plain = request.plain or not lines.isatty()
    with closing(wiring.open_journal()) as journal:
        if journal.replaced:
            errors.print(messages_to_user.notice("journal_replaced", language, path=journal.replaced), style="yellow")
        if not is_plain:
            Console().print(trip_card(scenario, language))
        with _loaded(path, settings, errors, language, quiet=is_plain) as (model, guard):
            events = Events()
            session = Session(
                model, guard, scenario, journal, wiring.sampling(settings),
                seed=request.seed, model_name=str(path), emit=events.put,
            )  # fmt: skip
            with closing(session):
                if is_plain:
                    _plain(session, events, lines, errors, request, language)
                else:
                    _rich(session, events, scenario, journal, request, language)


def _plain(
    session: Session, events: Events, lines: TextIO, errors: Console, request: Request, language: Language
) -> None:
    def tell(notice: Notice) -> None:
        errors.print(Text(messages_to_user.notice(notice.key, language, **notice.facts)))

    stats = Stats()
    plain.talk(session, events, lines, tell, stats)
    if request.stats:
        errors.print(Text(stats.line(language)))


def _rich(
    session: Session, events: Events, scenario: Scenario, journal: Journal, request: Request, language: Language
) -> None:
    console = Console()
    chat = Chat(console, session, events, scenario, journal, language=language, show_stats=request.stats)
    console.print(Text(word("hint", language), style="dim"))
    chat.run()
    if request.stats:
        console.print(Text(chat.stats.line(language), style="dim"))
    console.print(Text(word("bye", language, number=session.conversation), style="dim"))


@contextmanager
def _loaded(
    path: Path, settings: Settings, console: Console, language: Language, *, quiet: bool
) -> Iterator[tuple[LanguageModel, Guard]]:
    """The model behind a bar that goes away, and the guard, which loads beside it; the model's process ends at exit."""
    with Progress(console=console, transient=True, disable=quiet or not console.is_terminal) as progress:
        task = progress.add_task(word("loading", language), total=1.0)
        file = wiring.checked(path, settings)
        model = wiring.start_model(file, settings, lambda report: progress.update(task, completed=report.fraction))
        with closing(model):
            guard = wiring.guard(file)
            guard.load()
            facts = model.load()
            progress.stop()
            if facts.gpu_note in GPU_TOLD:
                note = messages_to_user.notice(f"gpu_{facts.gpu_note}", language, layers=facts.gpu_layers)
                console.print(Text(f"GPU: {note}", style="yellow"))
            yield model, guard


def _standard_input() -> TextIO:
    """Standard input, which may be closed; bytes that are no UTF-8 become replacement characters.

    Raises:
        InputMissing: it is closed.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise InputMissing
    if not sys.stdin.isatty() and hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    return sys.stdin
