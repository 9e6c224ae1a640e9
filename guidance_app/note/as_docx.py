"""A note as a Word file: real headings, headers that repeat, and nothing about the machine."""

import io
import zipfile
from datetime import datetime
from math import lcm
from typing import TYPE_CHECKING

from .docx_style import (
    NEW_PAGE,
    dress,
    mark_header_row,
    page_number,
    ruled,
    set_direction,
    share_out,
    turn_pages,
)
from .note import (
    GOES_ON,
    Block,
    Box,
    Heading,
    Listing,
    Note,
    PageBreak,
    Paragraph,
    Table,
    Tone,
    Words,
)
from .typefaces import runs_from_the_right

if TYPE_CHECKING:
    from docx.document import Document

_STYLES = {Tone.LEAD: "Note Lead", Tone.PLAIN: "Normal", Tone.QUIET: "Note Quiet"}

_SHARES = {4: (6.2, 6.2, 1.9, 3.3)}
"""How wide, in centimetres, the columns of a table are that has so many and whose are not alike."""

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside: the same note, the same bytes."""


def as_docx(note: Note) -> bytes:
    """Return `note` as a Word file."""
    from docx import Document  # only where it is used: start-up does not pay for it

    document = Document()
    dress(document, note.language)
    _describe(document, note)
    _every_page(document, note)
    for mark in note.marks:
        document.add_paragraph(mark, style="Note Mark")
    document.add_paragraph(note.title, style="Heading 1")
    for block in note.blocks:
        _add(document, block)
    turn_pages(document)
    return _steady(document)


def _add(document: "Document", block: Block) -> None:
    match block:
        case Heading(level, text):
            document.add_paragraph(text, style=f"Heading {level}")
        case Paragraph(text, tone):
            document.add_paragraph(text, style=_STYLES[tone])
        case Words():
            _add_words(document, block)
        case Listing(items):
            for item in items:
                document.add_paragraph(item, style="List Bullet")
        case Table():
            _add_table(document, block)
        case Box():
            _add_box(document, block)
        case PageBreak():
            document.add_paragraph(style=NEW_PAGE)


def _add_words(document: "Document", words: Words) -> None:
    """Write `words` after their label; what runs from the right has a line of its own."""
    style = "Note Typed" if words.typed else "Note Given"
    said = document.add_paragraph(style=style)
    if words.label:
        said.add_run(words.label, style="Strong").add_text("  ")
    if words.whose:
        said.add_run(f"{words.whose}  ", style="Note Aside")
    if said.runs and runs_from_the_right(words.spoken):
        said.paragraph_format.keep_with_next = True
        said = document.add_paragraph(style=style)
    set_direction(said, said.add_run(words.spoken, style="Strong" if words.missing else None))
    for after in filter(None, (GOES_ON * words.cut, words.when)):
        said.add_run(f"  {after}", style="Note Aside")


def _add_table(document: "Document", table: Table) -> None:
    drawn = document.add_table(rows=1, cols=len(table.header), style="Table Grid")
    for cell, name in zip(drawn.rows[0].cells, table.header, strict=True):
        cell.paragraphs[0].add_run(name, style="Strong")
    mark_header_row(drawn)
    for row in table.rows:
        for cell, text in zip(drawn.add_row().cells, row, strict=True):
            cell.text = text
    ruled(drawn)
    share_out(drawn, _SHARES.get(len(table.header), ()))
    document.add_paragraph(style="Note Gap")


def _add_box(document: "Document", box: Box) -> None:
    """Draw the rows of `box` as one table, each row parted evenly."""
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.shared import Cm

    document.add_paragraph(box.title, style="Note Quiet").paragraph_format.keep_with_next = True
    parts = lcm(*map(len, box.rows))
    drawn = document.add_table(rows=0, cols=parts, style="Table Grid")
    drawn.alignment = WD_TABLE_ALIGNMENT.CENTER  # its edges then meet those of the words
    for names in box.rows:
        row, wide = drawn.add_row(), parts // len(names)
        row.height = Cm(1.6 if names is box.rows[0] else 0.9)
        for place, name in enumerate(names):
            cell = row.cells[place * wide].merge(row.cells[(place + 1) * wide - 1])
            cell.paragraphs[0].style = document.styles["Note Quiet"]
            cell.paragraphs[0].add_run(name)
    document.add_paragraph(style="Note Gap")


def _describe(document: "Document", note: Note) -> None:
    """Write what the file says of itself: a title and a time, and nobody's name."""
    about = document.core_properties
    about.title = " – ".join((*note.marks, note.title))
    about.author = about.last_modified_by = about.comments = ""
    about.language = note.language
    made = datetime.fromisoformat(note.made_at).replace(microsecond=0)
    about.created = about.modified = made
    about.revision = 1


def _every_page(document: "Document", note: Note) -> None:
    """Put the marks at the top of every page but the first, and its number and words at the foot.

    The first has the marks above its title.
    """
    section = document.sections[0]
    section.different_first_page_header_footer = True
    top = section.header.paragraphs[0]
    top.style = document.styles["Note Mark" if note.marks else "Note Foot"]
    top.text = " · ".join(note.marks)
    for footer in (section.footer, section.first_page_footer):
        foot = footer.paragraphs[0]
        foot.style = document.styles["Note Foot"]
        page_number(foot)
        foot.add_run(" · ".join(("", *note.foot)))


def _steady(document: "Document") -> bytes:
    """Return `document` zipped so that the same words give the same bytes."""
    drawn, steady = io.BytesIO(), io.BytesIO()
    document.save(drawn)
    with zipfile.ZipFile(drawn) as found, zipfile.ZipFile(steady, "w") as kept:
        for name in found.namelist():
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            kept.writestr(member, found.read(name), zipfile.ZIP_DEFLATED)
    return steady.getvalue()
