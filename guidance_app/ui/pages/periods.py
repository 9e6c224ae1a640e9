"""How long things are kept, in the words of the council's own schedule; none is invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.desk.settings import Retention
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_NUMBER = 6
"""How many digits are not a number of days any more."""


class Periods(QWidget):
    """Asks for the periods; `fixed` ones are the policy's, and only shown.

    Signals:
        chosen: they are to hold; carries the Retention. What is no number of days is never given.
    """

    chosen = Signal(object)

    def __init__(
        self, held: Retention, *, fixed: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        says = self.tr(
            "Only your council's schedule says so. What stands here is printed in notes; "
            "left empty, they say: follow your council's schedule."
        )
        self._case = Line(self.tr("The case record"), held.case_record)
        self._supervision = Line(self.tr("Supervision notes"), held.supervision_notes)
        self._central = Line(self.tr("The central record of looks"), held.central_record)
        self._days = Line(
            self.tr("Days that a record stays in this program, after it was last touched"),
            str(held.days or ""),
            hint=self.tr("Left empty, nothing is ever listed as due."),
        )
        keep = Button(self.tr("Keep these periods"))
        keep.setEnabled(not fixed)
        keep.clicked.connect(self._keep)
        lines = (self._case, self._supervision, self._central, self._days)
        for line in lines:
            line.edit.setReadOnly(fixed)
            line.entered.connect(self._keep)
        self._lay_out((Text(says, "quiet"), *lines), keep)

    def _lay_out(self, parts: Sequence[QWidget], keep: Button) -> None:
        """Put the parts one under the other as a page does."""
        high = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(round(high * 0.7))
        for part in parts:
            layout.addWidget(part)
        layout.addSpacing(high // 3)
        layout.addWidget(Buttons(keep))

    def _keep(self) -> None:
        """Let what is written hold, and say so; or say what cannot."""
        days = self._days.words.strip()
        if days and not (days.isdecimal() and len(days) < LONGEST_NUMBER):
            says = self.tr("Not kept: write a number of days, such as 365, or leave it empty.")
            self._days.notice(says)
            self._days.setFocus()
            return
        self._days.notice("")
        case, supervision = self._case.words.strip(), self._supervision.words.strip()
        central = self._central.words.strip()
        self.chosen.emit(Retention(case, supervision, central, int(days or 0)))
        self._days.notice(self.tr("These hold from now on."))
