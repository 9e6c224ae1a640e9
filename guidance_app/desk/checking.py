"""Checks a pack that somebody names, with the tests that they bring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from guidance_app.called import CALLED
from guidance_app.core.refusal import Refusal
from guidance_app.packs.check import check
from guidance_app.packs.mutation import mutation
from guidance_app.packs.own_tests import all_tests
from guidance_app.packs.suggest import suggested, written

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from guidance_app.packs.check import Report
    from guidance_app.packs.mutation import Mutation
    from guidance_app.packs.shelf import Shelf


def mutate_pack(shelf: Shelf, name: str, tests: Sequence[Path]) -> Mutation | None:
    """Return how many single faults in the pack `name` its tests, and those in `tests`, notice.

    None where the pack cannot be read. Takes seconds, or longer for a large pack.
    """
    shaped = shelf.load(name)
    if shaped.pack is None:
        return None
    return mutation(shaped.pack, all_tests(shaped, [], _besides(tests)))


def suggest_for(shelf: Shelf, name: str, tests: Sequence[Path]) -> str:
    """Return scenarios as YAML, for what those of the pack `name` and of `tests` do not try.

    Nothing where everything is tried. Raises a Refusal where the pack cannot be read.
    """
    shaped = shelf.load(name)
    if shaped.pack is None:
        says = f"The pack '{name}' has a mistake in it, so no scenario can be suggested yet."
        raise Refusal(says, f"See what is wrong with: {CALLED} check {name}")
    found = all_tests(shaped, [], _besides(tests))
    return written(suggested(shaped.pack, found.scenarios))


def check_pack(shelf: Shelf, name: str, tests: Sequence[Path], today: date) -> Report:
    """Return everything there is to say of the pack `name`, tried by the files `tests` as well.

    Raises:
        Refusal: there is no such pack, or one of the files cannot be read.

    """
    return check(shelf.load(name), today, _besides(tests))


def _besides(tests: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Return the files of tests by name. Raises a Refusal where one cannot be read."""
    besides = []
    for path in tests:
        try:
            besides.append((path.name, path.read_bytes()))
        except OSError as error:
            because = error.strerror or "the system refused"
            raise Refusal(f"'{path}' cannot be read: {because}.") from error
    return besides
