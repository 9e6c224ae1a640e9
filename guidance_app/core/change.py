"""What would happen if an answer were changed."""

from dataclasses import dataclass

from .ids import DutyId, QuestionId
from .pack import Pack
from .replay import stand, stand_again
from .standing import Standing
from .walk import Answer, Walk


@dataclass(frozen=True, slots=True)
class Difference:
    """How one standing differs from another.

    `set_aside` are no longer on the path, `brought_back` are on it and were not.
    """

    before: Standing
    after: Standing
    set_aside: tuple[QuestionId, ...]
    brought_back: tuple[QuestionId, ...]
    gained: tuple[DutyId, ...]
    lost: tuple[DutyId, ...]

    @property
    def asked_next(self) -> QuestionId | None:
        """The question that would have to be answered next, or None."""
        return self.after.question

    @property
    def moves(self) -> bool:
        """Whether the path, the outcome or the duties would be others."""
        return bool(
            self.set_aside
            or self.brought_back
            or self.gained
            or self.lost
            or self.before.outcome != self.after.outcome
            or self.before.question != self.after.question
        )


@dataclass(frozen=True, slots=True)
class Change(Difference):
    """What giving `answer` would do, its own question left out. Nothing has changed yet."""

    answer: Answer


def between(before: Standing, after: Standing) -> Difference:
    """Return how `after` differs from `before`."""
    carried, carries = before.carried, after.carried
    return Difference(
        before=before,
        after=after,
        set_aside=tuple(q for q in before.given if q not in after.given),
        brought_back=tuple(q for q in after.given if q not in before.given),
        gained=tuple(c.duty for c in after.duties if c.duty not in carried),
        lost=tuple(c.duty for c in before.duties if c.duty not in carries),
    )


def preview(pack: Pack, walk: Walk, answer: Answer, before: Standing | None = None) -> Change:
    """Return what giving `answer` to `walk` would set aside, ask anew, and where it would end.

    `before` is where the walk stands, for whoever knows it already.
    """
    was = before or stand(pack, walk)
    moved = between(was, stand_again(pack, was, walk.answer(answer), answer.question))
    return Change(
        before=moved.before,
        after=moved.after,
        set_aside=tuple(q for q in moved.set_aside if q != answer.question),
        brought_back=tuple(q for q in moved.brought_back if q != answer.question),
        gained=moved.gained,
        lost=moved.lost,
        answer=answer,
    )
