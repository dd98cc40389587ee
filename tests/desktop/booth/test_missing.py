"""What is missing is said in a sentence that tells what is still possible."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from garita.desktop.booth.missing import Missing
from garita.desktop.theme import Theme
from garita.errors import GaritaError, NoLoudspeaker, VoiceMissing

SILENT = NoLoudspeaker(name="", present="")
VOICE = VoiceMissing(name="system:Nadie", present="")
USUAL = "The voice you chose is not to be had; the officer speaks with the usual one."
READ = "No loudspeaker. You can type and read meanwhile."


@pytest.mark.parametrize(
    ("errors", "sentence"), [([VOICE], USUAL), ([SILENT], READ), ([VOICE, SILENT], f"{READ} {USUAL}")]
)
def test_a_voice_that_is_gone_keeps_nobody_from_hearing(
    qtbot: QtBot, theme: Theme, errors: list[GaritaError], sentence: str
) -> None:
    missing = Missing(theme, "en")
    qtbot.addWidget(missing)
    missing.tell(errors)
    assert missing.sentence.text() == sentence
    assert [button.text() for button in missing.buttons] == ["Sound settings"]
