"""What went wrong or was done, above the page: a sentence, what to do, and a button where one helps.

A bug is told as an apology with "Copy details". Knows errors by their words in messages_to_user.
"""

from __future__ import annotations

import platform
import traceback
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from garita import __version__, messages_to_user, paths
from garita.desktop.context import Help
from garita.desktop.theme import current_theme
from garita.desktop.widgets import Banner, plain
from garita.errors import Cancelled, GaritaError
from garita.messages_to_user.entry import Language

_MOST = 3  # more would hide the page; the oldest goes
_LARGE = 1.4  # text size from which one notice is as high as three otherwise


class Notices(QWidget):
    """The stack of notices; none, and it takes no room."""

    def __init__(self, language: Callable[[], Language], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._shown: list[Banner] = []
        self._layout = QVBoxLayout(self)
        self.hide()
        current_theme().changed.connect(self._space)
        self._space()

    def tell(self, what: BaseException | str, help: Help | None = None) -> None:
        """Show it; the same sentence is not shown twice."""
        if isinstance(what, Cancelled):
            return
        if isinstance(what, str):
            self._show("info", what, "", help)
        elif isinstance(what, GaritaError):
            words = messages_to_user.explain(what, self._language())
            self._show("bad", f"{words.title}. {words.sentence}", words.to_do, help)
        else:
            sentence = messages_to_user.notice("bug", self._language(), path=paths.logs() / "garita.log")
            self._show("bad", sentence, "", help or Help(self.tr("Copy details"), lambda: _copy(what)))

    def clear(self) -> None:
        """Put all notices away."""
        for banner in list(self._shown):
            self._remove(banner)

    def _show(self, kind: str, sentence: str, to_do: str, help: Help | None) -> None:
        if any(banner.sentence.text() == sentence for banner in self._shown):
            return
        button = self._button(help) if help else None
        banner = Banner("bad" if kind == "bad" else "info", sentence, to_do, button, self, closable=True)
        banner.closed.connect(lambda: self._remove(banner))
        if button:
            button.clicked.connect(lambda: self._remove(banner))
        self._layout.addWidget(banner)
        self._shown.append(banner)
        self._trim()
        self.show()

    def _trim(self) -> None:
        most = 1 if current_theme().text_scale >= _LARGE else _MOST
        for old in self._shown[:-most]:
            self._remove(old)

    def _button(self, help: Help) -> QPushButton:
        button = plain(help.text)
        button.clicked.connect(help.act)
        return button

    def _remove(self, banner: Banner) -> None:
        if banner in self._shown:
            self._shown.remove(banner)
            self._layout.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self.setVisible(bool(self._shown))

    def _space(self) -> None:
        theme = current_theme()
        self._layout.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), 0)
        self._layout.setSpacing(theme.space(2))
        self._trim()


def _copy(error: BaseException) -> None:
    """What somebody who mends the bug wants to know; nothing of what was said in the booth."""
    trace = "".join(traceback.format_exception(error))
    QApplication.clipboard().setText(f"Garita {__version__} · {platform.platform()}\n\n{trace}")
