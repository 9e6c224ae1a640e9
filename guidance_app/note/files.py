"""Notes as bytes, and as files that are written whole or not at all."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from guidance_app.core.refusal import Refusal
from guidance_app.whole import write_whole

from .as_docx import as_docx
from .as_html import as_html
from .as_json import to_json
from .as_pdf import as_pdf
from .as_text import as_text
from .note import Note

_WRITERS: dict[str, Callable[[Note], bytes]] = {
    "docx": as_docx,
    "pdf": as_pdf,
    "text": as_text,
    "html": as_html,
    "json": to_json,
}

_ELSEWHERE = "Choose another folder, and save it there."


def render(note: Note, form: str) -> bytes:
    """Return `note` in `form`: docx, pdf, text, html or json. The same note, the same bytes."""
    return _WRITERS[form](note)


def write(note: Note, form: str, path: Path) -> None:
    """Write `note` to `path`; what was there stays until the new file is there, entire.

    Raises a Refusal where it cannot be written; then nothing has changed.
    """
    # Of a name too long, or in a folder that cannot be entered, these say no; a Path would raise.
    if os.path.isdir(path):  # noqa: PTH112 - see above
        raise Refusal(f"'{path.name}' is a folder.", "Choose a name for the file inside it.")
    if os.path.exists(path) and not os.path.isfile(path):  # noqa: PTH110, PTH113 - see above
        raise Refusal(f"'{path.name}' is no ordinary file.", _ELSEWHERE)
    body = render(note, form)
    try:
        write_whole(path, body)
    except OSError as error:
        raise _refused(path, error) from error


def _refused(path: Path, error: OSError) -> Refusal:
    """Return what a person can do about `error`."""
    folder = path.parent.name or str(path.parent)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return Refusal(
                "The disk is full, so the note was not saved.", "Make room and try again."
            )
        case errno.ENOENT | errno.ENOTDIR if not os.path.isdir(path.parent):  # noqa: PTH112 - see above
            return Refusal(f"There is no folder '{folder}'.", _ELSEWHERE)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Refusal(f"The folder '{folder}' may not be written to.", _ELSEWHERE)
        case errno.ENAMETOOLONG:
            return Refusal("The name is too long.", "Choose a shorter name for the file.")
        case _:
            why = error.strerror or "the system did not say why"
            return Refusal(f"The note could not be saved ({why}).", _ELSEWHERE)
