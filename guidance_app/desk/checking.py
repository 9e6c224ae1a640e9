"""Checks a pack that somebody names, with the tests that they bring."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from guidance_app.core.refusal import Refusal
from guidance_app.packs.check import Report, check
from guidance_app.packs.shelf import Shelf


def check_pack(shelf: Shelf, name: str, tests: Sequence[Path], today: date) -> Report:
    """Return everything there is to say of the pack `name`, tried by the files `tests` as well.

    Raises:
        Refusal: there is no such pack, or one of the files cannot be read.

    """
    besides = []
    for path in tests:
        try:
            besides.append((path.name, path.read_bytes()))
        except OSError as error:
            because = error.strerror or "the system refused"
            raise Refusal(f"'{path}' cannot be read: {because}.") from error
    return check(shelf.load(name), today, besides)
