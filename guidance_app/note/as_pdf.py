"""A note as a PDF, tagged to PDF/UA-1, in typefaces that it carries; and its pages, for paper."""

import re
from dataclasses import fields
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import msgspec

from .note import GOES_ON, Block, Box, Heading, Listing, Note, PageBreak, Paragraph, Table, Words
from .typefaces import FAMILIES, folders, printable, runs_from_the_right, stand_alone

if TYPE_CHECKING:
    import typst

_LONG = re.compile("[0-9A-Za-z_\u00c0-\u024f]{40,}")
"""What is too long for a line, perhaps, and is broken nowhere by itself."""

_MAY_BREAK = "\u200b"

TEMPLATE = Path(__file__).with_name("note.typ")


def as_pdf(note: Note) -> bytes:
    """Return `note` as a PDF. Its words are given to the template as data, never as markup."""
    (made,) = _files(note, "pdf")
    return made


def as_pages(note: Note) -> tuple[bytes, ...]:
    """Return the pages of the PDF as SVG pictures, in which words are shapes: what is printed."""
    return _files(note, "svg")


def _files(note: Note, form: Literal["pdf", "svg"]) -> tuple[bytes, ...]:
    """Return what the template makes of `note`, laid out the same in every form."""
    import typst  # only where it is used: start-up does not pay for it

    told = msgspec.json.encode(_told(note)).decode()
    compiled = typst.compile(
        TEMPLATE.read_bytes(),
        format=form,
        font_paths=_typefaces(),
        sys_inputs={"note": told, "apart": "yes" if stand_alone(told) else "no"},
        pdf_standards=["ua-1"],
        timestamp=int(datetime.fromisoformat(note.made_at).timestamp()),
    )
    made = cast("bytes | list[bytes]", compiled)  # of pictures it makes one for each page
    return (made,) if isinstance(made, bytes) else tuple(made)


@cache
def _typefaces() -> "typst.Fonts":
    """Return the typefaces that ship with the program, and none of this computer's."""
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in folders()],
    )


def _told(note: Note) -> dict[str, Any]:
    """Return what the template prints."""
    language, _, region = note.language.partition("-")
    return {
        "title": printable(note.title),
        "marks": [printable(mark) for mark in note.marks],
        "foot": [printable(line) for line in note.foot],
        "language": language,
        "region": region,
        "families": FAMILIES,
        "goes-on": GOES_ON,
        "blocks": [_block(block) for block in note.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    """Return `block` as the template knows it: its kind, and its words made printable."""
    match block:
        case Words():
            return {
                "kind": "words",
                "label": printable(block.label),
                "whose": printable(block.whose),
                "text": _LONG.sub(_breakable, printable(block.spoken)),
                "when": printable(block.when),
                "typed": block.typed,
                "cut": block.cut,
                "missing": block.missing,
                "right": runs_from_the_right(block.spoken),
            }
        case Heading() | Paragraph() | Listing() | Table() | Box() | PageBreak():
            parts = {part.name: _printable(getattr(block, part.name)) for part in fields(block)}
            return {"kind": type(block).__name__.lower(), **parts}


def _breakable(word: re.Match[str]) -> str:
    return _MAY_BREAK.join(word.group())


def _printable(value: Any) -> Any:
    match value:
        case str():
            return printable(value)
        case tuple():
            return [_printable(part) for part in value]
        case _:
            return value
