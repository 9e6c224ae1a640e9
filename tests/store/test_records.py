"""Events are kept as they were given. Everything in these records is invented."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import FieldId, OptionId, OutcomeId, PackId, QuestionId, RecordId
from guidance_app.core.kinds import State
from guidance_app.core.record import (
    Described,
    Event,
    Exported,
    Given,
    MadeReady,
    Reached,
    Redone,
    Started,
    Undone,
    Written,
    replay,
)
from guidance_app.core.refusal import DamagedStore, NewerFormat, Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import vault
from guidance_app.store.events import KINDS, from_json, to_json
from guidance_app.store.records import Records

AT = "2026-11-23T14:32:00.000+00:00"
LATER = "2026-11-23T14:33:00.000+00:00"
NAME = RecordId("r1")
BEGUN = Started(PackId("small"), "1.0.0", "d1", "Case 4471")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
answers = st.builds(
    Answer,
    question=words.map(QuestionId),
    options=st.lists(words.map(OptionId), max_size=3).map(tuple),
    text=words,
    reason=words,
    fields=st.lists(st.tuples(words.map(FieldId), words), max_size=3).map(tuple),
)
events = st.one_of(
    st.builds(
        Started,
        pack=words.map(PackId),
        version=words,
        digest=words,
        reference=words,
        worker=words,
        role=words,
        team=words,
        practice=st.booleans(),
    ),
    st.builds(Given, answers),
    st.builds(Described, words),
    st.builds(Undone),
    st.builds(Redone),
    st.builds(Reached, words.map(OutcomeId)),
    st.builds(Written, words.map(FieldId), words),
    st.builds(MadeReady),
    st.builds(Exported, words, words),
)


@pytest.fixture
def records() -> Iterator[Records]:
    store = vault.in_memory()
    yield store
    store.close()


@given(events)
def test_any_event_comes_back_as_it_was_kept(event: Event) -> None:
    assert from_json(*to_json(event)) == event


@settings(max_examples=40, deadline=None)
@given(st.lists(events, max_size=12))
def test_any_sequence_of_events_comes_back_whole_and_in_order(sequence: list[Event]) -> None:
    store = vault.in_memory()
    given_back = [store.begin(NAME, BEGUN, AT)]
    given_back += [store.append(NAME, e, LATER, after=n) for n, e in enumerate(sequence, 1)]
    assert list(store.entries(NAME)) == given_back
    assert [entry.event for entry in given_back] == [BEGUN, *sequence]
    assert replay(NAME, store.entries(NAME)).head == given_back[-1].digest
    store.close()


def test_every_event_of_the_core_has_a_kind_of_its_own() -> None:
    assert set(KINDS.values()) == set(get_args(Event))
    assert len(KINDS) == len(get_args(Event))


def test_a_kind_of_event_from_a_newer_program_is_refused_politely() -> None:
    with pytest.raises(NewerFormat, match="newer version"):
        from_json("dreamt", b"{}")


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("described", b'{"reference": "AB", "mood": "calm"}'),
        ("given", b'{"answer": {"question": "q", "mood": "calm"}}'),
    ],
)
def test_a_field_of_a_newer_program_is_refused_and_never_dropped(kind: str, body: bytes) -> None:
    with pytest.raises(NewerFormat, match="newer version"):
        from_json(kind, body)


@pytest.mark.parametrize(
    ("kind", "body"),
    [("described", b'{"reference": 7}'), ("given", b"{}"), ("undone", b"{"), ("undone", b"\xff")],
)
def test_a_body_that_does_not_fit_its_kind_is_damage(kind: str, body: bytes) -> None:
    with pytest.raises(DamagedStore, match=kind):
        from_json(kind, body)


def three_more(records: Records) -> apsw.Connection:
    """Keep four entries, and return the connection that a meddler would have."""
    records.begin(NAME, BEGUN, AT)
    for number in range(3):
        records.append(NAME, Described(f"Case {number}"), LATER)
    return records._connection  # what nobody but a meddler does


def test_the_database_itself_refuses_to_change_an_entry(records: Records) -> None:
    connection = three_more(records)
    with pytest.raises(apsw.ConstraintError, match="never changed"):
        connection.execute("UPDATE entry SET at = ? WHERE number = 3", (AT,))


@pytest.mark.parametrize(
    "meddled",
    [
        "at = '2026-01-01T00:00:00.000+00:00'",
        "kind = 'undone'",
        "body = CAST('{}' AS BLOB)",
        "before = ''",
        "digest = before",
        "number = 9",
    ],
)
def test_an_entry_changed_behind_our_back_is_found_and_named(
    records: Records, meddled: str
) -> None:
    connection = three_more(records)
    connection.execute("DROP TRIGGER entry_is_never_changed")
    connection.execute(f"UPDATE entry SET {meddled} WHERE number = 3")  # noqa: S608 - our words
    with pytest.raises(DamagedStore, match="Entry 3"):
        records.entries(NAME)


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_an_entry_taken_out_is_found_and_named(records: Records, number: int) -> None:
    three_more(records).execute("DELETE FROM entry WHERE number = ?", (number,))
    with pytest.raises(DamagedStore, match=f"Entry {number}"):
        records.entries(NAME)


def test_the_list_says_where_each_record_stands(records: Records) -> None:
    records.begin(NAME, BEGUN, AT)
    records.append(
        NAME, Given(Answer(QuestionId("q"))), LATER, after=1, place="Question 2, Purpose"
    )
    (kept,) = records.records()
    assert (kept.reference, kept.place, kept.touched_at) == (
        "Case 4471",
        "Question 2, Purpose",
        LATER,
    )
    records.append(NAME, MadeReady(), LATER, after=2, outcome="do-not-look", place="Do not look")
    assert records.records()[0].state is State.READY
    records.append(NAME, Undone(), LATER, after=3)
    assert records.records()[0].state is State.OPEN


def test_the_record_touched_last_comes_first_whatever_the_clock_says(records: Records) -> None:
    for number, at in enumerate(("2026-11-23", "2026-11-21", "2026-11-22"), 1):
        reference = replace(BEGUN, reference=str(number))
        records.begin(RecordId(f"r{number}"), reference, f"{at}T14:30:00.000+00:00")
    records.append(RecordId("r1"), MadeReady(), "2026-01-01T09:00:00.000+00:00")
    assert [kept.reference for kept in records.records()] == ["1", "3", "2"]


def test_a_list_of_a_thousand_records_is_one_question_and_reads_no_entry(records: Records) -> None:
    for number in range(1_000):
        records.begin(RecordId(f"r{number}"), BEGUN, AT)
    asked: list[str] = []
    read: set[str | None] = set()

    def watch(operation: int, table: str | None, *_: str | None) -> int:
        if operation == apsw.SQLITE_READ:
            read.add(table)
        return apsw.SQLITE_OK

    def listen(_cursor: apsw.Cursor, statement: str, _values: object) -> bool:
        asked.append(statement)
        return True

    connection = records._connection  # to see what it is asked
    connection.authorizer, connection.exec_trace = watch, listen
    assert len(records.records()) == 1_000
    assert (len(asked), read) == (1, {"record"})


def test_a_draft_is_kept_until_its_question_is_answered(records: Records) -> None:
    records.begin(NAME, BEGUN, AT)
    records.keep_draft(NAME, QuestionId("q"), "half")
    records.keep_draft(NAME, QuestionId("q"), "half a wo")
    records.keep_draft(NAME, QuestionId("other"), "stays")
    assert records.drafts(NAME) == {"q": "half a wo", "other": "stays"}
    records.append(NAME, Given(Answer(QuestionId("q"))), LATER, after=1)
    assert records.drafts(NAME) == {"other": "stays"}


def test_an_entry_that_stands_already_is_not_added_twice(records: Records) -> None:
    records.begin(NAME, BEGUN, AT)
    first = records.append(NAME, Described("Case 1"), AT, after=1)
    assert records.append(NAME, Described("Case 1"), LATER, after=1) == first
    with pytest.raises(Refusal, match="changed elsewhere"):
        records.append(NAME, Described("Case 2"), LATER, after=1)
    assert len(records.entries(NAME)) == 2


def test_without_a_number_an_entry_follows_the_last(records: Records) -> None:
    records.begin(NAME, BEGUN, AT)
    assert records.append(NAME, Described("Case 1"), AT).number == 2
    assert records.append(NAME, Described("Case 1"), AT).number == 3


def test_what_the_list_shows_stays_until_the_desk_says_otherwise(records: Records) -> None:
    records.begin(NAME, BEGUN, AT)
    records.append(NAME, MadeReady(), LATER, outcome="do-not-look", place="Do not look")
    records.append(NAME, Exported("docx", "case"), LATER)
    (kept,) = records.records()
    assert (kept.outcome, kept.place, kept.state) == ("do-not-look", "Do not look", State.READY)


def test_a_draft_dropped_is_gone(records: Records) -> None:
    records.begin(NAME, BEGUN, AT)
    records.keep_draft(NAME, QuestionId("q"), "half")
    records.drop_draft(NAME, QuestionId("q"))
    records.drop_draft(NAME, QuestionId("q"))
    assert records.drafts(NAME) == {}


def test_a_record_that_is_not_there_is_refused(records: Records) -> None:
    with pytest.raises(Refusal, match="not on this computer"):
        records.entries(NAME)
    with pytest.raises(Refusal, match="not on this computer"):
        records.append(NAME, Undone(), AT, after=1)


def test_what_is_remembered_is_recalled(records: Records) -> None:
    assert records.recall("pack/d1") is None
    records.remember("pack/d1", "words")
    records.remember("pack/d1", "other words")
    assert records.recall("pack/d1") == "other words"
