"""The officers page: which models and recognisers are here, which is in use, and which can be had.

Puts the cards together and carries out what they ask; whatever touches a disk or the network is a job. Files are added
by a dialog or by dropping them on the page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from garita import messages_to_user, wiring_voice
from garita.desktop.context import Context, Help
from garita.desktop.officers import stock
from garita.desktop.officers.adapters_card import AdaptersCard
from garita.desktop.officers.adding import Adding, models_in
from garita.desktop.officers.ear_card import EarCard
from garita.desktop.officers.fetching import Fetching
from garita.desktop.officers.merge_dialog import MergeDialog
from garita.desktop.officers.model_card import ModelCard, content
from garita.desktop.officers.offers import Offers
from garita.desktop.officers.removing import Removing
from garita.desktop.officers.sections import Section
from garita.desktop.officers.stock import EarItem, ModelItem, Offer, Stock
from garita.desktop.widgets import Banner, DropHint, EmptyState, Page, Spinner, plain, tab_order
from garita.errors import GaritaError
from garita.library import hub
from garita.library.speeds import Speeds
from garita.settings import Settings

_LOOKED_AGAIN = ("model.file", "voice.recogniser")  # settings whose change moves the mark of what is in use


class OfficersPage(Page):
    """Args:
    context: the window's.
    fetch: what brings files from the hub; the real one unless a test has its own.
    look: what looks at the shelf; likewise.
    """

    def __init__(
        self,
        context: Context,
        fetch: Callable[..., None] = hub.fetch,
        look: Callable[[Settings, Speeds], Stock] = stock.look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._context, self._look = context, look
        self._speeds = Speeds()
        self._looking = self._look_again = False
        self.stock: Stock | None = None
        self._cards: dict[Path, ModelCard] = {}
        self.dialog: MergeDialog | None = None
        self.problem: QWidget | None = None
        self.fetching = Fetching(context, fetch, self)
        self.adding = Adding(context, self)
        self.removing = Removing(context, self)
        self.set_heading(
            self.tr("Officers"),
            self.tr("The model behind the officer, and the ear that hears you. Everything runs on this computer."),
        )
        self._fill()
        self.setAcceptDrops(True)
        context.settings.changed.connect(self._follow)
        for changed in (self.fetching.over, self.adding.changed, self.removing.changed):
            changed.connect(self.refresh)
        self.fetching.arrived.connect(self._arrived)
        for offers in (self.officer_offers, self.ear_offers):
            offers.more.toggled.connect(self._order)

    @property
    def busy(self) -> bool:
        """Whether something is under way that must not be thrown away with the page."""
        return bool(self.fetching.running or (self.dialog and (self.dialog.running or self.dialog.isVisible())))

    def _fill(self) -> None:
        self.merge_button = plain(self.tr("Merge…"), "merge")
        self.merge_button.setToolTip(self.tr("Make one model of an officer and its adapters"))
        self.merge_button.clicked.connect(self.open_merge)
        self.add_button = plain(self.tr("Add a file…"), "plus")
        self.add_button.setToolTip(self.tr("Copy a .gguf file into Garita; dropping it on this page does the same"))
        self.add_button.clicked.connect(self.adding.choose)
        self.head.addWidget(self.merge_button)
        self.head.addWidget(self.add_button)
        self.spinner = Spinner(self.tr("Looking at what is here"))
        self.models = Section(self.tr("On this computer"))
        self.adapters = Section("")
        self.adapters.title.hide()
        self.officer_offers = Offers(
            self.tr("More officers"),
            self.tr("Larger models converse more freely and ask more of the computer. Nothing comes without a click."),
            self.fetching, self._context.language,
        )  # fmt: skip
        self.ears = Section(
            self.tr("Hearing"), self.tr("The recogniser writes down what you say. Larger ones mishear less.")
        )
        self.ear_offers = Offers("", "", self.fetching, self._context.language)
        for part in (self.spinner, self.models, self.adapters, self.officer_offers, self.ears, self.ear_offers):
            self.add(part)
        self.body.addStretch(1)
        self.hint = DropHint(self.tr("Let go to add the model"), self)

    # --- looking ----------------------------------------------------------------------------------------------------

    def shown(self, files: Sequence[Path] = (), **_: Any) -> None:
        """The window has turned here; ``files`` were dropped elsewhere on it."""
        if files:
            self.adding.add(files)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the shelf whenever the page comes up: files and free memory change behind our back."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look at everything again, once more if something changes meanwhile."""
        if self._looking:
            self._look_again = True
            return
        self._looking = True
        now, speeds = self._context.settings.now, self._speeds
        self._context.jobs.ask(lambda: self._look(now, speeds), self._show, self._cannot)

    def _follow(self, key: str) -> None:
        if key in _LOOKED_AGAIN and self.isVisible():
            self.refresh()

    def _show(self, found: Stock) -> None:
        self._clear_problem()
        self._looking, self.stock = False, found
        scroll, focus = self.scroller.verticalScrollBar().value(), _name_of_focus(self)
        self.setUpdatesEnabled(False)
        cards = [self._model_card(item) for item in found.models]
        self._cards = {card.item.path: card for card in cards}
        self.models.show_widgets(cards)
        self._show_adapters(found)
        self.officer_offers.show_offers(found.officer_offers)
        self.ears.show_widgets([self._ear_card(item) for item in found.ears] or [self._no_ear()])
        self.ear_offers.show_offers(found.ear_offers)
        self.setUpdatesEnabled(True)
        self._order()
        _focus_again(self, focus)
        QTimer.singleShot(0, self, partial(self.scroller.verticalScrollBar().setValue, scroll))
        if self._look_again:
            self._look_again = False
            self.refresh()

    def _order(self) -> None:
        """Tab goes through the page as one reads it, though cards come and go."""
        offers, ears = self.officer_offers, self.ear_offers
        tab_order(
            (self.merge_button, self.add_button, self.models, self.adapters, *offers.cards.values(), offers.more,
             self.ears, *ears.cards.values(), ears.more)
        )  # fmt: skip

    def _cannot(self, error: BaseException) -> None:
        self._looking = False
        self._clear_problem()
        again = plain(self.tr("Try again"), "retry")
        again.clicked.connect(self.refresh)
        words = self.tr("It did not work")
        if isinstance(error, GaritaError):
            words = messages_to_user.one_line(error, self._context.language)
        self.problem = EmptyState("warning", self.tr("The models cannot be listed"), words, again)
        self.body.insertWidget(0, self.problem)

    def _clear_problem(self) -> None:
        self.spinner.hide()
        if self.problem:
            self.problem.hide()
            self.problem.deleteLater()
            self.problem = None

    def _model_card(self, item: ModelItem) -> ModelCard:
        """The card there is, where it would say the same."""
        assert self.stock
        kept = self._cards.get(item.path)
        if kept and kept.content == content(item, self.stock):
            return kept
        card = ModelCard(item, self.stock, self._context.language)
        card.chosen.connect(self._use)
        card.removed.connect(self.removing.model)
        return card

    def _show_adapters(self, found: Stock) -> None:
        if not found.adapters:
            self.adapters.show_widgets([])
            return
        card = AdaptersCard(found, self._context.language)
        card.scaled.connect(self._scale)
        card.removed.connect(self.removing.adapter)
        self.adapters.show_widgets([card])

    def _ear_card(self, item: EarItem) -> EarCard:
        assert self.stock
        names = {offer.entry.id: offer.entry.name for offer in self.stock.ear_offers}
        own = item.folder.parent == wiring_voice.recognisers()
        card = EarCard(item, names.get(item.name, item.name), own, self._context.language)
        card.chosen.connect(self._hear_with)
        card.removed.connect(self.removing.ear)
        return card

    def _no_ear(self) -> QWidget:
        return Banner(
            "info",
            self.tr("No recogniser is here yet, so you type what you say."),
            self.tr("Download one below to speak with the officer."),
        )

    # --- choosing ---------------------------------------------------------------------------------------------------

    def _use(self, item: ModelItem) -> None:
        assert self.stock
        kept = self.stock.adapters_kept(self._context.settings.now.model.adapters, item)
        file = "" if item.usual else str(item.path)
        self._context.settings.change({"model.file": file, "model.adapters": kept})

    def _scale(self, path: Path, scale: float | None) -> None:
        now = self._context.settings.now.model.adapters
        chosen = [{"path": one.path, "scale": one.scale} for one in now if one.path != str(path)]
        if scale is not None:
            chosen.append({"path": str(path), "scale": scale})
        self._context.settings.change({"model.adapters": chosen})

    def _hear_with(self, item: EarItem) -> None:
        self._context.settings.change({"voice.recogniser": str(item.folder)})

    def open_merge(self) -> None:
        """Show the way from a base and adapters to one file."""
        if self.dialog and not self.dialog.running:
            self.dialog.deleteLater()
            self.dialog = None
        if self.dialog is None and self.stock:
            self.dialog = MergeDialog(self._context, self.stock, self)
            self.dialog.made.connect(self.refresh)
        if self.dialog:
            self.dialog.open()

    def _arrived(self, offer: Offer, path: Path) -> None:
        """A download is here; using it is one more click."""
        chosen: dict[str, Any] = {"model.file": str(path), "model.adapters": []}
        if offer.kind == "recogniser":
            chosen = {"voice.recogniser": str(path)}
        use = partial(self._context.settings.change, chosen)
        sentence = self.tr("{name} is here now.").format(name=offer.entry.name)
        self._context.tell(sentence, Help(self.tr("Use it"), use))

    # --- dropping ---------------------------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Models are welcome."""
        if models_in(event):
            event.acceptProposedAction()
            self.hint.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """They were let go here."""
        self.hint.hide()
        event.acceptProposedAction()
        self.adding.add(models_in(event))


def _name_of_focus(page: QWidget) -> str:
    focus = page.focusWidget()
    return focus.accessibleName() if focus and focus.hasFocus() else ""


def _focus_again(page: QWidget, name: str) -> None:
    """The keyboard stays where it was, though the widget is a new one."""
    if name:
        for widget in page.findChildren(QWidget):
            if widget.accessibleName() == name and widget.isEnabled() and widget.isVisibleTo(page):
                widget.setFocus()
                return
