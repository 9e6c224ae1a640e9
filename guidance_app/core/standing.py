"""Where a walk stands: its path, what comes next, the duties, and what is set aside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .condition import Condition, Given, holds
from .ids import DutyId, OutcomeId, QuestionId
from .pack import Duty
from .path import Carried, Path, gathered
from .walk import Answer, Walk


@dataclass(frozen=True)
class Standing:
    """Where a walk stands: its path, what comes next, and what the duties follow from.

    One of `question` (asked next) and `outcome` (reached) is set; neither, where the pack leads
    nowhere from here, which a checked pack never does. `walk` is all that was answered, on the path
    and aside. `given`, `added` and `passed` say again what the path holds, as `stand_again` goes on
    from it: the options given, and after how many steps a duty was first added and a question
    passed by. `raises` are the duties that the pack raises by a condition. Whatever else follows
    from these is gathered once, when it is asked for.
    """

    path: Path = ()
    question: QuestionId | None = None
    outcome: OutcomeId | None = None
    walk: Walk = field(default_factory=Walk)
    given: Given = field(default_factory=dict, compare=False, repr=False)
    added: Mapping[DutyId, int] = field(default_factory=dict, compare=False, repr=False)
    passed: Mapping[QuestionId, int] = field(default_factory=dict, compare=False, repr=False)
    raises: tuple[Duty, ...] = field(default=(), repr=False)

    @property
    def done(self) -> bool:
        """Whether an outcome has been reached."""
        return self.outcome is not None

    @cached_property
    def duties(self) -> tuple[Carried, ...]:
        """The duties carried, in order, with the questions whose answers added each."""
        return gathered(self.path, self.given, self.raises)

    @cached_property
    def carried(self) -> frozenset[DutyId]:
        """The ids of the duties carried."""
        return frozenset(carried.duty for carried in self.duties)

    @property
    def asked(self) -> tuple[QuestionId, ...]:
        """The questions on the path, in order."""
        return tuple(self.given)

    @cached_property
    def aside(self) -> tuple[Answer, ...]:
        """The answers that are not on the path, in the order of the walk."""
        on = len(self.given)
        if len(self.walk.first) == on:
            return ()
        answers = self.walk.answers
        if all(step.answer is answer for step, answer in zip(self.path, answers, strict=False)):
            return answers[on:]
        return tuple(answer for answer in answers if answer.question not in self.given)

    def holds(self, condition: Condition | None) -> bool:
        """Say whether `condition` is true of where the walk stands; None always is."""
        return condition is None or holds(condition, self.given, self.carried)
