"""A note tells what belongs in it, in its order, and nothing that does not."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Duty, Part
from guidance_app.core.walk import Answer
from guidance_app.note.build import CONFIDENTIAL_MARK, PRACTICE_MARK, build, legal_request
from guidance_app.note.note import NOT_WRITTEN, Heading, Note, PageBreak, Table, Words
from guidance_app.note.wording import typed
from tests.note.reading import FORMS, told, words_in
from tests.note.small import (
    FIND,
    LEAVE,
    LOOK,
    NOW,
    OUTCOMES,
    PACK,
    PRESSED_YES,
    WERE_TOLD,
    record_of,
)
from tests.strategies import DUTIES, packs_and_answers

NOT_TOLD = Answer(QuestionId("told"), (OptionId("no"),), reason="A secret reason.")


def headings(note: Note) -> list[str]:
    return [block.text for block in note.blocks if isinstance(block, Heading)]


def first_page(note: Note) -> Note:
    ends = note.blocks.index(PageBreak())
    return replace(note, blocks=note.blocks[:ends])


def words_under(note: Note, label: str) -> str:
    return next(b.spoken for b in note.blocks if isinstance(b, Words) and b.label == label)


def test_the_first_page_is_in_the_order_of_its_plan() -> None:
    said = headings(first_page(build(PACK, record_of(), NOW)))
    planned = [section.title for section in PACK.note.sections]
    assert [title for title in said if title in planned] == planned


def test_what_the_plan_does_not_place_comes_last() -> None:
    assert headings(first_page(build(PACK, record_of(), NOW)))[-2:] == [
        "What comes next",
        "For the manager",
    ]


def test_the_status_is_that_of_the_outcome() -> None:
    assert "Asked. A record of thinking, not an authority." in told(build(PACK, record_of(), NOW))


def test_a_look_that_was_written_down_is_the_status() -> None:
    note = build(PACK, record_of(fields={"looked": "2026-11-20"}), NOW)
    assert "Looked once on 20 November 2026." in told(note)


def test_a_look_on_what_is_no_day_is_not_said_to_be_on_it() -> None:
    words = told(build(PACK, record_of(fields={"looked": "last week"}), NOW))
    assert "Looked once, on a day that is not clear." in words
    assert "last week" in words


def test_an_unfinished_record_says_so() -> None:
    assert "Not finished." in told(build(PACK, record_of((FIND,)), NOW))


def test_a_required_reason_left_blank_is_not_written_down() -> None:
    blank = (replace(FIND, reason=" "), PRESSED_YES, WERE_TOLD)
    note = build(PACK, record_of(blank), NOW)
    assert words_under(note, "What is the question, in one sentence?") == NOT_WRITTEN


def test_a_required_reason_of_one_character_is_not_written_down() -> None:
    dot = (replace(FIND, reason="."), PRESSED_YES, WERE_TOLD)
    note = build(PACK, record_of(dot), NOW)
    assert words_under(note, "What is the question, in one sentence?") == NOT_WRITTEN


def test_a_required_field_left_blank_is_not_written_down() -> None:
    note = build(PACK, record_of(fields={}), NOW)
    assert words_under(note, "Is anyone at risk today?") == NOT_WRITTEN


def test_a_fact_required_with_an_answer_left_blank_is_not_written_down() -> None:
    note = build(PACK, record_of((replace(FIND, fields=()), PRESSED_YES, WERE_TOLD)), NOW)
    assert words_under(note, "Since when?") == NOT_WRITTEN


def test_what_was_only_invited_and_left_blank_is_not_told() -> None:
    bare = (FIND, PRESSED_YES, replace(WERE_TOLD, reason=""))
    assert told(build(PACK, record_of(bare), NOW)).count(NOT_WRITTEN) == 0


def test_what_somebody_said_stands_in_quotation_marks() -> None:
    assert words_under(build(PACK, record_of(), NOW), "What do they say about it?") == (
        "“It is not mine.”"
    )


def test_every_duty_names_the_answer_that_added_it() -> None:
    tables = [block for block in build(PACK, record_of(), NOW).blocks if isinstance(block, Table)]
    assert tables[0].rows[0] == ("Stop once the person is found.", "Purpose: To find somebody")


def test_an_answer_changed_after_the_outcome_is_on_the_first_page() -> None:
    record = record_of((*LOOK, replace(WERE_TOLD, reason="By letter.")), reached="look")
    page = told(first_page(build(PACK, record, NOW)))
    assert "Changed after an outcome had been seen:\nTold, on 23 November 2026" in page


def test_an_answer_set_aside_is_named() -> None:
    note = build(PACK, record_of((FIND, PRESSED_YES, NOT_TOLD, *LEAVE)), NOW)
    assert "Told" in told(note).split("Set aside")[1]


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_set_aside_is_never_told(form: str) -> None:
    note = build(PACK, record_of((FIND, PRESSED_YES, NOT_TOLD, *LEAVE)), NOW)
    assert "secret reason" not in words_in(note, form)


def test_a_short_outcome_makes_a_short_note() -> None:
    assert PageBreak() not in build(PACK, record_of(LEAVE), NOW).blocks


def test_a_short_note_is_told_in_full() -> None:
    reason = "word " * 300
    note = build(PACK, record_of((replace(LEAVE[0], reason=reason),)), NOW)
    assert reason in told(note)


@pytest.mark.parametrize("form", FORMS)
def test_the_case_part_holds_nothing_of_the_practice_part(form: str) -> None:
    words = words_in(build(PACK, record_of(), NOW, Part.CASE), form)
    assert not [w for w in ("Pressure", "Twice this week", "too close", "lead") if w in words]


@pytest.mark.parametrize("form", FORMS)
def test_the_practice_part_holds_nothing_of_the_case_part(form: str) -> None:
    words = words_in(build(PACK, record_of(), NOW, Part.PRACTICE), form)
    told_there = ("find somebody", "live now", "At the visit", "Nobody is.", "A garden", "number 5")
    assert not [w for w in told_there if w in words]


def test_both_parts_are_told_in_the_whole_note() -> None:
    words = told(build(PACK, record_of(), NOW))
    assert all(part in words for part in ("Twice this week.", "At the visit."))


def test_an_outcome_of_supervision_is_not_told_in_the_case_part() -> None:
    outcomes = {o.id: replace(o, part=Part.PRACTICE, may=()) for o in OUTCOMES}
    note = build(replace(PACK, outcomes=outcomes), record_of(), NOW, Part.CASE)
    assert "One open look" not in told(note)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_without_who_gave_it_leaves_them_out(form: str) -> None:
    note = build(PACK, record_of(), NOW, without_giver=True)
    assert "neighbour" not in words_in(note, form)


def test_a_copy_without_who_gave_it_says_so() -> None:
    note = build(PACK, record_of(), NOW, without_giver=True)
    assert "Who gave information is left out of this copy." in told(note)


def test_who_gave_it_is_told_otherwise() -> None:
    assert "A neighbour at number 5." in told(build(PACK, record_of(), NOW))


@pytest.mark.parametrize("form", FORMS)
def test_a_practice_record_is_marked_in_every_form(form: str) -> None:
    assert PRACTICE_MARK in words_in(build(PACK, record_of(practice=True), NOW), form)


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_says_in_every_form_that_it_is_not_reviewed(form: str) -> None:
    note = build(PACK, record_of(), NOW)
    assert "No lawyer has read this." in " ".join(words_in(note, form).split())


@pytest.mark.parametrize("part", [None, *Part])
def test_every_part_says_what_every_export_says(part: Part | None) -> None:
    assert "Nobody has checked these answers." in told(build(PACK, record_of(), NOW, part))


@pytest.mark.parametrize("form", FORMS)
def test_a_request_for_legal_advice_is_confidential_in_every_form(form: str) -> None:
    assert CONFIDENTIAL_MARK in words_in(legal_request(PACK, record_of(), NOW), form)


def test_a_request_for_legal_advice_does_not_say_who_gave_it() -> None:
    assert "neighbour" not in told(legal_request(PACK, record_of(), NOW))


def test_each_part_says_in_its_title_which_it_is() -> None:
    titles = {build(PACK, record_of(), NOW, part).title for part in (None, *Part)}
    assert len(titles) == 3


def test_the_first_page_names_nobody() -> None:
    assert "A. Worker" not in told(first_page(build(PACK, record_of(), NOW)))


@given(packs_and_answers())
@settings(max_examples=60)
def test_no_note_of_any_pack_skips_a_level_of_heading(drawn: tuple) -> None:  # type: ignore[type-arg]  # what is drawn is named where it is drawn
    pack, given_answers = drawn
    pack = replace(pack, duties={**{name: Duty(name, "Do.") for name in DUTIES}, **pack.duties})
    note = build(pack, record_of(tuple(given_answers), {}, pack=pack), NOW)
    levels = [1, *(block.level for block in note.blocks if isinstance(block, Heading))]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@given(st.text(max_size=40))
def test_the_reference_is_told_as_typed(reference: str) -> None:
    note = build(PACK, replace(record_of(), reference=reference), NOW)
    assert typed(reference) in told(note)
