"""Reading a pack, beside PyYAML's C parser alone on the same bytes."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from guidance_app.packs.shape import shape
from tests.bench.ladders import ladder
from tests.bench.times import Row, by_turns, row, timed

ENGLAND = Path(__file__).parents[2] / "rules" / "england"


def england() -> dict[str, bytes]:
    """Return the files of the England pack, its scenarios included."""
    paths = sorted(ENGLAND.rglob("*.yaml"))
    return {path.relative_to(ENGLAND).as_posix(): path.read_bytes() for path in paths}


def rows() -> Iterator[Row]:
    """Yield the times for England and for ladders."""
    yield from _compared("England", england(), 20)
    for questions, rounds in ((100, 20), (1000, 5), (10_000, 3)):
        yield from _compared(f"A ladder of {questions:,} questions", ladder(questions), rounds)


def _compared(name: str, files: dict[str, bytes], rounds: int) -> Iterator[Row]:
    def parse() -> None:
        for data in files.values():
            yaml.load(data, yaml.CBaseLoader)  # noqa: S506 – builds texts only

    parsed, shaped = by_turns(rounds, lambda: timed(parse), lambda: timed(lambda: shape(files)))
    yield row(f"{name}: PyYAML's C parser alone", parsed)
    yield row(f"{name}: read and shaped", shaped, than=parsed)
