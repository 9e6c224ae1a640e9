"""What is printed says on every sheet what every page says, and has room to be written in."""

from pathlib import Path

import pypdf
import pytest
from PySide6.QtPrintSupport import QPrinter

from guidance_app.note.as_html import as_html, for_paper
from guidance_app.note.build import build
from guidance_app.note.note import Box
from guidance_app.ui.printing import Sheet
from tests.note.small import EVERY_FIELD, NOW, PACK, record_of

BELOW = "Nobody has reviewed this invented guidance. It authorises nothing."


@pytest.fixture
def printed(tmp_path: Path) -> list[str]:
    """Return the words of each sheet of a long note."""
    fields = {**EVERY_FIELD, "seen": "Invented words that go on and on. " * 300}
    note = build(PACK, record_of(fields=fields), NOW)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "sheets.pdf"))
    Sheet(for_paper(note), above="PRACTICE", below=BELOW).draw(printer)
    sheets = pypdf.PdfReader(tmp_path / "sheets.pdf").pages
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


def test_every_sheet_has_its_number_and_what_every_page_says(printed: list[str]) -> None:
    assert len(printed) > 2
    for number, words in enumerate(printed, start=1):
        assert BELOW in words
        assert "PRACTICE" in words
        assert f"{number} / {len(printed)}" in words


def test_no_line_is_lost_between_two_sheets(printed: list[str]) -> None:
    assert (
        " ".join(printed).count("Invented words that go on and on.") > 295
    )  # some go over a sheet's end


def test_the_managers_rows_are_boxes_on_paper() -> None:
    note = build(PACK, record_of(), NOW)
    box = next(block for block in note.blocks if isinstance(block, Box))
    on_screen, on_paper = as_html(note).decode(), for_paper(note)
    assert 'class="row"' not in on_paper
    assert on_paper.count("<table") == on_screen.count("<table") + len(box.rows)
    assert all(name in on_paper for row in box.rows for name in row)
