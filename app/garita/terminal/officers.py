"""``garita officers``: the promoted officers, which of them speaks, and going back to an earlier one."""

from __future__ import annotations

from typing import Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from garita import details, paths
from garita.library import officers, shelf
from garita.library.officers import Version
from garita.messages_to_user import explain, notice, of_officers, visible
from garita.messages_to_user.entry import Language
from garita.settings import Settings
from garita.terminal.byte_progress import byte_progress

_COLUMNS = {"en": ("officer", "", "promoted", "figures"), "es": ("oficial", "", "aprobado", "cifras")}


def show(console: Console, language: Language, *, as_json: bool) -> None:
    """Print the built-in officer and every version, the active one marked."""
    active, versions = officers.active(), officers.versions()
    if as_json:
        plain = _plain(active.version, versions)
        plain["problem"] = explain(active.problem, "en").sentence if active.problem else ""
        typer.echo(msgspec.json.format(msgspec.json.encode(plain), indent=1).decode())
        return
    console.print(_table(active.version, versions, language))
    if active.problem:
        Console(stderr=True, soft_wrap=True).print(Text(standing_in(active, language), style="yellow"))


def use(id: str, settings: Settings, language: Language) -> None:
    """Make a version active.

    Raises:
        OfficerMissing, OfficerUnusable, HomeNotWritable.
    """
    with byte_progress(id) as on_progress:
        version = officers.use(id, on_progress)
    tell_active(version, settings, language)


def rollback(settings: Settings, language: Language) -> None:
    """Make active what was active before.

    Raises:
        NoEarlierOfficer, OfficerUnusable, HomeNotWritable.
    """
    with byte_progress("rollback") as on_progress:
        version = officers.rollback(on_progress)
    tell_active(version, settings, language)


def tell_active(version: Version | None, settings: Settings, language: Language) -> None:
    """Say on standard error which officer speaks from now on, and where the settings say otherwise."""
    console = Console(stderr=True, soft_wrap=True)
    said = notice("officer_promoted", language, name=version.id) if version else notice("officer_built_in", language)
    console.print(Text(said))
    if chosen := settings.model.file:
        told = notice("officer_settings_first", language, path=chosen, settings=paths.settings())
        console.print(Text(told, style="yellow"))


def standing_in(active: officers.Active, language: Language) -> str:
    """Why the built-in officer speaks instead of the promoted one; "" where it does not."""
    return notice("officer_stands_in", language, **active.problem.facts) if active.problem else ""


def _table(active: Version | None, versions: list[Version], language: Language) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for column in _COLUMNS[language]:
        table.add_column(column, overflow="fold")
    built_in = notice("officer_active" if active is None else "officer_is_built_in", language)
    table.add_row(Text(officers.BUILT_IN, "cyan"), Text(built_in, "green" if active is None else ""), "", "")
    for version in versions:
        is_active = active is not None and version.id == active.id
        at = version.origin.promoted_at[:16].replace("T", " ") if version.origin else ""
        state = _state(version, language, is_active=is_active)
        figures = " · ".join(of_officers.figures(version.shown, language))
        table.add_row(Text(visible(version.id), "cyan"), state, visible(at), visible(figures))
    return table


def _state(version: Version, language: Language, *, is_active: bool) -> Text:
    if version.problem:
        problem = details.in_spanish(version.problem) if language == "es" else version.problem
        return Text(visible(problem), "red")
    return Text(notice("officer_active" if is_active else "officer_usable", language), "green" if is_active else "")


def _plain(active: Version | None, versions: list[Version]) -> dict[str, Any]:
    """Every officer by its id; ``active`` names one of them, and ``file`` is its model."""
    return {
        "active": active.id if active else officers.BUILT_IN,
        "file": str(active.file if active else shelf.built_in()),
        "versions": [
            {"id": one.id, "file": str(one.file), "problem": one.problem, "origin": msgspec.to_builtins(one.origin)}
            for one in versions
        ],
    }
