"""Something went wrong that is our fault: what was given is kept, and here is a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class TroublePage(Page):
    """Says calmly that the walk is safe, and offers a report that holds no word of the case.

    Signals:
        home_wanted: go on from Home.
        copy_wanted: the report is to be copied; carries it.
    """

    home_wanted = Signal()
    copy_wanted = Signal(str)

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Something went wrong in the program"))
        self._report = report
        home = Button(self.tr("Go on from Home"), Kind.PRIMARY)
        copy = Button(self.tr("Copy the report"))
        self.add(Text(self.tr("It is not your fault. Every answer that you gave has been kept.")))
        self.add(
            Text(
                self.tr(
                    "If it happens again, copy the report and give it to whoever looks after the "
                    "program. It says where in the program it happened, and nothing of the case."
                )
            )
        )
        self.add(Buttons(home, copy))
        self.add(Text(report, "small", selectable=True))
        home.clicked.connect(self.home_wanted)
        copy.clicked.connect(self._copy)

    def _copy(self) -> None:
        self.copy_wanted.emit(self._report)
