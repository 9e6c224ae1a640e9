"""Reads notes back out of the files that they were written to."""

import io
from html.parser import HTMLParser
from typing import Any

import docx
import pypdf

from guidance_app.note import files
from guidance_app.note.as_json import from_json
from guidance_app.note.note import Box, Heading, Listing, Note, Paragraph, Table, Words

FORMS = ("docx", "pdf", "text", "html", "json")


def words_in(note: Note, form: str) -> str:
    """Return every word that a reader of `note` finds in its file of `form`."""
    body = files.render(note, form)
    match form:
        case "docx":
            return _docx_words(body)
        case "pdf":
            return "\n".join(pages(body))
        case "text":
            return body.decode()
        case "html":
            return _html_words(body)
        case _:
            return told(from_json(body))


def pages(pdf: bytes) -> list[str]:
    """Return the words of each page of a PDF."""
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def told(note: Note) -> str:
    """Return every word of `note` itself."""
    return "\n".join([note.title, *note.marks, *note.foot, *map(_told, note.blocks)])


def _told(block: Any) -> str:
    match block:
        case Heading(_, text) | Paragraph(text):
            return text
        case Words():
            return f"{block.label}\n{block.spoken}"
        case Listing(items):
            return "\n".join(items)
        case Table(header, rows) | Box(header, rows):
            return "\n".join(cell for row in ((header,), *rows) for cell in map(str, row))
        case _:
            return ""


def _docx_words(body: bytes) -> str:
    document = docx.Document(io.BytesIO(body))
    section = document.sections[0]
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    around = (section.header, section.footer, section.first_page_footer)
    return "\n".join(
        [*(p.text for p in document.paragraphs), *cells]
        + [paragraph.text for part in around for paragraph in part.paragraphs]
    )


class _Reader(HTMLParser):
    """Gathers the text of a page, style aside."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.inside = tag

    def handle_data(self, data: str) -> None:
        if self.inside != "style":
            self.words.append(data)


def html_of(body: bytes) -> _Reader:
    """Return the words and tags of an HTML page."""
    reader = _Reader()
    reader.feed(body.decode())
    reader.close()
    return reader


def _html_words(body: bytes) -> str:
    return "".join(html_of(body).words)
