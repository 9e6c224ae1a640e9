"""Every dialog of the system's own, each behind one function that a test can replace."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from guidance_app.desk.forms import Form

    from .printing import Printable

_NOWHERE = str(Path(os.devnull) / "nothing")
"""A folder in which nothing can be written."""


def keep_no_history() -> None:
    """Let Qt's own dialogs write down nowhere which files and folders were picked."""
    from PySide6.QtCore import QSettings

    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, _NOWHERE)


def close_all(window: QWidget) -> None:
    """Close every dialog and menu beside `window`, as if nothing had been picked in it."""
    from PySide6.QtWidgets import QDialog

    while (popup := QApplication.activePopupWidget()) is not None and popup.close():
        continue
    for top in QApplication.topLevelWidgets():
        if isinstance(top, QDialog) and top is not window and top.isVisible():
            top.reject()


def ask_note_file(parent: QWidget, folder: str, name: str, form: Form) -> Path | None:
    """Ask where to save a note of `form`; None if it is not to be saved after all.

    What is typed may name another form by its ending; it gets the ending of `form` if it names
    none. Where a file stands under the longer name it is asked again, with that name, for then the
    dialog asks whether to write over it.
    """
    from PySide6.QtWidgets import QFileDialog

    keep_no_history()
    start = str(Path(folder or Path.home()) / name)
    title = QCoreApplication.translate("dialogs", "Save the note")
    while path := QFileDialog.getSaveFileName(parent, title, start, f"*{form.suffix}")[0]:
        if type(form).of(Path(path)):
            return Path(path)
        start = f"{path}{form.suffix}"
        if not os.path.lexists(start):
            return Path(start)
    return None


def ask_folder(parent: QWidget, folder: str) -> str:
    """Ask for the folder that notes are saved in; empty if none was picked."""
    from PySide6.QtWidgets import QFileDialog

    keep_no_history()
    title = QCoreApplication.translate("dialogs", "Where notes are saved")
    return QFileDialog.getExistingDirectory(parent, title, folder or str(Path.home()))


def ask_print(parent: QWidget, paper: Printable) -> bool:
    """Show how it will look on `paper`, and print it if wanted; say whether that was wanted."""
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

    keep_no_history()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)  # the dialog does not keep it alive
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("dialogs", "Print"))
    dialog.paintRequested.connect(paper.draw)
    return bool(dialog.exec())
