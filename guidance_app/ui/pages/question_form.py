"""The part of a question's page that is filled in: options or words, the reason, and fields."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from guidance_app.core.faults import asked_fields
from guidance_app.core.ids import FieldId, OptionId
from guidance_app.core.kinds import Kind, Need
from guidance_app.core.markup import plain
from guidance_app.core.walk import Answer
from guidance_app.ui.widgets.entry import Entry
from guidance_app.ui.widgets.radio_group import RadioGroup
from guidance_app.ui.widgets.seen import let_be_seen
from guidance_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from guidance_app.core.pack import Field, Option, Question


class QuestionForm(QWidget):
    """Holds an answer as it is being given. Fields come and go under all else, so nothing jumps.

    Signals:
        typed: a choice was made or words are others.
        entered: Enter was pressed in a line.
    """

    typed = Signal()
    entered = Signal()

    def __init__(
        self, question: Question, given: Answer | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = question
        given = given or Answer(question.id)
        self._group: RadioGroup | None = None
        self._text: Entry | None = None
        self._reason: Entry | None = None
        self._fields: dict[FieldId, Entry] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(self.fontMetrics().height())
        if question.kind in (Kind.ONE, Kind.SEVERAL):
            self._add_options(given)
        else:
            label = self.tr("Your answer")
            self._text = self._add_entry(question.kind, label, given.text, "")
        if question.reason is not Need.NONE:
            self._add_reason(given)
        for field in question.fields:
            self._add_field(field, given)
        self._show_fields()

    @property
    def chosen(self) -> tuple[OptionId, ...]:
        """The options chosen now."""
        return tuple(OptionId(name) for name in self._group.ids) if self._group else ()

    @property
    def answer(self) -> Answer:
        """The answer as it stands, with the fields that go with it."""
        everything = self.typed_so_far
        asked = {field.id for field in asked_fields(self._question, everything)}
        return replace(everything, fields=tuple(f for f in everything.fields if f[0] in asked))

    @property
    def typed_so_far(self) -> Answer:
        """All that is written, also in fields that go with another option."""
        fields = ((name, entry.words) for name, entry in self._fields.items())
        return Answer(
            self._question.id,
            self.chosen,
            self._text.words if self._text else "",
            self._reason.words if self._reason else "",
            tuple(field for field in fields if field[1].strip()),
        )

    def control(self, about: str) -> QWidget:
        """Return what a fault is about, for the focus."""
        if about == "reason" and self._reason is not None:
            return self._reason
        if about in self._fields:
            return self._fields[FieldId(about)]
        return self._text or (self._group.first_focus() if self._group else self)

    def _add_options(self, given: Answer) -> None:
        several = self._question.kind is Kind.SEVERAL
        if several:
            self._layout.addWidget(Text(self.tr("Choose all that are true."), "quiet"))
        options = [_as_shown(option) for option in self._question.options]
        self._group = RadioGroup(plain(self._question.ask), options, several=several)
        self._group.choose(given.options)
        self._layout.addWidget(self._group)
        self._group.chosen.connect(self._choose)

    def _add_reason(self, given: Answer) -> None:
        label = plain(self._question.reason_asks) or self.tr("Your reason, in your own words")
        if self._question.reason is Need.INVITED:
            need = self.tr("If you want.")
        elif self._question.reason_can_wait:
            need = self.tr("Needed, but it holds nothing up: you can come back and write it.")
        else:
            need = self.tr("Needed.")
        self._reason = self._add_entry(Kind.TEXT, label, given.reason, need)

    def _add_field(self, field: Field, given: Answer) -> None:
        need = self.tr("Needed.") if field.required else self.tr("If you want.")
        self._fields[field.id] = self._add_entry(
            field.kind, plain(field.ask), given.field(field.id), need
        )

    def _add_entry(self, kind: Kind, label: str, words: str, hint: str) -> Entry:
        entry = Entry(kind, label, words, hint=hint)
        self._layout.addWidget(entry)
        entry.typed.connect(self.typed)
        entry.entered.connect(self.entered)
        return entry

    def _choose(self, _ids: tuple[str, ...]) -> None:
        self._show_fields()
        self.typed.emit()

    def _show_fields(self) -> None:
        """Show the fields that go with what is chosen; what was typed in others stays in them."""
        here = Answer(self._question.id, self.chosen)
        asked = {field.id for field in asked_fields(self._question, here)}
        for name, entry in self._fields.items():
            let_be_seen(entry, name in asked)


def _as_shown(option: Option) -> Option:
    """Return `option` with its words as a page shows them."""
    return replace(
        option, say=plain(option.say), more=plain(option.more), under=plain(option.under)
    )
