"""The window's language: our own words and Qt's. English is the source; Spanish is in assets/translations.

``garita_es.qm`` is compiled from ``garita_es.ts`` by packaging/translations.py; a test fails where Spanish is missing.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from garita import paths
from garita.messages_to_user.entry import Language


class Translation:
    """What is installed in the application now."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        """Speak this language; widgets made from now on do."""
        self.withdraw()
        QLocale.setDefault(QLocale(language))
        if language == "en":
            return
        shipped = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (
            (f"qtbase_{language}", shipped),
            (f"garita_{language}", str(paths.assets() / "translations")),
        ):
            translator = QTranslator(self._app)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)

    def withdraw(self) -> None:
        """Leave the application as it was; nothing may be translated after the program's end."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
        QLocale.setDefault(QLocale.system())
