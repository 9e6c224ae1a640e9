"""A Word file has real headings and header rows, says its language, and names nobody."""

import io
import re
import zipfile

import docx
import pytest

from guidance_app.note.as_docx import as_docx
from guidance_app.note.build import build
from guidance_app.note.note import Heading
from tests.note.small import EVERY_FIELD, NOW, PACK, record_of

NOTE = build(PACK, record_of(practice=True), NOW)
BODY = as_docx(NOTE)
WORD = docx.Document(io.BytesIO(BODY))


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(BODY)) as file:
        return file.read(name).decode()


def test_its_headings_are_those_of_the_note() -> None:
    found = [p.text for p in WORD.paragraphs if p.style is not None and "Heading" in p.style.name]
    assert found == [NOTE.title, *(b.text for b in NOTE.blocks if isinstance(b, Heading))]


def test_the_first_row_of_a_table_is_its_header() -> None:
    assert part("word/document.xml").count("<w:tblHeader") == 2


def test_its_language_is_british_english() -> None:
    assert set(re.findall(r'<w:lang w:val="([^"]+)"', part("word/styles.xml"))) == {"en-GB"}


def test_its_title_is_that_of_the_note_with_its_mark() -> None:
    assert WORD.core_properties.title == f"{NOTE.marks[0]} – {NOTE.title}"


def test_it_names_nobody() -> None:
    about = WORD.core_properties
    assert (about.author, about.last_modified_by) == ("", "")


def test_its_pages_are_numbered_and_marked() -> None:
    section = WORD.sections[0]
    foot = section.footer.paragraphs[0]._p.xml
    assert "NUMPAGES" in foot
    assert section.header.paragraphs[0].text == NOTE.marks[0]


def test_the_first_page_is_numbered_too() -> None:
    assert "NUMPAGES" in WORD.sections[0].first_page_footer.paragraphs[0]._p.xml


def test_what_stands_behind_begins_a_new_page() -> None:
    begins = [p.text for p in WORD.paragraphs if p.paragraph_format.page_break_before]
    assert begins == ["What these answers ask for"]


def test_the_managers_box_is_never_parted() -> None:
    """Each row keeps to the next, as its title does, so all of it goes to another page together."""
    box = next(table for table in WORD.tables if "Decision" in table.cell(1, 0).text)
    keeps = [{c.paragraphs[0].paragraph_format.keep_with_next for c in r.cells} for r in box.rows]
    assert keeps == [{True}, {True}, {None}]


@pytest.mark.parametrize(("text", "turned"), [("שלום", True), ("hello", False)])
def test_what_runs_from_the_right_is_set_from_the_right(text: str, turned: bool) -> None:
    fields = {**EVERY_FIELD, "seen": text}
    word = docx.Document(io.BytesIO(as_docx(build(PACK, record_of(fields=fields), NOW))))
    said = next(p for p in word.paragraphs if text in p.text)
    assert ("<w:bidi/>" in said._p.xml) is turned
