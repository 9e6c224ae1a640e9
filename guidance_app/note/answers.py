"""Answers, reasons and fields as words of a note, in full or shortened for the first page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from guidance_app.core.faults import asked_fields
from guidance_app.core.ids import FieldId, QuestionId
from guidance_app.core.kinds import Kind, Need
from guidance_app.core.pack import Pack, Question, RecordField
from guidance_app.core.text import written
from guidance_app.core.walk import Answer

from .note import Words
from .telling import Telling
from .wording import field_text, in_words, moment, plain, typed


def answer_words(
    telling: Telling, answer: Answer, *, when: bool = True, brief: bool = False
) -> Iterator[Words]:
    """Yield what was answered to a question, its reason, and the small facts beside it.

    A `brief` reason stands under its answer without being asked for again, unless it is missing.
    """
    pack, question = telling.pack, telling.pack.questions[answer.question]
    said = in_words(pack, question, answer)
    at = moment(telling.record.when_answered(question.id)) if when else ""
    typed = question.kind not in (Kind.ONE, Kind.SEVERAL)
    missing = typed and not said.strip()
    yield Words(plain(pack, question.label), said, typed=typed, when=at, missing=missing)
    for reason in reason_words(pack, question, answer):
        yield replace(reason, label="") if brief and not reason.missing else reason
    for field in asked_fields(question, answer):
        text = field_text(field.kind, answer.field(field.id))
        yield from _words(plain(pack, field.ask), text, field.required)


def reason_words(pack: Pack, question: Question, answer: Answer) -> Iterator[Words]:
    """Yield the reason given with an answer; a required one that is blank is NOT WRITTEN DOWN."""
    label = plain(pack, question.reason_asks) or "Reason"
    yield from _words(label, field_text(Kind.TEXT, answer.reason), question.reason is Need.REQUIRED)


def field_words(telling: Telling, field: RecordField, *, when: bool = True) -> Iterator[Words]:
    """Yield what was written in a standing field, in its voice."""
    at = telling.record.when_written(field.id)
    text = field_text(field.kind, telling.record.field(field.id))
    needed = field.required and not (field.after_look and _awaits_look(telling))
    for words in _words(plain(telling.pack, field.ask), text, needed):
        yield replace(words, voice=field.voice, when=moment(at) if at and when else "")


def shown(telling: Telling, names: Iterable[str]) -> Iterator[Words]:
    """Yield what is told of each question or field called in `names`, in that order."""
    steps = {step.question: step.answer for step in telling.steps}
    fields = {field.id: field for field in telling.fields}
    for name in names:
        if answer := steps.get(QuestionId(name)):
            yield from answer_words(telling, answer, when=False, brief=True)
        elif field := fields.get(FieldId(name)):
            yield from field_words(telling, field, when=False)
        else:
            yield from _beside_answers(telling, name)


def _beside_answers(telling: Telling, name: str) -> Iterator[Words]:
    """Yield the small fact called `name` beside an answer on the path."""
    for step in telling.steps:
        for field in asked_fields(telling.pack.questions[step.question], step.answer):
            if field.id == name:
                text = field_text(field.kind, step.answer.field(field.id))
                yield from _words(plain(telling.pack, field.ask), text, field.required)


def _awaits_look(telling: Telling) -> bool:
    """Say whether a look was offered whose day is not written down: it may not have been made."""
    name = telling.pack.note.looked
    return name is not None and not looked_on(telling) and telling.offers(name)


def looked_on(telling: Telling) -> str:
    """Return the day of the look as it was written down, or an empty text."""
    name = telling.pack.note.looked
    asked = name is not None and telling.offers(name)
    return typed(telling.record.field(name)) if name is not None and asked else ""


def _words(label: str, text: str, required: bool) -> Iterator[Words]:
    missing = required and not written(text)
    if missing or text.strip():
        yield Words(label, "" if missing else text, typed=True, missing=missing)
