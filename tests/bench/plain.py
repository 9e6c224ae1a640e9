"""The store's statements on plain SQLite: its tables and pragmas, no cipher, none of our layers."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import msgspec

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Event, Given, Started, seal
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.events import to_json, words_in
from guidance_app.store.migrations import migrate
from guidance_app.store.records import Records, Wanted

AT = "2026-11-23T14:32:00.000+00:00"
ENTRIES = 10
"""How many entries each record begins with."""

REASON = "An invented reason of some length, as people write them: who said what, and when it was. "

_RECORD = "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ENTRY = """
    INSERT INTO entry (record, number, at, kind, body, before, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_ONE = """
    SELECT id, reference, pack, version, begun_at, touched_at, state, outcome, place, entries, head
    FROM record WHERE id = ?
"""
_STANDS = """
    UPDATE record SET reference = ?1, touched_at = ?2, state = ?3, outcome = ?4, place = ?5,
    entries = ?6, head = ?7, turn = ?8, born = CASE born WHEN 0 THEN ?8 ELSE born END
    WHERE id = ?9 RETURNING born
"""
_BODIES = "SELECT kind, body FROM entry WHERE record = ? ORDER BY number"
_SAY = "INSERT OR REPLACE INTO said (rowid, words) VALUES (?, ?)"
_NO_DRAFT = "DELETE FROM draft WHERE record = ? AND question = ?"

Statement = tuple[str, Any]
"""What is asked, and what is put into it."""


def make(path: Path) -> apsw.Connection:
    """Return a connection to a new file that has the store's tables, and is not encrypted."""
    connection = apsw.Connection(str(path))
    database._set_up(connection)
    with connection:
        connection.pragma("application_id", database.APPLICATION)
        migrate(connection)
    return connection


def reopen(path: Path) -> apsw.Connection:
    """Return a connection that holds the plain file for itself, as the store's own does."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    database._set_up(connection)
    connection.execute("BEGIN EXCLUSIVE; COMMIT")
    connection.pragma("application_id")
    connection.pragma("user_version")
    return connection


def answer(number: int, more: str = "") -> Given:
    """Return the event of one answer, with a reason and perhaps a word more."""
    return Given(Answer(QuestionId(f"q{number}"), reason=f"{REASON}{more}"))


def keep(connection: apsw.Connection, number: int, event: Given, digest: str) -> None:
    """Keep one more answer in the record of that number, by the bare statements that it takes."""
    name = f"r{number}"
    connection.execute("BEGIN IMMEDIATE")
    row = connection.execute(_ONE, (name,)).fetchone()
    assert row is not None
    _, reference, *_, last, head = row
    body = msgspec.json.encode(event)
    connection.execute(_ENTRY, (name, last + 1, AT, "given", body, head, digest))
    turn = connection.last_insert_rowid()
    stands = (reference, AT, "open", "", "", last + 1, digest, turn, name)
    born = connection.execute(_STANDS, stands).get
    connection.execute(_BODIES, (name,)).fetchall()
    connection.execute(_SAY, (born, f"{reference} {REASON * last}"))
    connection.execute(_NO_DRAFT, (name, event.answer.question))
    connection.execute("COMMIT")


def asked_by(records: Records, wanted: Wanted) -> list[Statement]:
    """Return the statements with which the store finds what is `wanted`."""
    asked: list[Statement] = []

    def note(_cursor: object, statement: str, given: Any) -> bool:
        asked.append((statement, given))
        return True

    connection = records.read_by(lambda opened: opened)
    connection.exec_trace = note
    records.find(wanted, 30)
    connection.exec_trace = None
    return asked


def ask(connection: apsw.Connection, asked: list[Statement]) -> None:
    """Ask the statements of the plain file, and read all rows of their answers."""
    for statement, given in asked:
        connection.execute(statement, given).fetchall()


def fill(size: int, *connections: apsw.Connection) -> None:
    """Put the same records into each file, all in one transaction, so that it takes seconds."""
    for connection in connections:
        connection.execute("BEGIN")
    for number in range(size):
        entries = list(_entries(number))
        born = number * ENTRIES + 1
        said = words_in(map(to_json, _events(number)))
        kept = (f"r{number}", f"AB-{number}", "p", "1.0.0", AT, AT, "open", "", "")
        ends = (len(entries), entries[-1][-1], born + ENTRIES - 1, born)
        for connection in connections:
            connection.execute(_RECORD, kept + ends)
            connection.executemany(_ENTRY, entries)
            connection.execute(_SAY, (born, said))
    for connection in connections:
        connection.execute("COMMIT")


def _entries(number: int) -> Iterator[tuple[str, int, str, str, bytes, str, str]]:
    before, name = "", RecordId(f"r{number}")
    for place, event in enumerate(_events(number), start=1):
        kind, body = to_json(event)
        digest = seal(before, name, place, AT, kind, body)
        yield name, place, AT, kind, body, before, digest
        before = digest


def _events(number: int) -> Iterator[Event]:
    yield Started(PackId("p"), "1.0.0", "d", f"AB-{number}")
    for place in range(1, ENTRIES):
        yield answer(place, f"{number}rare" if place == 1 else "")
