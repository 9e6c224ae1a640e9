"""From the bytes of a pack file to its text: UTF-8, not too long, with nothing hidden in it."""

import re
from collections.abc import Iterator
from itertools import islice

from guidance_app.core.problem import Place, Problem

from .codes import Code

LARGEST_FILE = 1024 * 1024
"""The most bytes one pack file may have."""

MOST_PROBLEMS = 100
"""A file with more problems than these is read no further."""

UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
"""A character that cannot be seen and must not be in a pack."""

_BREAK = re.compile("\r\n|\r|\n")


def letters(file: str, data: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of `data`, the bytes of `file`, with what must not be there blotted out.

    The text is None where there is too much of it or where it is not UTF-8.
    """
    if len(data) > LARGEST_FILE:
        says = f"The file has more than {LARGEST_FILE:,} bytes (1 MiB), and is not read."
        hint = "Split it into several files in the same folder."
        return None, (Code.FILE_TOO_LARGE.at(Place(file), says, hint),)
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        says = f"The byte 0x{data[error.start]:02X} is not UTF-8 text."
        hint = "Save the file again with the encoding UTF-8."
        return None, (Code.NOT_UTF8.at(place_of(file, before, len(before)), says, hint),)
    problems = tuple(islice(_unseen(file, text), MOST_PROBLEMS))
    return (UNSEEN.sub("\ufffd", text) if problems else text), problems


def place_of(file: str, text: str, index: int) -> Place:
    """Return the place of the character at `index` of `text`."""
    breaks = [found.end() for found in _BREAK.finditer(text, 0, index)]
    return Place(file, len(breaks) + 1, index - (breaks[-1] if breaks else 0) + 1)


def unseen_problem(place: Place, character: str) -> Problem:
    """Return the problem of the unseen `character` at `place`."""
    named = f"U+{ord(character):04X}"
    if "\u202a" <= character <= "\u202e" or "\u2066" <= character <= "\u2069":
        says = f"The invisible character {named} changes the direction in which text is shown."
        return Code.BIDI_OVERRIDE.at(place, says, "Delete it; plain text needs none.")
    says = f"The invisible control character {named} must not be in a pack."
    return Code.CONTROL_CHARACTER.at(place, says, "Delete it, or type the line again.")


def _unseen(file: str, text: str) -> Iterator[Problem]:
    for found in UNSEEN.finditer(text):
        yield unseen_problem(place_of(file, text, found.start()), found.group())
