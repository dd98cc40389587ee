"""The officer's verdict: the stamp, and why, in Spanish and in the learner's language."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QVBoxLayout, QWidget

from garita.coaching import wording
from garita.coaching.debrief import Debrief
from garita.desktop.context import Context
from garita.desktop.history import words
from garita.desktop.history.beside import Beside
from garita.desktop.history.rows import scene
from garita.desktop.history.stamp import Stamp
from garita.desktop.widgets import Card, label
from garita.roleplay.act import VerdictKind

_SPANISH: dict[str, str] = {
    "admit": "Admitido", "pay": "Admitido, paga", "hold": "Retenido", "inspect": "Revisión", "refuse": "Denegado",
}  # fmt: skip

_NARROW = 520  # below this width the stamp stands above the words


class VerdictCard(Card):
    """Empty until ``show_debrief``."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.stamp = Stamp(context.theme)
        self.spanish = label("", "heading")
        self.translated = label("", "body", tone="dim")
        self.reasons = label("", "body")
        self.reasons_translated = label("", "small")
        said = QWidget()
        self._words = QVBoxLayout(said)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.addStretch(1)
        for part in (self.spanish, self.reasons, self.translated, self.reasons_translated):
            self._words.addWidget(part)
        self._words.addStretch(1)
        self.body.addWidget(Beside(self.stamp, said, _NARROW, (0, 1), 6))
        context.theme.changed.connect(self._gaps)
        self._gaps()

    def show_debrief(self, found: Debrief) -> None:
        """Stamp and reasons; without a verdict a word on what is still to come."""
        if not found.head.verdict:
            self._show_open()
            return
        kind: VerdictKind = found.head.verdict  # type: ignore[assignment]
        mark = words.mark(kind)
        when = datetime.fromisoformat(found.head.ended_at or found.head.started_at).astimezone()
        above = f"{scene(found.head).country} · {when.strftime('%d.%m.%Y')}".strip(" ·")
        self.stamp.show_verdict(_SPANISH.get(kind, kind), above, mark.tone)
        self.stamp.show()
        self._show_words(kind, found)

    def _show_words(self, kind: VerdictKind, found: Debrief) -> None:
        native = self._context.language
        why = {each: _why(found, each == "es") for each in ("es", native)}
        self.spanish.setText(wording.verdict_text(kind, "es"))
        self.reasons.setText(why["es"])
        translate = native != "es"
        self.translated.setText(wording.verdict_text(kind, native) if translate else "")
        self.reasons_translated.setText(why[native] if translate else "")
        for part in (self.reasons, self.translated, self.reasons_translated):
            part.setVisible(bool(part.text()))

    def _show_open(self) -> None:
        self.stamp.hide()
        self.spanish.setText(self.tr("The officer has not decided yet."))
        self.reasons.setText(self.tr("Go on with the conversation: your goals show what is still to come."))
        self.reasons.show()
        for part in (self.translated, self.reasons_translated):
            part.hide()

    def _gaps(self) -> None:
        self._words.setSpacing(self._context.theme.space(1.5))


def _why(found: Debrief, spanish: bool) -> str:
    """Every reason on a line of its own; nothing where the rules would have decided otherwise than the officer did."""
    if found.verdict is None or found.scenario is None or found.verdict.kind != found.head.verdict:
        return ""
    return "\n".join(wording.reasons(found.verdict, found.scenario, "es" if spanish else "en"))
