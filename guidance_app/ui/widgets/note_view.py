"""A note as it will read on paper: every block of it, as plain words on a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from guidance_app.note.note import (
    GOES_ON,
    Box,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Table,
    Tone,
    Words,
)
from guidance_app.ui.theme import set_role

from .bullets import Bullets
from .heading import Heading as Title
from .text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidance_app.note.note import Block, Note

_ROLES = {Tone.LEAD: "heading", Tone.PLAIN: "", Tone.QUIET: "quiet"}


class NoteView(QWidget):
    """Shows a note, block by block, in the order and the words in which it is written out."""

    def __init__(self, note: Note, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(self, "paper")
        line = self.fontMetrics().height()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(round(line * 1.6), line, round(line * 1.6), round(line * 1.4))
        layout.setSpacing(round(line * 0.45))
        for widget in self._parts(note):
            layout.addWidget(widget)

    def _parts(self, note: Note) -> Iterator[QWidget]:
        yield from (_marked(mark) for mark in note.marks)
        yield Title(note.title, 2)
        for block in note.blocks:
            yield self._shown(block, note.marks)
        yield _rule()
        yield from (Text(says, "small") for says in note.foot)

    def _shown(self, block: Block, marks: tuple[str, ...]) -> QWidget:
        match block:
            case Heading(level, text):
                return Title(text, min(level, 3))
            case Paragraph(text, tone):
                return Text(text, _ROLES[tone], selectable=True)
            case Words():
                return _words(block)
            case Listing(items):
                return Bullets(items)
            case Table():
                return _table(block)
            case Box():
                return _box(block)
            case PageBreak():
                return _stacked(_rule(), *(_marked(mark) for mark in marks))


def _words(words: Words) -> QWidget:
    """Return words under what they answer; those that somebody typed stand beside a line."""
    whose = f"{words.label} · {words.whose}" if words.label and words.whose else words.label
    label = [Text(whose or words.whose, "label")] if whose or words.whose else []
    said = Text(words.spoken, "label" if words.missing else "", selectable=True)
    after = " ".join(filter(None, (GOES_ON * words.cut, words.when)))
    body = _stacked(said, *([Text(after, "small")] if after else []))
    if words.typed and not words.missing:
        body.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(body, "typed")
        _margins(body, body.fontMetrics().height() // 2, 0)
    return _stacked(*label, body)


def _table(table: Table) -> QWidget:
    """Return the table with its header; every cell says its words in reading order."""
    held = QWidget()
    line = held.fontMetrics().height()
    grid = QGridLayout(held)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(line)
    grid.setVerticalSpacing(line // 3)
    top = Qt.AlignmentFlag.AlignTop
    for column, title in enumerate(table.header):
        grid.addWidget(Text(title, "small-heading"), 0, column, top)
        cells = [len(row[column]) for row in table.rows]
        grid.setColumnStretch(column, min(26, max((8, *cells)) + 2))
    for place, row in enumerate(table.rows):
        grid.addWidget(_rule(), 2 * place + 1, 0, 1, max(1, len(table.header)))
        for column, cell in enumerate(row):
            grid.addWidget(Text(cell, selectable=True), 2 * place + 2, column, top)
    return held


def _box(box: Box) -> QWidget:
    """Return room to write by hand, as the paper has it."""
    held = _stacked(Text(box.title, "quiet"), *(_to_fill(row) for row in box.rows))
    held.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_role(held, "card")
    line = held.fontMetrics().height()
    _margins(held, line, round(line * 0.7))
    return held


def _to_fill(names: tuple[str, ...]) -> QWidget:
    """Return one row of places to write in, each beside its name."""
    held = QWidget()
    line = held.fontMetrics().height()
    row = QHBoxLayout(held)
    row.setContentsMargins(0, line // 2, 0, 0)
    row.setSpacing(line)
    for name in names:
        place = _stacked(Text(name))
        place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        set_role(place, "row")
        row.addWidget(place, 1)
    return held


def _margins(held: QWidget, across: int, down: int) -> None:
    layout = held.layout()
    if layout is not None:
        layout.setContentsMargins(across, down, across, down)


def _marked(mark: str) -> QWidget:
    return Text(mark, "mark")


def _rule() -> QWidget:
    rule = QWidget()
    rule.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_role(rule, "rule")
    rule.setFixedHeight(1)
    return rule


def _stacked(*parts: QWidget) -> QWidget:
    held = QWidget()
    layout = QVBoxLayout(held)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(held.fontMetrics().height() // 8)
    for part in parts:
        layout.addWidget(part)
    return held
