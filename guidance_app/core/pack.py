"""A pack as values: what is asked, where each answer leads, and what is advised at the end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from .condition import Condition
from .ids import (
    ContactId,
    DutyId,
    FieldId,
    NodeId,
    OptionId,
    OutcomeId,
    PackId,
    QuestionId,
    SourceId,
    StepId,
    TermId,
)


class Kind(StrEnum):
    """How a question or a field is answered. Conditions can read only ONE and SEVERAL."""

    ONE = "one"
    SEVERAL = "several"
    LINE = "line"
    TEXT = "text"
    DATE = "date"
    CHOICE = "choice"  # fields only


class Need(StrEnum):
    """Whether a question wants the practitioner's own words."""

    REQUIRED = "required"
    INVITED = "invited"
    NONE = "none"


class Level(StrEnum):
    """How an outcome is shown; always with a word and a shape, never by colour alone."""

    STOP = "stop"
    PAUSE = "pause"
    ACT = "act"
    OPEN = "open"


class Permits(StrEnum):
    """How far an outcome lets the worker go. Ranked: nothing < together < one-look."""

    NOTHING = "nothing"
    TOGETHER = "together"
    ONE_LOOK = "one-look"

    @property
    def rank(self) -> int:
        """0 for nothing, 1 for together, 2 for one look."""
        return list(Permits).index(self)


class Part(StrEnum):
    """Which part of a note a text belongs to: the person's file, or supervision."""

    CASE = "case"
    PRACTICE = "practice"


class Voice(StrEnum):
    """Whose voice a field's text is in; kept apart in the note."""

    FACT = "fact"
    SEEN = "seen"
    SAID = "said"
    THINK = "think"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Route:
    """One line of a `next` list: the first whose condition holds wins; None always holds."""

    to: NodeId
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A small fact written down with an answer; asked for the options in `only_for`, or for all if empty."""

    id: FieldId
    ask: str
    kind: Kind = Kind.LINE
    required: bool = False
    only_for: frozenset[OptionId] = frozenset()


@dataclass(frozen=True, slots=True)
class Option:
    """One allowed answer. Under a `several` question an option has no routes of its own."""

    id: OptionId
    say: str
    routes: tuple[Route, ...] = ()
    adds: tuple[DutyId, ...] = ()
    more: str = ""
    under: str = ""
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide. `routes` are its own where its kind is not ONE."""

    id: QuestionId
    ask: str
    short: str = ""
    step: StepId | None = None
    hint: str = ""
    why: str = ""
    more: str = ""
    kind: Kind = Kind.ONE
    options: tuple[Option, ...] = ()
    routes: tuple[Route, ...] = ()
    reason: Need = Need.NONE
    reason_asks: str = ""
    reason_can_wait: bool = False
    fields: tuple[Field, ...] = ()
    sources: tuple[SourceId, ...] = ()
    facts: tuple[str, ...] = ()
    ask_when: Condition | None = None
    otherwise: NodeId | None = None
    part: Part = Part.CASE

    @property
    def label(self) -> str:
        """The short name for lists and notes."""
        return self.short or self.ask

    def option(self, option_id: str) -> Option | None:
        """Return the option called `option_id`, or None."""
        return next((o for o in self.options if o.id == option_id), None)


@dataclass(frozen=True, slots=True)
class Duty:
    """Something an answer adds to whatever the outcome will be; `when` raises it by condition instead."""

    id: DutyId
    say: str
    sources: tuple[SourceId, ...] = ()
    facts: tuple[str, ...] = ()
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """One line of an outcome's lists, shown where `when` holds; may name a contact."""

    say: str
    when: Condition | None = None
    contact: ContactId | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a walk ends, and the advice there."""

    id: OutcomeId
    title: str
    level: Level
    permits: Permits
    summary: str = ""
    status: str = ""
    may: tuple[Advice, ...] = ()
    must_not: tuple[Advice, ...] = ()
    talk_to: tuple[Advice, ...] = ()
    record: tuple[Advice, ...] = ()
    follow_up: str = ""
    sources: tuple[SourceId, ...] = ()
    facts: tuple[str, ...] = ()
    part: Part = Part.CASE
    short_note: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Law, guidance, case or policy that a text rests on. Dates are ISO 8601 text, or empty."""

    id: SourceId
    title: str
    kind: str = ""
    where: str = ""
    link: str = ""
    read: str = ""
    checked_on: str = ""
    checked_by: str = ""
    review_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to talk to, by role; `how` is empty until the council fills it in."""

    id: ContactId
    role: str
    how: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary and its plain meaning."""

    id: TermId
    term: str
    means: str


@dataclass(frozen=True, slots=True)
class RecordField:
    """A standing field of a record, filled in once an outcome is reached; a blank never blocks."""

    id: FieldId
    ask: str
    hint: str = ""
    kind: Kind = Kind.TEXT
    choices: tuple[str, ...] = ()
    required: bool = False
    for_outcomes: frozenset[OutcomeId] = frozenset()
    for_permits: frozenset[Permits] = frozenset()
    never_with: frozenset[DutyId] = frozenset()
    voice: Voice = Voice.FACT
    part: Part = Part.CASE
    withhold: bool = False


@dataclass(frozen=True, slots=True)
class NoteSection:
    """One heading of the note's first page and what it shows: question and field ids, in order."""

    id: str
    title: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotePlan:
    """The order of the note's first page; `looked` is the date field that makes the status 'Looked once'."""

    sections: tuple[NoteSection, ...] = ()
    looked: FieldId | None = None


@dataclass(frozen=True, slots=True)
class Sayings:
    """Words that the program prints everywhere for this pack."""

    every_page: str = ""
    every_outcome: str = ""
    every_export: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    unreviewed: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What an author wants warned of. `reading_age` in years; None warns of nothing."""

    words_per_question: int | None = None
    reading_age: int | None = None
    longest_walk: int | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a pack, and when (ISO 8601, or empty)."""

    by: tuple[str, ...] = ()
    on: str = ""


@dataclass(frozen=True)
class Pack:
    """A versioned set of guidance with one purpose. Mappings keep the author's order.

    `help_now` is the outcome whose advice is one press away on every page, without a record.
    """

    id: PackId
    title: str
    version: str
    start: NodeId
    digest: str = ""
    status: str = "draft"
    applies_in: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    owner: str = ""
    approved: Approval = field(default_factory=Approval)
    review_by: str = ""
    language: str = "en-GB"
    help_now: OutcomeId | None = None
    steps: Mapping[StepId, str] = field(default_factory=dict)
    limits: Limits = field(default_factory=Limits)
    says: Sayings = field(default_factory=Sayings)
    questions: Mapping[QuestionId, Question] = field(default_factory=dict)
    duties: Mapping[DutyId, Duty] = field(default_factory=dict)
    outcomes: Mapping[OutcomeId, Outcome] = field(default_factory=dict)
    sources: Mapping[SourceId, Source] = field(default_factory=dict)
    contacts: Mapping[ContactId, Contact] = field(default_factory=dict)
    terms: Mapping[TermId, Term] = field(default_factory=dict)
    fields: Mapping[FieldId, RecordField] = field(default_factory=dict)
    note: NotePlan = field(default_factory=NotePlan)

    @cached_property
    def raised(self) -> tuple[Duty, ...]:
        """The duties that a condition raises, in the author's order."""
        return tuple(duty for duty in self.duties.values() if duty.when is not None)

    @property
    def name(self) -> str:
        """Title and version, for people."""
        return f"{self.title}, version {self.version}"

    def nodes(self) -> Iterator[NodeId]:
        """Yield the id of every question, then of every outcome."""
        yield from self.questions
        yield from self.outcomes
