"""A note as a Word file: real headings, headers that repeat, and nothing about the machine."""

import io
import re
import zipfile
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from .docx_body import body, run
from .docx_style import dress, page_number
from .note import Note

if TYPE_CHECKING:
    from docx.document import Document

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside: the same note, the same bytes."""

_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)
"""What an empty file says where a note says when it was made."""

_PLACES = (
    ("<w:sectPr", "{body}<w:sectPr"),
    ("<w:r><w:t>{marks}</w:t></w:r>", "{marks}"),
    ("<w:r><w:t>{foot}</w:t></w:r>", "{foot}"),
    ("1980-01-01T00:00:00Z", "{made}"),
)
"""What stands in an empty file, and the place to be filled that takes its place."""

_PLACE = re.compile(r"\{(body|marks|foot|title|made)\}")


class _Empty(NamedTuple):
    """A file without a note: what is the same in all, zipped, and the parts to be filled.

    Those are cut at their places: every second piece is the name of one.
    """

    zipped: bytes
    parts: tuple[tuple[str, list[str]], ...]


def as_docx(note: Note) -> bytes:
    """Return `note` as a Word file."""
    empty = _empty(note.language, bool(note.marks))
    filled = {
        "body": body(note),
        "marks": run(" · ".join(note.marks)),
        "foot": run(" · ".join(("", *note.foot))),
        "title": escape(" – ".join((*note.marks, note.title))),
        "made": f"{datetime.fromisoformat(note.made_at):%Y-%m-%dT%H:%M:%SZ}",
    }
    kept = io.BytesIO(empty.zipped)
    with zipfile.ZipFile(kept, "a") as file:
        for name, pieces in empty.parts:
            text = (filled[piece] if at % 2 else piece for at, piece in enumerate(pieces))
            _put(file, name, "".join(text).encode())
    return kept.getvalue()


@cache
def _empty(language: str, marked: bool) -> _Empty:
    """Return the file without a note: it takes longer than most notes, and is made once."""
    from docx import Document  # only where it is used: start-up does not pay for it

    document, drawn, kept = Document(), io.BytesIO(), io.BytesIO()
    dress(document, language)
    _describe(document, language)
    _every_page(document, marked)
    document.save(drawn)
    parts = []
    with zipfile.ZipFile(drawn) as found, zipfile.ZipFile(kept, "w") as file:
        for name in found.namelist():
            data = found.read(name)
            pieces = _pieces(data.decode()) if name.endswith(".xml") else []
            if len(pieces) > 1:
                parts.append((name, pieces))
            else:
                _put(file, name, data)
    return _Empty(kept.getvalue(), tuple(parts))


def _pieces(xml: str) -> list[str]:
    for found, place in _PLACES:
        xml = xml.replace(found, place)
    return _PLACE.split(xml)


def _put(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Put `data` there so that the same words give the same bytes."""
    file.writestr(zipfile.ZipInfo(name, _ZIP_TIME), data, zipfile.ZIP_DEFLATED)


def _describe(document: "Document", language: str) -> None:
    """Write what the file says of itself: a title and a time, and nobody's name."""
    about = document.core_properties
    about.title = "{title}"
    about.author = about.last_modified_by = about.comments = ""
    about.language = language
    about.created = about.modified = _NO_TIME
    about.revision = 1


def _every_page(document: "Document", marked: bool) -> None:
    """Put the marks at the top of every page but the first, and its number and words at the foot.

    The first has the marks above its title.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = True
    top = section.header.paragraphs[0]
    top.style = document.styles["Note Mark" if marked else "Note Foot"]
    top.text = "{marks}"
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0]
        foot.style = document.styles["Note Foot"]
        page_number(foot)
        foot.add_run("{foot}")
