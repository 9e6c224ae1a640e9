"""What an act changed is taken back whole, or not at all. All in these records is invented."""

from collections.abc import Callable
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import PackId, QuestionId, RecordId
from guidance_app.core.record import Given, Started
from guidance_app.core.walk import Answer
from guidance_app.store import database
from guidance_app.store.changes import Noting, NotThereError, take_back
from guidance_app.store.migrations import TABLES
from guidance_app.store.records import Records

AT = "2026-11-23T14:32:00.000+00:00"
Q = QuestionId("q")
FIRST, SECOND, NEW = RecordId("r1"), RecordId("r2"), RecordId("r3")

ACTS: dict[str, Callable[[Records], object]] = {
    "append": lambda records: records.append(FIRST, Given(Answer(Q, reason="heron")), AT),
    "draft": lambda records: records.keep_draft(FIRST, Q, "half a hero"),
    "another draft": lambda records: records.keep_draft(SECOND, Q, "half a kestr"),
    "no draft": lambda records: records.drop_draft(SECOND, Q),
    "remember": lambda records: records.remember("name", "another"),
    "forget": lambda records: records.forget("", but="other"),
    "remove": lambda records: records.remove(SECOND, AT, "six years"),
    "clear": lambda records: records.cleared(),
    "begin": lambda records: records.begin(NEW, Started(PackId("p"), "1", "d", "CD-3"), AT),
}

AFTER = {"remove": {"remove", "another draft"}, "begin": {"begin"}}
"""What cannot be done once another act was done."""


def made() -> tuple[Records, apsw.Connection]:
    """Return a store in memory with two records, a draft and something remembered."""
    connection = database.in_memory()
    records = Records(connection)
    for name in (FIRST, SECOND):
        records.begin(name, Started(PackId("p"), "1", "d", "AB-1"), AT)
        records.append(name, Given(Answer(Q, reason="kestrel")), AT)
    records.keep_draft(SECOND, Q, "half")
    records.remember("name", "one")
    return records, connection


def rows(connection: apsw.Connection) -> dict[str, list[tuple[Any, ...]]]:
    return {table: connection.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608 – our own


class Joined(Records):
    """Records of which several acts are done one after another in one transaction."""

    def __init__(self, connection: apsw.Connection) -> None:
        super().__init__(connection)
        self._acts.do = lambda act: act()  # type: ignore[method-assign]


def noted(records: Records, connection: apsw.Connection, names: list[str]) -> list[Any]:
    """Do the acts of these names, apart from those that cannot be done, and return the changes."""
    noting = Noting(connection)
    noting.begin()
    impossible: set[str] = set()
    for name in names:
        if name not in impossible:
            ACTS[name](records)
            impossible |= AFTER.get(name, set())
    return noting.end()


@given(st.lists(st.sampled_from(sorted(ACTS)), min_size=1, max_size=8))
@settings(max_examples=150)
def test_whatever_was_changed_is_taken_back_to_the_row(names: list[str]) -> None:
    _, connection = made()
    before = rows(connection)
    changes = noted(Joined(connection), connection, names)
    assert (rows(connection) == before) or changes
    take_back(connection, changes)
    assert rows(connection) == before


@pytest.mark.parametrize("name", sorted(set(ACTS) - {"clear"}))
def test_what_is_not_there_is_told_and_no_row_is_changed(name: str) -> None:
    _, connection = made()
    before = rows(connection)
    connection.execute("SAVEPOINT act")
    changes = noted(Joined(connection), connection, [name])
    assert changes
    connection.execute("ROLLBACK TO act")
    with pytest.raises(NotThereError):
        take_back(connection, changes)
    connection.execute("ROLLBACK TO act")
    assert rows(connection) == before


def test_nothing_is_noted_once_it_has_ended() -> None:
    _, connection = made()
    noting = Noting(connection)
    noting.begin()
    assert noting.end() == []
    connection.execute("INSERT INTO memory VALUES ('another', 'one')")
    assert noting.end() == []
