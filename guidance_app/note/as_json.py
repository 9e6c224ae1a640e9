"""A note as JSON that can be read back: versioned, strict, the same note the same bytes."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any, Final, Union

import msgspec

from guidance_app.core.refusal import NewerFormat, Refusal

from .note import Block, Box, Heading, Listing, Note, PageBreak, Paragraph, Table, Words
from .wording import typed

FORMAT: Final = 1
KIND: Final = "guidance-app note"
LARGEST: Final = 20 * 1024 * 1024

_BLOCKS: Final[tuple[type[Block], ...]] = (
    Heading,
    Paragraph,
    Words,
    Listing,
    Table,
    Box,
    PageBreak,
)


def _shape(value: type[Any], *, tag: str | None = None) -> type[msgspec.Struct]:
    """Return the strict shape in which the fields of `value`, blocks aside, are written."""
    return msgspec.defstruct(
        value.__name__,
        [(field.name, field.type) for field in fields(value) if field.name != "blocks"],
        forbid_unknown_fields=True,
        tag=tag,
        tag_field="block" if tag else None,
    )


_SHAPES: Final = {block: _shape(block, tag=block.__name__.lower()) for block in _BLOCKS}
_VALUES: Final = {shape: block for block, shape in _SHAPES.items()}
_COVER: Final = _shape(Note)
_FILE: Final = msgspec.defstruct(
    "File",
    [
        ("kind", str),
        ("format", int),
        ("note", _COVER),
        ("blocks", list[Union[tuple(_VALUES)]]),  # type: ignore[misc]  # made at run time  # noqa: UP007
    ],
    forbid_unknown_fields=True,
)


class _Kind(msgspec.Struct):
    """What has to be known of a file before the rest of it is read."""

    kind: str
    format: int


def to_json(note: Note) -> bytes:
    """Return `note` as UTF-8 JSON."""
    blocks = [_SHAPES[type(block)](**_parts(block)) for block in note.blocks]
    file = _FILE(kind=KIND, format=FORMAT, note=_COVER(**_parts(note)), blocks=blocks)
    return msgspec.json.format(msgspec.json.encode(file), indent=2) + b"\n"


def from_json(body: bytes) -> Note:
    """Return the note that `to_json` wrote. Raises NewerFormat, or a Refusal for anything else."""
    if len(body) > LARGEST:
        raise Refusal("This note is larger than 20 MiB.", "Ask for it as a Word file or a PDF.")
    try:
        kind = msgspec.json.decode(body, type=_Kind)
        if kind.kind == KIND and kind.format > FORMAT:
            raise NewerFormat(
                "This note was made by a newer version of the program.",
                "Install that version to open it.",
            )
        file: Any = msgspec.json.decode(body, type=_FILE)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise _unread() from error
    blocks = tuple(_VALUES[type(shape)](**msgspec.structs.asdict(shape)) for shape in file.blocks)
    note = Note(**msgspec.structs.asdict(file.note), blocks=blocks)
    if kind.kind != KIND or not _sound(note):
        raise _unread()
    return note


def _parts(value: Any) -> dict[str, Any]:
    """Return the fields of `value` by name, blocks aside."""
    return {f.name: getattr(value, f.name) for f in fields(value) if f.name != "blocks"}


def _sound(note: Note) -> bool:
    """Say whether `note` could have been built here: clean words, whole tables, a known time."""
    for block in note.blocks:
        if isinstance(block, Heading) and block.level not in (2, 3):
            return False
        if isinstance(block, Table) and any(len(row) != len(block.header) for row in block.rows):
            return False
    try:
        known = datetime.fromisoformat(note.made_at).tzinfo is not None
    except ValueError:
        return False
    return known and all(typed(text) == text for text in _texts((note, note.blocks)))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from _texts(part)
        case Note() | Heading() | Paragraph() | Words() | Listing() | Table() | Box():
            yield from _texts(tuple(_parts(value).values()))


def _unread() -> Refusal:
    return Refusal("This is not a note that was written by this program.", "Choose another file.")
