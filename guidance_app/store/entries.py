"""Entries: added to a record with all that follows from them, and read back with their chain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

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

from .events import from_json, to_json, words_of
from .kept import Kept
from .words import say, words_up_to_now

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw

    from guidance_app.core.record import Event

    from .words import Known

_BEGIN = """
    INSERT INTO record
    (id, reference, pack, version, begun_at, touched_at, state, outcome, place, entries, head, turn)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, '', 0)
"""
_SUMMARY = """
    UPDATE record SET reference = ?, touched_at = ?, state = ?, outcome = ?, place = ? WHERE id = ?
"""
_HEAD = """
    UPDATE record SET entries = ?1, head = ?2, turn = ?3,
    born = CASE born WHEN 0 THEN ?3 ELSE born END
    WHERE id = ?4 RETURNING born
"""
_ADD = """
    INSERT INTO entry (record, number, at, kind, body, before, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ENTRIES = """
    SELECT number, at, kind, body, before, digest FROM entry WHERE record = ? ORDER BY number
"""
_DROP = "DELETE FROM draft WHERE record = ? AND question = ?"


def begin(
    connection: apsw.Connection, known: Known, record_id: RecordId, event: Started, at: str
) -> Entry:
    """Put a record there with its first entry. Raises apsw.Error."""
    kept = Kept(record_id, event.reference, event.pack, event.version, at, at)
    connection.execute(_BEGIN, kept)
    return _add(connection, known, record_id, _sealed(record_id, 1, at, event, ""))


def add(
    connection: apsw.Connection, known: Known, kept: Kept, event: Event, number: int, head: str
) -> Entry:
    """Put the entry of that number behind the one with the digest `head`. Raises apsw.Error.

    `kept` is what the list shows of the record from now on, and `known` the words that it had.
    """
    summary = (kept.reference, kept.touched_at, kept.state, kept.outcome, kept.place, kept.id)
    connection.execute(_SUMMARY, summary)
    entry = _add(connection, known, kept.id, _sealed(kept.id, number, kept.touched_at, event, head))
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
    after = kept._replace(
        touched_at=at,
        outcome=kept.outcome if outcome is None else outcome,
        place=kept.place if place is None else place,
    )
    match event:
        case Described(reference):
            return after._replace(reference=reference)
        case Given() | Undone() | Redone():
            return after._replace(state=State.OPEN)
        case MadeReady():
            return after._replace(state=State.READY)
        case _:
            return after


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


def _add(connection: apsw.Connection, known: Known, record_id: RecordId, entry: Entry) -> Entry:
    """Insert the entry, and make it the head of its record."""
    kind, body = to_json(entry.event)
    connection.execute(
        _ADD, (record_id, entry.number, entry.at, kind, body, entry.before, entry.digest)
    )
    turn = connection.last_insert_rowid()
    born: int = connection.execute(_HEAD, (entry.number, entry.digest, turn, record_id)).get
    added, earlier = words_of(entry.event), known.up_to(entry.before)
    if added:
        every = words_up_to_now(connection, record_id) if earlier is None else f"{earlier} {added}"
        say(connection, born, every)
        known.keep(entry.before, entry.digest, every)
    elif earlier is not None:
        known.keep(entry.before, entry.digest, earlier)
    return entry


def _sealed(record_id: RecordId, number: int, at: str, event: Event, before: str) -> Entry:
    kind, body = to_json(event)
    return Entry(number, at, event, before, seal(before, record_id, number, at, kind, body))


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
