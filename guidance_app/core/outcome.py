"""What is advised: duties that answers add, and outcomes where walks end."""

from dataclasses import dataclass

from .condition import Condition
from .ids import ContactId, DutyId, OutcomeId, SourceId
from .kinds import Level, Part, Permits


@dataclass(frozen=True, slots=True)
class Duty:
    """Something an answer adds to whatever the outcome is; with `when`, a condition raises it."""

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
