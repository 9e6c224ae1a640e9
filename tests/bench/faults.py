"""The whole suite of faults: `python dev.py bench --faults`; the tests try some of each."""

import random
import tempfile
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from pathlib import Path

from guidance_app.core.refusal import DamagedStore
from tests.faults.failing import failed
from tests.faults.killing import killed
from tests.faults.power import cut_off
from tests.faults.test_damage import damage, kept, seen_and_found
from tests.faults.working import WORKS

KILLS = 1_000
STATES = 10_000
DAMAGES = 1_000

Tried = tuple[int, list[str]]
"""How many faults were tried, and what was lost or went unsaid."""


def kills() -> Tried:
    """Kill programs in the middle of each of seven works, two at a time."""
    works = [list(WORKS)[number % len(WORKS)] for number in range(KILLS)]
    with ThreadPoolExecutor(2) as both:
        lost = both.map(killed, works, range(KILLS))
        named = zip(works, lost, strict=True)
        return KILLS, [f"{work}: {why}" for work, why in named if why]


def power() -> Tried:
    """Cut the power at moments by chance, under the cipher."""
    return cut_off(STATES)


def failures() -> Tried:
    """Let every operation of every act fail, once and for good, in every way."""
    tried = list(failed())
    return len(tried), [f"{what}: {lost}" for what, lost in tried if lost]


def damages() -> Tried:
    """Damage the file by chance; what opens has to be what was kept."""
    chance, silent, found = random.Random(1), list[str](), 0
    with tempfile.TemporaryDirectory() as folder:
        path = kept(Path(folder) / "records.db")
        whole, sound = path.read_bytes(), seen_and_found(path)
        for number in range(DAMAGES):
            path.write_bytes(damage(whole, chance))
            try:
                silent.extend(repeat(f"damage {number}", seen_and_found(path) != sound))
            except DamagedStore:
                found += 1
    print(f"  {found} of {DAMAGES} damages were said; the others changed nothing that is read")
    return DAMAGES, silent


PARTS: dict[str, Callable[[], Tried]] = {
    "Power cuts, under the cipher": power,
    "Operations that fail": failures,
    "Damages": damages,
    "Programs killed": kills,
}


def main(words: Iterable[str] = ()) -> int:
    """Try everything; return 1 where anything was lost, or passed over in silence."""
    del words
    print(f"{'':34} {'tried':>8} {'lost':>6} {'seconds':>8}")
    bad = 0
    for name, part in PARTS.items():
        begun = time.perf_counter()
        tried, lost = part()
        took = time.perf_counter() - begun
        print(f"{name:34} {tried:8,} {len(lost):6,} {took:8.1f}", flush=True)
        for line in lost[:20]:
            print(f"    {line}")
        bad += len(lost)
    return 1 if bad else 0
