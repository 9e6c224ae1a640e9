"""Something wrong in a pack, as a value: collected, never raised, with a place and a hint."""

from dataclasses import dataclass, field
from enum import StrEnum

PlacePath = tuple[str | int, ...]
"""The way to an entry of a pack, e.g. ("questions", "danger", "options", "no", "next", 0)."""


class Severity(StrEnum):
    """How much a problem matters: E stops the use of a pack, W is for the author, I informs."""

    ERROR = "E"
    WARNING = "W"
    INFO = "I"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a text stands in a pack's files; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong, in one sentence; `message` names the ids that it is about in single quotes.

    `walk` is the shortest walk that shows a problem of the flow, as pairs of question and option
    ids.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    hint: str = ""
    walk: tuple[tuple[str, str], ...] = field(default=())

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} [{self.code}]"


def in_order(problems: tuple[Problem, ...] | list[Problem]) -> tuple[Problem, ...]:
    """Return `problems` by file, line, column and code, each said once."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda p: (p.place, p.code, p.message)))


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Say whether any of `problems` stops the pack from being used."""
    return any(problem.severity is Severity.ERROR for problem in problems)
