"""What the officers page shows, looked at in one go: models, adapters, recognisers, and what can be had.

Reads heads of files and folders, so it belongs on a worker thread. No Qt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from garita import paths, wiring, wiring_voice
from garita.engines import whisper_folder
from garita.errors import GaritaError, RecogniserMissing
from garita.library import catalogue, downloads, hardware, hub, recognisers, shelf
from garita.library.ancestry import made_of
from garita.library.catalogue import Fit, Officer, Recogniser
from garita.library.shelf import AdapterEntry, ShelfEntry
from garita.library.speeds import Speed, Speeds
from garita.settings import AdapterChoice, Settings


@dataclass(frozen=True)
class ModelItem:
    """A model that is here. ``made_of`` is empty where nothing was merged; ``speed`` None where it never spoke here.

    ``usual``: it speaks where the settings name none.
    """

    entry: ShelfEntry
    size: int
    made_of: str
    speed: Speed | None
    active: bool
    usual: bool = False

    @property
    def path(self) -> Path:
        """Its file."""
        return self.entry.path

    @property
    def built_in(self) -> bool:
        """Whether it is the officer that ships with Garita."""
        return self.path == shelf.built_in()

    @property
    def own(self) -> bool:
        """Whether it lies in the user's folder, so that it can be removed."""
        return self.path.parent == paths.user_models()

    @property
    def name(self) -> str:
        """A promoted officer's version, else what it calls itself, else its file's name."""
        if self.entry.promoted:
            return self.entry.promoted.id
        return self.entry.facts.name if self.entry.facts else self.path.stem


@dataclass(frozen=True)
class AdapterItem:
    """An adapter that is here. ``problem`` is why it does not fit the active model; ``scale`` None: not in use."""

    entry: AdapterEntry
    size: int
    problem: str
    scale: float | None

    @property
    def path(self) -> Path:
        """Its file."""
        return self.entry.path


@dataclass(frozen=True)
class EarItem:
    """A recogniser that is here. ``problem`` is None where its folder is whole."""

    name: str
    folder: Path
    size: int
    problem: GaritaError | None
    active: bool


@dataclass(frozen=True)
class Offer:
    """Something that can be had. ``begun`` are bytes of an unfinished download."""

    kind: Literal["officer", "recogniser"]
    entry: Officer | Recogniser
    fit: Fit
    here: bool
    begun: int = 0

    @property
    def id(self) -> str:
        """Tells it from all other offers."""
        return f"{self.kind}/{self.entry.id}"


@dataclass(frozen=True)
class Stock:
    """Everything on the page. Memory is in bytes."""

    models: tuple[ModelItem, ...]
    adapters: tuple[AdapterItem, ...]
    ears: tuple[EarItem, ...]
    officer_offers: tuple[Offer, ...]
    ear_offers: tuple[Offer, ...]
    memory_free: int
    memory_all: int

    @property
    def active(self) -> ModelItem | None:
        """The model in use."""
        return next((item for item in self.models if item.active), None)

    def adapters_kept(self, chosen: Sequence[AdapterChoice], model: ModelItem) -> list[dict[str, object]]:
        """Those of the ``chosen`` adapters that fit ``model`` too, as the settings write them."""
        facts = model.entry.facts
        fitting = {
            str(item.path) for item in self.adapters if facts and not shelf.adapter_problem(item.entry.facts, facts)
        }
        return [{"path": one.path, "scale": one.scale} for one in chosen if one.path in fitting]


def look(settings: Settings, speeds: Speeds) -> Stock:
    """Look at everything now.

    Raises:
        CatalogueInvalid.
    """
    machine = hardware.look()
    models = _models(settings, speeds)
    ears = tuple(_ears(settings))
    offered = catalogue.read()
    free = machine.memory_free_bytes
    return Stock(
        models=models,
        adapters=_adapters(settings, next((item for item in models if item.active), None)),
        ears=ears,
        officer_offers=tuple(_officer_offer(entry, free) for entry in offered.officer),
        ear_offers=tuple(_ear_offer(entry, free, ears) for entry in offered.recogniser),
        memory_free=free,
        memory_all=machine.memory_bytes,
    )


def _models(settings: Settings, speeds: Speeds) -> tuple[ModelItem, ...]:
    """The one in use first."""
    chosen = wiring.model_path(None, settings)
    entries = shelf.look()
    if all(entry.path != chosen for entry in entries):  # a file elsewhere, or one that is gone
        entries.append(shelf.examine(chosen))
    entries.sort(key=lambda entry: entry.path != chosen)
    usual = wiring.model_path(None, Settings())
    return tuple(_model(entry, speeds, active=entry.path == chosen, usual=entry.path == usual) for entry in entries)


def _model(entry: ShelfEntry, speeds: Speeds, *, active: bool, usual: bool) -> ModelItem:
    words = made_of(entry.facts) if entry.facts else ""
    return ModelItem(entry, _size(entry.path), words, speeds.of(entry.path), active, usual)


def _adapters(settings: Settings, base: ModelItem | None) -> tuple[AdapterItem, ...]:
    scales = {choice.path: choice.scale for choice in settings.model.adapters}
    facts = base.entry.facts if base else None
    return tuple(
        AdapterItem(
            entry,
            _size(entry.path),
            shelf.adapter_problem(entry.facts, facts) if facts else "",
            scales.get(str(entry.path)),
        )
        for entry in shelf.adapters()
    )


def _ears(settings: Settings) -> Iterator[EarItem]:
    try:
        active = wiring_voice.recogniser_folder(settings)
    except RecogniserMissing:
        active = None
    entries = recognisers.here(wiring_voice.recognisers(), whisper_folder.check)
    for entry in entries:
        yield EarItem(entry.name, entry.folder, _folder_size(entry.folder), entry.problem, entry.folder == active)
    if active and all(entry.folder != active for entry in entries):
        yield EarItem(active.name, active, _folder_size(active), _ear_problem(active), active=True)


def _ear_problem(folder: Path) -> GaritaError | None:
    try:
        whisper_folder.check(folder)
    except GaritaError as problem:
        return problem
    return None


def _officer_offer(entry: Officer, free: int) -> Offer:
    folder = paths.user_models()
    here = (folder / entry.file).exists()
    return Offer("officer", entry, catalogue.fits(entry, free), here, downloads.begun_bytes(entry, folder))


def _ear_offer(entry: Recogniser, free: int, ears: Sequence[EarItem]) -> Offer:
    here = any(ear.name == entry.id and ear.problem is None for ear in ears)
    begun = hub.fetched_bytes(ear_partial(entry))
    return Offer("recogniser", entry, catalogue.fits(entry, free), here, begun)


def ear_partial(entry: Recogniser) -> Path:
    """Where a recogniser's unfinished download lies."""
    return wiring_voice.recognisers() / f"{entry.id}.partial"


def _size(path: Path) -> int:
    with suppress(OSError):  # gone since it was listed
        return path.stat().st_size
    return 0


def _folder_size(folder: Path) -> int:
    return sum(_size(path) for path in folder.glob("*"))
