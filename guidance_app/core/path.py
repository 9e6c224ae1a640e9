"""The steps of a path, and the duties it carries: of its options, and of conditions it meets."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .condition import Answered, Carries, Condition, Given, atoms, holds
from .ids import DutyId, NodeId, QuestionId
from .pack import Duty
from .walk import Answer

Path = tuple["Step", ...]
"""The questions from the start to where a walk stands, each with its answer, in order."""

Because = Mapping[DutyId, list[QuestionId]]
"""The duties that options added on a path, each with the questions whose answers added it."""


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


def gathered(path: Path, given: Given, raises: tuple[Duty, ...]) -> tuple[Carried, ...]:
    """Return the duties that options on `path` added, in order, then those of `raises` it raises.

    `given` are the options given on `path`.
    """
    because: dict[DutyId, list[QuestionId]] = {}
    for step in path:
        for duty in step.adds:
            because.setdefault(duty, []).append(step.question)
    also = raised(raises, given, because.keys())
    return (
        *(Carried(duty, tuple(questions)) for duty, questions in because.items()),
        *(
            Carried(duty.id, tuple(_read_by(duty.when, given, because)))
            for duty in raises
            if duty.id in also
        ),
    )


def raised(raises: tuple[Duty, ...], given: Given, added: AbstractSet[DutyId]) -> frozenset[DutyId]:
    """Return the duties of `raises` that are raised and that no option on the path `added`.

    The conditions are taken once each, in the author's order; each sees what was raised before it.
    """
    duties = set(added)
    for duty in raises:
        if duty.when is not None and holds(duty.when, given, duties):
            duties.add(duty.id)
    return frozenset(duties.difference(added))


def _read_by(condition: Condition | None, given: Given, because: Because) -> Iterator[QuestionId]:
    """Yield the questions on the path whose answers `condition` reads and finds."""
    for atom in atoms(condition) if condition else ():
        match atom:
            case Answered(question, options) if options & given.get(question, frozenset()):
                yield question
            case Carries(duties):
                for duty in duties:
                    yield from because.get(duty, ())
