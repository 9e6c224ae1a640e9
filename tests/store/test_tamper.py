"""Every edit of rows, bytes and order in a record of fifty entries is found, and where it is."""

from collections.abc import Iterator
from random import Random

import apsw
import pytest

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.refusal import DamagedStore, NewerFormat
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.records import Records

AT = "2026-11-23T14:{:02}:00.000+00:00"
NAME = RecordId("r1")
ENTRIES = 50

Edit = tuple[str, tuple[object, ...], int]
"""A statement, what goes into it, and the number of the entry that is then not what was kept."""


def edits() -> Iterator[Edit]:
    """Yield single edits of every kind, at every entry."""
    chance = Random(50)
    for n in range(1, ENTRIES + 1):
        yield "UPDATE entry SET at = replace(at, '14:', '15:') WHERE number = ?", (n,), n
        yield "UPDATE entry SET kind = 'reached' WHERE number = ?", (n,), n
        yield "UPDATE entry SET digest = upper(digest) || 'x' WHERE number = ?", (n,), n
        yield "UPDATE entry SET before = before || 'x' WHERE number = ?", (n,), n
        yield "UPDATE entry SET number = 99 WHERE number = ?", (n,), n
        yield "DELETE FROM entry WHERE number = ?", (n,), n
        yield "DELETE FROM entry WHERE number >= ?", (n,), n
        yield "UPDATE record SET head = ?", (f"{n:064}",), ENTRIES + 1
        yield "UPDATE record SET entries = ?", (n - 1,), n
        for _ in range(2):
            place, byte = chance.randrange(1, 60), chance.randrange(1, 256)
            yield _BYTE, (place, bytes([byte]), place, n, place, bytes([byte])), n
    for n in range(1, ENTRIES):
        yield _BODIES, (n, n + 1, n, n + 1), n
        yield _ORDER, (n, n, n + 1, n + 1), n


_BYTE = """
    UPDATE entry SET body = CAST(substr(body, 1, ?) || ? || substr(body, ? + 2) AS BLOB)
    WHERE number = ? AND substr(body, ? + 1, 1) <> ?
"""
_BODIES = """
    UPDATE entry SET body = (SELECT body FROM entry AS other
    WHERE other.number = CASE entry.number WHEN ? THEN ? ELSE entry.number - 1 END)
    WHERE number IN (?, ?)
"""
_ORDER = """
    UPDATE entry SET number = -1 WHERE number = ?;
    UPDATE entry SET number = ? WHERE number = ?;
    UPDATE entry SET number = ? WHERE number = -1
"""


@pytest.fixture(scope="module")
def connection() -> apsw.Connection:
    """A store with one record of fifty entries, opened by somebody who has its key."""
    made = database.in_memory()
    records = Records(made)
    records.begin(NAME, Started(PackId("p"), "1", "d", "An invented one"), AT.format(0))
    for n in range(1, ENTRIES):
        answer = Answer(QuestionId(f"q{n}"), reason=f"An invented reason, number {n}, in full.")
        records.append(NAME, Given(answer), AT.format(n))
    made.execute("DROP TRIGGER entry_is_never_changed")
    return made


def test_each_of_more_than_five_hundred_edits_is_found_where_it_was_made(
    connection: apsw.Connection,
) -> None:
    records, tried = Records(connection), 0
    for statement, given, where in edits():
        connection.execute("BEGIN")
        connection.execute(statement, given)
        if connection.changes():
            tried += 1
            with pytest.raises((DamagedStore, NewerFormat)) as found:
                records.entries(NAME)
            assert f"Entry {where} of record" in found.value.says, (statement, given)
        connection.execute("ROLLBACK")
    assert len(records.entries(NAME)) == ENTRIES
    assert tried >= 600


def test_an_entry_cannot_be_changed_by_a_slip() -> None:
    made = database.in_memory()
    Records(made).begin(NAME, Started(PackId("p"), "1", "d"), AT.format(0))
    with pytest.raises(apsw.ConstraintError, match="never changed"):
        made.execute("UPDATE entry SET at = ''")
