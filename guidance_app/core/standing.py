"""Where a walk stands: its path, what comes next, the duties, and what is set aside."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from .condition import Condition, Given, holds
from .ids import DutyId, NodeId, OutcomeId, QuestionId
from .walk import Answer, Walk

Added = Mapping[DutyId, tuple[QuestionId, ...]]
"""The duties that options added on the path, each with the questions whose answers added it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One question on the path, its answer, the duties that the answer named, and where it led."""

    question: QuestionId
    answer: Answer
    adds: tuple[DutyId, ...]
    to: NodeId


@dataclass(frozen=True, slots=True)
class Carried:
    """A duty that the path carries, and the questions whose answers added it."""

    duty: DutyId
    because: tuple[QuestionId, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a walk stands: its path, what comes next, and the duties so far.

    Exactly one of `question` (asked next), `outcome` (reached) and `stuck` (the pack leads nowhere
    from here, which a checked pack never does) is set. `walk` is all that was answered, on the path
    and aside. `given`, `added` and `passed` say again what the path holds, as `stand_again` goes on
    from it: the options given, the questions whose options added each duty, and after how many
    steps a question was passed by.
    """

    path: tuple[Step, ...] = ()
    question: QuestionId | None = None
    outcome: OutcomeId | None = None
    duties: tuple[Carried, ...] = ()
    walk: Walk = field(default_factory=Walk)
    stuck: bool = False
    given: Given = field(default_factory=dict, compare=False, repr=False)
    added: Added = field(default_factory=dict, compare=False, repr=False)
    passed: Mapping[QuestionId, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def done(self) -> bool:
        """Whether an outcome has been reached."""
        return self.outcome is not None

    @property
    def carried(self) -> frozenset[DutyId]:
        """The ids of the duties carried."""
        return frozenset(carried.duty for carried in self.duties)

    @property
    def asked(self) -> tuple[QuestionId, ...]:
        """The questions on the path, in order."""
        return tuple(self.given)

    @property
    def aside(self) -> tuple[Answer, ...]:
        """The answers that are not on the path, in the order of the walk; gathered when asked."""
        answers, given = self.walk.by_question, self.given
        if len(answers) == len(given):
            return ()
        if all(name == asked for name, asked in zip(answers, given, strict=False)):
            return self.walk.answers[len(given) :]
        return tuple(answer for name, answer in answers.items() if name not in given)

    def holds(self, condition: Condition | None) -> bool:
        """Say whether `condition` is true of where the walk stands; None always is."""
        return condition is None or holds(condition, self.given, self.carried)
