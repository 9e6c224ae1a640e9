"""The closed language of conditions: five values, one function; nothing is ever run as code."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from .ids import DutyId, OptionId, QuestionId


class Condition:
    """A condition: one of the five values below, and nothing else."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Answered(Condition):
    """True where the question is on the path and any of the options was given."""

    question: QuestionId
    options: frozenset[OptionId]


@dataclass(frozen=True, slots=True)
class Carries(Condition):
    """True where the path carries any of the duties."""

    duties: frozenset[DutyId]


@dataclass(frozen=True, slots=True)
class All(Condition):
    """True where every part is; with no parts, always."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Some(Condition):
    """True where at least one part is; with no parts, never."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """True where the part is not."""

    part: Condition


Given = Mapping[QuestionId, frozenset[OptionId]]
"""The options given on the path, by question. An answer set aside is never in here."""


def holds(condition: Condition, given: Given, duties: AbstractSet[DutyId]) -> bool:
    """Say whether `condition` is true of the answers on the path and the duties they carry."""
    match condition:
        case Answered(question, options):
            return not options.isdisjoint(given.get(question, frozenset()))
        case Carries(wanted):
            return not wanted.isdisjoint(duties)
        case All(parts):
            return all(holds(part, given, duties) for part in parts)
        case Some(parts):
            return any(holds(part, given, duties) for part in parts)
        case Not(part):
            return not holds(part, given, duties)
        case _:
            raise TypeError(condition)


def atoms(condition: Condition) -> Iterator[Answered | Carries]:
    """Yield every part of `condition` that reads an answer or a duty, in the order written."""
    match condition:
        case Answered() | Carries():
            yield condition
        case All(parts) | Some(parts):
            for part in parts:
                yield from atoms(part)
        case Not(part):
            yield from atoms(part)
