"""The body of a Word file: each block of a note as the XML that Word reads, written at once."""

import re
from collections.abc import Iterator
from math import lcm
from xml.sax.saxutils import escape

from .docx_style import LINE
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

_STYLES = {Tone.LEAD: "NoteLead", Tone.PLAIN: "", Tone.QUIET: "NoteQuiet"}

_TWIP, _CENTIMETRE = 635, 360_000
"""How long a twip and a centimetre are in Word's smallest unit; a file measures in twips."""

_ROOM = 9978 * _TWIP
"""How wide the room between the margins is, in that unit."""

_SHARES = {4: (6.2, 6.2, 1.9, 3.3)}
"""How wide, in centimetres, the columns of a table are that has so many and whose are not alike."""

_HEADER_ROW = '<w:trPr><w:tblHeader w:val="true"/><w:cantSplit w:val="true"/></w:trPr>'
"""What makes a row the header: told to screen readers, repeated on every page."""

_WHOLE_ROW = '<w:trPr><w:cantSplit w:val="true"/></w:trPr>'
"""What keeps a row on one page, where one page holds it."""

_RULED = "".join(
    f'<w:{side} w:val="{drawn}" w:sz="4" w:space="0" w:color="{LINE}"/>'
    for side, drawn in (
        *(("top", "nil"), ("left", "nil"), ("bottom", "single"), ("right", "nil")),
        *(("insideH", "single"), ("insideV", "nil")),
    )
)
"""Quiet lines between the rows of a table, and none between its columns."""

_LOOK = (
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" '
    'w:noVBand="1" w:val="04A0"/>'
)
_BREAKS = re.compile("([\t\n\r])")
_GAP = '<w:p><w:pPr><w:pStyle w:val="NoteGap"/></w:pPr></w:p>'


def body(note: Note) -> str:
    """Return the marks, the title and every block of `note`, in order."""
    drawn = [paragraph(mark, "NoteMark") for mark in note.marks]
    drawn.append(paragraph(note.title, "Heading1"))
    begins = False
    for block in note.blocks:
        xml = "".join(_drawn(block))
        drawn.append(_on_new_page(xml) if begins and xml else xml)
        begins = isinstance(block, PageBreak) or (begins and not xml)
    return "".join(drawn)


def paragraph(text: str, style: str, more: str = "") -> str:
    """Return `text` as a paragraph of that style; `more` are further properties of it."""
    return _paragraph(run(text) if text else "", style, more)


def run(text: str, style: str = "", more: str = "") -> str:
    """Return `text` as words of that style; `more` are further properties of them."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f"<w:rPr>{named}{more}</w:rPr>" if named or more else ""
    return f"<w:r>{properties}{_written(text)}</w:r>"


def _drawn(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield paragraph(text, f"Heading{level}")
        case Paragraph(text, tone):
            yield paragraph(text, _STYLES[tone])
        case Words():
            yield from _words(block)
        case Listing(items):
            yield from (paragraph(item, "ListBullet") for item in items)
        case Table():
            yield _table(block)
        case Box():
            yield _box(block)
        case PageBreak():
            pass


def _words(words: Words) -> Iterator[str]:
    """Yield `words` after their label; what runs from the right has a line of its own."""
    style = "NoteTyped" if words.typed else "NoteGiven"
    before = ""
    if words.label:
        before = run(words.label, "Strong").replace("</w:r>", f"{_written('  ')}</w:r>")
    if words.whose:
        before += run(f"{words.whose}  ", "NoteAside")
    right = runs_from_the_right(words.spoken)
    if before and right:
        yield _paragraph(before, style, "<w:keepNext/>")
        before = ""
    said = run(words.spoken, "Strong" if words.missing else "", "<w:rtl/>" * right)
    after = (run(f"  {text}", "NoteAside") for text in (GOES_ON * words.cut, words.when) if text)
    yield _paragraph("".join((before, said, *after)), style, "<w:bidi/>" * right)


def _table(table: Table) -> str:
    """Return `table` with its first row as its header, and a gap below it."""
    columns = len(table.header)
    shares = [round(cm * _CENTIMETRE / _TWIP) for cm in _SHARES.get(columns, ())]
    widths = shares or _evenly(columns)
    header = [run(name, "Strong") for name in table.header]
    rows = [_HEADER_ROW + "".join(map(_cell, header, widths))]
    rows.extend(_WHOLE_ROW + "".join(map(_cell, map(run, row), widths)) for row in table.rows)
    ruled = f'<w:tblBorders>{_RULED}</w:tblBorders><w:tblLayout w:type="fixed"/>'
    return _ruled(rows, widths, ruled) + _GAP


def _box(box: Box) -> str:
    """Return the rows of `box` as one table, each row parted evenly, all of it on one page."""
    parts = lcm(*map(len, box.rows))
    widths = _evenly(parts)
    rows = []
    for names in box.rows:
        height, wide = 907 if names is box.rows[0] else 510, parts // len(names)
        spans = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
        keep = "<w:keepNext/>" if names is not box.rows[-1] else ""
        cells = (_cell(run(name), wide * widths[0], spans, "NoteQuiet", keep) for name in names)
        rows.append(f'<w:trPr><w:trHeight w:val="{height}"/></w:trPr>{"".join(cells)}')
    title = paragraph(box.title, "NoteQuiet", "<w:keepNext/>")
    return title + _ruled(rows, widths, '<w:jc w:val="center"/>') + _GAP


def _ruled(rows: list[str], widths: list[int], more: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
        f"{more}{_LOOK}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"
    )


def _cell(runs: str, width: int, more: str = "", style: str = "", keep: str = "") -> str:
    properties = f'<w:tcW w:type="dxa" w:w="{width}"/>{more}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{_paragraph(runs, style, keep)}</w:tc>"


def _evenly(columns: int) -> list[int]:
    return [round(_ROOM // columns / _TWIP)] * columns


def _paragraph(runs: str, style: str, more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{runs}</w:p>"


def _on_new_page(xml: str) -> str:
    """Return `xml` so that its first paragraph begins a page, without an empty line before it."""
    style = re.match(r"<w:p>(<w:pPr>(?:<w:pStyle [^>]*>)?(?:<w:keepNext/>)?)?", xml)
    if style is None:
        return f"{_paragraph('', 'NoteGap', '<w:pageBreakBefore/>')}{xml}"
    begun, rest = style.group(), xml[style.end() :]
    if style.group(1):
        return f"{begun}<w:pageBreakBefore/>{rest}"
    return f"{begun}<w:pPr><w:pageBreakBefore/></w:pPr>{rest}"


def _written(text: str) -> str:
    """Return `text` with its tabs and line breaks as Word has them, and no space of it lost."""
    if text.isprintable():
        return _piece(text)
    return "".join(map(_piece, _BREAKS.split(text)))


def _piece(text: str) -> str:
    match text:
        case "":
            return ""
        case "\t":
            return "<w:tab/>"
        case "\n" | "\r":
            return "<w:br/>"
        case _:
            kept = ' xml:space="preserve"' if len(text.strip()) < len(text) else ""
            return f"<w:t{kept}>{escape(text)}</w:t>"
