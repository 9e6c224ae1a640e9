"""Removing a record: what has to be true first, then once more, then a receipt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.desk.retention import CONFIRMATIONS
from guidance_app.ui.whens import day
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.choice import Tick
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.refusal import Refusal
    from guidance_app.desk.retention import Due


class RemovePage(Page):
    """Asks what has to be true, then whether it is to be removed.

    Signals:
        removal_wanted: both steps were taken; carries how much was confirmed, and the rule.
        back_wanted: it stays.
    """

    removal_wanted = Signal(int, str)
    back_wanted = Signal()

    def __init__(self, going: Due, rule: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Remove a record"))
        self._faults = ErrorSummary()
        self.column.body.insertWidget(0, self._faults)
        saved = (
            self.tr("A note of it was saved.")
            if going.saved
            else self.tr("No note of it was ever saved from here.")
        )
        says = self.tr("{reference}, last touched {day}. {saved}").format(
            reference=going.reference or self.tr("No reference"),
            day=day(going.touched_on),
            saved=saved,
        )
        self.add(Text(says, "lead"))
        self.add(Heading(self.tr("First: is this true?"), 2))
        self._ticks = tuple(Tick(self._said(words)) for words in CONFIRMATIONS)
        for tick in self._ticks:
            self.add(tick)
        self._rule = Line(self.tr("The rule of your council by which it may go"), rule)
        self.add(self._rule)
        self._on = Button(self.tr("Go on"), Kind.PRIMARY)
        keep = Button(self.tr("Keep the record"))
        self.add(Buttons(self._on, keep))
        self._last = Heading(self.tr("Then: remove it now?"), 2)
        self._warns = Text(
            self.tr(
                "It goes from your records and from every backup here, and cannot be brought back. "
                "Notes that were saved or printed stay where they are. A receipt without names "
                "remains."
            )
        )
        self._remove = Button(self.tr("Remove this record"))
        for widget in (self._last, self._warns, self._remove):
            self.add(widget)
            widget.setVisible(False)
        self._on.clicked.connect(self._go_on)
        keep.clicked.connect(self.back_wanted)
        self._remove.clicked.connect(self._confirm)

    def refuse(self, refusal: Refusal) -> bool:
        """Show why it was not removed."""
        self._fault(str(refusal), self._rule)
        return True

    def _said(self, words: str) -> str:
        known = {
            CONFIRMATIONS[0]: self.tr(
                "The note, with its history of changed answers, is in the council's own record."
            ),
            CONFIRMATIONS[1]: self.tr(
                "Nobody has asked for this information, and no complaint or case is likely."
            ),
        }
        return known[words]

    def _go_on(self) -> None:
        untrue = next((tick for tick in self._ticks if not tick.isChecked()), None)
        if untrue is not None:
            self._fault(self.tr("Tick each that is true. If one is not, keep the record."), untrue)
        elif not self._rule.words.strip():
            self._fault(self.tr("Write the rule of your council by which it may go."), self._rule)
        else:
            self._faults.say(())
            self.set_faulty(False)
            for widget in (self._last, self._warns, self._remove):
                widget.setVisible(True)
            self._remove.setFocus()

    def _confirm(self) -> None:
        confirmed = sum(tick.isChecked() for tick in self._ticks)
        self.removal_wanted.emit(confirmed, self._rule.words.strip())

    def _fault(self, says: str, control: QWidget) -> None:
        for widget in (self._last, self._warns, self._remove):
            widget.setVisible(False)
        self.set_faulty(True)
        self._faults.say(((says, control),))


class ReceiptPage(Page):
    """Shows that a record was removed, without a word of it.

    Signals:
        copy_wanted: the receipt is to be copied; carries it.
        back_wanted: done.
    """

    copy_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, receipt: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("The record is removed"))
        self._receipt = receipt
        self.add(Text(receipt, selectable=True))
        copy, back = Button(self.tr("Copy the receipt"), Kind.PRIMARY), Button(self.tr("Home"))
        self.add(Buttons(copy, back))
        copy.clicked.connect(self._copy)
        back.clicked.connect(self.back_wanted)

    def _copy(self) -> None:
        self.copy_wanted.emit(self._receipt)
