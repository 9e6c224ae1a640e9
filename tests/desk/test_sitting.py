"""A record being worked on: kept first, then moved on."""

import pytest

from guidance_app.core.ids import FieldId, OptionId, QuestionId
from guidance_app.core.kinds import State
from guidance_app.core.record import Exported, Given, Reached, Undone
from guidance_app.core.refusal import Refusal
from guidance_app.core.walk import Answer
from guidance_app.desk.desk import Desk
from guidance_app.desk.sitting import Sitting
from guidance_app.store.records import Records


def given(question: str, option: str, reason: str = "") -> Answer:
    return Answer(QuestionId(question), (OptionId(option),), reason=reason)


def at_look(desk: Desk) -> Sitting:
    sitting = desk.begin("small", "Case 4471")
    sitting.answer(given("danger", "no"))
    sitting.answer(given("why", "find", "To tell her about the hearing."))
    sitting.answer(given("told", "yes"))
    return sitting


def test_answers_lead_to_an_outcome(desk: Desk) -> None:
    sitting = at_look(desk)
    assert sitting.standing.outcome == "look"
    assert sitting.standing.carried == {"finding"}


def test_what_was_kept_is_where_it_stands_when_opened_again(desk: Desk) -> None:
    sitting = at_look(desk)
    again = desk.resume(sitting.record.id)
    assert again.record == sitting.record
    assert again.standing == sitting.standing


def test_an_answer_that_cannot_be_kept_moves_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    sitting = desk.begin("small")

    def full(*_args: object, **_named: object) -> None:
        raise Refusal("The disk is full.")

    monkeypatch.setattr(Records, "append", full)
    with pytest.raises(Refusal, match="full"):
        sitting.answer(given("danger", "no"))
    assert sitting.standing.question == "danger"
    monkeypatch.undo()
    sitting.answer(given("danger", "no"))
    assert sitting.standing.question == "why"


def test_the_same_answer_again_is_no_event(desk: Desk) -> None:
    sitting = at_look(desk)
    before = sitting.record.entries
    sitting.answer(given("told", "yes"))
    assert sitting.record.entries == before


def test_a_change_is_previewed_without_being_kept(desk: Desk) -> None:
    sitting = at_look(desk)
    before = sitting.record
    change = sitting.preview(given("why", "idle"))
    assert change.set_aside == ("told",)
    assert change.after.outcome == "leave-it"
    assert sitting.record == before


def test_undo_takes_an_answer_back_and_the_history_keeps_both(desk: Desk) -> None:
    sitting = at_look(desk)
    sitting.undo()
    assert sitting.standing.question == "told"
    events = [entry.event for entry in desk.records.entries(sitting.record.id)]
    assert isinstance(events[-2], Given)
    assert isinstance(events[-1], Undone)
    sitting.redo()
    assert sitting.standing.outcome == "look"


def test_undo_still_works_after_the_record_was_closed(desk: Desk) -> None:
    sitting = desk.resume(at_look(desk).record.id)
    sitting.undo()
    assert sitting.standing.question == "told"


def test_an_outcome_is_reached_once_for_each_time_that_it_is_another(desk: Desk) -> None:
    sitting = at_look(desk)
    sitting.reached()
    sitting.reached()
    sitting.answer(given("told", "no"))
    sitting.reached()
    reached = [
        entry.event.outcome
        for entry in desk.records.entries(sitting.record.id)
        if isinstance(entry.event, Reached)
    ]
    assert reached == ["look", "leave-it"]


def test_a_change_after_the_outcome_was_seen_says_so(desk: Desk) -> None:
    sitting = at_look(desk)
    sitting.reached()
    sitting.answer(given("told", "no"))
    (changed,) = sitting.record.changes
    assert (changed.question, changed.after_outcome) == ("told", "look")


def test_half_typed_words_come_back_and_go_with_the_answer(desk: Desk) -> None:
    sitting = desk.begin("small")
    sitting.answer(given("danger", "no"))
    half = Answer(QuestionId("why"), reason="to te")
    sitting.draft(half)
    assert desk.resume(sitting.record.id).drafts() == {"why": half}
    sitting.answer(given("why", "find", "to tell"))
    assert sitting.drafts() == {}


def test_words_are_cleaned_of_what_no_file_can_hold(desk: Desk) -> None:
    sitting = desk.begin("small")
    sitting.answer(given("danger", "no"))
    sitting.answer(given("why", "find", "one\x0btwo\x00"))
    kept = sitting.given(QuestionId("why"))
    assert kept is not None
    assert kept.reason == "one\ntwo"


def test_only_the_fields_of_the_outcome_are_asked(desk: Desk) -> None:
    sitting = at_look(desk)
    assert [field.id for field in sitting.fields()] == ["next-step", "looked-on"]
    sitting.answer(given("told", "no"))
    assert [field.id for field in sitting.fields()] == ["next-step"]


def test_a_field_is_written_once_however_often_the_same_words_come(desk: Desk) -> None:
    sitting = at_look(desk)
    sitting.write(FieldId("next-step"), "Ring on Monday")
    before = sitting.record.entries
    sitting.write(FieldId("next-step"), "Ring on Monday")
    assert sitting.record.entries == before
    assert sitting.record.field("next-step") == "Ring on Monday"


def test_an_unfinished_record_is_not_made_ready(desk: Desk) -> None:
    sitting = desk.begin("small")
    with pytest.raises(Refusal, match="not reached an outcome"):
        sitting.make_ready()


def test_a_later_answer_opens_a_ready_record_again(desk: Desk) -> None:
    sitting = at_look(desk)
    sitting.make_ready()
    assert sitting.record.state is State.READY
    sitting.answer(given("told", "no"))
    assert sitting.record.state is State.OPEN


def test_an_export_is_kept_without_its_place(desk: Desk) -> None:
    sitting = at_look(desk)
    sitting.exported("docx", "case")
    assert desk.records.entries(sitting.record.id)[-1].event == Exported("docx", "case")


def test_the_list_says_in_words_where_a_record_stands(desk: Desk) -> None:
    sitting = desk.begin("small", " Case  4471 ")
    sitting.answer(given("danger", "no"))
    assert [(kept.reference, kept.place) for kept in desk.kept()] == [
        ("Case 4471", "Question 2, Purpose")
    ]
    sitting.answer(given("why", "idle", "none"))
    assert desk.kept()[0].place == "Leave it"
    assert desk.kept()[0].outcome == "leave-it"
