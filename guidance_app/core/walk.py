"""One person's answers through one pack, in the order given."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .ids import FieldId, OptionId, QuestionId


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one question: options, or text for a question without options."""

    question: QuestionId
    options: tuple[OptionId, ...] = ()
    text: str = ""
    reason: str = ""
    fields: tuple[tuple[FieldId, str], ...] = ()

    def field(self, field_id: str) -> str:
        """Return what was written in the field, or an empty text."""
        return next((text for name, text in self.fields if name == field_id), "")


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """The answers, at most one to a question, in the order the questions were first answered.

    `anew` holds those that were given in place of one in `first`: where an answer is given anew,
    only these few are copied, however long the walk is.
    """

    first: Mapping[QuestionId, Answer] = field(default_factory=dict)
    anew: Mapping[QuestionId, Answer] = field(default_factory=dict)

    def __eq__(self, other: object) -> bool:
        """Say whether `other` is a walk with the same answers in the same order."""
        return isinstance(other, Walk) and self.answers == other.answers

    def __hash__(self) -> int:
        """Return the hash of the answers in order."""
        return hash(self.answers)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers in order."""
        return tuple({**self.first, **self.anew}.values())

    def answer(self, answer: Answer) -> "Walk":
        """Return this walk with `answer` given, in place of an earlier one to the same question."""
        if answer.question in self.first:
            return Walk(self.first, {**self.anew, answer.question: answer})
        return Walk({**self.first, answer.question: answer}, self.anew)

    def without(self, question: QuestionId) -> "Walk":
        """Return this walk with no answer to `question`."""
        return walk_of(answer for answer in self.answers if answer.question != question)

    def given(self, question: QuestionId) -> Answer | None:
        """Return the answer given to `question`, on the path or not, or None."""
        return self.anew.get(question) or self.first.get(question)


def walk_of(answers: Iterable[Answer]) -> Walk:
    """Return the walk on which `answers` were given, one after the other."""
    return Walk({answer.question: answer for answer in answers})
