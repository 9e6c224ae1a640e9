"""Pack files broken in every way that chance finds: `python dev.py bench --fuzz [how many]`.

Each is read, shaped and checked. None may raise, none may keep the processor for over a second, and
everything that is said of it has to keep the laws of `tests/packs/judged.py`.
"""

import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from guidance_app.core.problem import has_errors
from guidance_app.packs.shape import shape
from guidance_app.shipped import shipped
from tests.packs.flat import flat
from tests.packs.judged import judged
from tests.packs.overlays import HEAD, LEAD
from tests.packs.small import PACK

LONGEST = 1.0
"""Seconds that one file may take."""

WORDS = (
    *("yes", "no", "~", "null", "1e999", "0x1F", "2026-13-40", "-1", "''", '""', "[]", "{}", "?"),
    *("*a", "&a", "!!python/name:os", "<<", "---", "...", "\t", "\x00", "\u202e", "\u2028", "é"),
    *("{all: []}", "{not: {}}", "{duty: [", "next: danger", "when: {danger: no}", "adds: [x]"),
    *("kind: several", "format: 2", "extends: small", "before: danger", "replaces: {ask: x}"),
    *("(a+)+$", "\ud83d", "[look|look]", "**", "- - - -", ": : :", "|\n  ", ">-\n  ", "# "),
)


@dataclass
class Tally:
    """What came of the files so far."""

    came: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    failed: list[str] = field(default_factory=list)

    def note(self, seed: int, why: str) -> None:
        """Keep that the file of `seed` broke a promise."""
        self.failed.append(f"seed {seed}: {why}")


def seeds() -> tuple[dict[str, bytes], ...]:
    """Return the packs that are broken: small ones, so that many can be tried."""
    england = Path(shipped("rules"), "england")
    small = {"pack.yaml": PACK.encode()}
    over = {"pack.yaml": (HEAD + LEAD).encode(), "small/pack.yaml": PACK.encode()}
    tested = {**small, "scenarios/own.yaml": _TESTS.encode()}
    pieces = [
        {"pack.yaml": (england / name).read_bytes()[:4_000]}
        for name in ("questions.yaml", "outcomes.yaml", "fields.yaml", "sources.yaml")
    ]
    return (small, tested, over, flat(12, 6), *pieces)


_TESTS = """\
scenarios:
  - {name: A, given: {danger: "no", purpose: find, told: "yes"}, expect: {outcome: one-look}}
  - {name: B, given: {danger: "yes"}, then-change: {danger: "no"}, expect: {set-aside: []}}
properties:
  - {name: C, whenever: {danger: "yes"}, expect: {outcome: get-help}, mode: always}
  - {name: D, cases: [{whenever: {}, expect: {at-most-questions: 9, carrying-none: [ask-them]}}]}
texts:
  - {name: E, kind: must-mention, in: [outcomes/get-help], pattern: "Ring|Call"}
"""


def broken(files: dict[str, bytes], random: Random) -> dict[str, bytes]:
    """Return `files` with one to six changes in one of them."""
    name = random.choice(sorted(files))
    data = files[name]
    for _ in range(random.randint(1, 6)):
        data = _changed(data, random)
    return {**files, name: data[:200_000]}


def _changed(data: bytes, random: Random) -> bytes:
    lines = data.splitlines(keepends=True) or [b""]
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    byte = random.randrange(len(data) + 1)
    match random.randrange(9):
        case 0:
            return data[:byte] + bytes([random.randrange(256)]) + data[byte + 1 :]
        case 1:
            return data[:byte] + data[byte + random.randint(1, 9) :]
        case 2:
            word = random.choice(WORDS).encode("utf-8", "surrogatepass")
            return data[:byte] + word + data[byte:]
        case 3:
            return b"".join([*lines[:at], lines[other], *lines[at:]])
        case 4:
            return b"".join([*lines[:at], *lines[at + 1 :]])
        case 5:
            lines[at], lines[other] = lines[other], lines[at]
            return b"".join(lines)
        case 6:
            lines[at] = b" " * random.randint(0, 6) + lines[at].lstrip()
            return b"".join(lines)
        case 7:
            first, last = sorted((at, other))
            return b"".join(
                [*lines[:last], *lines[first:last] * random.randint(1, 3), *lines[last:]]
            )
        case _:
            words = data.split(b" ")
            words[random.randrange(len(words))] = random.choice(words)
            return b" ".join(words)


def fuzz(count: int, first: int = 0) -> Tally:
    """Try `count` broken packs, each drawn from its number, beginning with `first`."""
    tally, packs = Tally(), seeds()
    for seed in range(first, first + count):
        random = Random(seed)
        files = broken(random.choice(packs), random)
        begun = time.process_time()  # the time of this program, however busy the system is
        try:
            _try(files, seed, tally)
        except Exception:  # noqa: BLE001 – whatever it is, it is what is looked for
            tally.note(seed, traceback.format_exc(limit=-3))
        took = time.process_time() - begun
        tally.slowest = max(tally.slowest, took)
        if took > LONGEST:
            tally.note(seed, f"took {took:.2f} s")
    return tally


def _try(files: dict[str, bytes], seed: int, tally: Tally) -> None:
    report, broken = judged(shape(files))
    for why in broken:
        tally.note(seed, why)
    if report.pack is None:
        tally.came["refused"] += 1
        if not has_errors(report.problems):
            tally.note(seed, "refused without an error")
    else:
        tally.came["sound" if report.sound else "with errors"] += 1


def main(words: list[str]) -> int:
    """Try as many as `words` says, or 100,000; return 1 where any promise was broken.

    A failure names its number: `fuzz(1, that)` tries that one again.
    """
    if words and not words[0].isdecimal():
        print(f"How many is '{words[0]}'? Write digits, such as 3000.", file=sys.stderr)
        return 2
    count = int(words[0]) if words else 100_000
    begun = time.perf_counter()
    tally = fuzz(count)
    took = time.perf_counter() - begun
    came = ", ".join(f"{number:,} {what}" for what, number in sorted(tally.came.items()))
    print(f"{count:,} broken packs in {took:.0f} s: {came}; slowest {tally.slowest * 1000:.0f} ms")
    for failure in tally.failed[:20]:
        print(failure, file=sys.stderr)
    print(f"{len(tally.failed)} broke a promise.")
    return 1 if tally.failed else 0
