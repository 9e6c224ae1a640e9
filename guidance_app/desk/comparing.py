"""Holds two versions of a pack against each other, and what is kept against the new one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guidance_app.core.change import between
from guidance_app.core.replay import stand
from guidance_app.packs.compare import compare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from guidance_app.core.change import Difference
    from guidance_app.core.pack import Pack
    from guidance_app.packs.compare import Comparison
    from guidance_app.store.records import Kept

    from .desk import Desk


@dataclass(frozen=True, slots=True)
class Compared:
    """Two versions of a pack, and what is different between them."""

    old: Pack
    new: Pack
    comparison: Comparison


@dataclass(frozen=True, slots=True)
class MovedRecord:
    """A record whose answers would come out differently by other guidance."""

    kept: Kept
    difference: Difference


def compare_packs(desk: Desk, old: str, new: str) -> Compared:
    """Return what is different in the pack `new`. Raises a Refusal where either cannot be used."""
    packs = desk.library.pack(old), desk.library.pack(new)
    return Compared(*packs, compare(*packs))


def moved_records(desk: Desk, pack: Pack) -> Iterator[MovedRecord]:
    """Yield each record of the guidance called as `pack` is that would come out differently by it.

    Each is replayed with the very words that it was made with, and with `pack`; nothing is changed.
    Raises a Refusal while the records are locked.
    """
    for kept in desk.kept():
        record = desk.record(kept.id)
        if record.started.pack != pack.id:
            continue
        lent = desk.library.lent(record.started.digest, pack.id, desk.records)
        walk = record.trail.walk
        difference = between(stand(lent, walk), stand(pack, walk))
        if difference.moves:
            yield MovedRecord(kept, difference)
