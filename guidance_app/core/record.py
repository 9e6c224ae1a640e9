"""A record and its events; replaying the events gives the record."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from .ids import FieldId, OutcomeId, PackId, QuestionId, RecordId
from .trail import Trail
from .walk import Answer


@dataclass(frozen=True, slots=True)
class Started:
    """A record was begun, about one person, one page, one question, one visit."""

    pack: PackId
    version: str
    digest: str
    reference: str = ""
    worker: str = ""
    role: str = ""
    team: str = ""
    practice: bool = False


@dataclass(frozen=True, slots=True)
class Described:
    """The reference of the record was written anew."""

    reference: str


@dataclass(frozen=True, slots=True)
class Given:
    """An answer was given, or given anew."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Undone:
    """The last answer was taken back."""


@dataclass(frozen=True, slots=True)
class Redone:
    """An answer taken back was given again."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An outcome was shown to the worker."""

    outcome: OutcomeId


@dataclass(frozen=True, slots=True)
class Written:
    """A standing field of the record was written."""

    field: FieldId
    text: str


@dataclass(frozen=True, slots=True)
class MadeReady:
    """The worker marked the record as ready for supervision."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A note was saved, printed or copied; never where to."""

    form: str
    part: str


Event = Started | Described | Given | Undone | Redone | Reached | Written | MadeReady | Exported


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in its place: numbered from 1, timed (UTC, ISO 8601 with offset), chained by digest.

    `digest` is the SHA-256, in hex, of the entry before it and of this one's own words: see `seal`.
    """

    number: int
    at: str
    event: Event
    before: str
    digest: str


def seal(before: str, record: str, number: int, at: str, kind: str, body: bytes) -> str:
    """Return the digest of an entry: SHA-256 over the digest before it and its parts.

    Each is hashed with its length before it.
    """
    hasher = hashlib.sha256()
    for part in (before, record, str(number), at, kind):
        text = part.encode()
        hasher.update(len(text).to_bytes(8, "big") + text)
    hasher.update(len(body).to_bytes(8, "big") + body)
    return hasher.hexdigest()


class State(StrEnum):
    """How far a record has come."""

    OPEN = "open"
    READY = "ready"


@dataclass(frozen=True, slots=True)
class Changed:
    """An answer given anew: what it was and became, when, and whether an outcome had been seen."""

    question: QuestionId
    was: Answer
    became: Answer | None
    at: str
    after_outcome: OutcomeId | None


@dataclass(frozen=True, slots=True)
class Record:
    """Everything kept about one piece of thinking, as its events left it."""

    id: RecordId
    started: Started
    begun_at: str
    reference: str
    trail: Trail = field(default_factory=Trail)
    fields: tuple[tuple[FieldId, str], ...] = ()
    reached: OutcomeId | None = None
    state: State = State.OPEN
    changes: tuple[Changed, ...] = ()
    answered_at: tuple[tuple[QuestionId, str], ...] = ()
    written_at: tuple[tuple[FieldId, str], ...] = ()
    touched_at: str = ""
    head: str = ""
    entries: int = 0

    def field(self, field_id: str) -> str:
        """Return what was written in the standing field, or an empty text."""
        return next((text for name, text in self.fields if name == field_id), "")

    def when_answered(self, question: QuestionId) -> str:
        """Return when the answer to `question` was last given, or an empty text."""
        return next((at for name, at in self.answered_at if name == question), "")

    def when_written(self, field_id: FieldId) -> str:
        """Return when the standing field was last written, or an empty text."""
        return next((at for name, at in self.written_at if name == field_id), "")


def replay(record_id: RecordId, entries: Iterable[Entry]) -> Record:
    """Return the record that `entries`, in order, add up to. The first has to be a Started."""
    record: Record | None = None
    for entry in entries:
        if record is None:
            if not isinstance(entry.event, Started):
                raise ValueError("a record begins with Started")
            record = Record(record_id, entry.event, entry.at, entry.event.reference)
        record = follow(record, entry)
    if record is None:
        raise ValueError("a record has at least one entry")
    return record


def follow(record: Record, entry: Entry) -> Record:
    """Return `record` with `entry`, the next of its entries, added."""
    return replace(
        apply(record, entry.event, entry.at),
        touched_at=entry.at,
        head=entry.digest,
        entries=entry.number,
    )


def apply(record: Record, event: Event, at: str) -> Record:
    """Return `record` after `event`."""
    match event:
        case Started():
            return record
        case Described(reference):
            return replace(record, reference=reference)
        case Given(answer):
            return _moved(record, record.trail.answer(answer), at)
        case Undone():
            return _moved(record, record.trail.undo(), at)
        case Redone():
            return _moved(record, record.trail.redo(), at)
        case Reached(outcome):
            return replace(record, reached=outcome)
        case Written(name, text):
            kept = {**dict(record.fields), name: text}
            times = {**dict(record.written_at), name: at}
            return replace(record, fields=tuple(kept.items()), written_at=tuple(times.items()))
        case MadeReady():
            return replace(record, state=State.READY)
        case Exported():
            return record


def _moved(record: Record, trail: Trail, at: str) -> Record:
    """Return `record` with its walk replaced, noting which earlier answers changed, and when."""
    was, now = record.trail.walk, trail.walk
    changes = tuple(
        Changed(before.question, before, after, at, record.reached)
        for before in was.answers
        if (after := now.given(before.question)) != before
    )
    fresh = {a.question: at for a in now.answers if was.given(a.question) != a}
    answered = {**dict(record.answered_at), **fresh}
    return replace(
        record,
        trail=trail,
        changes=record.changes + changes,
        answered_at=tuple(answered.items()),
        state=State.OPEN,
    )
