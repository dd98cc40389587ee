"""The trip card: who the student is on this journey and what lies in the suitcase, as a rich panel."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from garita.messages_to_user.entry import Language
from garita.roleplay import dossier
from garita.roleplay.scenario import Scenario
from garita.terminal.words import word


def trip_card(scenario: Scenario, language: Language) -> Panel:
    """Scene, person and suitcase. The content is Spanish: it is what the student has to say."""
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="cyan", no_wrap=True)
    rows.add_column()
    for label, value in dossier.card(scenario, language):
        rows.add_row(label, value)
    scene = scenario.summary if language == "es" else scenario.summary_en
    parts: list[RenderableType] = [Text(scene, style="italic"), Text(""), rows]
    heading = f"{word('card', language)} · {scenario.title} · {scenario.level}"
    return Panel(Group(*parts), title=heading, title_align="left", border_style="cyan", expand=False)
