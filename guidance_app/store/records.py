"""The records: events appended and read back, a list of them, drafts, and a small memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import apsw
from msgspec import Struct

from guidance_app.core.ids import RecordId
from guidance_app.core.refusal import Refusal

from .acts import Acts
from .database import let_go
from .finding import ANY, COLUMNS, Found, Wanted, as_kept, find
from .kept import Kept
from .removing import REMOVED, Receipt, as_receipt, remove
from .trouble import unreadable
from .words import Known, gather

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from guidance_app.core.ids import QuestionId
    from guidance_app.core.record import Entry, Event, Started

    from .lock import Lock

__all__ = ["ANY", "Found", "Kept", "Receipt", "Records", "Wanted"]

T = TypeVar("T")

ONE = f"SELECT {COLUMNS}, entries, head FROM record WHERE id = ?"  # noqa: S608 – our own words
_DRAFT = """
    INSERT INTO draft (record, question, body) VALUES (?1, ?2, ?3)
    ON CONFLICT DO UPDATE SET body = ?3 WHERE body <> ?3
"""
_DROP = "DELETE FROM draft WHERE record = ? AND question = ?"
_REMEMBER = """
    INSERT INTO memory (name, value) VALUES (?1, ?2)
    ON CONFLICT DO UPDATE SET value = ?2 WHERE value <> ?2
"""


class Home(Struct, frozen=True):
    """Where records are on a disk, and the key of their database, which is never shown."""

    folder: Path
    key: bytes

    def __repr__(self) -> str:
        return f"Home({self.folder!r})"


class Records:
    """An open store. What a method returned from is on the disk; what it refused is not there.

    A method that writes raises NotKept where the disk does not take it, and may be called again. A
    method that reads raises DamagedStore where the file is not what was written.
    """

    def __init__(
        self, connection: apsw.Connection, lock: Lock | None = None, home: Home | None = None
    ) -> None:
        self._connection = connection
        self._lock = lock
        self.home = home
        self._acts = Acts(connection)
        self._known = Known()

    def begin(self, record_id: RecordId, event: Started, at: str) -> Entry:
        """Begin the record `record_id` with its first entry. The name has to be new."""
        from . import entries

        return self._acts.do(
            lambda: entries.begin(self._connection, self._known, record_id, event, at)
        )

    def append(
        self,
        record_id: RecordId,
        event: Event,
        at: str,
        *,
        after: int | None = None,
        outcome: str | None = None,
        place: str | None = None,
    ) -> Entry:
        """Add `event` to the record, and drop the draft of the question that it answers.

        `after` is the number of the last entry that is known: an event that stands behind it is not
        added twice, and where another does, this one is refused. `outcome` and `place` are what the
        list shows from now on; left out, they stay.
        """
        from . import entries

        def act() -> Entry:
            *summary, last, head = self._one(record_id)
            if after is not None and last != after:
                return entries.standing(self.entries(record_id), event, after + 1)
            kept = entries.follow(as_kept(summary), event, at, outcome, place)
            return entries.add(self._connection, self._known, kept, event, last + 1, head)

        return self._acts.do(act)

    def entries(self, record_id: RecordId) -> tuple[Entry, ...]:
        """Return all entries of the record, in order, once their chain of digests is verified."""
        from . import entries

        def read() -> tuple[Entry, ...]:
            *_, count, head = self._one(record_id)
            return entries.verified(self._connection, record_id, count, head)

        return self._read(read)

    def records(self) -> tuple[Kept, ...]:
        """Return what the list shows of every record, the one touched last first."""
        return self.find(ANY).kept

    def find(self, wanted: Wanted, most: int = -1, *, oldest: bool = False) -> Found:
        """Return the records that are `wanted`, at most so many; -1 is all of them.

        The one touched last comes first, or last where the `oldest` are asked for.
        """
        return self._read(lambda: find(self._connection, wanted, most, oldest=oldest))

    def kept(self, record_id: RecordId) -> Kept:
        """Return what the list shows of one record. Raises a Refusal where it is not there."""
        return self._read(lambda: as_kept(self._one(record_id)[:-2]))

    def keep_draft(self, record_id: RecordId, question_id: QuestionId, text: str) -> None:
        """Keep `text`, half-typed, apart from the entries; it replaces the draft before it."""
        self._acts.do(
            lambda: self._connection.execute(_DRAFT, (record_id, question_id, text)),
        )

    def drop_draft(self, record_id: RecordId, question_id: QuestionId) -> None:
        """Forget the draft of the question, if there is one."""
        self._acts.do(lambda: self._connection.execute(_DROP, (record_id, question_id)))

    def drafts(self, record_id: RecordId) -> dict[QuestionId, str]:
        """Return the drafts of the record, by question."""
        ask = "SELECT question, body FROM draft WHERE record = ?"
        return self._read(lambda: dict(self._connection.execute(ask, (record_id,))))

    def remember(self, name: str, value: str) -> None:
        """Keep `value` under `name`, encrypted like the records; it replaces the one before."""
        self._acts.do(lambda: self._connection.execute(_REMEMBER, (name, value)))

    def recall(self, name: str) -> str | None:
        """Return what is kept under `name`, or None."""
        ask = "SELECT value FROM memory WHERE name = ?"
        value: str | None = self._read(lambda: self._connection.execute(ask, (name,)).get)
        return value

    def forget(self, beginning: str, *, but: str) -> None:
        """Let go of what is kept under names with this beginning, apart from those with `but`."""
        rows = self._read(lambda: self._connection.execute("SELECT name FROM memory").fetchall())
        names = [str(name) for (name,) in rows if str(name).startswith(beginning)]
        gone = [(name,) for name in names if not name.startswith(but)]
        if gone:
            ask = "DELETE FROM memory WHERE name = ?"
            self._acts.do(lambda: self._connection.executemany(ask, gone))

    def remove(self, record_id: RecordId, at: str, rule: str) -> Receipt:
        """Remove the record and every word of it, and keep the receipt; `rule` says by what.

        It is gone from this file. Copies of the file are somebody else's to clear: see
        `cleared`.
        """
        return self._acts.do(lambda: remove(self._connection, self._one(record_id), at, rule))

    def sealed(self, digest: str) -> tuple[RecordId, int] | None:
        """Return the record and the number of the entry with this digest, or None."""
        ask = "SELECT record, number FROM entry WHERE digest = ?"
        found = self._read(lambda: self._connection.execute(ask, (digest,)).fetchone())
        return None if found is None else (RecordId(found[0]), found[1])

    def gather_words(self) -> None:
        """Gather anew the words that records are found by, from the entries alone."""
        self._acts.do(lambda: gather(self._connection))

    def receipts(self) -> tuple[Receipt, ...]:
        """Return the receipts of all records that were removed, the latest first."""
        return self._read(lambda: tuple(map(as_receipt, self._connection.execute(REMOVED))))

    def cleared(self) -> None:
        """Keep that what was removed is gone from all copies too."""
        self._acts.do(lambda: self._connection.execute("UPDATE removed SET everywhere = 1"))

    def read_by(self, way: Callable[[apsw.Connection], T]) -> T:
        """Return what `way` reads, or copies, once nothing that was refused stands in the file."""
        return self._read(lambda: way(self._connection))

    def close(self) -> None:
        """Close the store and let others open it; once more is harmless."""
        self._known.forget()
        let_go(self._connection)
        if self._lock is not None:
            self._lock.release()

    def _read(self, read: Callable[[], T]) -> T:
        try:
            self._acts.settle()
            return read()
        except apsw.Error as error:
            raise unreadable(error) from error

    def _one(self, record_id: RecordId) -> tuple[Any, ...]:
        """Return the summary of the record, its number of entries, and the digest of the last."""
        row: tuple[Any, ...] | None = self._connection.execute(ONE, (record_id,)).fetchone()
        if row is None:
            raise Refusal(
                f"The record '{record_id}' is not on this computer.",
                "The list of records shows what is.",
            )
        return row
