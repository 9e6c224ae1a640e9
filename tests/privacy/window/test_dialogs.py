"""What is open beside the window, such as a dialog or a menu, goes when the window is hidden."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from guidance_app.desk.forms import Form
from guidance_app.ui import dialogs
from guidance_app.ui.actions import Deed
from guidance_app.ui.place import Spot
from tests.privacy.window.scenes import CASE, idle, note, question, while_open
from tests.privacy.window.seen import said, settle, shown
from tests.ui.building import Opened


def asked(deed: Deed) -> Callable[[Opened], None]:
    """Return what asks for `deed`."""

    def ask(opened: Opened) -> None:
        opened.window.actions_table.action(deed).trigger()

    ask.__name__ = deed.value
    return ask


def left_alone(opened: Opened, wanted: Callable[[Opened], None]) -> tuple[list[str], str]:
    """Open a dialog and let nobody be there; return what is open then, and its words."""
    seen: list[str] = []
    words: list[str] = []

    def meanwhile() -> None:
        idle(opened)
        settle()
        seen.extend(type(top).__name__ for top in shown())
        words.append(said())

    while_open(lambda: wanted(opened), meanwhile)
    assert words, "no dialog came"
    return seen, words[0]


@pytest.mark.parametrize("deed", [Deed.SAVE, Deed.PRINT])
def test_a_dialog_that_was_open_is_not_seen_any_more(opened: Opened, deed: Deed) -> None:
    note(opened)
    seen, _ = left_alone(opened, asked(deed))
    assert seen == ["Window"]


def test_a_dialog_over_a_dialog_is_not_seen_any_more(opened: Opened) -> None:
    def printing(opened: Opened) -> None:
        QTimer.singleShot(0, on)
        asked(Deed.PRINT)(opened)

    def on() -> None:
        preview = QApplication.activeModalWidget()
        assert preview is not None
        next(a for a in preview.findChildren(QAction) if a.text() == "Print").trigger()

    note(opened)
    seen, _ = left_alone(opened, printing)
    assert seen == ["Window"]


def test_a_name_typed_for_a_note_is_not_seen_any_more(opened: Opened) -> None:
    def typing(opened: Opened) -> None:
        QTimer.singleShot(0, write)
        asked(Deed.SAVE)(opened)

    def write() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.findChildren(QLineEdit)[0].setText(f"{CASE}.docx")

    note(opened)
    assert CASE not in left_alone(opened, typing)[1]


@pytest.mark.parametrize("deed", [Deed.SAVE, Deed.PRINT])
def test_behind_a_dialog_the_window_itself_is_hidden(opened: Opened, deed: Deed) -> None:
    note(opened)
    left_alone(opened, asked(deed))
    assert opened.window.way.place.spot is Spot.HIDDEN


def test_the_menu_of_a_text_goes_with_its_page(opened: Opened) -> None:
    def menu(opened: Opened) -> None:
        box = opened.window.page.findChildren(QPlainTextEdit)[0]
        QApplication.postEvent(box.viewport(), _wish_for_a_menu(box))
        settle()

    question(opened)
    seen, _ = left_alone(opened, menu)
    assert seen == ["Window"]


def _wish_for_a_menu(box: QPlainTextEdit) -> QContextMenuEvent:
    middle = QPoint(5, 5)
    return QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, box.mapToGlobal(middle))


def test_a_note_is_not_saved_once_the_window_is_hidden(
    opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left_there(*_given: object) -> Path:
        idle(opened)
        return tmp_path / "note.docx"

    note(opened)
    monkeypatch.setattr(dialogs, "ask_note_file", left_there)
    asked(Deed.SAVE)(opened)
    assert not (tmp_path / "note.docx").exists()
    assert CASE not in said()


def test_a_note_that_was_printed_while_hiding_is_no_fault(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def left_there(*_given: object) -> bool:
        idle(opened)
        return True

    note(opened)
    monkeypatch.setattr(dialogs, "ask_print", left_there)
    with qtbot.captureExceptions() as caught:
        asked(Deed.PRINT)(opened)
    assert caught == []


def test_a_name_suggested_for_a_note_holds_nothing_of_the_case(opened: Opened) -> None:
    question(opened)
    opened.answer("openness", "agrees", f"{CASE} reason")
    for form in Form:
        assert CASE not in opened.session.exports.suggested_name(form).lower()
