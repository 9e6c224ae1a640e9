"""Notes of the England pack: the first page is one page, whatever was typed."""

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pypdf
import pytest

from guidance_app.core.faults import asked_fields
from guidance_app.core.ids import OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Kind, Need, Pack, Part
from guidance_app.core.record import Reached, Record, Written, apply
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, walk_of
from guidance_app.note import files
from guidance_app.note.build import build, legal_request
from guidance_app.note.note import Heading, Note
from guidance_app.note.telling import fields_for
from guidance_app.packs.shelf import Shelf
from tests.house.house import ROOT
from tests.note.reading import pages, told
from tests.note.small import NOW, record_of
from tests.note.word import first_page
from tests.ui.england import shortest_walks

TALK = (
    "They talked about it at the visit on 12 November, with the family worker in the room. He said "
    "the posts were a joke between friends and that he had taken one down. He read the letter, "
    "asked whether his brother's page would be looked at too, and was told that it would not. "
)
TO_A_LOOK = {
    "danger": "no",
    "how-it-started": "thinking",
    "purpose": "one-fact",
    "legal-duty": "yes",
    "changes-a-decision": "yes",
    "whose-page": "third-party",
    "proceedings": "none",
    "open-routes": "unsafe-or-impossible",
    "openness": "told",
    "audience": "any-account-holder",
    "means": "council",
    "contact": "read-only",
    "earlier-looks": "none-known",
    "frequency": "once",
    "keeping": "one-item",
    "other-people": "some",
    "sensitive-facts": "might-see",
    "identity": "sure",
    "fairness": "yes",
    "procedure": "yes",
    "manager-agreement": "yes",
}
TO_NO_LOOK = {"danger": "no", "how-it-started": "thinking", "purpose": "background"}


@cache
def england() -> Pack:
    pack = Shelf((ROOT / "rules",)).load("england").pack
    assert pack is not None
    return pack


def standing(chosen: dict[str, str]) -> Standing:
    given = (Answer(QuestionId(q), (OptionId(option),)) for q, option in chosen.items())
    return stand(england(), walk_of(given))


def worker(chosen: dict[str, str], text: str) -> Record:
    """Return a record on which a worker typed `text` wherever there is room for it.

    PART in it becomes the part of the note that the words belong to.
    """
    stood = standing(chosen)
    answers = tuple(_answer(step.answer, text) for step in stood.path)
    record = record_of(answers, {}, pack=england())
    assert stood.outcome is not None
    record = apply(record, Reached(stood.outcome), NOW)
    for field in fields_for(england(), stood):
        said = {Kind.DATE: "2026-11-25", Kind.CHOICE: (*field.choices, "")[0]}.get(field.kind, text)
        said = said.replace("PART", field.part)
        record = apply(record, Written(field.id, said), NOW)
    return record


def _answer(answer: Answer, text: str) -> Answer:
    question = england().questions[answer.question]
    text = text.replace("PART", question.part)
    fields = tuple(
        (field.id, "2026-11-18" if field.kind is Kind.DATE else text)
        for field in asked_fields(question, answer)
    )
    return replace(answer, reason="" if question.reason is Need.NONE else text, fields=fields)


def long_walks() -> Iterator[dict[str, str]]:
    """Yield a walk to each outcome whose note is not a short one, told in full."""
    for outcome, walk in shortest_walks(england()).items():
        if not england().outcomes[outcome].short_note:
            yield {question: options[0] for question, options in walk}


def note(chosen: dict[str, str], text: str) -> Note:
    return build(england(), worker(chosen, text), NOW)


TEXTS = {
    "word": "Yes.",
    "line": TALK[:100],
    "talk": TALK,
    "long": TALK * 6,
    "lines": "line\n" * 60,
    "wide": "WIDE WORDS " * 30,
    "unheld": "漢字" * 90,
    "emoji": "😀" * 200,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_first_page_of_a_pdf_is_one_page(text: str) -> None:
    first = pages(files.render(note(TO_A_LOOK, text), "pdf"))[0]
    assert "Filled in by the manager." in first


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_the_first_page_of_a_word_file_is_one_page(text: str) -> None:
    notes = [note(TO_A_LOOK, text), *(note(chosen, text) for chosen in long_walks())]
    assert len(notes) > 10
    for made in notes:
        high, room = first_page(files.render(made, "docx"))
        assert high <= room


def test_a_note_that_nobody_looked_is_one_page() -> None:
    pdf = files.render(note(TO_NO_LOOK, TALK[:100]), "pdf")
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) == 1


def test_the_first_page_keeps_the_order_that_supervision_needs() -> None:
    planned = [section.title for section in england().note.sections]
    blocks = note(TO_A_LOOK, TALK).blocks
    assert [b.text for b in blocks if isinstance(b, Heading)][: len(planned)] == planned


def test_it_reaches_the_outcomes_that_it_says() -> None:
    ends = [standing(chosen).outcome for chosen in (TO_A_LOOK, TO_NO_LOOK)]
    assert ends == [OutcomeId("one-open-look"), OutcomeId("do-not-look")]


@pytest.mark.parametrize(
    ("part", "other"), [(Part.CASE, Part.PRACTICE), (Part.PRACTICE, Part.CASE)]
)
def test_neither_part_holds_words_of_the_other(part: Part, other: Part) -> None:
    words = told(build(england(), worker(TO_A_LOOK, "Words for PART."), NOW, part))
    assert f"Words for {part}." in words
    assert f"Words for {other}." not in words


def test_no_id_stands_in_a_note() -> None:
    words = told(note(TO_A_LOOK, "Yes."))
    ids = [name for name in (*england().questions, *england().outcomes) if "-" in name]
    assert not [name for name in ids if f" {name} " in words]


def test_a_request_for_legal_advice_is_made() -> None:
    request = legal_request(england(), worker(TO_A_LOOK, TALK), NOW)
    assert pages(files.render(request, "pdf"))
