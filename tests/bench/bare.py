"""The words of a note written by the bare libraries: python-docx and typst as they come."""

import io
import json
from functools import cache
from pathlib import Path

import typst
from docx import Document
from docx.document import Document as Drawn

from guidance_app.note import typefaces
from guidance_app.note.note import Block, Box, Heading, Listing, Note, PageBreak, Table, Words

Told = tuple[str, int, list[list[str]]]
"""What a block is, its level if it is a heading, and its words: by rows and cells if a table."""

_TEMPLATE = b"""
#for (kind, level, rows) in json(bytes(sys.inputs.told)) {
  if kind == "heading" { heading(level: level, rows.first().first()) }
  else if kind == "words" { par(rows.first().first()) }
  else if kind == "listing" { list(..rows.map(row => row.first())) }
  else if kind == "table" { table(columns: rows.first().len(), ..rows.flatten()) }
  else { pagebreak(weak: true) }
}
"""


def told(note: Note) -> list[Told]:
    """Return every word of `note` in the order in which our own files have them."""
    marks: list[Told] = [("words", 0, [[mark]]) for mark in note.marks]
    return [*marks, ("heading", 1, [[note.title]]), *map(_told, note.blocks)]


def _told(block: Block) -> Told:
    match block:
        case Heading(level, text):
            return "heading", level, [[text]]
        case Words():
            parts = (block.label, block.whose, block.spoken, block.when)
            return "words", 0, [["  ".join(filter(None, parts))]]
        case Listing(items):
            return "listing", 0, [[item] for item in items]
        case Table(header, rows):
            return "table", 0, [list(header), *map(list, rows)]
        case Box(_, rows):
            wide = max(map(len, rows))
            return "table", 0, [[*row, *[""] * (wide - len(row))] for row in rows]
        case PageBreak():
            return "page", 0, []
        case _:
            return "words", 0, [[block.text]]


def docx(blocks: list[Told]) -> bytes:
    """Return the same paragraphs, headings, lists and tables as a Word file, in its own styles."""
    document, kept = Document(), io.BytesIO()
    for block in blocks:
        _add(document, block)
    document.save(kept)
    return kept.getvalue()


def _add(document: Drawn, block: Told) -> None:
    match block:
        case "heading", level, [[text]]:
            document.add_heading(text, level)
        case "words", _, [[text]]:
            document.add_paragraph(text)
        case "listing", _, rows:
            for (text,) in rows:
                document.add_paragraph(text, style="List Bullet")
        case "table", _, rows:
            drawn = document.add_table(len(rows), len(rows[0]))
            for line, row in zip(drawn.rows, rows, strict=True):
                for cell, text in zip(line.cells, row, strict=True):
                    cell.text = text
        case _:
            document.add_page_break()


def pdf(blocks: list[Told]) -> bytes:
    """Return the same paragraphs, headings, lists and tables as a PDF, in typst's own looks."""
    return _compiled(blocks, _TEMPLATE, _typefaces(()))


def pdf_in_our_typefaces(blocks: list[Told]) -> bytes:
    """Return the same PDF in the typefaces that our notes are in: they cost typst more."""
    chosen = f"#set text(font: ({json.dumps(typefaces.FAMILIES)[1:-1]}))\n"
    return _compiled(blocks, chosen.encode() + _TEMPLATE, _typefaces(typefaces.folders()))


def _compiled(blocks: list[Told], template: bytes, fonts: typst.Fonts) -> bytes:
    inputs = {"told": json.dumps(blocks, ensure_ascii=False)}
    made = typst.compile(template, format="pdf", font_paths=fonts, sys_inputs=inputs)
    assert isinstance(made, bytes)
    return made


@cache
def _typefaces(folders: tuple[Path, ...]) -> typst.Fonts:
    """Return the typefaces in these folders, or those that typst brings; looked up once."""
    paths = [str(folder) for folder in folders]
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=not folders, font_paths=paths
    )
