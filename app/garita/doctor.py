"""Examines this machine for ``garita doctor``: what Garita finds, what is missing, and the command that mends it.

Every finding is looked at, not guessed: the built-in officer is really loaded, its threads are really measured.
"""

from __future__ import annotations

import importlib.util
import sys
from contextlib import closing
from typing import Literal

import msgspec

from garita import __version__, messages_to_user, paths, wiring
from garita.errors import GaritaError
from garita.library import hardware, shelf
from garita.messages import ModelFacts
from garita.messages_to_user import Language
from garita.roleplay import scenario as scenario_files
from garita.settings import Settings

State = Literal["ok", "note", "problem"]
# What each optional part is for, and a module that is there when it is installed.
_EXTRAS = {"desktop": "PySide6", "voice": "faster_whisper", "train": "torch"}


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at. ``mend`` is a command or an advice, in both languages; None where nothing is wrong."""

    name: str
    state: State
    label: dict[Language, str]
    value: str
    mend: dict[Language, str] | None = None


class Report(msgspec.Struct, frozen=True):
    """All findings."""

    version: str
    hardware: hardware.Hardware
    model: ModelFacts | None
    findings: tuple[Finding, ...]

    @property
    def has_problem(self) -> bool:
        """Whether something keeps Garita from working."""
        return any(finding.state == "problem" for finding in self.findings)

    def as_json(self) -> str:
        """The report for programs."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2).decode()


def examine(settings: Settings) -> Report:
    """Look at everything; a failure becomes a finding, never an exception."""
    machine = hardware.look()
    facts, engine = _engine(settings)
    findings = [*_machine(machine), *engine, _scenarios(), _home(), *_extras()]
    return Report(version=__version__, hardware=machine, model=facts, findings=tuple(findings))


def _machine(machine: hardware.Hardware) -> list[Finding]:
    features = " ".join(machine.features) or "?"
    slow = machine.features and not {"avx2", "neon", "asimd"} & set(machine.features)
    memory = f"{messages_to_user.size(machine.memory_free_bytes)} / {messages_to_user.size(machine.memory_bytes)}"
    return [
        Finding("system", "ok", {"en": "System", "es": "Sistema"}, f"{machine.system}, Python {sys.version.split()[0]}"),
        Finding("processor", "ok", {"en": "Processor", "es": "Procesador"}, machine.processor),
        Finding("features", "note" if slow else "ok", {"en": "Instructions", "es": "Instrucciones"}, features),
        Finding("cores", "ok", {"en": "Cores", "es": "Núcleos"}, f"{machine.cores} ({machine.threads} threads)"),
        Finding("memory", "ok", {"en": "Memory free", "es": "Memoria libre"}, memory),
    ]


def _engine(settings: Settings) -> tuple[ModelFacts | None, list[Finding]]:
    """Load the model that a conversation would use."""
    label: dict[Language, str] = {"en": "Officer", "es": "Oficial"}
    path = wiring.model_path(None, settings)
    try:
        with closing(wiring.load_model(path, settings, lambda _: None)) as model:
            facts = model.facts()
    except GaritaError as error:
        words: dict[Language, messages_to_user.Words] = {
            "en": messages_to_user.explain(error, "en"),
            "es": messages_to_user.explain(error, "es"),
        }
        mend: dict[Language, str] = {"en": words["en"].to_do, "es": words["es"].to_do}
        return None, [Finding("model", "problem", label, words["en"].sentence, mend)]
    rates = ", ".join(f"{threads}: {rate:.0f}/s" for threads, rate in sorted(facts.thread_rates.items()))
    gpu = f"{facts.gpu_layers} layers" if facts.gpu_layers else facts.gpu_note
    return facts, [
        Finding("model", "ok", label, f"{path.name}, {facts.description}, {facts.parameters / 1e6:.1f} M"),
        Finding("llama.cpp", "ok", {"en": "llama.cpp", "es": "llama.cpp"}, facts.llama_build),
        Finding("gpu", "ok" if facts.gpu_layers else "note", {"en": "GPU", "es": "GPU"}, gpu),
        Finding("threads", "ok", {"en": "Threads", "es": "Hilos"}, f"{facts.threads} ({rates})" if rates else str(facts.threads)),
    ]


def _scenarios() -> Finding:
    label: dict[Language, str] = {"en": "Scenarios", "es": "Escenas"}
    try:
        return Finding("scenarios", "ok", label, str(len(scenario_files.load_all())))
    except GaritaError as error:
        words = messages_to_user.explain(error, "en")
        return Finding("scenarios", "problem", label, words.sentence, {"en": words.to_do, "es": words.to_do})


def _home() -> Finding:
    label: dict[Language, str] = {"en": "Your folder", "es": "Su carpeta"}
    return Finding("home", "ok", label, str(paths.ensure_home()))


def _extras() -> list[Finding]:
    return [_extra(name, module) for name, module in _EXTRAS.items()]


def _extra(name: str, module: str) -> Finding:
    label: dict[Language, str] = {"en": f"Part “{name}”", "es": f"Parte «{name}»"}
    if importlib.util.find_spec(module):
        return Finding(name, "ok", label, "✓")
    command = f'{sys.executable} -m pip install -e ".[{name}]"'
    return Finding(name, "note", label, "–", {"en": command, "es": command})
