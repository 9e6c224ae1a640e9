"""What is still missing or wrong in an answer before it can be kept."""

import re
from dataclasses import dataclass
from datetime import date

from .markup import plain
from .pack import Field, Kind, Need, Question
from .replay import fits
from .text import LONGEST_TEXT
from .walk import Answer


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing to put right: `about` is "options", "text", "reason" or the id of a field."""

    about: str
    says: str


def faults(question: Question, answer: Answer, today: str = "") -> tuple[Fault, ...]:
    """Return everything that keeps `answer` from being accepted, in the order of the page.

    A required reason may wait where the pack says so (`reason_can_wait`): danger is never held up
    by a form. `today`, an ISO date, is what dates of the past are held against.
    """
    found = []
    if not fits(question, answer):
        says = "Choose an answer." if question.kind is Kind.ONE else "Choose one or more answers."
        found.append(Fault("options", says))
    if question.kind in (Kind.LINE, Kind.TEXT, Kind.DATE):
        found.extend(_text_faults("text", question.kind, answer.text, required=True))
    must = question.reason is Need.REQUIRED and not question.reason_can_wait
    asks = question.reason_asks
    found.extend(_text_faults("reason", Kind.TEXT, answer.reason, must, plain(asks)))
    for asked in asked_fields(question, answer):
        text = answer.field(asked.id)
        wrong = _text_faults(asked.id, asked.kind, text, asked.required, asked.ask)
        found.extend(wrong or _later(asked, text, today))
    return tuple(found)


def asked_fields(question: Question, answer: Answer) -> tuple[Field, ...]:
    """Return the fields of `question` that go with the options of `answer`."""
    chosen = set(answer.options)
    return tuple(f for f in question.fields if not f.only_for or not f.only_for.isdisjoint(chosen))


def _text_faults(
    about: str, kind: Kind, text: str, required: bool, ask: str = ""
) -> tuple[Fault, ...]:
    named = f"{_first_sentence(ask)}: " if ask else ""
    if not text.strip():
        missing = "this is needed."
        if about == "reason":
            missing = "write a few words." if ask else "write your reason in a few words."
        return (Fault(about, (named + missing)[:1].upper() + (named + missing)[1:]),) * required
    if len(text) > LONGEST_TEXT:
        much = f"{len(text):,} characters is more than the {LONGEST_TEXT:,} that fit"
        return (Fault(about, f"{named}{much}. Shorten it."),)
    if kind is Kind.DATE and not is_date(text):
        return (Fault(about, f"{named}write a date as day, month and year, such as 23 11 2026."),)
    return ()


def _later(asked: Field, text: str, today: str) -> tuple[Fault, ...]:
    """Return the fault of a date that cannot have come yet."""
    if not (asked.past and today and text.strip() > today):
        return ()
    says = f"{_first_sentence(asked.ask)}: this day has not come yet."
    return (Fault(asked.id, says),)


def _first_sentence(text: str) -> str:
    """Return the first sentence of `text`, without its full stop or question mark."""
    return re.split(r"[.?:](?:\s|$)", text.strip(), maxsplit=1)[0]


def is_date(text: str) -> bool:
    """Say whether `text` is a calendar date in ISO 8601 form (2026-11-23)."""
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return False
    return True
