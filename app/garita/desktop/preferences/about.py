"""What Garita is, of which version, and the licences of what it is made of; all offline."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from garita import __version__, paths
from garita.desktop.context import Context
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Card, Page, label, plain

_LOGO = 96
# What of Python's packages is in the app; their own licence texts come with them.
PACKAGES = (
    "av", "babel", "ctranslate2", "espeakng-loader", "faster-whisper", "gguf", "huggingface-hub", "jinja2",
    "llama-cpp-python", "msgspec", "num2words", "numpy", "onnxruntime", "platformdirs", "psutil", "py3langid",
    "PySide6-Essentials", "pyqtgraph", "pywebrtc-audio", "rapidfuzz", "rich", "sounddevice", "soxr",
    "tomli-w", "typer",
)  # fmt: skip
# These say it elsewhere than in their metadata's short fields.
_LICENCES = {"PySide6-Essentials": "LGPL-3.0", "espeakng-loader": "GPL-3.0 (espeak-ng)"}


class AboutPage(Page):
    """Name, version, a word on what it is, and a table of parts with their licences."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.set_heading(self.tr("About"))
        self._context = context
        self.table = QTableWidget(0, 3)
        self.add(self._name())
        self.add(self._licence())
        self.add(self._parts())

    def shown(self, **_: Any) -> None:
        """Read the parts' versions when they are first wanted."""
        if not self.table.rowCount():
            self._context.jobs.ask(parts, self._show_parts)

    def _name(self) -> Card:
        card = Card()
        logo = QLabel()
        logo.setPixmap(QIcon(str(paths.assets() / "icons" / "garita.svg")).pixmap(current_theme().scaled(_LOGO)))
        words = QVBoxLayout()
        words.addWidget(label(f"Garita {__version__}", "heading"))
        words.addWidget(
            label(self.tr("Practise spoken Spanish at a customs booth, entirely on your own computer."), "body")
        )
        words.addWidget(
            label(
                self.tr("The rules of the booths are for practice and no legal advice; the officers are invented."),
                "small",
            )
        )
        details = plain(self.tr("Copy version details"), "copy")
        details.clicked.connect(lambda: QApplication.clipboard().setText(version_details()))
        words.addWidget(details, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(6))
        row.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        card.body.addLayout(row)
        return card

    def _licence(self) -> Card:
        card = Card(self.tr("Licence"))
        text = QPlainTextEdit(_own_licence())
        text.setReadOnly(True)
        text.setFont(current_theme().font("mono"))
        text.setAccessibleName(self.tr("Licence"))
        text.setMinimumHeight(current_theme().scaled(180))
        card.body.addWidget(text)
        return card

    def _parts(self) -> Card:
        card = Card(self.tr("Made with"))
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Version"), self.tr("Licence")])
        table.setAccessibleName(self.tr("Made with"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)  # Tab leads on, arrows go from cell to cell
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(current_theme().scaled(40))
        table.setShowGrid(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.setMinimumHeight(current_theme().scaled(320))
        card.body.addWidget(table)
        return card

    def _show_parts(self, found: list[tuple[str, str, str]]) -> None:
        self.table.setRowCount(len(found))
        for row, part in enumerate(found):
            for column, text in enumerate(part):
                self.table.setItem(row, column, QTableWidgetItem(text))
        self.table.resizeColumnsToContents()


def parts() -> list[tuple[str, str, str]]:
    """Name, version and licence of each part that is installed."""
    found = []
    for name in sorted(PACKAGES, key=str.casefold):
        try:
            facts = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue
        found.append((name, facts["Version"], _LICENCES.get(name) or _licence_of(facts)))
    return found


def version_details() -> str:
    """What somebody who helps wants to know; nothing of the user's."""
    versions = ", ".join(f"{name} {version}" for name, version, _ in parts())
    return f"Garita {__version__}\n{platform.platform()}, Python {platform.python_version()}\n{versions}\n"


def _licence_of(facts: metadata.PackageMetadata) -> str:
    """The short expression, else the classifier, else the first line of the text."""
    if "License-Expression" in facts:
        return str(facts["License-Expression"])
    classes = [line.split(" :: ")[-1] for line in facts.get_all("Classifier") or [] if line.startswith("License ::")]
    text = (facts.get_all("License") or [""])[0].strip().splitlines()
    return ", ".join(classes) or (text[0] if text else "–")


def _own_licence() -> str:
    for place in (paths.assets().parent / "LICENSE", paths.assets() / "LICENSE"):
        if place.is_file():
            return place.read_text(encoding="utf-8")
    try:
        texts = [file for file in metadata.files("garita") or [] if file.name == "LICENSE"]
    except metadata.PackageNotFoundError:
        texts = []
    return texts[0].read_text() if texts else "MIT"
