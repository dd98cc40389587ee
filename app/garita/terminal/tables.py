"""Tables for the terminal: scenarios, models, past conversations, the doctor's findings."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from garita import messages_to_user
from garita.doctor import Report
from garita.journal.journal import Conversation
from garita.library.ancestry import made_of
from garita.library.shelf import ShelfEntry
from garita.messages_to_user import of_officers, visible
from garita.messages_to_user.entry import Language
from garita.roleplay.scenario import Scenario


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False)
    for number, column in enumerate(columns):
        table.add_column(column, overflow="fold", no_wrap=number == 0)
    return table


_PLACES = {"airport": "aeropuerto", "land_border": "frontera", "port": "puerto"}
_MANNERS = {"kind": "amable", "neutral": "neutral", "stern": "serio", "hurried": "con prisa"}


def scenarios(found: Iterable[Scenario], language: Language) -> Table:
    """One row a scenario."""
    if language == "es":
        table = _table("id", "título", "país", "lugar", "nivel", "oficial")
    else:
        table = _table("id", "title", "country", "place", "level", "officer")
    for scenario in found:
        place, manner = scenario.place, scenario.officer.manner
        table.add_row(
            Text(scenario.id, style="cyan"),
            scenario.title if language == "es" else scenario.title_en,
            scenario.country,
            _PLACES[place] if language == "es" else place.replace("_", " "),
            scenario.level,
            _MANNERS[manner] if language == "es" else manner,
        )
    return table


def models(entries: Iterable[ShelfEntry], language: Language) -> Table:
    """One row a model file: what it is, what it needs, and why it cannot run where it cannot."""
    names = {
        "en": ("file", "architecture", "parameters", "quantisation", "context", "size", "memory", ""),
        "es": ("archivo", "arquitectura", "parámetros", "cuantización", "contexto", "tamaño", "memoria", ""),
    }
    table = _table(*names[language])
    for entry in entries:
        state = _state(entry, language)
        if entry.facts is None:
            table.add_row(Text(entry.path.name, "cyan"), *[""] * 6, state)
            continue
        facts = entry.facts
        table.add_row(
            Text(entry.path.name, "cyan"), facts.architecture, f"{facts.parameters / 1e6:,.1f} M", facts.quantisation,
            str(facts.number("context_length")), messages_to_user.size(facts.file_bytes),
            messages_to_user.size(entry.needed_bytes), state,
        )  # fmt: skip
    return table


def _state(entry: ShelfEntry, language: Language) -> Text:
    if entry.problem is not None:
        return Text(messages_to_user.explain(entry.problem, language).sentence, "red")
    said = Text("puede funcionar" if language == "es" else "can run", "green")
    if entry.facts is not None and (parts := made_of(entry.facts)):
        said.append(f"\n{'hecho de' if language == 'es' else 'made of'} {parts}", "dim")
    if entry.promoted and (figures := of_officers.figures(entry.promoted.shown, language)):
        said.append(f"\n{visible(' · '.join(figures))}", "dim")
    return said


def history(conversations: Iterable[Conversation]) -> Table:
    """One row a conversation, newest first."""
    table = _table("n.º", "", "", "")
    for one in conversations:
        table.add_row(
            Text(str(one.id), "cyan"), one.started_at[:16].replace("T", " "), one.scenario, str(one.turn_count)
        )
    return table


def doctor(report: Report, language: Language) -> Table:
    """One row a finding: a mark, what was looked at, what was found, and the command that mends it."""
    table = Table(box=None, show_header=False, pad_edge=False)
    for _ in range(4):
        table.add_column(overflow="fold")
    marks = {"ok": Text("✓", "green"), "note": Text("·", "yellow"), "problem": Text("✗", "red")}
    for finding in report.findings:
        label, mend = finding.label[language], finding.mend[language] if finding.mend else ""
        table.add_row(marks[finding.state], label, finding.value[language], Text(mend, "yellow"))
    return table
