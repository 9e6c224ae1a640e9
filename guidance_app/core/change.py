"""What would happen if an answer were changed, and what an outcome turned on."""

from dataclasses import dataclass

from .ids import DutyId, OptionId, OutcomeId, QuestionId
from .pack import Kind, Pack
from .walk import Answer, Standing, Walk, stand


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
    was_on, is_on = set(before.asked), set(after.asked)
    return Difference(
        before=before,
        after=after,
        set_aside=tuple(q for q in before.asked if q not in is_on),
        brought_back=tuple(q for q in after.asked if q not in was_on),
        gained=tuple(c.duty for c in after.duties if c.duty not in before.carried),
        lost=tuple(c.duty for c in before.duties if c.duty not in after.carried),
    )


def preview(pack: Pack, walk: Walk, answer: Answer) -> Change:
    """Return what giving `answer` to `walk` would set aside, ask anew, and where it would end."""
    moved = between(stand(pack, walk), stand(pack, walk.answer(answer)))
    return Change(
        before=moved.before,
        after=moved.after,
        set_aside=tuple(q for q in moved.set_aside if q != answer.question),
        brought_back=tuple(q for q in moved.brought_back if q != answer.question),
        gained=moved.gained,
        lost=moved.lost,
        answer=answer,
    )


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer the outcome turned on: each other option, alone, and where it would have ended."""

    question: QuestionId
    otherwise: tuple[tuple[OptionId, OutcomeId], ...]


def turned_on(pack: Pack, walk: Walk) -> tuple[Turn, ...]:
    """Return each single answer that, given otherwise, would have ended elsewhere, in path order.

    Only ends that the answers already given decide are counted: where another option would first
    ask something new, nobody can say where it would have ended.
    """
    now = stand(pack, walk)
    if now.outcome is None:
        return ()
    turns = []
    for step in now.path:
        question = pack.questions[step.question]
        if question.kind is not Kind.ONE:
            continue
        ends = tuple(
            (option.id, end)
            for option in question.options
            if option.id not in step.answer.options
            and (end := stand(pack, walk.answer(Answer(step.question, (option.id,)))).outcome)
            and end != now.outcome
        )
        if ends:
            turns.append(Turn(step.question, ends))
    return tuple(turns)
