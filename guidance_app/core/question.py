"""A question as values: what is asked, what may be answered, and where each answer leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from .condition import Answered, Carries, Condition, atoms
from .ids import DutyId, FieldId, NodeId, OptionId, QuestionId, SourceId, StepId
from .kinds import Kind, Need, Part


@dataclass(frozen=True, slots=True)
class Route:
    """One line of a `next` list: the first whose condition holds wins; None always holds."""

    to: NodeId
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A small fact written down with an answer.

    Asked for the options in `only_for`, or for all if empty. A date that is `past` is never
    after today.
    """

    id: FieldId
    ask: str
    kind: Kind = Kind.LINE
    required: bool = False
    only_for: frozenset[OptionId] = frozenset()
    past: bool = False


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

    def reads(self) -> Iterator[Answered | Carries]:
        """Yield what decides whether it is asked and where it leads, condition by condition."""
        routes = (*self.routes, *(route for option in self.options for route in option.routes))
        for condition in (self.ask_when, *(route.when for route in routes)):
            if condition is not None:
                yield from atoms(condition)

    def option(self, option_id: str) -> Option | None:
        """Return the option called `option_id`, or None."""
        for option in self.options:
            if option.id == option_id:
                return option
        return None
