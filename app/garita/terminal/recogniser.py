"""``garita recogniser``: the speech recognition models that are here or can be had, and getting one."""

from __future__ import annotations

from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, TimeRemainingColumn, TransferSpeedColumn
from rich.progress import Progress as Bar
from rich.table import Table
from rich.text import Text

from garita import messages_to_user
from garita.engines import whisper_folder
from garita.engines.whisper_sizes import SIZES
from garita.library import recognisers
from garita.library.recognisers import Fetch, Progress
from garita.messages_to_user.entry import Language
from garita.terminal.words import word


def show(folder: Path, console: Console, language: Language) -> None:
    """List the sizes that can be had and the user's own folders; what is wrong with one stands beside it."""
    here = {entry.name: entry for entry in recognisers.here(folder, whisper_folder.check)}
    megabytes = {size.name: size.megabytes for size in SIZES}
    table = Table(box=None, pad_edge=False, show_header=False)
    for name in [*megabytes, *(name for name in here if name not in megabytes)]:
        size = messages_to_user.size(megabytes[name] * 1e6) if name in megabytes else ""
        table.add_row(Text(name, "cyan"), Text(size, justify="right"), _state(here.get(name), language))
    console.print(table)
    console.print(Text(word("recogniser_hint", language, folder=folder), style="dim"))


def _state(entry: recognisers.Entry | None, language: Language) -> Text:
    if entry is None:
        return Text("–", "dim")
    if entry.problem is None:
        return Text(word("recogniser_here", language), "green")
    return Text(messages_to_user.explain(entry.problem, language).sentence, "red")


def get(name: str, folder: Path, fetch: Fetch, console: Console, language: Language) -> None:
    """Fetch one with a bar that shows how far it is; Ctrl-C stops, and the same command goes on.

    Raises:
        what recognisers.get raises.
    """
    columns = ("{task.description}", BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task(name, total=None)

        def on_progress(step: Progress) -> None:
            bar.update(task, completed=step.done_bytes, total=step.total_bytes)

        megabytes = next((size.megabytes for size in SIZES if size.name == name), 0)
        made = recognisers.get(name, folder, fetch, whisper_folder.check, on_progress, megabytes)
    console.print(Text(word("recogniser_done", language, folder=made)))
