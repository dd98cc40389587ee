"""Records a conversation with the built-in officer as assets/terminal.svg, the picture in the README.

    python packaging/record_terminal.py [SCENARIO] [SEED] LINE...

The program itself holds the conversation; only the keyboard is replaced by the given lines.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Any

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI

from garita import paths, wiring
from garita.files import write_beside
from garita.journal.journal import Journal
from garita.session.session import Session
from garita.settings import Settings
from garita.terminal.card import trip_card
from garita.terminal.chat import Chat
from garita.terminal.conversation import Events


class ScriptedConsole(Console):
    """A recording console whose keyboard types the given lines."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(record=True, file=io.StringIO(), width=96, color_system="truecolor", force_terminal=False)
        self._lines = lines

    def input(self, prompt: Any = "", **_: Any) -> str:  # type: ignore[override]
        """The next line, shown as if typed."""
        if not self._lines:
            raise EOFError
        line = self._lines.pop(0)
        self.print(f"\n{prompt}{line}")  # the officer's line was left open: this is no real terminal
        return line


def record(scenario_name: str, seed: int, lines: list[str], out: Path) -> None:
    """Hold the conversation and write the picture."""
    console, events = ScriptedConsole(lines), Events()
    scenario, settings = wiring.choose_scenario(scenario_name, seed), Settings()
    with tempfile.TemporaryDirectory() as folder, closing(Journal(Path(folder) / "j.sqlite3")) as journal:
        path = wiring.model_path(None, settings)
        file = wiring.checked(path, settings)
        with closing(wiring.start_model(file, settings, lambda _: None)) as model:
            session = Session(
                model,
                wiring.guard(file),
                scenario,
                journal,
                wiring.sampling(settings),
                seed=seed,
                model_name=str(path),
                emit=events.put,
            )
            with closing(session):
                console.print(trip_card(scenario, "es"))
                Chat(console, session, events, scenario, journal, language="es", show_stats=False).run()
    picture = console.export_svg(title="garita chat", theme=MONOKAI, code_format=_without_web_fonts())
    write_beside(out, picture.encode())


def _without_web_fonts() -> str:
    """rich's picture asks a web server for its font; the viewer's own monospaced one will do."""
    plain = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return plain.replace("Fira Code", "DejaVu Sans Mono")


if __name__ == "__main__":
    record(sys.argv[1], int(sys.argv[2]), sys.argv[3:], paths.assets() / "terminal.svg")
