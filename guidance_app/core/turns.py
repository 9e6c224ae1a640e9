"""What an outcome turned on: each answer that, given otherwise, would have ended elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass

from .ids import OptionId, OutcomeId, QuestionId
from .pack import Kind, Pack, Question
from .path import Step
from .replay import Replay, stand
from .standing import Standing
from .walk import Answer, Walk


@dataclass(frozen=True, slots=True)
class Turn:
    """An answer the outcome turned on: each other option, alone, and where it would have ended."""

    question: QuestionId
    otherwise: tuple[tuple[OptionId, OutcomeId], ...]


def turned_on(pack: Pack, walk: Walk, standing: Standing | None = None) -> tuple[Turn, ...]:
    """Return each single answer that, given otherwise, would have ended elsewhere, in path order.

    Only ends that the answers already given decide are counted: where another option would first
    ask something new, nobody can say where it would have ended. `standing` is where the walk
    stands, for whoever knows it already.
    """
    now = standing or stand(pack, walk)
    return tuple(_Turns(pack, walk, now).each()) if now.outcome is not None else ()


class _Turns:
    """Goes along a path that has ended, and off it at every other option."""

    def __init__(self, pack: Pack, walk: Walk, now: Standing) -> None:
        self._pack, self._walk, self._now = pack, walk, now
        self._last_read = dict(_last_read(pack, now))

    def each(self) -> Iterator[Turn]:
        """Yield the turns in path order."""
        replay = Replay(self._pack)
        passed = sorted(self._now.passed.items(), key=lambda item: item[1], reverse=True)
        for number, step in enumerate(self._now.path):
            while passed and passed[-1][1] <= number:
                replay.passed.update((passed.pop(),))
            question = self._pack.questions[step.question]
            ends = tuple(self._ends(replay, step, question)) if question.kind is Kind.ONE else ()
            if ends:
                yield Turn(step.question, ends)
            replay.keep(step)

    def _ends(
        self, replay: Replay, step: Step, question: Question
    ) -> Iterator[tuple[OptionId, OutcomeId]]:
        """Yield the other options that end elsewhere than the walk did."""
        for option in question.options:
            if option.id not in step.answer.options:
                end = self._end(replay.copy(), Answer(question.id, (option.id,)))
                if end is not None and end != self._now.outcome:
                    yield option.id, end

    def _end(self, branch: Replay, answer: Answer) -> OutcomeId | None:
        """Return where the walk ends with `answer`; None where it would first ask something."""
        path, question = self._now.path, answer.question
        onward, beside = branch.take(self._pack.questions[question], answer), True
        node = onward
        for node in branch.on(onward, self._walk):
            here = len(branch.path)
            if node in self._pack.questions and QuestionId(node) not in self._now.passed:
                beside = beside and here < len(path) and node == path[here].question
                if beside and self._last_read.get(question, 0) < here:
                    return self._now.outcome  # back on the path, and nothing reads the difference
        return OutcomeId(node) if node in self._pack.outcomes else None


def _last_read(pack: Pack, now: Standing) -> Iterator[tuple[QuestionId, int]]:
    """Yield each question with the number of the last step at which its answer is still read."""
    steps = [(step.question, number) for number, step in enumerate(now.path)]
    for question, number in sorted((*steps, *now.passed.items()), key=lambda item: item[1]):
        for read in now.given if pack.steered_by_duties else pack.reads[question]:
            yield read, number
