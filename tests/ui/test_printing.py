"""What is printed are the pages of the PDF, each on a sheet, whatever its size."""

from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageRanges, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from guidance_app.note.as_pdf import as_pages, as_pdf
from guidance_app.note.build import build
from guidance_app.note.note import Note
from guidance_app.ui import printing
from guidance_app.ui.printing import Pages, Printable, Sheet
from tests.note.small import EVERY_FIELD, NOW, PACK, record_of

Size = QPageSize.PageSizeId
A4, LETTER = Size.A4, Size.Letter
PORTRAIT, LANDSCAPE = QPageLayout.Orientation.Portrait, QPageLayout.Orientation.Landscape
WIDE, HIGH = 400, 566
"""How large a page of A4 is looked at, in pixels: of a multiple of four a row has no gap."""


@pytest.fixture(scope="module")
def note() -> Note:
    """Return a note that is some pages long."""
    fields = {**EVERY_FIELD, "seen": "Invented words that go on and on. " * 300}
    return build(PACK, record_of(fields=fields), NOW)


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """Return a printer that writes `sheets.pdf`."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setPageSize(QPageSize(A4))
    made.setOutputFileName(str(tmp_path / "sheets.pdf"))
    return made


def sheets(paper: Printable, printer: QPrinter) -> list[pypdf.PageObject]:
    paper.draw(printer)
    return list(pypdf.PdfReader(printer.outputFileName()).pages)


def drawn(page: bytes) -> QImage:
    """Return a page as a grey picture."""
    image = QImage(4 * WIDE, 4 * HIGH, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(page)).render(painter)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def ink(image: QImage) -> float:
    """Return how much of the picture is dark, from 0 to 1."""
    fit, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    small = image.scaled(WIDE, HIGH, fit, smooth).convertToFormat(QImage.Format.Format_Grayscale8)
    dots = bytes(small.constBits())
    return sum(255 - dot for dot in dots) / 255 / len(dots)


def dots(sheet: pypdf.PageObject) -> QImage:
    """Return the one picture on a sheet."""
    (found,) = sheet.images
    image = QImage.fromData(QByteArray(found.data))
    assert not image.isNull()
    assert image.width() == round(210 / 25.4 * printing.DOTS)
    assert found.indirect_reference is not None
    assert found.indirect_reference.get_object()["/Filter"] == "/FlateDecode"  # no dot is lost
    return image


def place(sheet: pypdf.PageObject) -> tuple[float, float, float, float]:
    """Return where the picture on a sheet is, from the left and from an edge, and how large."""
    found: list[tuple[float, float, float, float]] = []

    def note_it(operator: bytes, _given: object, now: list[float], _text: object) -> None:
        if operator == b"Do":
            found.append((now[4], min(now[5], now[5] + now[3]), now[0], abs(now[3])))

    sheet.extract_text(visitor_operand_before=note_it)
    (only,) = found
    return only


def test_the_pages_are_those_of_the_pdf_and_each_gets_a_sheet(
    note: Note, printer: QPrinter, tmp_path: Path
) -> None:
    (tmp_path / "note.pdf").write_bytes(as_pdf(note))
    pages = as_pages(note)
    assert len(pages) == len(pypdf.PdfReader(tmp_path / "note.pdf").pages) > 2
    printed = sheets(Pages(pages), printer)
    assert len(printed) == len(pages)
    for page, sheet in zip(pages, printed, strict=True):
        assert ink(drawn(page)) > 0.005
        assert ink(dots(sheet)) == pytest.approx(ink(drawn(page)), rel=0.03)  # nothing is bolder


def test_the_words_of_a_case_are_shapes_only(note: Note) -> None:
    assert not any(b"Invented" in page or b"<text" in page for page in as_pages(note))


@pytest.mark.parametrize(
    ("size", "way", "large"),
    [(A4, PORTRAIT, 1.0), (LETTER, PORTRAIT, 792 / 842), (A4, LANDSCAPE, 595 / 842)],
)
def test_all_of_a_page_is_on_the_paper_whatever_its_size(
    note: Note, printer: QPrinter, size: Size, way: QPageLayout.Orientation, large: float
) -> None:
    printer.setPageSize(QPageSize(size))
    printer.setPageOrientation(way)
    (sheet,) = sheets(Pages(as_pages(note)[:1]), printer)
    left, top, wide, high = place(sheet)
    assert (wide, high) == pytest.approx((595 * large, 842 * large), rel=0.005)
    right, bottom = float(sheet.mediabox.width) - left - wide, float(sheet.mediabox.height)
    assert left == pytest.approx(right, abs=1)
    assert top == pytest.approx(bottom - top - high, abs=1)
    assert left >= -1


@pytest.mark.parametrize(
    ("chosen", "order", "numbers"),
    [
        ("2-3", QPrinter.PageOrder.FirstPageFirst, [2, 3]),
        ("1,3", QPrinter.PageOrder.FirstPageFirst, [1, 3]),
        ("1-2,9", QPrinter.PageOrder.LastPageFirst, [2, 1]),
    ],
)
def test_the_pages_that_are_chosen_are_printed_in_the_order_that_is(
    note: Note, printer: QPrinter, chosen: str, order: QPrinter.PageOrder, numbers: list[int]
) -> None:
    pictures = as_pages(note)
    printer.setPageRanges(QPageRanges.fromString(chosen))
    printer.setPageOrder(order)
    printed = sheets(Pages(pictures), printer)
    assert [ink(dots(sheet)) for sheet in printed] == [
        pytest.approx(ink(drawn(pictures[number - 1])), rel=0.03) for number in numbers
    ]


def test_a_page_of_a_note_too_long_to_be_kept_ready_is_drawn_all_the_same(
    note: Note, printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "KNOWN", 1)
    pages = Pages(as_pages(note))
    for _ in range(2):
        last = sheets(pages, printer)[-1]
        assert ink(dots(last)) == pytest.approx(ink(drawn(as_pages(note)[-1])), rel=0.03)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_it_says_whether_the_printer_took_it(note: Note, printer: QPrinter, tmp_path: Path) -> None:
    pages = Pages(as_pages(note)[:2])
    for chosen, name, took in (
        ("", "sheets.pdf", True),
        ("3-9", "sheets.pdf", False),
        ("", "no such folder/sheets.pdf", False),
        ("1", "sheets.pdf", True),
    ):
        printer.setPageRanges(QPageRanges.fromString(chosen))
        printer.setOutputFileName(str(tmp_path / name))
        pages.draw(printer)
        assert pages.drawn is took, (chosen, name)


def test_a_preview_shows_every_page(
    note: Note, qapp: QApplication, shown: Callable[[QWidget], QWidget]
) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    pages = Pages(as_pages(note))
    preview = QPrintPreviewWidget(printer)
    preview.paintRequested.connect(pages.draw)
    shown(preview)
    preview.updatePreview()
    qapp.processEvents()
    assert preview.pageCount() == len(as_pages(note))


def test_a_code_to_keep_is_printed_on_one_sheet(printer: QPrinter) -> None:
    (sheet,) = sheets(Sheet("<h1>Invented</h1><p>A code.</p>"), printer)
    assert sheet.extract_text().split()[-3:] == ["A", "code.", "1"]
