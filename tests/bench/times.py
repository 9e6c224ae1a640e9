"""Times, and rows of a table of them."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

HEADS = f"{'':64} {'median':>10} {'99th':>10} {'ratio':>8} {'goal':>6}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: milliseconds, and the ratio to what it is compared with, if any.

    `goal` is the ratio that it may have at most. Rows of one `series`, each with the `size` of what
    was measured, are drawn as one line, and tell how the time grows.
    """

    what: str
    median: float
    worst: float | None = None
    ratio: float | None = None
    series: str = ""
    size: int | None = None
    goal: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the goal is met; None where there is none."""
        if self.goal is None or self.ratio is None:
            return None
        return self.ratio <= self.goal

    def __str__(self) -> str:
        worst = f"{self.worst:10.2f}" if self.worst is not None else " " * 10
        ratio = f"{self.ratio:8.2f}" if self.ratio is not None else " " * 8
        goal = f"{self.goal:6.2f}" if self.goal is not None else ""
        missed = " missed" if self.met is False else ""
        return f"{self.what:64} {self.median:10.2f} {worst} {ratio} {goal}{missed}".rstrip()


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds `work` takes."""
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def row(
    what: str,
    times: list[float],
    than: list[float] | None = None,
    *,
    series: str = "",
    size: int | None = None,
    goal: float | None = None,
) -> Row:
    """Return the row of `times`; the ratio is that of the medians."""
    median = statistics.median(times)
    ratio = median / statistics.median(than) if than else None
    worst = percentile(times, 99) if len(times) >= 100 else None
    return Row(what, median, worst, ratio, series, size, goal)


def percentile(times: list[float], percent: int) -> float:
    """Return the time that `percent` of `times` do not exceed."""
    return statistics.quantiles(times, n=100, method="inclusive")[percent - 1]


def by_turns(rounds: int, *works: Callable[[], float]) -> list[list[float]]:
    """Return the times that each of `works` returns, turn by turn, after one turn unmeasured."""
    for work in works:
        work()
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for kept, work in zip(times, works, strict=True):
            kept.append(work())
    return times
