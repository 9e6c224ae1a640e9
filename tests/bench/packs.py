"""Reading a pack, beside PyYAML's C parser alone on the same bytes."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import yaml

from guidance_app.packs.check import check
from guidance_app.packs.compiled import compiled, opened
from guidance_app.packs.digest import digest
from guidance_app.packs.shape import shape
from tests.bench.dense import dense
from tests.bench.ladders import ladder
from tests.bench.times import Row, by_turns, row, timed

TODAY = date(2026, 11, 23)

ENGLAND = Path(__file__).parents[2] / "rules" / "england"


def england() -> dict[str, bytes]:
    """Return the files of the England pack, its scenarios included."""
    paths = sorted(ENGLAND.rglob("*.yaml"))
    return {path.relative_to(ENGLAND).as_posix(): path.read_bytes() for path in paths}


def rows() -> Iterator[Row]:
    """Yield the times for England, for ladders and for packs in which everything is conditional."""
    yield from _compared("England", england(), 20)
    for questions, rounds in ((100, 20), (1000, 7), (10_000, 3)):
        for kind, made in (("a ladder", ladder), ("a dense pack", dense)):
            yield from _compared(kind, made(questions), rounds, questions)


def _compared(
    kind: str, files: dict[str, bytes], rounds: int, questions: int | None = None
) -> Iterator[Row]:
    """Yield reading, checking and opening again beside the parser; England's tests are left out."""
    pack = shape(files).pack
    assert pack is not None
    form = compiled(pack)
    works = (
        lambda: _parse(files),
        lambda: shape(files),
        lambda: check(shape(files), TODAY),
        lambda: (digest(files), opened(form)),
    )
    times = by_turns(rounds, *(partial(timed, work) for work in works))
    name = kind if questions is None else f"{kind} of {questions:,} questions"
    says = ("read and shaped", "read and checked", "opened again, compiled")
    goals = (2.0, None if questions is None else 4.0, None)
    yield row(
        f"{name}: PyYAML's C parser alone", times[0], series=f"{kind}: parsed", size=questions
    )
    for what, taken, goal in zip(says, times[1:], goals, strict=True):
        series = f"{kind}: {what}"
        yield row(f"{name}: {what}", taken, times[0], series=series, size=questions, goal=goal)


def _parse(files: dict[str, bytes]) -> None:
    for data in files.values():
        yaml.load(data, yaml.CBaseLoader)  # noqa: S506 – builds texts only
