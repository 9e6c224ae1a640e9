"""The laws that whatever is said of any pack keeps, however hostile its files are."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from guidance_app.core.problem import Problem
from guidance_app.packs.check import Report, check
from guidance_app.packs.reader import LONGEST_TEXT
from guidance_app.packs.shape import Shaped

TODAY = date(2026, 11, 23)

LONGEST = LONGEST_TEXT + 1_000
"""The most characters of a message or a hint, which may name one text of the pack."""

_BREAK = re.compile(rb"\r\n|\r|\n")
_FULL_STOP = re.compile(r"[.?]”?$")
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def judged(shaped: Shaped, names: frozenset[str] = frozenset()) -> tuple[Report, list[str]]:
    """Return the whole check of a pack, and each law that it breaks; `names` are further files."""
    report = check(shaped, TODAY)
    return report, broken_laws(report.problems, shaped.files, names)


def broken_laws(
    problems: tuple[Problem, ...],
    files: Mapping[str, bytes],
    names: frozenset[str] = frozenset(),
) -> list[str]:
    """Return each law that one of `problems` in `files` breaks; `names` are further files."""
    lines = {re.sub(f"{_UNSEEN.pattern}|[\t\n]", "\ufffd", name): 1 for name in names}
    lines |= {name: len(_BREAK.findall(data)) + 1 for name, data in files.items()}
    return [f"{said}: {problem}" for problem in problems for said in _broken_by(problem, lines)]


def _broken_by(problem: Problem, lines: Mapping[str, int]) -> Iterator[str]:
    """Yield each law that `problem` breaks in files of so many `lines`."""
    place = problem.place
    if place.file not in lines:
        yield "It stands in no file"
    elif not 1 <= place.line <= lines[place.file]:
        yield f"It stands past the {lines[place.file]} lines of the file"
    if place.column < 1:
        yield "It stands before the first column"
    if not _FULL_STOP.search(problem.message):
        yield "It is no sentence"
    if not problem.hint.strip():
        yield "It does not say what to do"
    for said in (place.file, problem.message, problem.hint):
        if len(said) > LONGEST:
            yield f"It is {len(said)} characters long"
        if _UNSEEN.search(said):
            yield "It holds what cannot be seen"
