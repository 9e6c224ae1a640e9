"""Every text of a pack that somebody reads on the screen or in a note, with the way to it."""

from collections.abc import Iterator
from typing import NamedTuple

from guidance_app.core.pack import Advice, Outcome, Pack, Question
from guidance_app.core.problem import PlacePath


class Said(NamedTuple):
    """One text and the way to it. `label` is whether it is a heading or a name and no sentence."""

    path: PlacePath
    text: str
    label: bool = False


def texts(pack: Pack) -> Iterator[Said]:
    """Yield every text of `pack` that a practitioner reads, except the titles of its sources."""
    for said in _all(pack):
        if said.text:
            yield said


def advice(outcome: Outcome) -> Iterator[tuple[str, tuple[Advice, ...]]]:
    """Yield the four lists of `outcome`, each by its key."""
    yield "may", outcome.may
    yield "must-not", outcome.must_not
    yield "talk-to", outcome.talk_to
    yield "record", outcome.record


def _all(pack: Pack) -> Iterator[Said]:
    yield from _of_the_pack(pack)
    for question in pack.questions.values():
        yield from _of_question(question)
    for duty in pack.duties.values():
        yield Said(("duties", duty.id, "say"), duty.say)
    for outcome in pack.outcomes.values():
        yield from _of_outcome(outcome)
    for contact in pack.contacts.values():
        yield Said(("contacts", contact.id, "role"), contact.role, label=True)
        yield Said(("contacts", contact.id, "how"), contact.how)
    for term in pack.terms.values():
        yield Said(("terms", term.id, "term"), term.term, label=True)
        yield Said(("terms", term.id, "means"), term.means)
    for field in pack.fields.values():
        way = ("fields", field.id)
        yield Said((*way, "ask"), field.ask)
        yield Said((*way, "hint"), field.hint)
        for number, choice in enumerate(field.choices):
            yield Said((*way, "choices", number), choice, label=True)
    for section in pack.note.sections:
        yield Said(("note", "sections", section.id, "title"), section.title, label=True)


def _of_the_pack(pack: Pack) -> Iterator[Said]:
    yield Said(("title",), pack.title, label=True)
    for step, name in pack.steps.items():
        yield Said(("steps", step), name, label=True)
    says = pack.says
    yield Said(("says", "every-page"), says.every_page)
    yield Said(("says", "every-outcome"), says.every_outcome)
    yield Said(("says", "unreviewed"), says.unreviewed)
    for number, text in enumerate(says.every_export):
        yield Said(("says", "every-export", number), text)
    for number, text in enumerate(says.about):
        yield Said(("says", "about", number), text)


def _of_question(question: Question) -> Iterator[Said]:
    """Yield its texts; most of them are empty in most questions, and those are not made at all."""
    way = ("questions", question.id)
    if question.short:
        yield Said((*way, "short"), question.short, label=True)
    for key, text in (
        ("ask", question.ask),
        ("hint", question.hint),
        ("why", question.why),
        ("more", question.more),
        ("reason-asks", question.reason_asks),
    ):
        if text:
            yield Said((*way, key), text)
    for option in question.options:
        inner = (*way, "options", option.id)
        if option.under:
            yield Said((*inner, "under"), option.under, label=True)
        yield Said((*inner, "say"), option.say)
        if option.more:
            yield Said((*inner, "more"), option.more)
    for field in question.fields:
        yield Said((*way, "fields", field.id, "ask"), field.ask)


def _of_outcome(outcome: Outcome) -> Iterator[Said]:
    way = ("outcomes", outcome.id)
    yield Said((*way, "title"), outcome.title, label=True)
    yield Said((*way, "status"), outcome.status, label=True)
    yield Said((*way, "summary"), outcome.summary)
    for key, lines in advice(outcome):
        for number, line in enumerate(lines):
            yield Said((*way, key, number, "say"), line.say)
    yield Said((*way, "follow-up"), outcome.follow_up)
