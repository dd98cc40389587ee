"""What this computer lacks for speaking and hearing: said once, softly, with the buttons that help."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garita import messages_to_user
from garita.desktop.context import PageName
from garita.desktop.theme.theme import Theme
from garita.desktop.widgets import FlowLayout, icon_button, icon_label, label, quiet
from garita.errors import GaritaError, RecogniserInvalid, RecogniserMissing, VoiceInvalid, VoiceMissing
from garita.messages_to_user.entry import Language


class Missing(QFrame):
    """Signals:
    help_wanted(str): turn to this page (a ``PageName``).
    """

    help_wanted = Signal(str)

    def __init__(self, theme: Theme, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = theme, language
        self._told: set[str] = set()
        self.buttons: list[QPushButton] = []
        self.setProperty("banner", "accent")
        self.sentence = label("", "small", tone="text")
        self.close_button = icon_button("close", self.tr("Close"), size=16)
        self.close_button.clicked.connect(self.hide)
        self._buttons = FlowLayout(spacing=0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        words.addLayout(self._buttons)
        self._row = QHBoxLayout(self)
        self._row.addWidget(icon_label("info", "accent", 20), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()
        theme.changed.connect(self._space)
        self._space()

    def tell(self, errors: Sequence[GaritaError]) -> None:
        """Say what is new of this; what was said before is not said again."""
        news = [error for error in errors if self._title(error) not in self._told]
        if not news:
            self.setVisible(self.isVisible() and bool(errors))
            return
        self._told |= {self._title(error) for error in news}
        self.sentence.setText(self._words(news))
        self.setAccessibleName(self.sentence.text())
        self._buttons.clear()
        self.buttons = []
        for page, text in dict.fromkeys(self._help(error) for error in news):
            button = quiet(text)
            button.setProperty("page", page)
            button.clicked.connect(self._help_clicked)
            self._buttons.addWidget(button)
            self.buttons.append(button)
        self.show()

    def tell_again(self) -> None:
        """The student wants to do what is not possible."""
        self.setVisible(bool(self._told))

    def _words(self, errors: list[GaritaError]) -> str:
        """Without ears or loudspeaker one types and reads; without the chosen voice there is another."""
        voice = [error for error in errors if isinstance(error, VoiceMissing | VoiceInvalid)]
        lacking = [self._title(error) for error in errors if error not in voice]
        sentences = []
        if lacking:
            sentences.append(self.tr("{what}. You can type and read meanwhile.").format(what=". ".join(lacking)))
        if voice:
            sentences.append(self.tr("The voice you chose is not to be had; the officer speaks with the usual one."))
        return " ".join(sentences)

    def _title(self, error: GaritaError) -> str:
        return messages_to_user.explain(error, self._language).title

    def _help(self, error: GaritaError) -> tuple[PageName, str]:
        if isinstance(error, RecogniserMissing | RecogniserInvalid):
            return "officers", self.tr("Get a recogniser")
        return "settings", self.tr("Sound settings")

    def _help_clicked(self) -> None:
        button = self.sender()
        assert button
        self.help_wanted.emit(button.property("page"))

    def _space(self) -> None:
        space = self._theme.space
        self._row.setContentsMargins(space(3), space(2), space(1), space(1))
        self._row.setSpacing(space(2))
