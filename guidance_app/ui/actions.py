"""The one table of what can be done: menus, shortcuts and the list of keys come from it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar


HIDE = "Ctrl+L"
"""The keys that hide what is shown, wherever one is."""


class Deed(StrEnum):
    """What a menu or a key can ask for."""

    HOME = "home"
    START = "start"
    FIND = "find"
    SAVE = "save"
    PRINT = "print"
    HIDE = "hide"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    SETTINGS = "settings"
    LARGER = "larger"
    SMALLER = "smaller"
    USUAL = "usual"
    ANSWERS = "answers"
    BACK = "back"
    CHECK = "check"
    FIELDS = "fields"
    NOTE = "note"
    DANGER = "danger"
    READY = "ready"
    HELP = "help"
    KEYS = "keys"
    ABOUT = "about"


class Entry(Struct, frozen=True):
    """One line of the table: the deed, its menu, its words, and its keys, if it has any."""

    deed: Deed
    menu: str
    words: str
    keys: str = ""


class Actions(QObject):
    """The table as actions of the window.

    Signals:
        wanted: a menu or a key asked for something; carries the Deed.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.table = self._table()
        self._acts = {entry.deed: _Act(entry, self) for entry in self.table}
        for act in self._acts.values():
            act.asked.connect(self.wanted)

    def fill(self, bar: QMenuBar) -> None:
        """Put every action into its menu on `bar`."""
        bar.clear()
        menus = {title: bar.addMenu(title) for title in dict.fromkeys(e.menu for e in self.table)}
        for entry in self.table:
            menus[entry.menu].addAction(self._acts[entry.deed])

    def action(self, deed: Deed) -> QAction:
        """Return the action for `deed`."""
        return self._acts[deed]

    def allow(self, deeds: frozenset[Deed]) -> None:
        """Let exactly `deeds` be asked for."""
        for deed, act in self._acts.items():
            act.setEnabled(deed in deeds)

    def by_menu(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Return each menu's title with what its keys do, for the list of keys."""
        titles = dict.fromkeys(entry.menu for entry in self.table)
        return tuple(
            (
                title.replace("&", ""),
                tuple((e.words, _shown(e.keys)) for e in self.table if e.menu == title and e.keys),
            )
            for title in titles
        )

    def _table(self) -> tuple[Entry, ...]:
        return (*self._first_menus(), *self._last_menus())

    def _first_menus(self) -> tuple[Entry, ...]:
        file, edit, view = self.tr("&File"), self.tr("&Edit"), self.tr("&View")
        return (
            Entry(Deed.HOME, file, self.tr("Home"), "Alt+Home"),
            Entry(Deed.START, file, self.tr("Start"), "Ctrl+N"),
            Entry(Deed.FIND, file, self.tr("Find in records"), "Ctrl+F"),
            Entry(Deed.SAVE, file, self.tr("Save note"), "Ctrl+S"),
            Entry(Deed.PRINT, file, self.tr("Print note"), "Ctrl+P"),
            Entry(Deed.HIDE, file, self.tr("Hide now"), HIDE),
            Entry(Deed.QUIT, file, self.tr("Quit"), "Ctrl+Q"),
            Entry(Deed.UNDO, edit, self.tr("Undo answer"), "Ctrl+Z"),
            Entry(Deed.REDO, edit, self.tr("Redo answer"), "Ctrl+Shift+Z"),
            Entry(Deed.COPY, edit, self.tr("Copy note as plain text"), "Ctrl+Shift+C"),
            Entry(Deed.SETTINGS, edit, self.tr("Settings"), "Ctrl+,"),
            Entry(Deed.LARGER, view, self.tr("Larger text"), "Ctrl++"),
            Entry(Deed.SMALLER, view, self.tr("Smaller text"), "Ctrl+-"),
            Entry(Deed.USUAL, view, self.tr("Text at its usual size"), "Ctrl+0"),
            Entry(Deed.ANSWERS, view, self.tr("Your answers"), "F6"),
        )

    def _last_menus(self) -> tuple[Entry, ...]:
        walk, supervision, helping = self.tr("&Walk"), self.tr("&Supervision"), self.tr("&Help")
        return (
            Entry(Deed.BACK, walk, self.tr("Back"), "Alt+Left"),
            Entry(Deed.CHECK, walk, self.tr("Check your answers"), "Ctrl+Return"),
            Entry(Deed.FIELDS, walk, self.tr("What to record"), "Ctrl+R"),
            Entry(Deed.DANGER, walk, self.tr("Somebody is in danger now"), "Ctrl+D"),
            Entry(Deed.NOTE, supervision, self.tr("The note"), "Ctrl+E"),
            Entry(Deed.READY, supervision, self.tr("Ready for supervision")),
            Entry(Deed.HELP, helping, self.tr("Help"), "F1"),
            Entry(Deed.KEYS, helping, self.tr("Keys"), "Ctrl+?"),
            Entry(Deed.ABOUT, helping, self.tr("About")),
        )


class _Act(QAction):
    """An action that says which deed it is."""

    asked = Signal(object)

    def __init__(self, entry: Entry, parent: QObject) -> None:
        super().__init__(parent)
        self._deed = entry.deed
        self.setText(entry.words)
        keys = [QKeySequence(entry.keys)] if entry.keys else []
        if entry.deed is Deed.LARGER:
            keys.append(QKeySequence("Ctrl+="))
        self.setShortcuts(keys)
        self.triggered.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._deed)


def _shown(keys: str) -> str:
    """Return keys as this computer's users write them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
