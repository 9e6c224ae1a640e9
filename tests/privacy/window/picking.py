"""Picks a folder in each dialog of the program: the other half of `test_history.py`."""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrintPreviewDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolButton, QWidget

from guidance_app.desk.forms import Form
from guidance_app.ui import dialogs
from guidance_app.ui.printing import Sheet
from tests.ui.keyboard import Key


class Picker:
    """Somebody who goes into a folder in whatever dialog is open, and leaves every other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen: list[type] = []

    def act(self) -> None:
        """Do what the dialog that is open now wants; a dialog in a dialog is met on its turn."""
        QTimer.singleShot(20, self.act)
        match QApplication.activeModalWidget():
            case QFileDialog() as dialog:
                self._pick(dialog)
            case QPrintDialog() as dialog if QFileDialog not in self._seen:
                next(b for b in dialog.findChildren(QToolButton) if b.text() == "...").click()
            case QPrintPreviewDialog() as dialog if QPrintDialog not in self._seen:
                self._seen.append(QPrintDialog)
                next(a for a in dialog.findChildren(QAction) if a.text() == "Print").trigger()
            case QPrintDialog() | QPrintPreviewDialog() as dialog:
                dialog.reject()

    def _pick(self, dialog: QFileDialog) -> None:
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(self._folder / "note" if QFileDialog in self._seen else self._folder))
        self._seen.append(QFileDialog)
        QTest.keyClick(line, Key.Key_Return)


def main(which: str, folder: Path) -> None:
    """Open one of the program's dialogs, and pick in it."""
    app = QApplication(["guidance-app"])
    window = QWidget()
    window.show()
    picker = Picker(folder)
    QTimer.singleShot(20, picker.act)
    if which == "save":
        print(dialogs.ask_note_file(window, "", "note.docx", Form.DOCX))
    elif which == "folder":
        print(dialogs.ask_folder(window, str(folder.parent)))
    else:
        print(dialogs.ask_print(window, Sheet("<h1>A note</h1>")))
    app.processEvents()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
