"""The words of an event that a record can be found by, and how they are asked for."""

from typing import cast

import apsw

from guidance_app.core.record import Described, Event, Given, Started, Written

from .events import from_json

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


def gather(connection: apsw.Connection) -> None:
    """Let every entry be found by its words, and nothing else be. Raises apsw.Error."""
    connection.execute("INSERT INTO said (said) VALUES ('delete-all')")
    rows = connection.execute("SELECT turn, kind, body FROM entry").fetchall()
    for turn, kind, body in cast("list[tuple[int, str, bytes]]", rows):
        if words := words_of(from_json(kind, body)):
            connection.execute(SAY, (turn, words))


def as_asked(word: str) -> str:
    """Return `word` as full text is asked for it: any word that begins with it."""
    doubled = word.replace('"', '""')
    return f'"{doubled}"*'
