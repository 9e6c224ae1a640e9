"""What a list of records shows of each: a summary that follows its events one by one."""

from dataclasses import dataclass, replace

from guidance_app.core.ids import PackId, RecordId
from guidance_app.core.kinds import State
from guidance_app.core.record import (
    Described,
    Event,
    Given,
    MadeReady,
    Redone,
    Started,
    Undone,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One record in the list; times are UTC, ISO 8601 with offset.

    `outcome` is the id of the outcome that the walk stands at, or empty, and `place` says in a few
    words where it stands; both as the desk last said.
    """

    id: RecordId
    reference: str
    pack: PackId
    version: str
    begun_at: str
    touched_at: str
    state: State = State.OPEN
    outcome: str = ""
    place: str = ""


def begun(record_id: RecordId, event: Started, at: str) -> Kept:
    """Return the summary of a record just begun."""
    return Kept(record_id, event.reference, event.pack, event.version, at, at)


def follow(kept: Kept, event: Event, at: str, outcome: str | None, place: str | None) -> Kept:
    """Return the summary after `event`; an outcome or a place of None stays as it was."""
    after = replace(
        kept,
        touched_at=at,
        outcome=kept.outcome if outcome is None else outcome,
        place=kept.place if place is None else place,
    )
    match event:
        case Described(reference):
            return replace(after, reference=reference)
        case Given() | Undone() | Redone():
            return replace(after, state=State.OPEN)
        case MadeReady():
            return replace(after, state=State.READY)
        case _:
            return after
