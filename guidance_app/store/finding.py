"""Finds records: by words, by when they were touched, by their outcome and their state."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from guidance_app.core.kinds import State

from .kept import Kept
from .words import as_asked

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

COLUMNS = "id, reference, pack, version, begun_at, touched_at, state, outcome, place"

_STATES = {state.value: state for state in State}

_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")


class Wanted(Struct, frozen=True):
    """What is looked for; left empty, a part asks for nothing. Days are ISO 8601, inclusive.

    Every word has to be there, in the reference, in the outcome, or among the words written, of
    which the beginning is enough; or it is the state ("ready"). A word that is a day or a month
    (2026-11) is one of the dates.
    """

    words: str = ""
    since: str = ""
    until: str = ""
    outcome: str = ""
    state: State | None = None


ANY = Wanted()


class Found(Struct, frozen=True):
    """Records that were found, the one touched last first, and how many there are in all."""

    kept: tuple[Kept, ...]
    count: int


def find(connection: apsw.Connection, wanted: Wanted, most: int, *, oldest: bool = False) -> Found:
    """Return the records that are `wanted`, at most `most` of them (-1: all). Raises apsw.Error."""
    where, given = _where(wanted)
    counted = f"SELECT count(*) FROM record WHERE {where}"  # noqa: S608 – of our own words alone
    listed = (
        f"SELECT {COLUMNS} FROM record WHERE {where} "  # noqa: S608 – of our own words alone
        f"ORDER BY turn {'ASC' if oldest else 'DESC'} LIMIT ?"
    )
    rows = connection.execute(listed, (*given, most))
    found = tuple(map(as_kept, rows))
    whole = most < 0 or len(found) < most
    return Found(found, len(found) if whole else connection.execute(counted, given).get)


def as_kept(row: Iterable[Any]) -> Kept:
    """Return the summary that stands in a row of `COLUMNS`."""
    name, reference, pack, version, begun_at, touched_at, state, outcome, place = row
    known = _STATES[state]
    return Kept(name, reference, pack, version, begun_at, touched_at, known, outcome, place)


def _where(wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    """Return the condition for a row of `record`, and what is put into it."""
    parts: list[tuple[str, tuple[str, ...]]] = [("1", ())]
    if wanted.since:
        parts.append(("substr(touched_at, 1, 10) >= ?", (wanted.since,)))
    if wanted.until:
        parts.append(("substr(touched_at, 1, 10) <= ?", (wanted.until,)))
    if wanted.outcome:
        parts.append(("outcome = ?", (wanted.outcome,)))
    if wanted.state is not None:
        parts.append(("state = ?", (wanted.state.value,)))
    parts.extend(map(_word, wanted.words.split()))
    return " AND ".join(part for part, _ in parts), tuple(g for _, given in parts for g in given)


def _word(word: str) -> tuple[str, tuple[str, ...]]:
    if _DAY.fullmatch(word):
        return "(touched_at LIKE ? OR begun_at LIKE ?)", (f"{word}%", f"{word}%")
    part = "%" + re.sub(r"([%_\\])", r"\\\1", word) + "%"
    like = "reference LIKE ? ESCAPE '\\' OR place LIKE ? ESCAPE '\\' OR state LIKE ?"
    if not any(letter.isalnum() for letter in word):
        return f"({like})", (part, part, "")
    return f"({like} OR born IN ({_SAID}))", (part, part, word, as_asked(word))


_SAID = "SELECT rowid FROM said WHERE said MATCH ?"
