"""The whole check of a pack, every walk proved."""

from collections.abc import Iterator
from datetime import date

from guidance_app.packs.check import check
from guidance_app.packs.shape import shape
from tests.bench.ladders import ladder
from tests.bench.packs import england
from tests.bench.times import Row, row, timed

TODAY = date(2026, 11, 23)


def rows() -> Iterator[Row]:
    """Yield the times for England, with its own tests, and for ladders."""
    yield row("Check of England, reading included", _times(england(), 5))
    for questions, rounds in ((100, 5), (1000, 3), (10_000, 1)):
        yield row(
            f"Check of a ladder of {questions:,} questions", _times(ladder(questions), rounds)
        )


def _times(files: dict[str, bytes], rounds: int) -> list[float]:
    return [timed(lambda: check(shape(files), TODAY)) for _ in range(rounds)]
