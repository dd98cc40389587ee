"""The one place where concrete engines are chosen from the settings. Knows everybody below the window and commands."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from garita import own_words, paths
from garita.engines.child import ChildModel
from garita.engines.llama_options import LlamaOptions
from garita.errors import OfficerUnusable
from garita.journal.journal import Journal
from garita.library import officers, shelf
from garita.library.gguf_facts import GgufFacts
from garita.messages import LoadProgress, Sampling
from garita.roleplay import dossier, heard, scenario_file
from garita.roleplay.guard import Guard
from garita.roleplay.scenario import Scenario
from garita.settings import Settings

RANDOM = "random"


def open_journal() -> Journal:
    """The user's journal, in a home that can be written.

    Raises:
        HomeNotWritable, JournalUnusable.
    """
    paths.ensure_home()
    return Journal(paths.journal())


def model_path(chosen: Path | None, settings: Settings) -> Path:
    """The file asked for, else the one in the settings, else the active promoted officer, else the built-in one."""
    if chosen is not None:
        return chosen
    if settings.model.file:
        return Path(settings.model.file).expanduser()
    promoted = officers.active().version
    return promoted.file if promoted else shelf.built_in()


def officer_problem(settings: Settings) -> OfficerUnusable | None:
    """Why the built-in officer stands in for a promoted one; None where it does not, or the settings name a model."""
    return None if settings.model.file else officers.active().problem


def checked(path: Path, settings: Settings) -> GgufFacts:
    """The facts of a model file that can run here; its head is read this once.

    Raises:
        what shelf.check raises.
    """
    return shelf.check(path, settings.model.context)


def start_model(
    facts: GgufFacts, settings: Settings, on_progress: Callable[[LoadProgress], None], *, keep_cores_free: int = 0
) -> ChildModel:
    """Begin to load a checked file in a process of its own; the model's ``load`` waits for it.

    ``keep_cores_free`` are a recogniser's (``wiring_voice.ear_cores``) where the conversation is spoken.
    """
    chosen = settings.model
    options = LlamaOptions(
        path=str(facts.path), context_length=chosen.context, threads=chosen.threads, gpu_layers=chosen.gpu_layers,
        keep_cores_free=keep_cores_free, lib_folder=_lib_folder(), cache_folder=str(paths.cache()),
    )  # fmt: skip
    return ChildModel(options, on_progress=on_progress)


def guard(facts: GgufFacts, adapters: Iterable[tuple[Path, float]] = ()) -> Guard:
    """The guard for a model with adapters applied so strongly: a list of words that it was trained to say is kept to.

    Raises:
        AdapterRefused, GgufInvalid: an adapter's list is damaged.
    """
    return Guard(own_words.of_officer(facts.metadata.get(heard.METADATA_KEY), adapters).words)


def sampling(settings: Settings) -> Sampling:
    """The settings' way of wording."""
    return msgspec.convert(msgspec.to_builtins(settings.sampling), Sampling, strict=False)


def choose_scenario(name: str, seed: int) -> Scenario:
    """A scenario by id or file; "random" draws one and a traveller for it from the seed.

    Raises:
        ScenarioMissing, ScenarioInvalid.
    """
    if name != RANDOM:
        return scenario_file.find(name)
    rng = random.Random(seed)
    return dossier.draw(rng.choice(scenario_file.load_all()), rng)


def _lib_folder() -> str:
    """The folder with a llama.cpp build of the user's own: their home's lib/, else the shipped one."""
    own = paths.home() / "lib"
    return str(own if own.is_dir() else paths.lib())
