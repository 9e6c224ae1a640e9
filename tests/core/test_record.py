"""A record is what its entries add up to, and nothing given is forgotten."""

from hypothesis import given
from hypothesis import strategies as st

from guidance_app.core.ids import FieldId, OptionId, OutcomeId, PackId, QuestionId, RecordId
from guidance_app.core.kinds import State
from guidance_app.core.record import (
    Described,
    Entry,
    Event,
    Given,
    MadeReady,
    Reached,
    Record,
    Redone,
    Started,
    Undone,
    Written,
    replay,
    seal,
)
from guidance_app.core.walk import Answer
from tests.strategies import packs_and_answers

answers = packs_and_answers().map(lambda drawn: drawn[1])
NAME = RecordId("r1")
ASKED = QuestionId("q0")
STARTED = Started(PackId("drawn"), "1", "")


def entries(*events: Event) -> list[Entry]:
    return [
        Entry(number, f"2026-11-23T14:{number:02}:00.000+00:00", event, "", f"digest {number}")
        for number, event in enumerate((STARTED, *events), 1)
    ]


def record_of(*events: Event) -> Record:
    return replay(NAME, entries(*events))


@given(answers)
def test_an_answer_given_last_is_what_the_record_holds(given_answers: list[Answer]) -> None:
    record = record_of(*map(Given, given_answers))
    last = {answer.question: answer for answer in given_answers}
    assert {a.question: a for a in record.trail.walk.answers} == last


@given(answers)
def test_every_answer_that_was_given_anew_is_told_with_what_it_was(
    given_answers: list[Answer],
) -> None:
    record = record_of(*map(Given, given_answers))
    known: dict[str, Answer] = {}
    expected = []
    for answer in given_answers:
        before = known.get(answer.question)
        if before is not None and before != answer:
            expected.append((before, answer))
        known[answer.question] = answer
    assert [(change.was, change.became) for change in record.changes] == expected


@given(answers)
def test_taking_back_and_giving_again_leaves_the_walk_as_it_was(
    given_answers: list[Answer],
) -> None:
    there = record_of(*map(Given, given_answers))
    back = record_of(*map(Given, given_answers), Undone(), Redone())
    assert back.trail.walk == there.trail.walk


@given(answers)
def test_an_answer_taken_back_is_told_as_a_change_to_nothing(given_answers: list[Answer]) -> None:
    events: list[Event] = [Given(answer) for answer in given_answers]
    if not events or len({a.question for a in given_answers}) < len(given_answers):
        return
    record = record_of(*events, Undone())
    assert [(change.was, change.became) for change in record.changes] == [(given_answers[-1], None)]


def test_a_change_after_an_outcome_says_which_outcome_had_been_seen() -> None:
    was, became = Answer(ASKED, (OptionId("a"),)), Answer(ASKED, (OptionId("b"),))
    record = record_of(Given(was), Reached(OutcomeId("end0")), Given(became))
    assert [change.after_outcome for change in record.changes] == ["end0"]


def test_an_answer_opens_a_record_that_had_been_made_ready() -> None:
    ready = record_of(MadeReady())
    again = record_of(MadeReady(), Given(Answer(ASKED, (OptionId("a"),))))
    assert (ready.state, again.state) == (State.READY, State.OPEN)


def test_a_field_written_anew_holds_the_new_words() -> None:
    name = FieldId("need")
    assert record_of(Written(name, "One."), Written(name, "Two.")).field(name) == "Two."


def test_a_reference_can_be_written_anew() -> None:
    assert record_of(Described("CASE-2")).reference == "CASE-2"


@given(st.lists(st.text(), min_size=6, max_size=6), st.integers(0, 5))
def test_a_seal_is_another_where_any_part_is(parts: list[str], place: int) -> None:
    def sealed(words: list[str]) -> str:
        return seal(words[0], words[1], len(words[2]), words[3], words[4], words[5].encode())

    other = [text + "x" if number == place else text for number, text in enumerate(parts)]
    assert sealed(parts) != sealed(other)


def test_words_cannot_be_moved_from_one_part_of_a_seal_to_the_next() -> None:
    assert seal("ab", "c", 1, "", "", b"") != seal("a", "bc", 1, "", "", b"")


def test_a_field_says_when_it_was_last_written() -> None:
    record = record_of(Written(FieldId("need"), "One."), Written(FieldId("need"), "Two."))
    assert record.when_written(FieldId("need")) == "2026-11-23T14:03:00.000+00:00"
    assert record.when_written(FieldId("other")) == ""
