"""Four peers on the same ladder as ours: opening it, a step, and leaving the path near its start.

The peers are installed into `.bench/`, each at one version; where one cannot be had, a sentence
stands in its place. Each runs in a process of its own, by what its own pages show.
"""

import math
import statistics
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.replay import stand, stand_again
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, Walk, walk_of
from guidance_app.packs.compiled import compiled, opened
from guidance_app.packs.digest import digest
from guidance_app.packs.shape import shape
from tests.bench.beside.course import LOADS, TENTH, course, loads
from tests.bench.beside.installed import Missing, bring
from tests.bench.beside.rungs import Rung, rungs
from tests.bench.ladders import ladder
from tests.bench.others import MEANS, Peer, measured, peers
from tests.bench.times import Row, row, timed

SIZES = (100, 1_000, 10_000)
LIMITS = (120.0, 120.0, 20.0)
"""How many seconds a peer has for a ladder of each size."""

LONG = 1_000
"""The length of the ladder for which a step, a change and the first opening have goals."""

TURNS = 5
"""How often an opening that has a goal, and the quickest peer's, are measured, turn by turn."""

TENTH_OF_A_MS = 0.1
"""How many milliseconds a step and a change may take in the core."""

KEPT = {
    "aside": "{:,} are set aside and named",
    "last task": "these in the data of the process, which was done once; in its last task {:,}",
    "kept": "whoever asks it still holds {:,} answers, and is not told which",
}
"""What more is said of the answers left behind, by what was counted."""


Openings = dict[str, Callable[[], Any]]
"""What opens a ladder of ours, by its name in what is found."""


@dataclass(frozen=True, slots=True)
class Said(Row):
    """A line of the table that is a sentence, and no time."""

    median: float = math.nan

    def __str__(self) -> str:
        return self.what


def rows() -> Iterator[Row]:
    """Yield the times of ours and of each peer, and what each makes of the answers left behind."""
    beside: list[Peer] = []
    for peer in peers():
        try:
            bring(peer.name)
            beside.append(peer)
        except Missing as missing:
            yield Said(f"{peer}: not measured, as {missing}.")
    for how in dict.fromkeys(peer.how for peer in beside if peer.how):
        yield Said(f"{how}: {MEANS[how]}")
    for size, limit in zip(SIZES, LIMITS, strict=True):
        openings = _openings(size)
        ours = _ours(size, openings)
        yield from _told("ours", size, ours, {})
        all_, loaded = rungs(size), dict[str, list[float]]()
        for peer in beside:
            if peer.over:
                yield Said(f"{peer}, {size:,} questions: not measured, as {peer.over}.")
                continue
            found, ended = measured(peer, all_, limit)
            yield from _told(str(peer), size, found, ours)
            if "load" in found:
                loaded[str(peer)] = found["load"]
            if ended:
                yield Said(f"{peer}, {size:,} questions: {ended}.")
                peer.over = f"{size:,} were too many"
        yield from judged(size, ours, loaded, partial(_by_turns, openings, beside, all_))


def _ours(size: int, openings: Openings) -> dict[str, Any]:
    """Return what is measured of ours."""
    found = {what: found for part in course(openings["load"], size) for what, found in part.items()}
    gathered = [_gathered(ladder(size), size) for _ in range(3)]
    return {**found, "again": loads(openings["again"]), "gathered": gathered}


def _openings(size: int) -> Openings:
    """Return what opens the ladder: for the first time, and once it was read and proved."""
    files = ladder(size)
    pack = shape(files).pack
    assert pack is not None
    form = compiled(pack)
    return {"load": lambda: _Ours(files), "again": lambda: _again(files, form)}


def _by_turns(
    openings: Openings, beside: list[Peer], all_: list[Rung], key: str, who: str
) -> tuple[list[float], list[float]]:
    """Return the times of an opening of ours, and of the loading of a peer, turn by turn."""
    peer = next(peer for peer in beside if str(peer) == who)
    limit = dict(zip(SIZES, LIMITS, strict=True))[len(all_)]
    ours, theirs = list[float](), list[float]()
    for _ in range(TURNS):
        ours += loads(openings[key])
        theirs += measured(peer, all_, limit, LOADS)[0].get("load", [])
    return ours, theirs


def _gathered(files: dict[str, bytes], size: int) -> float:
    """Return how long it takes after a change to name what is carried and what is set aside."""
    ours = _Ours(files)
    ours.fill(size)
    ours.change()
    return timed(ours.gather)


def _again(files: dict[str, bytes], form: str) -> Standing:
    """Open what was read and proved before, and know the first question, as the others do.

    The digest of the files leads to the form.
    """
    assert digest(files)
    pack = opened(form)
    assert pack is not None
    return stand(pack, Walk())


class _Ours:
    """The engine on the ladder, each step and change going on from where the walk stands."""

    def __init__(self, files: dict[str, bytes]) -> None:
        pack = shape(files).pack
        assert pack is not None
        self._pack, self._walk = pack, Walk()
        self._was = self._standing = stand(pack, self._walk)
        self._other = _answer(f"q{TENTH}", "b")  # what is given is made by whoever gives it

    def step(self) -> str | None:
        asked = self._standing.question
        assert asked is not None
        self._walk = self._walk.answer(_answer(asked, "a"))
        self._standing = stand_again(self._pack, self._standing, self._walk, asked)
        return self._standing.question

    def fill(self, to: int) -> None:
        if len(self._standing.path) != to:
            self._walk = walk_of(_answer(f"q{n}", "a") for n in range(to))
            self._standing = stand(self._pack, self._walk)

    def change(self) -> None:
        walk, self._was = self._walk.answer(self._other), self._standing
        self._standing = stand_again(self._pack, self._standing, walk, self._other.question)

    def gather(self) -> tuple[object, object]:
        """Ask for what the engine gathers only when it is asked."""
        return self._standing.duties, self._standing.aside

    def left(self) -> dict[str, int]:
        off = len(self._standing.path) - TENTH - 1
        return {
            "asks": int(not self._standing.done),
            "exports": off,
            "aside": len(self._standing.aside),
        }


def _answer(question: str, option: str) -> Answer:
    return Answer(QuestionId(question), (OptionId(option),))


_MEASURED = (
    ("load", "load"),
    ("again", "second opening, compiled"),
    ("step", "a step"),
    ("change", "tenth changed"),
    ("gathered", "carried and aside named after that"),
)
"""What is measured, by its name in what is found and in rows."""


def _told(who: str, size: int, found: dict[str, Any], ours: dict[str, Any]) -> Iterator[Row]:
    """Yield the rows of what was found, and the sentence of what is left behind."""
    for key, says in _MEASURED:
        if key in found:
            what = f"{who}, {size:,} questions: {says}"
            yield row(what, found[key], ours.get(key), series=f"{who}: {says}", size=size)
    if finish := found.get("finish"):
        yield row(f"{who}, {size:,} questions: sent after that", [finish])
    if "asks" in found:
        yield Said(f"  afterwards: {_left(found)}")
    if "says" in found:
        yield Said(f"  {found['says']}")


Turns = Callable[[str, str], tuple[list[float], list[float]]]
"""Measures an opening of ours and the loading of a peer once more, turn by turn."""


def judged(
    size: int, ours: dict[str, Any], loaded: dict[str, list[float]], turns: Turns
) -> Iterator[Row]:
    """Yield what of ours has a goal: beside the peer that loads in the least time, or a bound."""
    openings = [("again", "second opening, compiled", loaded)]
    if size == LONG:
        surveys = {who: times for who, times in loaded.items() if who.startswith("survey-core")}
        openings.append(("load", "load", surveys))
        for key, says in (("step", "a step"), ("change", "tenth changed")):
            what = f"ours, {size:,} questions: {says}, beside a tenth of a millisecond"
            yield row(what, ours[key], [TENTH_OF_A_MS], goal=1)
    for key, says, beside in openings:
        what = f"ours, {size:,} questions: {says}"
        who = min(beside, key=lambda name: statistics.median(beside[name]), default="")
        times, theirs = turns(key, who) if who else ([], [])
        if theirs:
            yield row(f"{what}, beside loading with {who}", times, theirs, goal=1)
        else:
            yield Said(f"{what}: not judged, as nothing stands beside it.")


def _left(found: dict[str, Any]) -> str:
    says = f"asks {found['asks']:,} and exports {found['exports']:,} of the questions left"
    for key, more in KEPT.items():
        if key in found:
            says += f"; {more.format(found[key])}"
    return says
