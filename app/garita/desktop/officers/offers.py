"""The part of the catalogue that is shown: what suits this computer best, everything on demand; cards are kept.

A card is made again only where its offer changed, so that a running download and the keyboard stay where they are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from garita.desktop.officers.fetching import Fetching
from garita.desktop.officers.offer_card import OfferCard
from garita.desktop.officers.stock import Offer
from garita.desktop.theme import current_theme
from garita.desktop.widgets import FlowLayout, label, quiet
from garita.messages_to_user.entry import Language

_FEW = 4
_QUICK_BYTES = 3_300_000_000  # all of them are read for each token: a laptop's memory gives about six a second then


class Offers(QWidget):
    """Heading, a grid of cards, and a button that shows the rest of them."""

    def __init__(self, title: str, text: str, fetching: Fetching, language: Language) -> None:
        super().__init__()
        self._fetching, self._language = fetching, language
        self._all = False
        self._offers: Sequence[Offer] = ()
        self.cards: dict[str, OfferCard] = {}
        self._column = QVBoxLayout(self)
        self._above = 3 if title else 0
        for part, role in ((title, "heading"), (text, "small")):
            if part:
                self._column.addWidget(label(part, role))
        holder = QWidget()
        self._grid = FlowLayout(holder, fill=True)
        self._column.addWidget(holder)
        self.more = quiet("")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_all)
        self._column.addWidget(self.more)
        fetching.changed.connect(self._follow)
        current_theme().changed.connect(self._space)
        self._space()

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Show these offers instead of those before."""
        self._offers = [offer for offer in offers if not offer.here]
        shown = self._offers if self._all else few(self._offers, self._is_under_way)
        self._replace(shown)
        rest = len(self._offers) > len(few(self._offers, self._is_under_way))
        self.more.setVisible(rest)
        every = self.tr("Show all {count}").format(count=len(self._offers))
        self.more.setText(self.tr("Show fewer") if self._all else every)
        self.setVisible(bool(self._offers))

    def _replace(self, offers: Sequence[Offer]) -> None:
        kept = {offer.id: self.cards[offer.id] for offer in offers if self._is_same(offer)}
        for offer in offers:
            if offer.id in kept:
                kept[offer.id].renew(offer, self._fetching.state(offer))
        while item := self._grid.takeAt(0):
            widget = item.widget()
            if widget and widget not in kept.values():
                widget.hide()
                widget.deleteLater()
        self.cards = {offer.id: kept.get(offer.id) or self._card(offer) for offer in offers}
        for card in self.cards.values():
            self._grid.addWidget(card)
            card.show()

    def _is_same(self, offer: Offer) -> bool:
        """Whether its card says the same but for the download."""
        return offer.id in self.cards and replace(self.cards[offer.id].offer, begun=offer.begun) == offer

    def _is_under_way(self, offer: Offer) -> bool:
        return bool(offer.begun or self._fetching.state(offer))

    def _card(self, offer: Offer) -> OfferCard:
        card = OfferCard(offer, self._language)
        card.wanted.connect(self._fetching.start)
        card.paused.connect(self._fetching.pause)
        card.discarded.connect(self._fetching.discard)
        card.show_state(self._fetching.state(offer))
        return card

    def _follow(self, id: str) -> None:
        if card := self.cards.get(id):
            card.show_state(self._fetching.state(card.offer))

    def _show_all(self, all_of_them: bool) -> None:
        self._all = all_of_them
        self.show_offers(self._offers)

    def _space(self) -> None:
        theme = current_theme()
        self._column.setContentsMargins(0, theme.space(self._above), 0, 0)
        self._column.setSpacing(theme.space(2))
        self._grid.setSpacing(theme.space(3))


def few(offers: Sequence[Offer], is_under_way: Callable[[Offer], bool]) -> list[Offer]:
    """The largest that are quick enough here, and what is under way; the smallest of all where none is.

    In the catalogue's order.
    """
    quick = [offer for offer in offers if offer.fit == "suits" and offer.entry.bytes <= _QUICK_BYTES]
    best = quick[-_FEW:] or list(offers[:_FEW])
    return [offer for offer in offers if offer in best or is_under_way(offer)]
