"""Notes leave the program here, built from the open record in any form; the record says so."""

from enum import StrEnum
from pathlib import Path

from guidance_app.core.pack import Part
from guidance_app.note import build, files
from guidance_app.note.note import Note, Which

from .sitting import Sitting

__all__ = ["Form", "Which", "copied", "note", "save", "shown", "suggested_name"]


class Form(StrEnum):
    """The five forms of a note."""

    DOCX = "docx"
    PDF = "pdf"
    TEXT = "text"
    HTML = "html"
    JSON = "json"

    @property
    def suffix(self) -> str:
        """The ending of a file of this form."""
        return ".txt" if self is Form.TEXT else f".{self}"


def note(
    sitting: Sitting, now: str, which: Which = Which.WHOLE, *, without_giver: bool = False
) -> Note:
    """Return the note of the record as it stands. Preview and export both come from here."""
    if which is Which.LEGAL:
        return build.legal_request(sitting.pack, sitting.record, now)
    part = None if which is Which.WHOLE else Part(which.value)
    return build.build(sitting.pack, sitting.record, now, part=part, without_giver=without_giver)


def save(sitting: Sitting, made: Note, form: Form, which: Which, path: Path) -> None:
    """Write `made` to `path`, whole or not at all, and keep in the record that it was exported."""
    files.write(made, form.value, path)
    sitting.exported(form.value, which.value)


def shown(sitting: Sitting, made: Note, form: Form, which: Which) -> bytes:
    """Return the bytes of `made` for another program, and keep in the record that it left."""
    body = files.render(made, form.value)
    sitting.exported(form.value, which.value)
    return body


def copied(sitting: Sitting, made: Note, which: Which) -> str:
    """Return `made` as plain text for pasting, and keep in the record that it was copied."""
    text = files.render(made, Form.TEXT.value).decode()
    sitting.exported("copy", which.value)
    return text


def suggested_name(sitting: Sitting, form: Form) -> str:
    """Return a file name that holds nothing of the case: only that it is a note, and its day."""
    return f"Note for supervision {sitting.record.touched_at[:10]}{form.suffix}"
