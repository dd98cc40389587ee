"""A conversation as a file: Markdown, JSON, one HTML page, or the student's own voice as sound.

``write`` is the way in: the file's ending says which. Knows the journal's values and where recordings lie.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from garita.errors import NothingRecorded, OutputNotWritable
from garita.files import write_beside
from garita.journal import own_voice
from garita.journal.export_html import as_html
from garita.journal.journal import Conversation, Turn

SOUND_ENDINGS = (".flac", ".wav")
_SILENCE_SECONDS = 0.6  # between two turns

_NAMES = {"officer": "Oficial", "student": "Viajero"}


def as_markdown(head: Conversation, turns: Sequence[Turn]) -> str:
    """Title, facts and one paragraph a turn."""
    lines = [f"# {head.scenario}", "", f"{head.started_at} · {Path(head.model).name} · seed {head.seed}", ""]
    for turn in turns:
        lines += [f"**{_NAMES[turn.who]}:** {turn.text}{'' if turn.complete else ' …'}", ""]
    return "\n".join(lines)


def as_json(head: Conversation, turns: Sequence[Turn]) -> str:
    """Everything that is known, indented."""
    content = {key: value for key, value in msgspec.to_builtins(head).items() if key != "scenario_json"}
    content |= {"scenario_data": msgspec.json.decode(head.scenario_json), "turns": msgspec.to_builtins(list(turns))}
    return msgspec.json.format(msgspec.json.encode(content), indent=2).decode()


def write(
    path: Path, head: Conversation, turns: Sequence[Turn], *, recordings: Path | None = None,
    facts: Sequence[tuple[str, str]] = (),
) -> None:  # fmt: skip
    """Write a file in the form its ending asks for: .json, .html, .flac or .wav, else Markdown.

    Args:
        path: what is there is replaced.
        head: whose conversation.
        turns: of it.
        recordings: the journal's folder of them, for sound.
        facts: what else stands at the top of a page: (name, value).

    Raises:
        OutputNotWritable.
        NothingRecorded: sound is asked for and nothing was kept.
    """
    ending = path.suffix.lower()
    if ending in SOUND_ENDINGS:
        found = recorded(head, turns, recordings) if recordings else {}
        _write_sound(path, list(found.values()), head)
        return
    if ending == ".json":
        text = as_json(head, turns)
    else:
        text = as_html(head, turns, facts) if ending in (".html", ".htm") else as_markdown(head, turns)
    try:
        write_beside(path, text.encode())
    except OSError as error:
        raise OutputNotWritable(path=str(path), reason=error.strerror or str(error)) from error


def recorded(head: Conversation, turns: Sequence[Turn], recordings: Path) -> dict[int, Path]:
    """The recordings of these turns that are there, in order, by the turn's id."""
    spoken = [turn for turn in turns if turn.transcript and turn.number]
    files = {turn.id: own_voice.file(recordings, head.id, turn.number) for turn in spoken}
    return {turn: file for turn, file in files.items() if file.is_file()}


def _write_sound(path: Path, files: Sequence[Path], head: Conversation) -> None:
    """All of them one after another; FLAC or WAV by the ending."""
    if not files:
        raise NothingRecorded(number=head.id)
    import numpy as np  # sound is a part that may not be installed

    from garita.audio.files import read, write_flac, write_wav
    from garita.sound import RATE

    pause = np.zeros(int(_SILENCE_SECONDS * RATE), np.float32)
    pieces = [piece for file in files for piece in (read(file), pause)]
    (write_flac if path.suffix.lower() == ".flac" else write_wav)(path, np.concatenate(pieces[:-1]))
