"""A conversation as Markdown or JSON."""

from __future__ import annotations

from pathlib import Path

import msgspec

from garita.errors import OutputNotWritable
from garita.files import write_beside
from garita.journal.journal import Conversation, Turn

_NAMES = {"officer": "Oficial", "student": "Viajero"}


def as_markdown(head: Conversation, turns: list[Turn]) -> str:
    """Title, facts and one paragraph a turn."""
    lines = [f"# {head.scenario}", "", f"{head.started_at} · {Path(head.model).name} · seed {head.seed}", ""]
    for turn in turns:
        lines += [f"**{_NAMES[turn.who]}:** {turn.text}{'' if turn.complete else ' …'}", ""]
    return "\n".join(lines)


def as_json(head: Conversation, turns: list[Turn]) -> str:
    """Everything that is known, indented."""
    content = {key: value for key, value in msgspec.to_builtins(head).items() if key != "scenario_json"}
    content |= {"scenario_data": msgspec.json.decode(head.scenario_json), "turns": msgspec.to_builtins(turns)}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode()


def write(path: Path, head: Conversation, turns: list[Turn]) -> None:
    """Write a file in the form its ending asks for: .json, else Markdown.

    Raises:
        OutputNotWritable.
    """
    text = as_json(head, turns) if path.suffix == ".json" else as_markdown(head, turns)
    try:
        write_beside(path, text.encode())
    except OSError as error:
        raise OutputNotWritable(path=str(path), reason=error.strerror or str(error)) from error
