"""Measures how long things take: `python dev.py bench [start step packs check notes store]`.

With `--fuzz [how many]`, tries that many broken packs instead; with `--faults`, all the faults that
a disk and a system can have.

Whatever is compared is measured in one run, turn by turn; times are medians, in milliseconds.
"""

import platform
import sys
from collections.abc import Callable, Iterable

import PySide6

from tests.bench import checks, faults, fuzz, notes, packs, start, steps, stores
from tests.bench.times import Row

PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "start": start.rows,
    "step": steps.rows,
    "packs": packs.rows,
    "check": checks.rows,
    "notes": notes.rows,
    "store": stores.rows,
}


def main(words: list[str]) -> int:
    """Measure the parts named, or all; return 2 where one of them is not known."""
    if words and words[0] == "--faults":
        return faults.main()
    if words and words[0] == "--fuzz":
        return fuzz.main(words[1:])
    unknown = [word for word in words if word not in PARTS]
    if unknown:
        print(f"There is no part '{unknown[0]}'. Parts: {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    print(f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.machine()}\n")
    print(f"{'':58} {'median':>10} {'99th':>10} {'ratio':>7}")
    for name in words or PARTS:
        for row in PARTS[name]():
            print(row, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
