"""What is measured of an engine on a ladder; also read by the peers' own Python."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, Protocol

SECONDS = 5.0
"""How long loading, and changing, may go on being repeated."""

WALK = 20.0
"""How long a walk may take before only some of its steps are measured."""

CHANGES = 20
"""How often the tenth answer is changed at most, each time after all is loaded and answered."""

LOADS = "loads"
"""The last word of a command that is to load only."""

PARTS = 10
TENTH = 9
"""The number of the question whose answer is changed, counted from nought."""


class Asked(Protocol):
    """A ladder that an engine has loaded, and the answers given to it."""

    def step(self) -> str | None:
        """Answer the question asked with a; return the next one, or None at the end."""

    def fill(self, to: int) -> None:
        """Answer all questions before number `to` with a, as fast as may be."""

    def change(self) -> None:
        """Answer the tenth question with b, and learn what is asked next."""

    def left(self) -> dict[str, int]:
        """Return how many questions off the path are still asked, and answers exported."""


def course(load: Callable[[], Asked], questions: int) -> Iterator[dict[str, Any]]:
    """Yield the milliseconds of loading, of steps, and of changing the tenth answer."""
    yield {"load": loads(load)}
    asked = load()
    yield {"step": _steps(asked, questions)}
    changes = [_ms(asked.change)]
    until = time.perf_counter() + SECONDS
    found = asked.left()
    while time.perf_counter() < until and len(changes) < CHANGES:
        asked = load()
        asked.fill(questions)
        changes.append(_ms(asked.change))
    yield {"change": changes[1:] or changes, **found}


def loads(load: Callable[[], object]) -> list[float]:
    """Return the milliseconds of up to five loads; one more goes before them, unmeasured."""
    until = time.perf_counter() + SECONDS
    times = [_ms(load)]
    while time.perf_counter() < until and len(times) < 6:
        times.append(_ms(load))
    return times[1:] or times


def _steps(asked: Asked, questions: int) -> list[float]:
    """Return the times of a walk: of all its steps, or of some in each tenth of a slow one."""
    times: list[float] = []
    for part in range(PARTS):
        at, end = part * questions // PARTS, (part + 1) * questions // PARTS
        asked.fill(at)
        until = time.perf_counter() + WALK / PARTS
        while at < end and time.perf_counter() < until:
            begun = time.perf_counter_ns()
            following = asked.step()
            times.append((time.perf_counter_ns() - begun) / 1e6)
            at += 1
            due = f"q{at}" if at < questions else None
            if following != due:
                raise ValueError(f"{following} is asked where {due} is due")
    asked.fill(questions)
    return times


def _ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def tell(found: Iterator[dict[str, Any]]) -> None:
    """Print each finding on a line of its own as soon as it is there; only loads, if so asked."""
    for each in islice(found, 1 if sys.argv[-1] == LOADS else None):
        sys.stdout.write(json.dumps(each) + "\n")
        sys.stdout.flush()
