"""Makes plain words of a pack's texts, a worker's typing and the dates of a record."""

import re
from datetime import datetime

from guidance_app.core.days import write_date
from guidance_app.core.kinds import Kind
from guidance_app.core.pack import Pack, Question
from guidance_app.core.text import tidy, visible
from guidance_app.core.walk import Answer

_TERM = re.compile(r"\[([^\[\]|\n]{1,80})(?:\|([^\[\]|\n]{1,80}))?\]")
_STRONG = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*", re.DOTALL)


def plain(pack: Pack, text: str) -> str:
    """Return a text of `pack` without its markup: terms and strong words as words."""

    def word(found: re.Match[str]) -> str:
        words, name = found.groups()
        known = (name or words).strip().lower().replace(" ", "-") in pack.terms
        return words if known else found.group()

    return _STRONG.sub(r"\1", _TERM.sub(word, typed(text)))


def typed(text: str) -> str:
    """Return a worker's words as typed; what no file can hold goes, overrides are shown."""
    return visible(tidy(text))


def in_words(pack: Pack, question: Question, answer: Answer) -> str:
    """Return what was answered: the options in the pack's words, or the text that was typed."""
    if question.kind in (Kind.ONE, Kind.SEVERAL):
        chosen = [option.say for option in question.options if option.id in answer.options]
        return "; ".join(plain(pack, say) for say in chosen)
    return field_text(question.kind, answer.text)


def field_text(kind: Kind, text: str) -> str:
    """Return what was written in a field: a date for people, other words as typed."""
    return day(text) if kind is Kind.DATE else typed(text)


def day(iso: str) -> str:
    """Return an ISO date for people, such as 23 November 2026; anything else as typed."""
    return write_date(typed(iso))


def moment(iso: str) -> str:
    """Return an ISO time for people, to the minute, with its offset; anything else as typed."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return typed(iso)
    return f"{day(iso)}, {when:%H:%M} {when.tzname() or ''}".strip()
