"""What to record: the standing fields that go with the outcome, kept as they are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from guidance_app.core.ids import FieldId
from guidance_app.core.kinds import Part, Voice
from guidance_app.core.markup import plain
from guidance_app.ui.widgets.button import Button, Kind
from guidance_app.ui.widgets.buttons import Buttons
from guidance_app.ui.widgets.entry import Entry
from guidance_app.ui.widgets.heading import Heading
from guidance_app.ui.widgets.text import Text

from .page import Page

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QWidget

    from guidance_app.core.pack import Pack, RecordField
    from guidance_app.core.record import Record
    from guidance_app.core.refusal import Refusal

REST = 1000
"""Milliseconds without typing after which what is written is told."""


@dataclass(frozen=True, slots=True)
class FieldText:
    """What is written in a field."""

    field: FieldId
    text: str


class FieldsPage(Page):
    """The fields in the note's order, case part first. Nothing blocks: a blank prints as a blank.

    Signals:
        written: a field says something else; carries the FieldText.
        done: on to the note.
    """

    written = Signal(object)
    done = Signal()

    def __init__(
        self,
        pack: Pack,
        fields: Iterable[RecordField],
        record: Record,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent)
        self._rename(self.tr("What to record"))
        fields = tuple(fields)
        self._told = {field.id: record.field(field.id) for field in fields}
        self._entries: dict[FieldId, Entry] = {}
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._tell)
        says = self.tr("Write what you know now. It is kept as you write, and you can come back.")
        self.add(Text(says, "lead"))
        for title, group in _in_order(pack, fields):
            if title:
                self.column.body.addSpacing(self.fontMetrics().height())
                self.add(Heading(title, 2))
            for field in group:
                self._add(field)
        self._add_practice(tuple(f for f in fields if f.part is Part.PRACTICE))
        go_on = Button(self.tr("Continue to the note"), Kind.PRIMARY)
        self.column.body.addSpacing(self.fontMetrics().height())
        self.add(Buttons(go_on))
        go_on.clicked.connect(self._finish)

    def entry(self, field_id: str) -> Entry:
        """Return what takes the words of a field. Raises KeyError if it is not asked here."""
        return self._entries[FieldId(field_id)]

    def leave(self) -> None:
        """Tell what is written, before the page goes."""
        self._tell()

    def refuse(self, refusal: Refusal) -> bool:
        """Tell everything again when the page goes: something was not kept."""
        self._told = {}
        return False

    def _add_practice(self, fields: tuple[RecordField, ...]) -> None:
        if fields:
            self.column.body.addSpacing(self.fontMetrics().height())
            self.add(Heading(self.tr("For supervision"), 2))
            says = self.tr(
                "These stand in the practice part of the note, not on the person's file."
            )
            self.add(Text(says, "quiet"))
        for field in fields:
            self._add(field)

    def _add(self, field: RecordField) -> None:
        entry = Entry(
            field.kind,
            plain(field.ask),
            self._told.get(field.id, ""),
            hint=self._hint(field),
            choices=field.choices,
        )
        self._entries[field.id] = entry
        self.column.body.addSpacing(self.fontMetrics().height() // 3)
        self.add(entry)
        entry.typed.connect(self.rest.start)
        entry.left.connect(self._tell)

    def _hint(self, field: RecordField) -> str:
        """Return whose voice it is, the author's hint, and whether it is needed."""
        voice = {
            Voice.SEEN: self.tr("What was seen or given."),
            Voice.SAID: self.tr("What somebody said, in quotation marks."),
            Voice.THINK: self.tr("What you think."),
            Voice.UNKNOWN: self.tr("What you do not know."),
        }.get(field.voice, "")
        need = self.tr("Needed; a blank prints as NOT WRITTEN DOWN.") if field.required else ""
        return " ".join(filter(None, (voice, plain(field.hint), need)))

    def _tell(self) -> None:
        """Tell each field that says something else than was told."""
        self.rest.stop()
        for name, entry in self._entries.items():
            if (words := entry.words) != self._told.get(name):
                self._told[name] = words
                self.written.emit(FieldText(name, words))

    def _finish(self) -> None:
        self._tell()
        self.done.emit()


def _in_order(
    pack: Pack, fields: tuple[RecordField, ...]
) -> tuple[tuple[str, tuple[RecordField, ...]], ...]:
    """Return the fields of the case part under the note's headings; first those that have none."""
    case = {field.id: field for field in fields if field.part is Part.CASE}
    groups = []
    for section in pack.note.sections:
        shown = tuple(case.pop(FieldId(name)) for name in section.shows if name in case)
        if shown:
            groups.append((plain(section.title), shown))
    return (("", tuple(case.values())), *groups)
