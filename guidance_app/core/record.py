"""A record and its events; replaying the events gives the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from guidance_app.sha import sha256

from .ids import FieldId, OutcomeId, PackId, QuestionId, RecordId
from .kinds import State
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
    parts = (before.encode(), record.encode(), b"%d" % number, at.encode(), kind.encode(), body)
    hashed = b"".join([len(part).to_bytes(8, "big") + part for part in parts])
    return sha256(hashed)


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
    fields: Mapping[FieldId, str] = field(default_factory=dict)
    reached: OutcomeId | None = None
    state: State = State.OPEN
    changes: tuple[Changed, ...] = ()
    answered_at: Mapping[QuestionId, str] = field(default_factory=dict)
    written_at: Mapping[FieldId, str] = field(default_factory=dict)
    touched_at: str = ""
    head: str = ""
    entries: int = 0

    def field(self, field_id: str) -> str:
        """Return what was written in the standing field, or an empty text."""
        return self.fields.get(FieldId(field_id), "")

    def when_answered(self, question: QuestionId) -> str:
        """Return when the answer to `question` was last given, or an empty text."""
        return self.answered_at.get(question, "")

    def when_written(self, field_id: FieldId) -> str:
        """Return when the standing field was last written, or an empty text."""
        return self.written_at.get(field_id, "")


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
    return sealed(apply(record, entry.event, entry.at), entry)


def sealed(record: Record, entry: Entry) -> Record:
    """Return `record`, to which the event of `entry` was applied, with `entry` as its last."""
    return replace(record, touched_at=entry.at, head=entry.digest, entries=entry.number)


def apply(record: Record, event: Event, at: str) -> Record:
    """Return `record` after `event`."""
    match event:
        case Started():
            return record
        case Described(reference):
            return replace(record, reference=reference)
        case Given(answer):
            return _moved(record, record.trail.answer(answer), answer.question, at)
        case Undone():
            return _moved(record, record.trail.undo(), record.trail.undoes, at)
        case Redone():
            return _moved(record, record.trail.redo(), record.trail.redoes, at)
        case Reached(outcome):
            return replace(record, reached=outcome)
        case Written(name, text):
            fields, times = {**record.fields, name: text}, {**record.written_at, name: at}
            return replace(record, fields=fields, written_at=times)
        case MadeReady():
            return replace(record, state=State.READY)
        case Exported():
            return record


def _moved(record: Record, trail: Trail, question: QuestionId | None, at: str) -> Record:
    """Return `record` with its walk replaced, noting what the answer to `question` was before."""
    if question is None:
        return replace(record, state=State.OPEN)
    was, now = record.trail.walk.given(question), trail.walk.given(question)
    changes, answered = record.changes, record.answered_at
    if was is not None and was != now:
        changes = (*changes, Changed(question, was, now, at, record.reached))
    if now is not None and was != now:
        answered = {**answered, question: at}
    return replace(record, trail=trail, changes=changes, answered_at=answered, state=State.OPEN)
