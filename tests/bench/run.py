"""Measures how long things take: `python dev.py bench [part ...]`.

The parts are start, step, packs, check, peers, store and notes.

All parts together also write docs/performance.md; some parts leave it alone. With
`--fuzz [how many]`, tries that many broken packs instead; with `--faults`, all the faults that a
disk and a system can have.

Whatever is compared is measured in one run, turn by turn; times are medians, in milliseconds.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime

import PySide6
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from guidance_app.ui.begin import import_plainly
from tests.bench import (
    checks,
    faults,
    fuzz,
    growth,
    notes,
    packs,
    peers,
    performance,
    start,
    steps,
    stores,
)
from tests.bench.times import HEADS, Row

PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "start": start.rows,
    "step": steps.rows,
    "packs": packs.rows,
    "check": checks.rows,
    "peers": peers.rows,
    "store": stores.rows,
    "notes": notes.rows,
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
    _let_bytecode_be_cached()
    import_plainly()  # as the program does
    qInstallMessageHandler(_tell)
    print(f"Python {platform.python_version()}, Qt {PySide6.__version__}, {platform.machine()}\n")
    print(HEADS)
    measured = {name: list(map(_shown, PARTS[name]())) for name in words or PARTS}
    for name, points in growth.by_series(row for part in measured.values() for row in part).items():
        print(f"{name}: grows as size to the power {growth.said(growth.power(points)[0])}")
    if not words:
        performance.write(measured, datetime.now(UTC).date())
        print(f"Written: docs/{performance.PAGE.name}, docs/pictures/{performance.PICTURE.name}")
    return 0


def _shown(row: Row) -> Row:
    """Print the row as soon as it is there, and return it."""
    print(row, flush=True)
    return row


def _let_bytecode_be_cached() -> None:
    """Measure what people have: programs that were compiled when they first ran."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False


def _tell(kind: QtMsgType, _where: QMessageLogContext, message: str) -> None:
    """Print what Qt says, except that windows nobody sees cannot say how large they would be."""
    if "propagateSizeHints" not in message:
        print(f"{kind.name}: {message}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
