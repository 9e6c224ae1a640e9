"""Opens what is locked: with the passphrase, or with the recovery code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.core.refusal import DamagedStore, NotKept
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.core.refusal import Refusal


class UnlockPage(Page):
    """Asks for the passphrase, or for the recovery code.

    Signals:
        passphrase_given: carries the passphrase typed.
        code_given: carries the recovery code typed.
        danger_wanted: somebody is in danger now; needs no unlocking.
        practice_wanted: to practise without opening the records.
        backups_wanted: the records do not open; a backup of them may.
        remembered_wanted: this computer keeps the key; it is to open them.
    """

    passphrase_given = Signal(str)
    code_given = Signal(str)
    danger_wanted = Signal()
    practice_wanted = Signal()
    backups_wanted = Signal()
    remembered_wanted = Signal()

    def __init__(self, *, remembered: bool = False, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Unlock your records"))
        self._with_code = False
        self._faults = ErrorSummary()
        self._passphrase = Line(self.tr("Passphrase"), secret=True)
        self._code = Line(
            self.tr("Recovery code"),
            hint=self.tr("From the paper that you printed or wrote on."),
        )
        self._code.hide()
        self._open = Button(self.tr("Unlock"), Kind.PRIMARY)
        self._other = Button(self.tr("Use the recovery code instead"), Kind.LINK)
        danger = Button(self.tr("Somebody is in danger now"))
        practise = Button(self.tr("Practise (nothing is kept)"))
        self._backups = Button(self.tr("Restore from a backup"), Kind.LINK)
        self._backups.clicked.connect(self.backups_wanted)
        self.column.body.insertWidget(0, self._faults)
        self.add(Text(self.tr("Nothing of your records can be read until you do."), "lead"))
        self.add(self._passphrase)
        self.add(self._code)
        self.add(Buttons(self._open, self._other))
        if remembered:
            at_once = Button(self.tr("Open with the key that this computer keeps"))
            at_once.clicked.connect(self.remembered_wanted)
            self.add(Buttons(at_once))
        self.column.body.addSpacing(self.fontMetrics().height())
        self.add(Buttons(danger, practise, self._backups))
        self._connect(danger, practise)

    def first_focus(self) -> QWidget:
        """Return the box that is asked for."""
        return self._code if self._with_code else self._passphrase

    def refuse(self, refusal: Refusal) -> bool:
        """Show why it stays locked, and lead to what may open it; of what was not kept, nothing."""
        if isinstance(refusal, NotKept):
            return False
        self.set_faulty(True)
        opens = self._backups if isinstance(refusal, DamagedStore) else self.first_focus()
        self._faults.say(((str(refusal), opens),))
        return True

    def _connect(self, danger: Button, practise: Button) -> None:
        self._open.clicked.connect(self._submit)
        self._passphrase.entered.connect(self._submit)
        self._code.entered.connect(self._submit)
        self._other.clicked.connect(self._turn)
        danger.clicked.connect(self.danger_wanted)
        practise.clicked.connect(self.practice_wanted)

    def _submit(self) -> None:
        box = self._code if self._with_code else self._passphrase
        if not box.words.strip():
            self.set_faulty(True)
            says = self.tr("Type your recovery code.") if self._with_code else None
            self._faults.say(((says or self.tr("Type your passphrase."), box),))
            return
        self._open.say_at_once(self.tr("Unlocking …"))
        given = self.code_given if self._with_code else self.passphrase_given
        given.emit(box.words)
        self._open.say(self.tr("Unlock"))

    def _turn(self) -> None:
        """Ask for the other of the two."""
        self._with_code = not self._with_code
        self._faults.say(())
        self.set_faulty(False)
        self._passphrase.setVisible(not self._with_code)
        self._code.setVisible(self._with_code)
        use_code = self.tr("Use the recovery code instead")
        use_passphrase = self.tr("Use the passphrase instead")
        self._other.say(use_passphrase if self._with_code else use_code)
        self.first_focus().setFocus()
