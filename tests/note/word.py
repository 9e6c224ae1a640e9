"""How high the first page of a Word file is, reckoned from its styles and from what stands in it.

Word itself cannot be asked. Letters are taken to be as wide as Inter's, which are wider than
Arial's, and what is not Latin to be as wide as it is high.
"""

import io
from collections.abc import Iterator
from functools import cache
from typing import Any

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from PySide6.QtGui import QFont, QFontMetricsF

ARIAL = 1.15
"""How high a line is, in the size of its letters."""

OTHER = 1.35
"""The same where letters come from another typeface, as Chinese ones or pictures do."""

CELL = 5.4
"""How far in points the words of a cell stand from each of its sides."""


def first_page(body: bytes) -> tuple[float, float]:
    """Return how high what stands on the first page is, and how high its room, in points."""
    document = docx.Document(io.BytesIO(body))
    section = document.sections[0]
    wide = section.page_width.pt - section.left_margin.pt - section.right_margin.pt
    room = section.page_height.pt - section.top_margin.pt - section.bottom_margin.pt
    return sum(_heights(document, wide)), room


def _heights(document: Any, wide: float) -> Iterator[float]:
    """Yield the heights of what stands before the first page break."""
    after = 0.0
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield after + sum(_row(row) for row in part.rows)
            after = 0.0
            continue
        if part.paragraph_format.page_break_before:
            return
        form = part.style.paragraph_format
        yield after + (form.space_before.pt if form.space_before else 0.0)
        yield _lines(part, wide - (form.left_indent.pt if form.left_indent else 0.0))
        after = form.space_after.pt if form.space_after else 0.0


def _row(row: Any) -> float:
    """Return the height of a row, which is at least what it says."""
    cells = (sum(_lines(p, c.width.pt - 2 * CELL) + 3 for p in c.paragraphs) for c in row.cells)
    return max(row.height.pt if row.height else 0.0, *cells)


def _lines(paragraph: Paragraph, wide: float) -> float:
    """Return the height of the lines of `paragraph` where they are `wide` points wide."""
    size = paragraph.style.font.size.pt
    bold = {run.text for run in paragraph.runs if run.style.name == "Strong"}
    high = 0.0
    for line in paragraph.text.split("\n"):
        across, tallest = 0.0, ARIAL
        for word in line.split(" "):
            long = _width(f"{word} ", size, any(word in text for text in bold))
            while across and across + long - _width(" ", size) > wide:
                high, across, tallest = high + tallest * size, 0.0, ARIAL
            tallest = max(tallest, OTHER if any(letter > "\u2190" for letter in word) else ARIAL)
            while long > wide:
                high, long = high + tallest * size, long - wide
            across += long
        high += tallest * size
    return high


def _width(text: str, size: float, bold: bool = False) -> float:
    return sum(_letter(letter, bold) for letter in text) * size


@cache
def _letter(letter: str, bold: bool) -> float:
    """Return how wide a letter is, in its size."""
    if letter > "\u2190":
        return 1.0
    font = QFont("Inter")
    font.setPixelSize(100)
    font.setBold(bold)
    return QFontMetricsF(font).horizontalAdvance(letter) / 100
