"""A pack as values: what is asked, where each answer leads, and what is advised at the end."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .condition import Answered, Carries
from .ids import (
    ContactId,
    DutyId,
    FieldId,
    NodeId,
    OutcomeId,
    PackId,
    QuestionId,
    SourceId,
    StepId,
    TermId,
)
from .kinds import Kind, Level, Need, Part, Permits, Voice
from .outcome import Advice, Duty, Outcome
from .problem import PlacePath
from .question import Field, Option, Question, Route

__all__ = [
    "Advice",
    "Approval",
    "Base",
    "Contact",
    "Duty",
    "Field",
    "Kind",
    "Level",
    "Limits",
    "Need",
    "NotePlan",
    "NoteSection",
    "Option",
    "Outcome",
    "Pack",
    "Part",
    "Permits",
    "Question",
    "RecordField",
    "Route",
    "Sayings",
    "Source",
    "Term",
    "Voice",
]


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
    """A standing field of a record, filled in once an outcome is reached; a blank never blocks.

    What is written `after_look` is not missed before the day of the look is written down.
    """

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
    after_look: bool = False


@dataclass(frozen=True, slots=True)
class NoteSection:
    """One heading of the note's first page and what it shows: question and field ids, in order."""

    id: str
    title: str
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotePlan:
    """The order of the note's first page; the date field `looked` makes it say 'Looked once'."""

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


@dataclass(frozen=True, slots=True)
class Base:
    """The pack that another one extends: which version, and the digest of its files."""

    id: PackId
    title: str
    version: str
    digest: str


@dataclass(frozen=True)
class Pack:
    """A versioned set of guidance with one purpose. Mappings keep the author's order.

    `help_now` is the outcome whose advice is one press away on every page, without a record. A pack
    that extends another names it in `extends`; `local` are the ways to all that is not its base's.
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
    extends: Base | None = None
    local: tuple[PlacePath, ...] = ()

    @cached_property
    def raised(self) -> tuple[Duty, ...]:
        """The duties that a condition raises, in the author's order."""
        return tuple(duty for duty in self.duties.values() if duty.when is not None)

    @cached_property
    def reads(self) -> Mapping[QuestionId, frozenset[QuestionId]]:
        """The questions whose answers decide whether each question is asked and where it leads."""
        return {
            question.id: frozenset(
                atom.question for atom in question.reads() if isinstance(atom, Answered)
            )
            for question in self.questions.values()
        }

    @cached_property
    def steered_by_duties(self) -> bool:
        """Whether anything is asked, or leads, by the duties carried."""
        return any(
            isinstance(atom, Carries)
            for question in self.questions.values()
            for atom in question.reads()
        )

    def local_to(self, kind: str, name: str) -> tuple[PlacePath, ...]:
        """Return the ways to what an overlay says of one entry: its whole way where it is new."""
        return tuple(path for path in self.local if path[:2] == (kind, name))

    @property
    def name(self) -> str:
        """Title and version, for people."""
        return f"{self.title}, version {self.version}"

    def advised(self, line: Advice) -> str:
        """Return what a line of advice says, whom it names, and how to reach them where known.

        Words that go on in lower case follow the role: "Your manager, before and after".
        """
        contact = self.contacts.get(line.contact) if line.contact is not None else None
        if contact is None:
            return line.say
        goes_on = f"{contact.role}, {line.say}" if line.say[:1].islower() else line.say
        how = f" ({contact.how})" if contact.how else ""
        return f"{goes_on or contact.role}{how}"

    def nodes(self) -> Iterator[NodeId]:
        """Yield the id of every question, then of every outcome."""
        yield from self.questions
        yield from self.outcomes
