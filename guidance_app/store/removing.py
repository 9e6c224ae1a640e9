"""Removes a record and every word of it, and keeps a receipt that says nothing of anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from guidance_app.core.ids import RecordId

from .words import rewrite

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

REMOVED = """
    SELECT record, begun_on, removed_at, entries, head, rule, everywhere
    FROM removed ORDER BY removed_at DESC
"""

_WORDS = "DELETE FROM said WHERE rowid = (SELECT born FROM record WHERE id = ?)"
_PARTS = (
    _WORDS,
    "DELETE FROM entry WHERE record = ?",
    "DELETE FROM draft WHERE record = ?",
    "DELETE FROM record WHERE id = ?",
)
_KEEP = """
    INSERT INTO removed (record, begun_on, removed_at, entries, head, rule, everywhere)
    VALUES (?, ?, ?, ?, ?, ?, 0)
"""


class Receipt(Struct, frozen=True):
    """That a record was removed: its random name, its days, how long it was, and its last digest.

    A digest says nothing of what was in the record; a note of it that was saved elsewhere can be
    told by it. `rule` is the period or the reason, in the council's words. `everywhere` is whether
    the copies that this program keeps are clear of it too.
    """

    record: RecordId
    begun_on: str
    removed_at: str
    entries: int
    head: str
    rule: str
    everywhere: bool


def remove(connection: apsw.Connection, row: tuple[Any, ...], at: str, rule: str) -> Receipt:
    """Remove the record of this row of the list, entries, drafts and all, and return the receipt.

    Raises apsw.Error.
    """
    name, begun_at, count, head = row[0], row[4], row[-2], row[-1]
    connection.execute(_KEEP, (name, begun_at[:10], at, count, head, rule))
    for part in _PARTS:
        connection.execute(part, (name,))
    # The index only strikes out what is taken from it; written anew, the words are gone.
    rewrite(connection)
    return Receipt(RecordId(name), begun_at[:10], at, count, head, rule, everywhere=False)


def as_receipt(row: Iterable[Any]) -> Receipt:
    """Return the receipt that stands in a row of `REMOVED`."""
    record, begun_on, removed_at, entries, head, rule, everywhere = row
    return Receipt(RecordId(record), begun_on, removed_at, entries, head, rule, bool(everywhere))
