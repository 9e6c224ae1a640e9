"""The note before it leaves: which part of it, in what form, and how it will read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from guidance_app.core.kinds import Which
from guidance_app.desk.forms import Form
from guidance_app.desk.sitting import House
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.choice import Offer
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.note_view import NoteView
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from guidance_app.note.note import Note

WIDE = 92
"""How many characters wide the sheet is, margins and all."""


class NotePage(Page):
    """Shows the part of the note that is chosen, exactly as it is saved, copied and printed.

    Signals:
        which_wanted: another part is shown; carries the Which.
        save_wanted: the part shown is to be saved; carries the Form.
        copy_wanted, print_wanted: the part shown is to be copied, or printed.
    """

    which_wanted = Signal(object)
    save_wanted = Signal(object)
    copy_wanted = Signal()
    print_wanted = Signal()

    def __init__(
        self,
        notes: Mapping[Which, Note],
        which: Which,
        house: House | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", characters=WIDE, parent=parent)
        self._rename(self.tr("The note"))
        self._notes = notes
        self._house = house or House()
        self._forms: dict[Button, Form] = {}
        says = self.tr("This is what leaves, word for word. Nothing of it is sent anywhere.")
        self.add(Text(says, "lead"))
        self._add_parts(which)
        self._add_ways_out()
        self.column.body.addSpacing(self.fontMetrics().height() // 2)
        self.add(Heading(self.tr("How it reads"), 2))
        self._view: QWidget = Text(self.tr("Laying it out …"), "quiet")
        self.add(self._view)
        self._which = which
        self._soon = QTimer(self)  # a long note takes a moment; the page is there before it
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out)
        self._soon.start(0)

    def _add_parts(self, which: Which) -> None:
        title = self.tr("Which part")
        parts = [part for part in self._parts() if Which(part.id) in self._notes]
        self._group = RadioGroup(title, parts)
        self._group.choose((which.value,))
        self._group.chosen.connect(self._choose)
        self.add(Heading(title, 2))
        self.add(self._group)

    def _parts(self) -> tuple[Offer, ...]:
        return (
            Offer(Which.WHOLE, self.tr("The whole note, for supervision")),
            Offer(Which.CASE, self.tr("The case part, for the person's file")),
            Offer(
                Which.PRACTICE,
                self.tr("The practice part, for supervision and not for the person's file"),
            ),
            Offer(Which.LEGAL, self.tr("A request for legal advice, confidential and apart")),
        )

    def _add_ways_out(self) -> None:
        copy = Button(self.tr("Copy as plain text"))
        on_paper = Button(self.tr("Print"))
        copy.clicked.connect(self.copy_wanted)
        on_paper.clicked.connect(self.print_wanted)
        self.column.body.addSpacing(self.fontMetrics().height() // 3)
        ways = {
            "docx": self._saving(Form.DOCX, self.tr("Save as Word"), Kind.PRIMARY),
            "copy": copy,
            "print": on_paper,
            "pdf": self._saving(Form.PDF, self.tr("Save as PDF")),
            "text": self._saving(Form.TEXT, self.tr("Save as plain text")),
            "html": self._saving(Form.HTML, self.tr("Save as web page")),
            "json": self._saving(Form.JSON, self.tr("Save as data (JSON)")),
        }
        self.add(Buttons(*(button for form, button in ways.items() if self._house.lets(form))))
        if self._house.forms:
            says = self.tr("Your council's IT has set in which forms notes may leave.")
            self.add(Text(says, "quiet"))

    def _saving(self, form: Form, words: str, kind: Kind = Kind.SECONDARY) -> Button:
        button = Button(words, kind)
        self._forms[button] = form
        button.clicked.connect(self._save)
        return button

    def _save(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.save_wanted.emit(self._forms[button])

    def _choose(self, ids: tuple[str, ...]) -> None:
        """Show the part chosen, in place of the one that is shown."""
        self._which = Which(ids[0])
        self._soon.start()
        self.which_wanted.emit(self._which)

    def _lay_out(self) -> None:
        """Put the sheet of the part chosen in its place."""
        old, self._view = self._view, NoteView(self._notes[self._which])
        self.column.body.replaceWidget(old, self._view)
        old.hide()
        old.deleteLater()
