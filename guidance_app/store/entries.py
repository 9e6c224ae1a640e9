"""Entries: added to a record with all that follows from them, and read back with their chain."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

from guidance_app.core.ids import RecordId
from guidance_app.core.kinds import State
from guidance_app.core.record import (
    Described,
    Entry,
    Given,
    MadeReady,
    Redone,
    Started,
    Undone,
    seal,
)
from guidance_app.core.refusal import DamagedStore, Refusal

from .events import from_json, to_json, words_in
from .kept import Kept
from .words import say, words_up_to_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import apsw

    from guidance_app.core.record import Event

    from .words import Known

_BEGIN = """
    INSERT INTO record
    (id, reference, pack, version, begun_at, touched_at, state, outcome, place, entries, head, turn)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', 0)
"""
_STANDS = """
    UPDATE record SET reference = ?1, touched_at = ?2, state = ?3, outcome = ?4, place = ?5,
    entries = ?6, head = ?7, turn = ?8, born = CASE born WHEN 0 THEN ?8 ELSE born END
    WHERE id = ?9 RETURNING born
"""
_ADD = """
    INSERT INTO entry (record, number, at, kind, body, before, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ENTRIES = """
    SELECT number, at, kind, body, before, digest FROM entry WHERE record = ? ORDER BY number
"""
_DROP = "DELETE FROM draft WHERE record = ? AND question = ?"

_STATES: Final[Mapping[type[Event], State]] = MappingProxyType(
    {Given: State.OPEN, Undone: State.OPEN, Redone: State.OPEN, MadeReady: State.READY}
)
"""What a record is after such an event; after any other it is what it was."""


def begin(
    connection: apsw.Connection, known: Known, record_id: RecordId, event: Started, at: str
) -> Entry:
    """Put a record there with its first entry. Raises apsw.Error."""
    kept = Kept(record_id, event.reference, event.pack, event.version, at, at)
    connection.execute(_BEGIN, kept)
    return _add(connection, known, kept, event, 1, "")


def add(
    connection: apsw.Connection, known: Known, kept: Kept, event: Event, number: int, head: str
) -> Entry:
    """Put the entry of that number behind the one with the digest `head`. Raises apsw.Error.

    `kept` is what the list shows of the record from now on, and `known` the words that it had.
    """
    entry = _add(connection, known, kept, event, number, head)
    if isinstance(event, Given):
        connection.execute(_DROP, (kept.id, event.answer.question))
    return entry


def standing(entries: tuple[Entry, ...], event: Event, number: int) -> Entry:
    """Return the entry `number` if it is the last and is `event`, else raise a Refusal."""
    last = entries[-1]
    if number == last.number and last.event == event:
        return last
    raise Refusal(
        "This record was changed elsewhere in the meantime, so this was not kept.",
        "Open the record again, then give your answer anew.",
    )


def follow(kept: Kept, event: Event, at: str, outcome: str | None, place: str | None) -> Kept:
    """Return the summary after `event`; an outcome or a place of None stays as it was."""
    return Kept(
        id=kept.id,
        reference=event.reference if isinstance(event, Described) else kept.reference,
        pack=kept.pack,
        version=kept.version,
        begun_at=kept.begun_at,
        touched_at=at,
        state=_STATES.get(type(event), kept.state),
        outcome=kept.outcome if outcome is None else outcome,
        place=kept.place if place is None else place,
    )


def all_verified(connection: apsw.Connection) -> Iterator[tuple[Entry, ...]]:
    """Yield the entries of each record, once its chain of digests is verified.

    Raises DamagedStore at the first that is not what was sealed, or apsw.Error.
    """
    for name, count, head in connection.execute("SELECT id, entries, head FROM record").fetchall():
        yield verified(connection, RecordId(str(name)), cast("int", count), str(head))


def verified(
    connection: apsw.Connection, record_id: RecordId, count: int, head: str
) -> tuple[Entry, ...]:
    """Return the entries of the record, once its chain of digests is verified.

    Raises DamagedStore at the first that is not what was sealed, or apsw.Error.
    """
    return _verified(record_id, connection.execute(_ENTRIES, (record_id,)), count, head)


def _add(
    connection: apsw.Connection, known: Known, kept: Kept, event: Event, number: int, before: str
) -> Entry:
    """Seal the entry, insert it, and make it the head of its record."""
    name, at = kept.id, kept.touched_at
    kind, body = to_json(event)
    digest = seal(before, name, number, at, kind, body)
    connection.execute(_ADD, (name, number, at, kind, body, before, digest))
    turn = connection.last_insert_rowid()
    stands = (kept.reference, at, kept.state, kept.outcome, kept.place, number, digest, turn, name)
    born: int = connection.execute(_STANDS, stands).get
    added, earlier = words_in([(kind, body)]), known.up_to(before)
    if added:
        every = words_up_to_now(connection, name) if earlier is None else f"{earlier} {added}"
        say(connection, born, every)
        known.keep(before, digest, every)
    elif earlier is not None:
        known.keep(before, digest, earlier)
    return Entry(number, at, event, before, digest)


def _verified(
    record_id: RecordId, rows: Iterable[tuple[Any, ...]], count: int, head: str
) -> tuple[Entry, ...]:
    """Return the entries. Raises DamagedStore at the first that is not what was sealed."""
    entries: list[Entry] = []
    before = ""
    for number, at, kind, body, said_before, digest in rows:
        expected = len(entries) + 1
        sealed = seal(before, record_id, number, at, kind, body)
        if number != expected or said_before != before or digest != sealed:
            raise _broken(record_id, expected)
        entries.append(Entry(number, at, from_json(kind, body), before, digest))
        before = digest
    if len(entries) != count or before != head:
        raise _broken(record_id, min(len(entries), count) + 1)
    if not entries or not isinstance(entries[0].event, Started):
        raise _broken(record_id, 1)
    return tuple(entries)


def _broken(record_id: RecordId, number: int) -> DamagedStore:
    return DamagedStore(
        f"Entry {number} of record '{record_id}' is not what was kept: changed, or taken away.",
        "Nothing was changed by finding out. Restore the records from a backup, or ask for help.",
    )
