"""The steps that lead from an empty database to today's; a step released never changes."""

from collections.abc import Callable
from typing import cast

import apsw

Step = Callable[[apsw.Connection], None]

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


STEPS: tuple[Step, ...] = (make_the_first_tables,)
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
