"""Undo and redo of answers, as a value."""

from dataclasses import dataclass, field

from .walk import Answer, Walk


@dataclass(frozen=True, slots=True)
class Trail:
    """A walk with the walks before it and those undone after it."""

    walk: Walk = field(default_factory=Walk)
    past: tuple[Walk, ...] = ()
    undone: tuple[Walk, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is an answer to take back."""
        return bool(self.past)

    @property
    def can_redo(self) -> bool:
        """Whether an answer was taken back that can be given again."""
        return bool(self.undone)

    def answer(self, answer: Answer) -> "Trail":
        """Return the trail with `answer` given; what had been undone can no longer be redone."""
        return Trail(self.walk.answer(answer), (*self.past, self.walk))

    def undo(self) -> "Trail":
        """Return the trail one answer back; where there is none, this trail."""
        if not self.past:
            return self
        return Trail(self.past[-1], self.past[:-1], (self.walk, *self.undone))

    def redo(self) -> "Trail":
        """Return the trail with the answer last undone given again, or this trail if none was."""
        if not self.undone:
            return self
        return Trail(self.undone[0], (*self.past, self.walk), self.undone[1:])
