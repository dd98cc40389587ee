"""The settings page: every value of the tree that a student, a presenter or a tinkerer wants to turn.

A change is in force at once where that is possible; what begins with the next conversation says so.
"""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from garita import paths
from garita.audio.devices import Device
from garita.desktop.context import Context, Help
from garita.desktop.numerals import decimal, percent
from garita.desktop.preferences import voices
from garita.desktop.preferences.rows import Keys, Row
from garita.desktop.preferences.voice_test import VoiceTest
from garita.desktop.widgets import Card, Page, danger, plain, quiet
from garita.settings import Settings


class SettingsPage(Page):
    """Cards of rows."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set_heading(self.tr("Settings"), self.tr("Changes are saved as you make them."))
        self._context = context
        self._keys = Keys(context.settings)
        self._cards()

    def showEvent(self, event: QShowEvent) -> None:
        """Devices may have come and gone."""
        super().showEvent(event)
        self._look_for_devices()

    def _cards(self) -> None:
        for card in (self._look(), self._hearing(), self._voice(), self._officer(), self._privacy()):
            self.add(card)
        self.body.addStretch(1)

    def _look(self) -> Card:
        keys = self._keys
        languages = [("auto", self.tr("As the system")), ("en", "English"), ("es", "Español")]
        themes = [
            ("auto", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark")),
            ("contrast", self.tr("High contrast")),
        ]  # fmt: skip
        size = keys.slider("window.text_size", 0.8, 2.0, 0.05, percent)
        return _card(
            self.tr("Look and language"),
            Row(self.tr("Language"), self.tr("Of the menus; the officer always speaks Spanish."),
                keys.choice("language", languages)),
            Row(self.tr("Theme"), "", keys.choice("window.theme", themes)),
            Row(self.tr("Text size"), "", size),
            Row(self.tr("Show the officer"), self.tr("Without the picture there is more room to read."),
                keys.switch("window.officer")),
            Row(self.tr("Less movement"), self.tr("Nothing moves that need not."),
                keys.switch("window.reduced_motion")),
        )  # fmt: skip

    def _hearing(self) -> Card:
        keys = self._keys
        self._microphones = keys.choice("voice.microphone", [("", self.tr("As the system"))])
        modes = [
            ("hands_free", self.tr("Whenever I speak")),
            ("push_to_talk", self.tr("While I hold a key")),
        ]
        pause = keys.slider("voice.pause", 0.0, 5.0, 0.1, self._pause)
        recogniser = plain(self.tr("Choose a recogniser"))
        recogniser.clicked.connect(lambda: self._context.go("officers"))
        return _card(
            self.tr("Your voice"),
            Row(self.tr("Listen to me"), self.tr("Off: you type what you say. Holds from the next conversation on."),
                keys.switch("voice.listens")),
            Row(self.tr("Microphone"), "", self._microphones),
            Row(self.tr("When it listens"), "", keys.choice("voice.mode", modes)),
            Row(self.tr("Key to talk"), self.tr("Hold it while you speak."), keys.shortcut("window.talk_key")),
            Row(self.tr("Pause that ends your turn"), self.tr("Automatic learns it from how you speak."), pause),
            Row(self.tr("I may interrupt the officer"),
                self.tr("With headphones, or where “garita doctor --echo” finds little echo."),
                keys.switch("voice.barge_in")),
            Row(self.tr("Speech recognition"), self.tr("What turns your voice into words on this computer."),
                recogniser),
        )  # fmt: skip

    def _voice(self) -> Card:
        keys = self._keys
        self._loudspeakers = keys.choice("voice.loudspeaker", [("", self.tr("As the system"))])
        self._voices = keys.choice("voice.voice", [("", self.tr("By country and officer"))])
        effects = [
            ("none", self.tr("As in a quiet room")), ("glass", self.tr("Through the booth's glass")),
            ("public_address", self.tr("Over the hall's loudspeakers")),
        ]  # fmt: skip
        return _card(
            self.tr("The officer's voice"),
            Row(self.tr("Speak aloud"), self.tr("Off: you read what the officer says."), keys.switch("voice.aloud")),
            Row(self.tr("Loudspeaker"), "", self._loudspeakers),
            Row(self.tr("Voice"), "", self._voices),
            Row(self.tr("Speed of speech"), self.tr("Slower is easier to follow."),
                keys.slider("voice.speed", 0.5, 1.5, 0.05, lambda value: f"{decimal(value, 2)}×")),
            Row(self.tr("Loudness"), "", keys.slider("voice.volume", 0.0, 1.0, 0.05, percent)),
            Row(self.tr("How the booth sounds"), "", keys.choice("voice.effect", effects)),
            Row(self.tr("Sound of the hall"), self.tr("People and announcements around you; harder to follow."),
                keys.slider("voice.ambience", 0.0, 1.0, 0.05, percent)),
            VoiceTest(self._context),
        )  # fmt: skip

    def _officer(self) -> Card:
        keys = self._keys
        model = plain(self.tr("Choose an officer"))
        model.clicked.connect(lambda: self._context.go("officers"))
        layers = [(-1, self.tr("Automatic")), (0, self.tr("Not used")), (999, self.tr("Everything on it"))]
        return _card(
            self.tr("The officer's mind"),
            Row(self.tr("Model"), self.tr("Who sits in the booth."), model),
            Row(self.tr("Threads"), self.tr("Automatic measures which number is fastest here."),
                keys.number("model.threads", 0, 256, self.tr("Automatic"))),
            Row(self.tr("Graphics card"), "", keys.choice("model.gpu_layers", layers)),
            Row(self.tr("Variety"), self.tr("How freely the officer words things; 0 is always the likeliest word."),
                keys.slider("sampling.temperature", 0.0, 2.0, 0.05, lambda value: decimal(value, 2))),
        )  # fmt: skip

    def _privacy(self) -> Card:
        keys = self._keys
        folder = quiet(self.tr("Open the folder"), "folder")
        folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.home()))))
        default = danger(self.tr("Back to the initial values"))
        default.clicked.connect(self._reset)
        card = _card(
            self.tr("Privacy"),
            Row(self.tr("Keep my voice"), self.tr("Recordings of your turns stay on this computer, for you to replay."),
                keys.switch("voice.keep_recordings")),
            Row(self.tr("Never use the network"),
                self.tr("Nothing is ever fetched from the network, not even when asked."),
                keys.switch("network.offline")),
            Row(self.tr("Your data"), str(paths.home()), folder),
        )  # fmt: skip
        below = QHBoxLayout()
        below.addStretch(1)
        below.addWidget(default)
        card.body.addLayout(below)
        return card

    def _pause(self, seconds: float) -> str:
        return self.tr("Automatic") if seconds == 0 else self.tr("{seconds} s").format(seconds=decimal(seconds))

    def _reset(self) -> None:
        """All of it but the welcome, which was seen; said with a way back."""
        before, initial = _flat(self._context.settings.now), _flat(Settings())
        initial["window.welcomed"] = True
        self._context.settings.change(initial)
        back = Help(self.tr("Undo"), lambda: self._context.settings.change(before))
        self._context.tell(self.tr("All settings have their initial values again."), back)

    # --- devices and voices -----------------------------------------------------------------------------------------

    def _look_for_devices(self) -> None:
        self._context.jobs.ask(self._devices, self._show_devices, lambda _: None)
        self._context.jobs.ask(voices.listed, self._show_voices, lambda _: None)

    def _devices(self) -> list[Device]:
        system = self._context.engines.sound()
        system.refresh()
        return system.devices()

    def _show_devices(self, devices: list[Device]) -> None:
        for control, key, direction in (
            (self._microphones, "voice.microphone", "input"), (self._loudspeakers, "voice.loudspeaker", "output"),
        ):  # fmt: skip
            there = [one.name for one in devices if one.direction == direction and not one.monitor]
            self._refill(control, key, [("", self.tr("As the system")), *((name, name) for name in there)])

    def _show_voices(self, listed: list[tuple[str, str]]) -> None:
        self._refill(self._voices, "voice.voice", [("", self.tr("By country and officer")), *listed])

    def _refill(self, control: QComboBox, key: str, choices: list[tuple[Any, str]]) -> None:
        if [control.itemData(index) for index in range(control.count())] != [value for value, _ in choices]:
            self._keys.fill(control, key, choices)


def _card(title: str, *rows: QWidget) -> Card:
    card = Card(title)
    for row in rows:
        card.body.addWidget(row)
    return card


def _flat(settings: Settings) -> dict[str, Any]:
    """Every value by its dotted key."""
    found: dict[str, Any] = {}

    def walk(tree: dict[str, Any], prefix: str) -> None:
        for key, value in tree.items():
            if isinstance(value, dict):
                walk(value, f"{prefix}{key}.")
            else:
                found[f"{prefix}{key}"] = value

    walk(msgspec.to_builtins(settings), "")
    return found
