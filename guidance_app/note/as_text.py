"""A note as plain text for pasting into a case system: no markup, no tables, nothing wrapped."""

from .note import GOES_ON, Block, Box, Heading, Listing, Note, PageBreak, Paragraph, Table, Words


def as_text(note: Note) -> bytes:
    """Return `note` as UTF-8 text. Lines break only where the words do."""
    top = (*note.marks, note.title, *note.foot)
    return ("\n".join((*top, *(_text(block) for block in note.blocks))).strip() + "\n").encode()


def _text(block: Block) -> str:
    match block:
        case Heading(2, text):
            return f"\n\n{text}\n"
        case Heading(_, text):
            return f"\n{text}"
        case Paragraph(text):
            return text
        case Words():
            return _words(block)
        case Listing(items):
            return "\n".join(f"- {item}" for item in items)
        case Table(header, rows):
            return "\n\n".join(_row(header, row) for row in rows)
        case Box(title, rows):
            return "\n".join((title, *(f"{name}:" for row in rows for name in row)))
        case PageBreak():
            return ""


def _words(words: Words) -> str:
    whose = f"({words.whose})" if words.whose else ""
    label = " ".join(part for part in (words.label.rstrip(":"), whose) if part)
    colon = "" if label.endswith(("?", ".", "!")) or not label else ":"
    gap = "\n" if "\n" in words.text else " "
    after = "".join(f" {part}" for part in (GOES_ON * words.cut, _when(words)) if part)
    return f"{label}{colon}{gap * bool(label)}{words.spoken}{after}"


def _when(words: Words) -> str:
    return f"[{words.when}]" if words.when else ""


def _row(header: tuple[str, ...], row: tuple[str, ...]) -> str:
    pairs = zip(header, row, strict=True)
    return "\n".join(f"{name}: {cell}" for name, cell in pairs if cell)
