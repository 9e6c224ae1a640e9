"""Stands between the window and the notes that leave the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidance_app.core.kinds import Which
from guidance_app.core.refusal import Refusal
from guidance_app.desk import exchange

from .teller import Teller

if TYPE_CHECKING:
    from pathlib import Path

    from guidance_app.desk.forms import Form
    from guidance_app.desk.sitting import Sitting
    from guidance_app.note.note import Note

    from .session import Session


class Exports(Teller):
    """Makes notes of the record that is open, and lets them leave; what is refused is told."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def note(self, which: Which = Which.WHOLE) -> Note | None:
        """Return the note of the open record as it stands, for preview and export alike."""
        return self.attempt(self._note, which)

    def save(self, form: Form, which: Which, path: Path) -> bool:
        """Write the note to `path`, whole or not at all."""
        note = self.note(which)
        return note is not None and self.done(exchange.save, self._sitting, note, form, which, path)

    def copied(self, which: Which) -> str:
        """Return the note as plain text for the clipboard; empty if refused."""
        note = self.note(which)
        return (self.attempt(exchange.copied, self._sitting, note, which) or "") if note else ""

    def to_print(self, which: Which) -> tuple[bytes, ...]:
        """Return the pages of the note as they are to be printed; none if refused."""
        note = self.note(which)
        return (self.attempt(exchange.for_paper, self._sitting, note) or ()) if note else ()

    def printed(self, which: Which) -> None:
        """Keep in the record that the note was printed."""
        self.done(self._sitting.exported, "print", which.value)

    def not_printed(self) -> None:
        """Tell that the printer took nothing, or that it was asked for pages that are not there."""
        self.refused.emit(
            Refusal(
                "The note was not printed.",
                "Look at the printer, and at which pages were asked for; or save it as a PDF.",
            )
        )

    def suggested_name(self, form: Form) -> str:
        """Return a file name that holds nothing of the case."""
        return exchange.suggested_name(self._sitting, form)

    def _note(self, which: Which) -> Note:
        return exchange.note(self._sitting, self._session.now(), which)

    @property
    def _sitting(self) -> Sitting:
        """The record that is open. Raises a Refusal while none is."""
        return self._session.open_sitting
