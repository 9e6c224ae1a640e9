"""One transaction for every act: all of it or nothing, also where the disk cannot say which."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

import apsw

from .migrations import TABLES
from .trouble import not_kept
from .words import gather_after

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Acts:
    """Does acts on a database, each in a transaction of its own.

    When the very last step of a commit fails, the changes may stand in the file although the
    commit was refused. The way back is kept for that, and is taken before anything else is read or
    done, so that what was refused is never there and doing it again does it once.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._way_back = b""

    def do(self, act: Callable[[], T]) -> T:
        """Do `act` and return what it returns, once it is safe on the disk. Raises NotKept."""
        try:
            self.settle()
            return self._committed(act)
        except apsw.ConstraintError:
            raise  # never the disk's doing: a fault of the program
        except apsw.Error as error:
            raise not_kept(error) from error

    def settle(self) -> None:
        """Make sure that nothing refused stands in the file, or is found by its words.

        Raises apsw.Error where that is not sure; then it is tried again by the next.
        """
        if not self._way_back:
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            # An abort says that the changes are not there: there is nothing to take back.
            with contextlib.suppress(apsw.AbortError):
                apsw.Changeset.apply(self._way_back, self._connection, conflict=_abort)
                gather_after(self._connection, self._way_back)
            self._connection.execute("COMMIT")
        except BaseException:
            self._roll_back()
            raise
        self._way_back = b""

    def _committed(self, act: Callable[[], T]) -> T:
        with contextlib.closing(apsw.Session(self._connection, "main")) as changes:
            for table in TABLES:
                changes.attach(table)
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                done = act()
                way_back = apsw.Changeset.invert(changes.changeset())
            except BaseException:
                self._roll_back()
                raise
        try:
            self._connection.execute("COMMIT")
        except apsw.Error:
            self._roll_back()
            self._way_back = way_back
            with contextlib.suppress(apsw.Error):
                self.settle()
            raise
        return done

    def _roll_back(self) -> None:
        """Leave the transaction, where SQLite has not left it by itself."""
        if self._connection.in_transaction:
            # What cannot be rolled back now is rolled back from the journal by the next reader.
            with contextlib.suppress(apsw.Error):
                self._connection.execute("ROLLBACK")


def _abort(_reason: int, _change: apsw.TableChange) -> int:
    return apsw.SQLITE_CHANGESET_ABORT
