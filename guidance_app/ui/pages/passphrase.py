"""The second page of the first run: a passphrase, or practice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.store.keys import SHORTEST
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.refusal import Refusal


class PassphrasePage(Page):
    """Asks for a new passphrase twice.

    Signals:
        chosen: the passphrase; both were the same.
        practice_wanted: nothing is to be kept.
    """

    chosen = Signal(str)
    practice_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Keep your records locked"))
        self._faults = ErrorSummary()
        self._first = Line(
            self.tr("New passphrase"),
            hint=self.tr(
                "At least {count} characters. Four or more words that only you would put "
                "together work well."
            ).format(count=SHORTEST),
            secret=True,
        )
        self._again = Line(self.tr("The same passphrase again"), secret=True)
        self._go_on = Button(self.tr("Continue"), Kind.PRIMARY)
        practise = Button(self.tr("Practise (nothing is kept)"))
        self.column.body.insertWidget(0, self._faults)
        self.add(Text(self.tr("Page 2 of 3"), "quiet"))
        self.add(
            Text(
                self.tr(
                    "Everything you write is kept on this computer only, encrypted. Nobody can "
                    "read it without your passphrase, and nobody can look that up for you."
                )
            )
        )
        self.add(self._first)
        self.add(self._again)
        self.add(Buttons(self._go_on))
        self.add(Heading(self.tr("Only trying it out?"), 2))
        self.add(
            Text(self.tr("Practice is the same program. It forgets everything when you close it."))
        )
        self.add(Buttons(practise))
        self._go_on.clicked.connect(self._submit)
        self._first.entered.connect(self._submit)
        self._again.entered.connect(self._submit)
        practise.clicked.connect(self.practice_wanted)

    def refuse(self, refusal: Refusal) -> bool:
        """Show why the passphrase cannot be used."""
        self._show(str(refusal), self._first)
        return True

    def _submit(self) -> None:
        if not self._first.words.strip():
            self._show(self.tr("Choose a passphrase."), self._first)
        elif len(self._first.words) < SHORTEST:
            says = self.tr("Use at least {count} characters.").format(count=SHORTEST)
            self._show(says, self._first)
        elif self._first.words != self._again.words:
            says = self.tr("The two passphrases are not the same. Type the second one again.")
            self._show(says, self._again)
        else:
            self._faults.say(())
            self.set_faulty(False)
            self._go_on.say_at_once(self.tr("Making the store …"))
            self.chosen.emit(self._first.words)
            self._go_on.say(self.tr("Continue"))

    def _show(self, says: str, control: QWidget) -> None:
        self.set_faulty(True)
        self._faults.say(((says, control),))
