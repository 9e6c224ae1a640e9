"""Undo and redo of answers, as a value."""

from dataclasses import dataclass, field

from .ids import QuestionId
from .walk import Answer, Walk


@dataclass(frozen=True, slots=True)
class Move:
    """An answer that was given: what stood there before it, if anything did."""

    was: Answer | None
    became: Answer

    @property
    def question(self) -> QuestionId:
        """The question that was answered."""
        return self.became.question


@dataclass(frozen=True, slots=True)
class Trail:
    """A walk, with the moves that led to it and those undone after it."""

    walk: Walk = field(default_factory=Walk)
    past: tuple[Move, ...] = ()
    undone: tuple[Move, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether an answer was taken back that can be given again."""
        return bool(self.undone)

    @property
    def undoes(self) -> QuestionId | None:
        """The question whose answer is taken back next, if there is one."""
        return self.past[-1].question if self.past else None

    @property
    def redoes(self) -> QuestionId | None:
        """The question whose answer is given again next, if there is one."""
        return self.undone[0].question if self.undone else None

    def answer(self, answer: Answer) -> "Trail":
        """Return the trail with `answer` given; what had been undone can no longer be redone."""
        move = Move(self.walk.given(answer.question), answer)
        return Trail(self.walk.answer(answer), (*self.past, move))

    def undo(self) -> "Trail":
        """Return the trail one answer back; where there is none, this trail."""
        if not self.past:
            return self
        *before, move = self.past
        walk = self.walk.answer(move.was) if move.was else self.walk.without(move.question)
        return Trail(walk, tuple(before), (move, *self.undone))

    def redo(self) -> "Trail":
        """Return the trail with the answer last undone given again, or this trail if none was."""
        if not self.undone:
            return self
        move, *after = self.undone
        return Trail(self.walk.answer(move.became), (*self.past, move), tuple(after))
