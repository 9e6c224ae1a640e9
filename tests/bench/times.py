"""Times, and rows of a table of them."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: milliseconds, and the ratio to what it is compared with, if any."""

    what: str
    median: float
    worst: float | None = None
    ratio: float | None = None

    def __str__(self) -> str:
        worst = f"{self.worst:10.2f}" if self.worst is not None else " " * 10
        ratio = f"{self.ratio:7.2f}" if self.ratio is not None else ""
        return f"{self.what:58} {self.median:10.2f} {worst} {ratio}".rstrip()


def timed(work: Callable[[], object]) -> float:
    """Return how many milliseconds `work` takes."""
    begun = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - begun) / 1e6


def row(what: str, times: list[float], than: list[float] | None = None) -> Row:
    """Return the row of `times`; the ratio is that of the medians."""
    median = statistics.median(times)
    ratio = median / statistics.median(than) if than else None
    return Row(what, median, percentile(times, 99) if len(times) >= 100 else None, ratio)


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
