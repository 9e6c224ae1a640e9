"""The steps that lead from an empty database to today's; a step released never changes."""

from collections.abc import Callable
from typing import cast

import apsw

from .words import gather

Step = Callable[[apsw.Connection], None]

TABLES = ("record", "entry", "draft", "memory", "removed")
"""The tables that records are in; what is made from them, so as to find words, is none."""

_FIRST_TABLES = """
    CREATE TABLE record (
        id TEXT PRIMARY KEY NOT NULL,
        reference TEXT NOT NULL,
        pack TEXT NOT NULL,
        version TEXT NOT NULL,
        begun_at TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        state TEXT NOT NULL,
        outcome TEXT NOT NULL,
        place TEXT NOT NULL,
        entries INTEGER NOT NULL,
        head TEXT NOT NULL,
        turn INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE entry (
        turn INTEGER PRIMARY KEY NOT NULL,
        record TEXT NOT NULL REFERENCES record (id),
        number INTEGER NOT NULL,
        at TEXT NOT NULL,
        kind TEXT NOT NULL,
        body BLOB NOT NULL,
        before TEXT NOT NULL,
        digest TEXT NOT NULL,
        UNIQUE (record, number)
    ) STRICT;

    CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
    BEGIN SELECT RAISE(ABORT, 'an entry is never changed'); END;

    CREATE TABLE draft (
        record TEXT NOT NULL REFERENCES record (id),
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (record, question)
    ) STRICT;

    CREATE TABLE memory (
        name TEXT PRIMARY KEY NOT NULL,
        value TEXT NOT NULL
    ) STRICT;
"""


def make_the_first_tables(connection: apsw.Connection) -> None:
    """Records with their entries and drafts, and a small memory of names and values.

    `record` holds what a list shows of each record; its entries say the same, and more. `turn`
    counts entries over all records, so that order never depends on a clock.
    """
    connection.execute(_FIRST_TABLES)


_FIND_AND_REMOVE = """
    CREATE VIRTUAL TABLE said USING fts5
    (words, content='', contentless_delete=1, tokenize='unicode61 remove_diacritics 2');
    ALTER TABLE record ADD COLUMN born INTEGER NOT NULL DEFAULT 0;
    UPDATE record SET born = (SELECT min(turn) FROM entry WHERE record = record.id);

    CREATE TABLE removed (
        record TEXT PRIMARY KEY NOT NULL,
        begun_on TEXT NOT NULL,
        removed_at TEXT NOT NULL,
        entries INTEGER NOT NULL,
        head TEXT NOT NULL,
        rule TEXT NOT NULL,
        everywhere INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
"""


def find_and_remove(connection: apsw.Connection) -> None:
    """Let words be found, and keep of a removed record that it was there and nothing it said.

    `said` has a row for every record, under the number that it was born with, which is that of its
    first entry; it holds the words for finding only. `everywhere` says whether a removed record is
    gone from the backups too. There is no index to list records by: an older page of one, put back,
    would leave records out in silence.
    """
    connection.execute(_FIND_AND_REMOVE)
    gather(connection)


STEPS: tuple[Step, ...] = (make_the_first_tables, find_and_remove)
"""Every step so far. The version of a database is how many of them it has taken."""


def version(connection: apsw.Connection) -> int:
    """Return how many steps the database has taken."""
    return cast("int", connection.pragma("user_version"))


def migrate(connection: apsw.Connection, steps: tuple[Step, ...] = STEPS) -> None:
    """Take the steps that the database has not taken, all or none. Raises apsw.Error."""
    with connection:
        for step in steps[version(connection) :]:
            step(connection)
        connection.pragma("user_version", len(steps))
