"""One transaction for every act: all of it or nothing, also where the disk cannot say which."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, TypeVar

import apsw

from .changes import Noting, NotThereError, take_back
from .trouble import not_kept
from .words import gather_after

if TYPE_CHECKING:
    from collections.abc import Callable

    from .changes import Change

T = TypeVar("T")


class Acts:
    """Does acts on a database, each in a transaction of its own.

    When the very last step of a commit fails, the changes may stand in the file although the
    commit was refused. What an act changes is noted for that, and taken back before anything else
    is read or done, so that what was refused is never there and doing it again does it once.
    """

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._noting = Noting(connection)
        self._refused: list[Change] = []

    def do(self, act: Callable[[], T]) -> T:
        """Do `act` and return what it returns, once it is safe on the disk. Raises NotKept.

        `act` must not go on after a statement of its own failed: see `Noting`.
        """
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
        if not self._refused:
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            take_back(self._connection, self._refused)
            gather_after(self._connection, self._refused)
            self._connection.execute("COMMIT")
        except NotThereError:
            self._roll_back()  # the commit had left nothing in the file to be taken back
        except BaseException:
            self._roll_back()
            raise
        self._refused = []

    def _committed(self, act: Callable[[], T]) -> T:
        self._noting.begin()
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            done = act()
        except BaseException:
            self._roll_back()
            raise
        finally:
            changes = self._noting.end()
        try:
            self._connection.execute("COMMIT")
        except apsw.Error:
            self._roll_back()
            self._refused = changes
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
