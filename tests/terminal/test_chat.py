"""The rich conversation: what a person sees for every command."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from garita.journal.journal import Journal
from garita.messages import ContextTrimmed, Sampling
from garita.roleplay.guard import Guard
from garita.session.session import Session
from garita.terminal.chat import COMMANDS, Chat
from garita.terminal.conversation import Events
from garita.terminal.words import word
from tests.fakes import FakeModel
from tests.session.scene import SCENE


class Keyboard(Console):
    """A console whose keyboard types the given lines, then closes; what is printed is in ``seen()``."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(file=io.StringIO(), width=200, force_terminal=False)
        self.lines = lines

    def input(self, prompt: Any = "", **_: Any) -> str:  # type: ignore[override]
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)

    def seen(self) -> str:
        assert isinstance(self.file, io.StringIO)
        return self.file.getvalue()


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    with closing(Journal(tmp_path / "j.sqlite3")) as journal:
        yield journal


def talk(journal: Journal, model: FakeModel, lines: list[str], *, show_stats: bool = False) -> tuple[str, list[str]]:
    """What was seen, and the conversation that remains."""
    console, events = Keyboard(lines), Events()
    session = Session(model, Guard(), SCENE, journal, Sampling(), seed=1, model_name="m", emit=events.put)
    with closing(session):
        Chat(console, session, events, SCENE, journal, language="en", show_stats=show_stats).run()
        return console.seen(), [turn.text for turn in session.turns()]


def test_officer_opens_and_answers(journal: Journal) -> None:
    model = FakeModel(["Buenos días. ¿Me da su pasaporte?", "Gracias por todo. ¿De dónde viene usted?"])
    seen, said = talk(journal, model, ["", "Aquí tiene.", "/salir", "never said"], show_stats=True)
    assert "Officer: Buenos días. ¿Me da su pasaporte?" in seen
    assert "Officer: Gracias por todo. ¿De dónde viene usted?" in seen
    assert "5 tokens read" in seen
    assert len(said) == 3


def test_card_and_repeat_and_unknown_command(journal: Journal) -> None:
    seen, _ = talk(journal, FakeModel(["¿Me da su pasaporte?"]), ["/ficha", "/repite", "/nada"])
    assert "Ana Pérez" in seen
    assert seen.count("¿Me da su pasaporte?") == 2
    assert "There is no command /nada" in seen


def test_another_answer_and_take_back(journal: Journal) -> None:
    model = FakeModel(["¿Me da su pasaporte?", "Su pasaporte, por favor.", "¿Y el pasaporte, por favor?"])
    seen, said = talk(journal, model, ["Hola.", "/otra", "/deshacer", "/deshacer"])
    assert "¿Y el pasaporte, por favor?" in seen
    assert "Your last turn is taken back." in seen
    assert "You have not said anything yet." in seen
    assert said == ["¿Me da su pasaporte?"]


def test_saving(journal: Journal, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    seen, said = talk(
        journal, FakeModel(["¿Me da su pasaporte?"]),
        ["/guardar", f"/guardar {tmp_path}/file/c.md", f"/guardar {tmp_path}/c.md"],
    )  # fmt: skip
    assert "Say where to save" in seen
    assert "cannot be written" in seen
    assert "¿Me da su pasaporte?" in (tmp_path / "c.md").read_text(encoding="utf-8")
    assert said == ["¿Me da su pasaporte?"]


def test_notices_are_told(journal: Journal) -> None:
    seen, _ = talk(journal, FakeModel([ContextTrimmed(4), "¿Me da su pasaporte?"]), [])
    assert "no longer remembers its first 4 lines" in seen


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_hint_names_every_command(language: str) -> None:
    assert all(command in word("hint", language) for command in COMMANDS)  # type: ignore[arg-type]
