"""Backups: which there are, what one would give back, and putting it in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from guidance_app.ui.whens import moment
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.choice import Offer
from guidance_app.ui.widgets.error_summary import ErrorSummary
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.line import Line
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.refusal import Refusal
    from guidance_app.desk.safe import Backup, Rehearsal


class BackupsPage(Page):
    """Shows what a backup gives back before it can be put in the place of the records.

    Signals:
        rehearse_wanted: carries the Backup chosen, and the passphrase or code typed.
        restore_wanted: the one that was rehearsed is to be put in place; carries the same.
        back_wanted: done.
    """

    rehearse_wanted = Signal(object, str)
    restore_wanted = Signal(object, str)
    back_wanted = Signal()

    def __init__(
        self, backups: Sequence[Backup], trouble: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("Backups of your records"))
        self._backups = tuple(backups)
        self._faults = ErrorSummary()
        self.column.body.insertWidget(0, self._faults)
        self.add(Text(self._about(), "lead"))
        if trouble:
            self.add(Text(trouble))
        title = self.tr("Which backup")
        offers = [self._offer(n, backup) for n, backup in enumerate(self._backups)]
        self._group = RadioGroup(title, offers)
        self._typed = Line(self.tr("Your passphrase, or your recovery code"), secret=True)
        self._look = Button(self.tr("See what it gives back"), Kind.PRIMARY)
        self._found = Heading(self.tr("What it gives back"), 2)
        self._gives = Text("")
        self._place = Button(self.tr("Put it in the place of my records"))
        back = Button(self.tr("Back to where I was"))
        if self._backups:
            self._group.choose(("0",))
            self.add(Heading(title, 2))
            self.add(self._group)
            self.add(self._typed)
            self.add(Buttons(self._look))
            self.add(self._found)
            self.add(self._gives)
            self.add(Buttons(self._place))
        self.add(Buttons(back))
        self._forget(())
        self._group.chosen.connect(self._forget)
        self._typed.entered.connect(self._rehearse)
        self._look.clicked.connect(self._rehearse)
        self._place.clicked.connect(self._restore)
        back.clicked.connect(self.back_wanted)

    def first_focus(self) -> QWidget:
        """Return where the passphrase is typed, or the heading where there is no backup."""
        return self._typed if self._backups else self.heading

    def gives(self, rehearsal: Rehearsal) -> None:
        """Show what the backup chosen gives back; nothing was changed.

        The focus goes to that, not to what puts it in place: it is read before that is pressed.
        """
        self._faults.say(())
        self.set_faulty(False)
        last = moment(rehearsal.touched_at) if rehearsal.touched_at else ""
        one = self.tr("It is whole. It gives back one record, touched {last}.")
        many = self.tr(
            "It is whole. It gives back {records} records, the last of them touched {last}."
        )
        then = self.tr(
            "What you wrote since is not in it. The records that stand there now are kept beside "
            "it, and nothing is erased. You unlock again afterwards."
        )
        says = f"{one if rehearsal.records == 1 else many} {then}"
        none = self.tr("It is whole, and there is no record in it yet.")
        shown = says.format(records=rehearsal.records, last=last) if rehearsal.records else none
        self._gives.say(shown)
        self._found.setAccessibleName(f"{self._found.text()}. {shown}")
        self._show_found(True)
        self._found.setFocus()

    def refuse(self, refusal: Refusal) -> bool:
        """Show why it cannot be read or put in place."""
        self._fault(str(refusal))
        return True

    def _offer(self, number: int, backup: Backup) -> Offer:
        stood = self.tr("What stood here until then, when a backup took its place.")
        more = stood if backup.replaced else ""
        return Offer(str(number), moment(backup.made.isoformat()), more)

    def _about(self) -> str:
        if not self._backups:
            return self.tr("There is none yet. One is made by itself whenever records are closed.")
        return self.tr(
            "One is made by itself whenever records are closed, encrypted like them, and read back "
            "before it counts. The latest of seven days and of four weeks are kept."
        )

    def _forget(self, _ids: tuple[str, ...]) -> None:
        """Hide what another backup gave back."""
        self._show_found(False)

    def _show_found(self, shown: bool) -> None:
        for part in (self._found, self._gives, self._place):
            part.setVisible(shown)

    @property
    def _chosen(self) -> Backup:
        return self._backups[int(self._group.ids[0])]

    def _fault(self, says: str) -> None:
        self._forget(())
        self.set_faulty(True)
        self._faults.say(((says, self.first_focus()),))

    def _rehearse(self) -> None:
        if not self._typed.words.strip():
            self._fault(self.tr("Type your passphrase, or your recovery code."))
            return
        self._look.say_at_once(self.tr("Reading it …"))
        self.rehearse_wanted.emit(self._chosen, self._typed.words)
        self._look.say(self.tr("See what it gives back"))

    def _restore(self) -> None:
        self.restore_wanted.emit(self._chosen, self._typed.words)
