"""The words of an event that a record can be found by, and how they are asked for."""

from guidance_app.core.record import Described, Event, Given, Started, Written

SAY = "INSERT OR REPLACE INTO said (rowid, words) VALUES (?, ?)"
"""Lets the entry of that number be found by its words."""


def words_of(event: Event) -> str:
    """Return what somebody typed in `event`, or an empty text."""
    match event:
        case Started(reference=reference) | Described(reference=reference):
            return reference
        case Given(answer):
            return " ".join((answer.text, answer.reason, *(text for _, text in answer.fields)))
        case Written(_, text):
            return text
        case _:
            return ""


def as_asked(word: str) -> str:
    """Return `word` as full text is asked for it: any word that begins with it."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"*'
