"""What may be asked of all walks through a pack, whoever finds the answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from guidance_app.core.condition import Condition
from guidance_app.core.ids import DutyId, NodeId, OptionId, OutcomeId, QuestionId
from guidance_app.core.pack import Pack

from .flow_search import Shown


@dataclass(frozen=True, slots=True)
class AtEnds:
    """A condition read where walks end, at any of some outcomes that some walk comes to.

    `when` is a condition of advice, or the duty that a condition raises. A duty is raised on the
    way too: `anywhere` asks whether it ever is, on the way to one of these outcomes.
    """

    when: Condition | DutyId
    outcomes: tuple[OutcomeId, ...]
    anywhere: bool = False


@dataclass(frozen=True, slots=True)
class Truths:
    """Whether a condition ever holds, whether it ever does not, and the shortest walk to it."""

    holds: bool
    fails: bool
    walk: Shown


class Possible(Protocol):
    """Says of a pack what some walk can do; each walk returned is the shortest that does it.

    None is what no walk does. An option is `NO_OPTION` where a question has a `next` of its own; a
    line is a place in that `next`, or in that of the option, and NOWHERE where none holds.
    """

    @property
    def pack(self) -> Pack:
        """The pack."""

    def reached(self, node: NodeId) -> Shown | None:
        """Return a walk that comes to the question or outcome, asked or not."""

    def asked(self, question: QuestionId) -> Shown | None:
        """Return a walk to where `question` is asked."""

    def passed(self, question: QuestionId) -> Shown | None:
        """Return a walk to where `question` is passed over."""

    def answered(self, question: QuestionId, option: OptionId) -> Shown | None:
        """Return a walk that gives `option`, or any answer."""

    def stuck(self, question: QuestionId, option: OptionId) -> Shown | None:
        """Return a walk that gives `option`, or any answer, and is led on by no line."""

    def won(self, question: QuestionId, option: OptionId) -> frozenset[int]:
        """Return the lines by which some walk is led on."""

    def line(
        self, question: QuestionId, option: OptionId, number: int, *, holds: bool
    ) -> Shown | None:
        """Return a walk on which the condition of a line holds, or on which it does not."""

    def before(self, other: QuestionId, question: QuestionId, *, asked: bool) -> bool:
        """Say whether a walk can have answered `other` when it comes to `question`, or is asked."""

    def at_ends(self, said: Sequence[AtEnds]) -> Sequence[Truths]:
        """Return what is true of each of `said`."""

    def unreasoned(self, outcome: OutcomeId) -> Shown | None:
        """Return a walk to `outcome` on which no reason was required."""
