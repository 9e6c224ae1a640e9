"""The whole check of a pack, every walk proved, and the other proofs that authors ask for."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from guidance_app.core.pack import Pack
from guidance_app.packs.check import check
from guidance_app.packs.compare import compare
from guidance_app.packs.mutation import Mutation, mutation
from guidance_app.packs.own_tests import OwnTests, own_tests
from guidance_app.packs.scenarios import run
from guidance_app.packs.shape import shape
from guidance_app.packs.suggest import suggested
from tests.bench.packs import TODAY, england
from tests.bench.times import Row, row, timed
from tests.packs.flat import flat


def rows() -> Iterator[Row]:
    """Yield the times for England, with its own tests, and for a flat pack."""
    yield row("Check of England, reading included", _checks(england(), 5))
    yield from _proofs(*_pack(england()))
    yield row("Check of 231 questions in a flat list, 221 advices", _checks(flat(), 3))


def _proofs(pack: Pack, tests: OwnTests) -> Iterator[Row]:
    one = tests.scenarios
    thousand = [replace(one[n % len(one)], name=f"Number {n}") for n in range(1000)]
    yield row("1,000 scenarios of England", _times(lambda: run(pack, thousand, {}), 5))
    yield row("Suggest: all scenarios of England anew", _times(lambda: suggested(pack, ()), 3))
    edited, _ = _pack(_edited(england()))
    yield row("Compare: England with one edited", _times(lambda: compare(pack, edited), 3))
    scores: list[Mutation] = []
    taken = timed(lambda: scores.append(mutation(pack, tests)))
    faults = scores[0].noticed + len(scores[0].unnoticed)
    yield row(f"Mutation: {scores[0].noticed:,} of {faults:,} faults noticed", [taken])


def _edited(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return England as somebody may edit it: an urgent check is only for those in danger."""
    was, now = b"next: one-urgent-check", b"next: get-help-first"
    assert was in files["questions.yaml"]
    return files | {"questions.yaml": files["questions.yaml"].replace(was, now)}


def _pack(files: dict[str, bytes]) -> tuple[Pack, OwnTests]:
    shaped = shape(files)
    assert shaped.pack is not None
    return shaped.pack, own_tests(shaped.pack, shaped.tests, [])


def _checks(files: dict[str, bytes], rounds: int) -> list[float]:
    return _times(lambda: check(shape(files), TODAY), rounds)


def _times(work: Callable[[], object], rounds: int) -> list[float]:
    return [timed(work) for _ in range(rounds)]
