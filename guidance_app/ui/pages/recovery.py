"""The recovery code, shown this once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.choice import Tick
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class RecoveryPage(Page):
    """Shows the recovery code until its owner says that it is safely on paper.

    `anew` says that one was shown before, which this one takes the place of.

    Signals:
        confirmed: it has been printed or written down.
        print_wanted: it is to be printed.
    """

    confirmed = Signal()
    print_wanted = Signal()

    def __init__(self, code: str, *, anew: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Your recovery code"))
        self._faults = ErrorSummary()
        self._done = Tick(self.tr("I have printed it or written it down, and it is safe"))
        go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        to_print = Button(self.tr("Print the code"))
        self.column.body.insertWidget(0, self._faults)
        self.add(Text(self.tr("Page 2 of 3"), "quiet"))
        self.add(
            Text(
                self.tr(
                    "If you forget your passphrase, this code is the only other way in. It is "
                    "shown this once. Keep it on paper, away from this computer."
                )
            )
        )
        if anew:
            says = self.tr("This is a new code. One that you were shown before opens nothing now.")
            self.add(Text(says, "label"))
        self.add(Text(code, "code", selectable=True))
        self.add(Buttons(to_print))
        self.add(self._done)
        self.add(Buttons(go_on))
        go_on.clicked.connect(self._submit)
        to_print.clicked.connect(self.print_wanted)

    def _submit(self) -> None:
        if self._done.isChecked():
            self.confirmed.emit()
            return
        self.set_faulty(True)
        says = self.tr("Print the code or write it down first. Then tick the box.")
        self._faults.say(((says, self._done),))
