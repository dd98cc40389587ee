"""Something that can be downloaded: what it is for, whether this computer can run it, and the download's progress."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from garita import messages_to_user
from garita.desktop.numerals import size
from garita.desktop.officers.fetching import State
from garita.desktop.officers.stock import Offer
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Card, Link, Pill, keep_icon, label, plain, quiet
from garita.errors import GaritaError
from garita.library.catalogue import Officer
from garita.messages_to_user.entry import Language

_WIDTH = 320  # what a card asks for; in a row they share what there is


class OfferCard(Card):
    """Signals:
    wanted(Offer): download it, or go on.
    paused(Offer): stop for now.
    discarded(Offer): throw away what has come.
    """

    wanted = Signal(object)
    paused = Signal(object)
    discarded = Signal(object)

    def __init__(self, offer: Offer, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(offer.entry.name, parent)
        self.offer = offer
        self._language = language
        self.setAccessibleName(offer.entry.name)
        self.head.addWidget(self._fit(), 0, Qt.AlignmentFlag.AlignTop)
        whom = offer.entry.for_whom
        self.body.addWidget(label(whom.es if language == "es" else whom.en, "body"))
        self.body.addWidget(label(self._figures(), "small"))
        self.body.addWidget(self._licence())
        self.body.addStretch(1)
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(self.tr("Download of {name}").format(name=offer.entry.name))
        self.text = label("", "small")
        self.body.addWidget(self.bar)
        self.body.addWidget(self.text)
        self._add_buttons()
        self.show_state(None)

    def sizeHint(self) -> QSize:
        """Cards of one width, as high as their words need."""
        return QSize(current_theme().scaled(_WIDTH), super().sizeHint().height())

    def renew(self, offer: Offer, state: State | None) -> None:
        """The same offer; more or less of it has come."""
        self.offer = offer
        self.show_state(state)

    def show_state(self, state: State | None) -> None:
        """Take over what is known of its download."""
        focused = any(button.hasFocus() for button in (self.go, self.stop, self.drop))
        running = state is not None and state.phase != "failed"
        self._show_bar(state, running)
        self.text.setText(self._words(state))
        self.text.setVisible(bool(self.text.text()))
        failed = state is not None and state.phase == "failed"
        self.text.setProperty("tone", "bad" if failed else "dim")
        self.text.style().polish(self.text)
        self._show_buttons(state, running)
        if focused:  # the keyboard stays in the card though its button went away
            (self.stop if running else self.go).setFocus()

    # --- the parts --------------------------------------------------------------------------------------------------

    def _fit(self) -> Pill:
        if self.offer.here:
            return Pill(self.tr("Here"), "good", "check")
        match self.offer.fit:
            case "suits":
                return Pill(self.tr("Suits"), "good", "check")
            case "tight":
                return Pill(self.tr("Tight"), "warn", "warning")
            case "too_large":
                return Pill(self.tr("Too large"), "bad", "close")

    def _figures(self) -> str:
        entry = self.offer.entry
        parts = [
            self.tr("{size} to download").format(size=size(entry.bytes)),
            self.tr("{size} of memory").format(size=size(entry.memory_bytes)),
        ]
        return " · ".join(parts)

    def _licence(self) -> QWidget:
        entry = self.offer.entry
        licence = self.tr("Licence: {name}").format(name=entry.licence)
        if isinstance(entry, Officer) and entry.terms:
            return Link(f"{licence} ·", self.tr("its own terms"), entry.terms, "caption")
        return label(licence, "caption")

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(current_theme().space(2))
        self.go: QPushButton = plain(self.tr("Download"), "download")
        self.stop: QPushButton = plain(self.tr("Pause"), "pause")
        self.drop: QPushButton = quiet(self.tr("Discard"))
        for button, act in ((self.go, self._want), (self.stop, self._pause), (self.drop, self._discard)):
            button.clicked.connect(act)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    # --- the state --------------------------------------------------------------------------------------------------

    def _show_bar(self, state: State | None, running: bool) -> None:
        fraction = state.fraction if state else None
        if not running and self.offer.begun and not self.offer.here:
            fraction = min(1.0, self.offer.begun / self.offer.entry.bytes)
        self.bar.setVisible(running or fraction is not None)
        self.bar.setRange(0, 0 if fraction is None else 1000)
        self.bar.setValue(round(1000 * (fraction or 0)))

    def _words(self, state: State | None) -> str:
        if state is None:
            if not self.offer.begun or self.offer.here:
                return ""
            whole = size(self.offer.entry.bytes)
            return self.tr("Paused at {done} of {whole}").format(done=size(self.offer.begun), whole=whole)
        if state.phase == "stopping":
            return self.tr("Pausing…")
        if state.phase == "running":
            return state.text or self.tr("Asking the hub…")
        if isinstance(state.error, GaritaError):
            told = messages_to_user.explain(state.error, self._language)
            return f"{told.sentence} {told.to_do}"
        return self.tr("It did not work")

    def _show_buttons(self, state: State | None, running: bool) -> None:
        begun = bool(self.offer.begun) or state is not None
        name = self.offer.entry.name
        text = self.tr("Go on") if begun else self.tr("Download")
        self.go.setText(text)
        self.go.setAccessibleName(f"{text}: {name}")
        keep_icon(self.go, "play" if begun else "download", "text")
        self.go.setVisible(not running and not self.offer.here)
        self.stop.setVisible(running)
        self.stop.setEnabled(state is not None and state.phase == "running")
        self.stop.setAccessibleName(self.tr("Pause: {name}").format(name=name))
        self.drop.setVisible(not running and bool(self.offer.begun) and not self.offer.here)
        self.drop.setAccessibleName(self.tr("Discard what has come of {name}").format(name=name))

    # --- what the user does -----------------------------------------------------------------------------------------

    def _want(self) -> None:
        self.wanted.emit(self.offer)

    def _pause(self) -> None:
        self.paused.emit(self.offer)

    def _discard(self) -> None:
        self.discarded.emit(self.offer)
