"""Promoted officers: versions kept in the user's home, one of them active; where none is, the built-in officer speaks.

    officers/active.json             which version is active, and which ones were before it
    officers/NAME/v3/NAME-v3.gguf    the model
                    /report.json     the evaluation that it was promoted with
                    /origin.json     its hash, what it was made of, when it came, its main figures

active.json is written beside its place and renamed, so whoever is killed meanwhile leaves the old officer active or the
new one. A version is never changed. How one comes is promotion.py's matter, what deserves to come training/gate.py's.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import msgspec

from garita import paths
from garita.errors import GaritaError, HomeNotWritable, NoEarlierOfficer, OfficerMissing, OfficerUnusable
from garita.files import sync_folder, write_beside
from garita.library import gguf_facts

BUILT_IN = "built-in"
"""What the built-in officer is called where a version could stand."""
OnProgress = Callable[[int, int], object]  # bytes done, bytes in all; what it raises stops the work

ORIGIN, REPORT = "origin.json", "report.json"
_MOST_BEFORE = 50  # that active.json remembers
_AT_ONCE = 4 * 1024 * 1024
_ID = re.compile(r"(.+)/v([1-9]\d{0,8})")


class Figure(msgspec.Struct, frozen=True):
    """A figure of the evaluation with its interval. ``unit`` is the report's: "share" is a share of 1."""

    value: float
    low: float
    high: float
    unit: str


class Origin(msgspec.Struct, frozen=True, kw_only=True):
    """Where a version comes from.

    Attributes:
        sha256: of its file, in hexadecimal digits.
        bytes: of its file.
        source: the path it was promoted from.
        made_of: base and adapters, as the file says; "" where it says nothing.
        promoted_at: ISO 8601, UTC.
        garita: the version of this program.
        figures: the main ones, by the report's names.
    """

    sha256: str
    bytes: int
    source: str
    made_of: str
    promoted_at: str
    garita: str
    figures: dict[str, Figure]


@dataclass(frozen=True)
class Version:
    """One promoted officer. ``problem`` says why it cannot be used, "" where it can (a short English fragment)."""

    name: str
    number: int
    origin: Origin | None
    problem: str = ""

    @property
    def id(self) -> str:
        """Such as "officer/v3"."""
        return f"{self.name}/v{self.number}"

    @property
    def folder(self) -> Path:
        """Where all of it lies."""
        return home() / self.name / f"v{self.number}"

    @property
    def file(self) -> Path:
        """The model."""
        return self.folder / f"{self.name}-v{self.number}.gguf"

    @property
    def shown(self) -> list[tuple[str, float, str]]:
        """Name, value and unit of its main figures."""
        found = self.origin.figures if self.origin else {}
        return [(name, one.value, one.unit) for name, one in found.items()]

    @property
    def report(self) -> Path:
        """The evaluation that it was promoted with."""
        return self.folder / REPORT


@dataclass(frozen=True)
class Active:
    """The officer that speaks where the settings name none. ``version`` None: the built-in one.

    ``problem`` says why the built-in officer stands in for a promoted one, None where it does not.
    """

    version: Version | None = None
    problem: OfficerUnusable | None = None


class _Pointer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """active.json. Ids of versions or BUILT_IN; ``before`` has the latest last."""

    active: str = BUILT_IN
    before: tuple[str, ...] = ()


# --- looking -------------------------------------------------------------------------------------------------------


def home() -> Path:
    """The folder of all versions."""
    return paths.home() / "officers"


def versions() -> list[Version]:
    """Every version that is here, damaged ones with their problem: by name, the newest of a name first."""
    found = (_ID.fullmatch(folder.relative_to(home()).as_posix()) for folder in home().glob("*/v*"))
    known = [(match[1], int(match[2])) for match in found if match]
    return [_examined(name, number) for name, number in sorted(known, key=lambda one: (one[0], -one[1]))]


def active() -> Active:
    """Which officer speaks where the settings name none; reads the head of its file, so a broken one is seen."""
    try:
        pointer = _read_pointer()
    except OfficerUnusable as problem:
        return Active(problem=problem)
    match = _ID.fullmatch(pointer.active)
    if match is None:
        return Active()
    version = _examined(match[1], int(match[2]))
    if version.problem:
        return Active(problem=OfficerUnusable(path=str(version.file), problem=version.problem))
    return Active(version)


def _examined(name: str, number: int) -> Version:
    bare = Version(name, number, None)
    try:
        origin = msgspec.json.decode((bare.folder / ORIGIN).read_bytes(), type=Origin)
    except FileNotFoundError:
        return Version(name, number, None, f"{ORIGIN} is missing")
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        return Version(name, number, None, f"{ORIGIN} is damaged: {error}")
    return Version(name, number, origin, _problem(bare.file, origin))


def _problem(file: Path, origin: Origin) -> str:
    """What can be seen at once: a hash of gigabytes would hold up every start (``use`` computes it)."""
    if not file.is_file():
        return "no such file"
    try:
        size = gguf_facts.read(file).file_bytes
    except GaritaError:
        return "its file is damaged"
    return "" if size == origin.bytes else "its file is not the one that was promoted"


def _read_pointer() -> _Pointer:
    """Raises OfficerUnusable."""
    try:
        return msgspec.json.decode(_pointer_file().read_bytes(), type=_Pointer)
    except FileNotFoundError:
        return _Pointer()
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise OfficerUnusable(path=str(_pointer_file()), problem=f"is damaged: {error}") from error


def _pointer_file() -> Path:
    return home() / "active.json"


# --- choosing ------------------------------------------------------------------------------------------------------


def use(id: str, on_progress: OnProgress = lambda *_: None) -> Version | None:
    """Make a version active: "NAME/v2", "NAME" for its newest, or "built-in" (returns None).

    The whole file is read before: what is used is what was promoted.

    Raises:
        OfficerMissing: there is none of that name.
        OfficerUnusable: its file is gone or damaged.
        HomeNotWritable.
    """
    if id == BUILT_IN:
        activate(BUILT_IN)
        return None
    known = versions()
    version = next((one for one in known if id in (one.id, one.name)), None)
    if version is None:
        raise OfficerMissing(name=id, known=[BUILT_IN, *(one.id for one in known)])
    _verify(version, on_progress)
    activate(version.id)
    return version


def rollback(on_progress: OnProgress = lambda *_: None) -> Version | None:
    """Make active again what was active before; versions that are gone or damaged are passed over.

    Returns:
        The version, None for the built-in officer.

    Raises:
        NoEarlierOfficer: none was active before.
        OfficerUnusable: active.json is damaged.
        HomeNotWritable.
    """
    here: dict[str, Version | None] = {BUILT_IN: None, **{version.id: version for version in versions()}}
    now = _read_pointer()
    before = list(now.before)
    while before:
        id = before.pop()
        if id in here and id != now.active and _is_sound(here[id], on_progress):
            _write_pointer(_Pointer(id, tuple(before)))
            return here[id]
    raise NoEarlierOfficer


def _is_sound(version: Version | None, on_progress: OnProgress) -> bool:
    with suppress(OfficerUnusable):
        if version is not None:
            _verify(version, on_progress)
        return True
    return False


def _verify(version: Version, on_progress: OnProgress) -> None:
    """Raises OfficerUnusable."""
    problem = version.problem
    try:
        if not problem and version.origin and sha256_of(version.file, on_progress) != version.origin.sha256:
            problem = "its file is not the one that was promoted"
    except OSError as error:
        problem = f"cannot be read: {error.strerror}"
    if problem:
        raise OfficerUnusable(path=str(version.file), problem=problem)


def activate(id: str) -> None:
    """Make a version active without looking at its file.

    Raises:
        HomeNotWritable.
    """
    try:
        now = _read_pointer()
    except OfficerUnusable:  # what it said is lost; from here on it says something again
        now = _Pointer()
    if now.active != id:
        _write_pointer(_Pointer(id, (*now.before, now.active)[-_MOST_BEFORE:]))


def _write_pointer(pointer: _Pointer) -> None:
    try:
        write_beside(_pointer_file(), msgspec.json.format(msgspec.json.encode(pointer), indent=1))
        sync_folder(home())
    except OSError as error:
        raise HomeNotWritable(path=str(home()), reason=error.strerror or str(error)) from error


# --- files ---------------------------------------------------------------------------------------------------------


def sha256_of(file: Path, on_progress: OnProgress = lambda *_: None) -> str:
    """The hash of a file, in hexadecimal digits.

    Raises:
        OSError.
    """
    digest, done, size = hashlib.sha256(), 0, file.stat().st_size
    with file.open("rb") as content:
        while piece := content.read(_AT_ONCE):
            digest.update(piece)
            done += len(piece)
            on_progress(done, size)
    return digest.hexdigest()
