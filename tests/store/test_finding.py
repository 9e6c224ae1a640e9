"""Records are found by words, days, outcome and state; all words and names here are invented."""

import contextlib
from typing import Any

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import FieldId, PackId, QuestionId, RecordId
from guidance_app.core.kinds import State
from guidance_app.core.record import Described, Event, Given, MadeReady, Started, Written
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Answer
from guidance_app.store import vault
from guidance_app.store.records import Records, Wanted


def at(day: int) -> str:
    return f"2026-11-{day:02}T10:00:00.000+00:00"


@pytest.fixture
def records() -> Records:
    """Return three records in memory: r1, r2 and r3, touched in this order."""
    made = vault.in_memory()
    for number, reference in enumerate(("AB-4471", "Réf 50%", "CD_9"), 1):
        name = RecordId(f"r{number}")
        made.begin(name, Started(PackId("p"), "1", "d", reference), at(number))
        reason = f"The cousin in Exeterville told number {number}."
        given = Given(Answer(QuestionId("q"), reason=reason, fields=((FieldId("f"), "Bluebell"),)))
        made.append(name, given, at(number + 10), outcome=f"o{number}", place="Do not look")
    made.append(RecordId("r1"), Given(Answer(QuestionId("q"), text="Anew")), at(20))
    made.append(RecordId("r2"), Written(FieldId("seen"), "A photograph of a boat"), at(21))
    made.append(RecordId("r3"), MadeReady(), at(22))
    return made


def found(records: Records, words: str = "", **wanted: object) -> list[str]:
    return [kept.id for kept in records.find(Wanted(words, **wanted)).kept]  # type: ignore[arg-type]  # by name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("", ["r3", "r2", "r1"]),
        ("471", ["r1"]),
        ("ref", ["r2"]),
        ("50%", ["r2"]),
        ("_9", ["r3"]),
        ("bluebell", ["r3", "r2", "r1"]),
        ("exeter COUSIN", ["r3", "r2", "r1"]),
        ("cousin boat", ["r2"]),
        ("anew number", ["r1"]),
        ("do not look", ["r3", "r2", "r1"]),
        ("2026-11-03", ["r3"]),
        ("2026-11 boat", ["r2"]),
        ("nothing", []),
        ("ready", ["r3"]),
        ('"', []),
        ('bo"at', []),
        ("boat) OR 1=1 --", []),
        ("(", []),
    ],
)
def test_by_words(records: Records, words: str, names: list[str]) -> None:
    assert found(records, words) == names


def test_by_what_it_is(records: Records) -> None:
    assert found(records, outcome="o2") == ["r2"]
    assert found(records, state=State.READY) == ["r3"]
    assert found(records, since="2026-11-21", until="2026-11-21") == ["r2"]


def test_words_of_an_answer_that_was_changed_later_are_found(records: Records) -> None:
    assert found(records, "told number 1") == ["r1"]


def test_a_reference_written_anew_is_found_by_both(records: Records) -> None:
    records.append(RecordId("r1"), Described("ZZ-1"), at(23))
    assert found(records, "ZZ-1") == ["r1"]
    assert found(records, "AB-4471") == ["r1"]


def test_as_many_as_are_asked_for_and_all_are_counted(records: Records) -> None:
    some = records.find(Wanted(words="bluebell"), most=2)
    assert [kept.id for kept in some.kept] == ["r3", "r2"]
    assert some.count == 3


def test_what_was_removed_is_not_found_and_leaves_a_receipt(records: Records) -> None:
    receipt = records.remove(RecordId("r2"), at(24), "six years")
    assert found(records, "boat") == []
    assert found(records, "cousin") == ["r3", "r1"]
    assert receipt.begun_on == "2026-11-02"
    assert receipt.entries == 3
    assert receipt.rule == "six years"
    assert not receipt.everywhere
    records.cleared()
    assert records.receipts()[0].everywhere


said = st.text("ab ", max_size=6)
acts = st.tuples(
    st.sampled_from(("r1", "r2", "r3")),
    st.one_of(
        said.map(lambda words: Given(Answer(QuestionId("q"), reason=words))),
        said.map(Described),
        said.map(lambda words: Written(FieldId("seen"), words)),
        st.just(MadeReady()),
    ),
    st.sampled_from(("", "", "refused", "fails")),
)


@given(st.lists(acts, max_size=12))
@settings(max_examples=60)
def test_words_added_one_by_one_are_found_as_those_gathered_anew(
    done: list[tuple[str, Event, str]],
) -> None:
    records = vault.in_memory()
    for name in ("r1", "r2", "r3"):
        records.begin(RecordId(name), Started(PackId("p"), "1", "d", f"begun {name}"), at(1))
    for name, event, trouble in done:
        after = 999 if trouble == "refused" else None
        outcome: Any = b"" if trouble == "fails" else None  # an outcome is text, and no bytes
        with contextlib.suppress(Refusal, apsw.ConstraintError):
            records.append(RecordId(name), event, at(2), after=after, outcome=outcome)
    one_by_one = records.read_by(_index)
    records.gather_words()
    assert records.read_by(_index) == one_by_one


def _index(connection: apsw.Connection) -> list[tuple[object, ...]]:
    """Return every word of the index, with the record and the place where it stands."""
    connection.execute("CREATE VIRTUAL TABLE temp.told USING fts5vocab(main, said, instance)")
    rows = connection.execute("SELECT term, doc, offset FROM temp.told ORDER BY 1, 2, 3").fetchall()
    connection.execute("DROP TABLE temp.told")
    return rows
