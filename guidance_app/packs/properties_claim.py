"""What may be claimed of every walk through a pack."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from guidance_app.core.ids import DutyId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Level, Permits
from guidance_app.core.problem import Place


class Mode(StrEnum):
    """What is claimed of the walks that a property is about."""

    ALWAYS = "always"
    NEVER = "never"
    POSSIBLE = "possible"


class Strength(StrEnum):
    """Whether a pack that does not keep a property is wrong, or only weaker than it should be."""

    MUST = "must"
    SHOULD = "should"


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be said of a walk that has ended; all of it together. None and empty say nothing.

    `answers` are questions on the walk, each with options of which one was given. `carrying` are
    all carried, `carrying_none` are none; `asked` are all on the walk. `looks` and `together` are
    said of all walks at once: exactly these outcomes permit one look, or looking together.
    """

    answers: tuple[tuple[QuestionId, frozenset[OptionId]], ...] = ()
    outcome: frozenset[OutcomeId] | None = None
    outcome_not: frozenset[OutcomeId] = frozenset()
    permits: frozenset[Permits] | None = None
    level: frozenset[Level] | None = None
    carrying: frozenset[DutyId] = frozenset()
    carrying_none: frozenset[DutyId] = frozenset()
    asked: frozenset[QuestionId] = frozenset()
    first: QuestionId | None = None
    at_most: int | None = None
    looks: frozenset[OutcomeId] | None = None
    together: frozenset[OutcomeId] | None = None

    def parts(self) -> "Iterator[Claim]":
        """Yield the least claims that together are this one; none where it says nothing."""
        if self.outcome is not None:
            yield Claim(outcome=self.outcome)
        yield from (Claim(outcome_not=frozenset({name})) for name in sorted(self.outcome_not))
        if self.permits is not None:
            yield Claim(permits=self.permits)
        if self.level is not None:
            yield Claim(level=self.level)
        yield from (Claim(answers=(answer,)) for answer in self.answers)
        yield from (Claim(carrying=frozenset({name})) for name in sorted(self.carrying))
        yield from (Claim(carrying_none=frozenset({name})) for name in sorted(self.carrying_none))
        yield from (Claim(asked=frozenset({name})) for name in sorted(self.asked))
        if self.first is not None:
            yield Claim(first=self.first)
        if self.at_most is not None:
            yield Claim(at_most=self.at_most)
        if self.looks is not None:
            yield Claim(looks=self.looks)
        if self.together is not None:
            yield Claim(together=self.together)


@dataclass(frozen=True, slots=True)
class Property:
    """What holds for all walks: in each case, those of which one claim is true keep another."""

    name: str
    place: Place
    cases: tuple[tuple[Claim, Claim], ...]
    mode: Mode = Mode.ALWAYS
    strength: Strength = Strength.MUST
    id: str = ""
    reason: str = ""
