"""Examines this machine for ``garita doctor``: what Garita finds, what is missing, and the command that mends it.

Every finding is looked at, not guessed: the built-in officer is really loaded, its threads are really measured.
"""

from __future__ import annotations

import importlib.util
import sys
from contextlib import closing

import msgspec

from garita import __version__, messages_to_user, paths, wiring
from garita.doctor.finding import Finding, Words, both, from_error
from garita.errors import GaritaError
from garita.library import hardware
from garita.messages import ModelFacts
from garita.roleplay import scenario_file
from garita.settings import Settings

# What each optional part is for, and a module that is there when it is installed.
_EXTRAS = {"desktop": "PySide6", "voice": "faster_whisper", "train": "torch"}
# What the parts of the spoken route import as soon as they are imported themselves.
_VOICE_PACKAGES = ("av", "soxr")


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
    findings = [*_machine(machine), *engine, _scenarios(), _home(), *_extras(), *_voice(settings)]
    return Report(version=__version__, hardware=machine, model=facts, findings=tuple(findings))


def _machine(machine: hardware.Hardware) -> list[Finding]:
    features = " ".join(machine.features) or "?"
    slow = machine.features and not {"avx2", "neon", "asimd"} & set(machine.features)
    memory = f"{messages_to_user.size(machine.memory_free_bytes)} / {messages_to_user.size(machine.memory_bytes)}"
    return [
        Finding(
            "system",
            "ok",
            {"en": "System", "es": "Sistema"},
            both(f"{machine.system}, Python {sys.version.split()[0]}"),
        ),
        Finding("processor", "ok", {"en": "Processor", "es": "Procesador"}, both(machine.processor)),
        Finding("features", "note" if slow else "ok", {"en": "Instructions", "es": "Instrucciones"}, both(features)),
        Finding(
            "cores",
            "ok",
            {"en": "Cores / threads", "es": "Núcleos / hilos"},
            both(f"{machine.cores} / {machine.threads}"),
        ),
        Finding("memory", "ok", {"en": "Memory free", "es": "Memoria libre"}, both(memory)),
    ]


def _engine(settings: Settings) -> tuple[ModelFacts | None, list[Finding]]:
    """Load the model that a conversation would use."""
    label: Words = {"en": "Officer", "es": "Oficial"}
    path = wiring.model_path(None, settings)
    try:
        file = wiring.checked(path, settings)
        with closing(wiring.start_model(file, settings, lambda _: None)) as model:
            facts = model.load()
    except GaritaError as error:
        return None, [from_error("model", label, error)]
    problem = wiring.officer_problem(settings)
    return facts, [
        *([from_error("promoted", label, problem, "note")] if problem else []),
        Finding("model", "ok", label, both(f"{path.name}, {facts.architecture}, {facts.parameters / 1e6:,.1f} M")),
        Finding("llama.cpp", "ok", both("llama.cpp"), both(facts.llama_build)),
        _gpu(facts),
        Finding("threads", "ok", {"en": "Threads", "es": "Hilos"}, both(f"{facts.threads} ({_rates(facts)})")),
    ]


def _gpu(facts: ModelFacts) -> Finding:
    key = f"gpu_{facts.gpu_note or 'used'}"
    value: Words = {
        "en": messages_to_user.notice(key, "en", layers=facts.gpu_layers),
        "es": messages_to_user.notice(key, "es", layers=facts.gpu_layers),
    }
    return Finding("gpu", "ok" if facts.gpu_layers else "note", both("GPU"), value)


def _rates(facts: ModelFacts) -> str:
    """ "1: 900/s, 2: 1500/s": tokens per second measured with each number of threads."""
    rates = sorted((int(threads), rate) for threads, rate in facts.thread_rates.items())
    return ", ".join(f"{threads}: {rate:.0f}/s" for threads, rate in rates)


def _scenarios() -> Finding:
    label: Words = {"en": "Scenarios", "es": "Escenas"}
    try:
        return Finding("scenarios", "ok", label, both(str(len(scenario_file.load_all()))))
    except GaritaError as error:
        return from_error("scenarios", label, error)


def _home() -> Finding:
    label: Words = {"en": "Your folder", "es": "Su carpeta"}
    return Finding("home", "ok", label, both(str(paths.ensure_home())))


def _voice(settings: Settings) -> list[Finding]:
    """The part "voice", where its packages are; without them ``_extras`` says what to do."""
    if not all(map(importlib.util.find_spec, _VOICE_PACKAGES)):
        return []
    from garita.doctor import voice  # imports what may be missing

    return voice.examine(settings)


def _extras() -> list[Finding]:
    return [_extra(name, module) for name, module in _EXTRAS.items()]


def _extra(name: str, module: str) -> Finding:
    label: Words = {"en": f"Part “{name}”", "es": f"Parte «{name}»"}
    if importlib.util.find_spec(module):
        return Finding(name, "ok", label, both("✓"))
    command = f'{sys.executable} -m pip install -e ".[{name}]"'
    return Finding(name, "note", label, both("–"), both(command))
