"""Notes on their way out: saved, copied, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from guidance_app.desk.forms import Form

from . import dialogs

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from .clip import Clip
    from .session import Session
    from .way import Way


class Leaving(QObject):
    """Does what the outcome and the note ask for; which part leaves is the part that is shown.

    Signals:
        told: it was done; carries a sentence.
    """

    told = Signal(str)

    def __init__(self, session: Session, way: Way, clip: Clip, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._way = way
        self._clip = clip
        self._window = parent

    def save(self) -> None:
        """Save the note as a Word file."""
        self.save_as(Form.DOCX)

    def save_as(self, form: Form) -> None:
        """Ask where, and save the note in `form`."""
        if not self._done:
            return
        name = self._session.exports.suggested_name(form)
        folder = self._session.settings.export_folder
        path = dialogs.ask_note_file(self._window, folder, name, form)
        if path is None:
            return
        if self._session.exports.save(Form.of(path) or form, self._way.place.which, path):
            says = self.tr("The note is saved as {name}, in the folder {folder}.")
            self.told.emit(says.format(name=path.name, folder=path.parent))

    def copy(self) -> None:
        """Copy the note as plain text."""
        if self._done and (text := self._session.exports.copied(self._way.place.which)):
            self._clip.copy(text)
            self.told.emit(self.tr("The note is copied as plain text. It is cleared in a minute."))

    def print(self) -> None:
        """Show how the note will look on paper, and print it if wanted."""
        from .printing import Pages

        if not self._done:
            return
        pages = Pages(self._session.exports.to_print(self._way.place.which))
        if not pages.count or not dialogs.ask_print(self._window, pages):
            return
        if not pages.drawn:
            self._session.exports.not_printed()
        elif self._done:  # the record may be closed: by its owner, or because nobody was there
            self._session.exports.printed(self._way.place.which)

    def pick_folder(self) -> None:
        """Ask for the folder that notes are saved in, and let it be that one."""
        settings = self._session.settings
        if folder := dialogs.ask_folder(self._window, settings.export_folder):
            self._session.choose(replace(settings, export_folder=folder))

    def print_code(self) -> None:
        """Print the recovery code that is shown."""
        from .printing import Sheet

        title = self.tr("Recovery code for your records")
        says = self.tr("Keep this on paper, away from the computer. It opens your records.")
        html = f"<h1>{title}</h1><p>{says}</p><h2>{self._way.place.words}</h2>"
        dialogs.ask_print(self._window, Sheet(html))

    def copy_receipt(self, receipt: str) -> None:
        """Copy the receipt of a removal, which holds no word of a case."""
        self._clip.copy(receipt)
        self.told.emit(self.tr("The receipt is copied."))

    def copy_report(self, report: str) -> None:
        """Copy a report of a fault, which holds no word of a case."""
        self._clip.copy(report)
        self.told.emit(self.tr("The report is copied."))

    @property
    def _done(self) -> bool:
        """Whether there is a note to speak of."""
        return self._way.standing is not None and self._way.standing.done
