"""What is due by the council's own period: a list, from which nothing goes by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.whens import day
from guidance_app.ui.widgets.button import Button
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.row_list import Row, RowList, told_apart
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from guidance_app.desk.retention import Due

MOST_ROWS = 100


class DuePage(Page):
    """Lists the records whose period is over.

    Signals:
        remove_wanted: one is to be looked at, to be removed; carries its id.
        back_wanted: done.
    """

    remove_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, due: Sequence[Due], parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Past your council's period"))
        none = self.tr("No record is past the period that is set.")
        says = self.tr(
            "Nothing goes by itself. A record is removed when you say so, once it is safe in the "
            "council's own record and nobody needs it here."
        )
        self.add(Text(says if due else none, "lead"))
        rows = RowList(told_apart([self._row(each) for each in due]))
        rows.setVisible(bool(due))
        rows.picked.connect(self.remove_wanted)
        self.add(rows)
        back = Button(self.tr("Back to where I was"))
        back.clicked.connect(self.back_wanted)
        self.add(Buttons(back))

    def _row(self, due: Due) -> Row:
        title = due.reference or self.tr("No reference")
        saved = self.tr("a note was saved") if due.saved else self.tr("no note was ever saved")
        detail = self.tr("Last touched {day}; {saved}").format(day=day(due.touched_on), saved=saved)
        return Row(due.record, title, detail, self.tr("Look at removing"))
