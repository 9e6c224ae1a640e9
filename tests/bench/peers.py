"""Four peers on the same ladder as ours: opening it, a step, and leaving the path near its start.

The peers are installed into `.bench/`, each at one version; where one cannot be had, a sentence
stands in its place. Each runs in a process of its own, by what its own pages show.
"""

import json
import math
import re
import statistics
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Pack
from guidance_app.core.replay import stand, stand_again
from guidance_app.core.walk import Answer, Walk, walk_of
from guidance_app.packs.compiled import compiled, opened
from guidance_app.packs.digest import digest
from guidance_app.packs.shape import shape
from tests.bench.beside import forms
from tests.bench.beside.course import TENTH, course
from tests.bench.beside.installed import NODE, PINS, PYTHON, Missing, bring, node
from tests.bench.beside.rungs import Rung, rungs
from tests.bench.ladders import ladder
from tests.bench.times import Row, row, timed

SIZES = (100, 1_000, 10_000)
LIMITS = (120.0, 120.0, 20.0)
"""How many seconds a peer has for a ladder of each size."""

LONG = 1_000
"""The length of the ladder for which a step, a change and the first opening have goals."""

TENTH_OF_A_MS = 0.1
"""How many milliseconds a step and a change may take in the core."""

SURVEYS = ("trigger", "visibleIf", "onHidden", "calculated")
TABLES = ("passThrough", "alone")

MEANS = {
    "trigger": "a trigger completes the survey; defaults",
    "visibleIf": "a question shows by the last that may stop before it; defaults",
    "onHidden": "as visibleIf, with clearInvisibleValues set to onHidden",
    "calculated": "a question shows by a calculated value of all that may stop; defaults",
    "passThrough": "the table hands on what it was given, as the editor's new tables do",
    "alone": "the table answers with the next question alone",
    "raised": "Python's recursion limit and max_depth, 1,000 each, are raised",
}
"""How a peer is set, by the word for it in its rows."""

KEPT = {
    "aside": "{:,} are set aside and named",
    "last task": "these in the data of the process, which was done once; in its last task {:,}",
    "kept": "whoever asks it still holds {:,} answers, and is not told which",
}
"""What more is said of the answers left behind, by what was counted."""

BESIDE = Path(__file__).parent / "beside"


@dataclass(frozen=True, slots=True)
class Said(Row):
    """A line of the table that is a sentence, and no time."""

    median: float = math.nan

    def __str__(self) -> str:
        return self.what


@dataclass(slots=True)
class Peer:
    """Another program, how it is set, and what it reads."""

    name: str
    how: str
    script: str
    form: Callable[[list[Rung]], str]
    over: str = ""

    def __str__(self) -> str:
        return f"{self.name} {PINS[self.name]}{', ' if self.how else ''}{self.how}"


def peers() -> list[Peer]:
    """Return the peers; one that a setting mends is there with its defaults and with that."""
    survey, spiff, zen = "survey_course.mjs", "spiff_course.py", "zen_course.py"
    return [
        *(Peer("survey-core", how, survey, partial(forms.survey, how=how)) for how in SURVEYS),
        Peer("SpiffWorkflow", "", spiff, forms.process),
        Peer("SpiffWorkflow", "raised", spiff, forms.process),
        *(Peer("zen-engine", how, zen, partial(forms.decision, how=how)) for how in TABLES),
        Peer("pyxform", "", "pyxform_course.py", forms.xlsform),
    ]


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
        ours = _ours(size)
        yield from _told("ours", size, ours, {})
        all_, loads = rungs(size), dict[str, list[float]]()
        for peer in beside:
            if peer.over:
                yield Said(f"{peer}, {size:,} questions: not measured, as {peer.over}.")
                continue
            found, ended = _measured(peer, all_, limit)
            yield from _told(str(peer), size, found, ours)
            if "load" in found:
                loads[str(peer)] = found["load"]
            if ended:
                yield Said(f"{peer}, {size:,} questions: {ended}.")
                peer.over = f"{size:,} were too many"
        yield from judged(size, ours, loads)


def _ours(size: int) -> dict[str, Any]:
    """Return what is measured of ours."""
    files = ladder(size)
    found = {
        what: found for part in course(lambda: _Ours(files), size) for what, found in part.items()
    }
    pack = shape(files).pack
    assert pack is not None
    form = compiled(pack)
    again = [timed(lambda: _again(files, form)) for _ in range(20)]
    return {**found, "again": again, "gathered": [_gathered(files, size) for _ in range(3)]}


def _gathered(files: dict[str, bytes], size: int) -> float:
    """Return how long it takes after a change to name what is carried and what is set aside."""
    ours = _Ours(files)
    ours.fill(size)
    ours.change()
    return timed(ours.gather)


def _again(files: dict[str, bytes], form: str) -> Pack | None:
    """Open what was read and proved before: the digest of the files leads to the form."""
    assert digest(files)
    return opened(form)


class _Ours:
    """The engine on the ladder, each step and change going on from where the walk stands."""

    def __init__(self, files: dict[str, bytes]) -> None:
        pack = shape(files).pack
        assert pack is not None
        self._pack, self._walk = pack, Walk()
        self._was = self._standing = stand(pack, self._walk)

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
        answer = _answer(f"q{TENTH}", "b")
        walk, self._was = self._walk.answer(answer), self._standing
        self._standing = stand_again(self._pack, self._standing, walk, answer.question)

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


def _measured(peer: Peer, all_: list[Rung], limit: float) -> tuple[dict[str, Any], str]:
    """Return what the peer printed within the limit, and how it ended where that was too early."""
    script, size = BESIDE / peer.script, str(len(all_))
    if peer.script.endswith(".mjs"):
        command = [node() or "node", script, NODE, size]
    else:
        command = [PYTHON, "-B", script, size, peer.how]
    text, ended = peer.form(all_).encode(), ""
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=limit, check=False)
        printed = done.stdout
        if done.returncode != 0:
            ended = f"ended with {_error(done.stderr)}"
    except subprocess.TimeoutExpired as slow:
        printed, ended = slow.stdout or b"", f"not done within {limit:.0f} seconds"
    found: dict[str, Any] = {}
    for line in printed.splitlines(keepends=True):
        if line.endswith(b"\n"):
            found |= json.loads(line)
    return found, ended


def _error(printed: bytes) -> str:
    """Return the name of the error that `printed` ends in."""
    names = re.findall(r"\b[A-Z]\w*(?:Error|Exception)\b", printed.decode(errors="replace"))
    return names[-1] if names else "an error"


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


def judged(size: int, ours: dict[str, Any], loads: dict[str, list[float]]) -> Iterator[Row]:
    """Yield what of ours has a goal: beside the peer that loads in the least time, or a bound."""
    openings = [("second opening, compiled", ours["again"], loads)]
    if size == LONG:
        surveys = {who: times for who, times in loads.items() if who.startswith("survey-core")}
        openings.append(("load", ours["load"], surveys))
        for key, says in (("step", "a step"), ("change", "tenth changed")):
            what = f"ours, {size:,} questions: {says}, beside a tenth of a millisecond"
            yield row(what, ours[key], [TENTH_OF_A_MS], goal=1)
    for says, times, beside in openings:
        if not beside:
            yield Said(
                f"ours, {size:,} questions: {says}: not judged, as nothing stands beside it."
            )
        else:
            who = min(beside, key=lambda name: statistics.median(beside[name]))
            what = f"ours, {size:,} questions: {says}, beside loading with {who}"
            yield row(what, times, beside[who], goal=1)


def _left(found: dict[str, Any]) -> str:
    says = f"asks {found['asks']:,} and exports {found['exports']:,} of the questions left"
    for key, more in KEPT.items():
        if key in found:
            says += f"; {more.format(found[key])}"
    return says
