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


@dataclass(frozen=True, slots=True)
class Walk:
    """The answers, at most one to a question, in the order the questions were first answered."""

    by_question: Mapping[QuestionId, Answer] = field(default_factory=dict)

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers in order."""
        return tuple(self.by_question.values())

    def answer(self, answer: Answer) -> "Walk":
        """Return this walk with `answer` given, in place of an earlier one to the same question."""
        return Walk({**self.by_question, answer.question: answer})

    def without(self, question: QuestionId) -> "Walk":
        """Return this walk with no answer to `question`."""
        return Walk({name: a for name, a in self.by_question.items() if name != question})

    def given(self, question: QuestionId) -> Answer | None:
        """Return the answer given to `question`, on the path or not, or None."""
        return self.by_question.get(question)


def walk_of(answers: Iterable[Answer]) -> Walk:
    """Return the walk on which `answers` were given, one after the other."""
    return Walk({answer.question: answer for answer in answers})
