"""Notes leave the program here, built from the open record in any form; the record says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidance_app.core.kinds import Part, Which
from guidance_app.core.refusal import Refusal
from guidance_app.note import build, files
from guidance_app.note.as_pdf import as_pages

from .forms import Form

if TYPE_CHECKING:
    from pathlib import Path

    from guidance_app.note.note import Note

    from .sitting import Sitting


def note(
    sitting: Sitting, now: str, which: Which = Which.WHOLE, *, without_giver: bool = False
) -> Note:
    """Return the note of the record as it stands. Preview and export both come from here."""
    retention = sitting.house.retention
    if which is Which.LEGAL:
        return build.legal_request(sitting.pack, sitting.record, now, retention=retention)
    part = None if which is Which.WHOLE else Part(which.value)
    return build.build(
        sitting.pack,
        sitting.record,
        now,
        part=part,
        without_giver=without_giver,
        retention=retention,
    )


def save(sitting: Sitting, made: Note, form: Form, which: Which, path: Path) -> None:
    """Write `made` to `path`, whole or not at all, and keep in the record that it was exported."""
    _let(sitting, form.value)
    files.write(made, form.value, path)
    sitting.exported(form.value, which.value)


def shown(sitting: Sitting, made: Note, form: Form, which: Which) -> bytes:
    """Return the bytes of `made` for another program, and keep in the record that it left."""
    _let(sitting, form.value)
    body = files.render(made, form.value)
    sitting.exported(form.value, which.value)
    return body


def copied(sitting: Sitting, made: Note, which: Which) -> str:
    """Return `made` as plain text for pasting, and keep in the record that it was copied."""
    _let(sitting, "copy")
    text = files.render(made, Form.TEXT.value).decode()
    sitting.exported("copy", which.value)
    return text


def for_paper(sitting: Sitting, made: Note) -> tuple[bytes, ...]:
    """Return the pages of `made` as they are to be printed; that they were is kept once they are.

    They are those of the PDF, as SVG pictures.
    """
    _let(sitting, "print")
    return as_pages(made)


def _let(sitting: Sitting, form: str) -> None:
    """Raise a Refusal where the policy of this computer lets no note leave in this way."""
    if not sitting.house.lets(form):
        allowed = ", ".join(sitting.house.forms)
        says = f"The policy of this computer lets no note leave as '{form}'."
        raise Refusal(says, f"What it allows is: {allowed}.")


def suggested_name(sitting: Sitting, form: Form) -> str:
    """Return a file name that holds nothing of the case: only that it is a note, and its day."""
    return f"Note for supervision {sitting.record.touched_at[:10]}{form.suffix}"
