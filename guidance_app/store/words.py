"""The words of an event that a record can be found by, and how they are asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

    from .changes import Change

_SAY = "INSERT OR REPLACE INTO said (rowid, words) VALUES (?, ?)"
_UNSAY = "DELETE FROM said WHERE rowid = ?"
_BORN = "SELECT born FROM record WHERE id = ?"
_REWRITE = "INSERT INTO said (said) VALUES ('optimize')"
_BODIES = "SELECT kind, body FROM entry WHERE record = ? ORDER BY number"


class Known:
    """The words of the record that was added to last, so that they need not be gathered each time.

    They are known by the digest of the last entry that they are of: what was refused, or added
    elsewhere meanwhile, has another digest, and is then nobody's.
    """

    def __init__(self) -> None:
        self._by_digest: dict[str, str] = {"": ""}  # before its first entry a record has no words

    def up_to(self, digest: str) -> str | None:
        """Return all words of a record up to the entry with `digest`, or None if not known."""
        return self._by_digest.get(digest)

    def keep(self, before: str, digest: str, words: str) -> None:
        """Know `words` up to `digest`; those up to `before` too, as this may yet be refused."""
        earlier = self.up_to(before) if before else None
        self.forget()
        self._by_digest[digest] = words
        if earlier is not None:
            self._by_digest[before] = earlier

    def forget(self) -> None:
        """Know no word any more."""
        self._by_digest = {"": ""}


def words_up_to_now(connection: apsw.Connection, record: str) -> str:
    """Return all words that the record has. Raises apsw.Error."""
    from .events import words_in

    rows = connection.execute(_BODIES, (record,)).fetchall()
    return words_in(cast("list[tuple[str, bytes]]", rows))


def say(connection: apsw.Connection, born: int, words: str) -> None:
    """Let the record of that number be found by `words`. Raises apsw.Error."""
    connection.execute(_SAY, (born, words))


def gather(connection: apsw.Connection) -> None:
    """Let every record be found by its words, and by nothing else. Raises apsw.Error."""
    connection.execute("INSERT INTO said (said) VALUES ('delete-all')")
    rows = connection.execute("SELECT id, born FROM record").fetchall()
    for record, born in cast("list[tuple[str, int]]", rows):
        say(connection, born, words_up_to_now(connection, record))


def gather_after(connection: apsw.Connection, taken_back: Iterable[Change]) -> None:
    """Let the records that were changed so to be found by what they say now, and no more.

    The changes are not in the file any more. Raises apsw.Error.
    """
    touched: set[str] = set()
    for change in taken_back:
        if change.table == "entry":
            # A record is born under the number of its first entry; that of another is of none.
            turn, record, *_ = cast("tuple[int, str]", change.new or change.old)
            connection.execute(_UNSAY, (turn,))
            touched.add(record)
    for record in touched:
        born = cast("int | None", connection.execute(_BORN, (record,)).get)
        if born is not None:
            say(connection, born, words_up_to_now(connection, record))
    if touched:
        rewrite(connection)


def rewrite(connection: apsw.Connection) -> None:
    """Write the index anew, without what was only struck out of it. Raises apsw.Error."""
    connection.execute(_REWRITE)


def as_asked(word: str) -> str:
    """Return `word` as full text is asked for it: any word that begins with it."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"*'
