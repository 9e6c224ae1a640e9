"""What an act changed, row by row as SQLite tells it, and how to take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import apsw

from .migrations import TABLES

if TYPE_CHECKING:
    from collections.abc import Sequence

_OURS = frozenset(TABLES)
_COLUMNS = "SELECT name FROM pragma_table_info(?)"

Row = tuple[Any, ...]


class Change(NamedTuple):
    """One row of a table before and after it was changed; empty where it was not there."""

    table: str
    old: Row
    new: Row


class NotThereError(Exception):
    """What is to be taken back is not in the file."""


class Noting:
    """Notes what is changed in a database from `begin` to `end`, apart from the index of words.

    SQLite does not tell of rows that it puts back itself: after a statement that failed, an act
    must not go on, and it must use no savepoint.

    Much less work than a Session of SQLite's, which asks every table for its columns in each act
    and compares its rows before and after.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._changes: list[Change] = []

    def begin(self) -> None:
        """Note all changes from now on."""
        self._connection.preupdate_hook(self._note)

    def end(self) -> list[Change]:
        """Note no more, and return what was noted, in order."""
        self._connection.preupdate_hook(None)
        changes, self._changes = self._changes, []
        return changes

    def _note(self, update: apsw.PreUpdate) -> None:
        table = update.table_name
        if table in _OURS:
            self._changes.append(Change(table, update.old or (), update.new or ()))


def take_back(connection: apsw.Connection, changes: Sequence[Change]) -> None:
    """Take `changes` back, the last first, each where its row is as it was left.

    Raises NotThereError at the first that is not; then the transaction is to be rolled back. Raises
    apsw.Error.
    """
    for change in reversed(changes):
        statement, given = _taking_back(connection, change)
        try:
            connection.execute(statement, given)
        except apsw.ConstraintError as error:
            raise NotThereError from error  # such as where a row that was removed is there
        if connection.changes() != 1:
            raise NotThereError


def _taking_back(connection: apsw.Connection, change: Change) -> tuple[str, Row]:
    """Return the statement that takes `change` back, and what is put into it."""
    table, old, new = change
    names = [str(name) for (name,) in connection.execute(_COLUMNS, (table,))]
    as_left = " AND ".join(f"{name} IS ?" for name in names)
    if not new:
        told = f"INSERT INTO {table} VALUES ({', '.join('?' * len(names))})"  # noqa: S608 – our own tables
    elif not old:
        told = f"DELETE FROM {table} WHERE {as_left}"  # noqa: S608 – our own tables
    else:
        as_it_was = ", ".join(f"{name} = ?" for name in names)
        told = f"UPDATE {table} SET {as_it_was} WHERE {as_left}"  # noqa: S608 – our own tables
    return told, old + new
