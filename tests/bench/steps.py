"""From a key pressed to the next page painted, over random walks through England and a ladder."""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from guidance_app.desk.desk import desk_at
from guidance_app.desk.settings import Settings
from guidance_app.ui.app import Wardrobe, application
from guidance_app.ui.session import Session
from guidance_app.ui.window import Window
from tests.bench.ladders import ladder
from tests.bench.times import Row, percentile, row
from tests.bench.walker import Walker

STEPS = 10_000
LENGTHS = (100, 1_000)
"""How many questions the ladders have."""

SHORT = f"ladder-{LENGTHS[0]}"
"""What only shows that the length of a pack is no matter: a fifth of the steps is enough."""

FRAME = 1000 / 60
"""How many milliseconds a picture stands on a screen."""

PASSPHRASE = "seven green canaries sang"  # noqa: S105 – opens nothing but what is measured here


def rows(steps: int = STEPS) -> Iterator[Row]:
    """Yield the time of a step with its answer kept, encrypted, before the page is shown."""
    app = application()
    with tempfile.TemporaryDirectory() as home:
        for length in LENGTHS:
            _put(Path(home) / "rules" / f"ladder-{length}", ladder(length))
        desk = desk_at(Path(home))
        desk.settings = Settings(met=True, lock_after_minutes=0)  # nobody is there all the while
        desk.make_store(PASSPHRASE)
        Wardrobe(app, desk).dress(desk.settings)
        window = Window(Session(desk))
        window.show()
        window.settle()
        window.way.home()
        for pack in ("england", *(f"ladder-{length}" for length in LENGTHS)):
            yield from _of(app, window, pack, steps // 5 if pack == SHORT else steps)
        window.close()


def _of(app: QApplication, window: Window, pack: str, steps: int) -> Iterator[Row]:
    """Yield the steps through one pack."""
    walker = Walker(app, window, pack, at_once=False)
    times = walker.walk(steps)
    size = int(pack.rpartition("-")[2]) if "-" in pack else None
    what = f"{len(times):,} steps, {pack}: key pressed to page painted"
    worst = percentile(times, 99)
    ratio, median = worst / FRAME, statistics.median(times)
    yield Row(what, median, worst, ratio, "a step in the window", size, goal=1.0)
    yield row(f"  and what stands beside the page painted too, {pack}", walker.whole)
    if pack != "england":
        yield from _by_place(pack, times, walker.counted)
    hasty = Walker(app, window, pack, at_once=True).walk(steps // 10)
    worst = percentile(hasty, 99)
    what = f"  {len(hasty):,} pressed at once, before a page is ahead, {pack}"
    yield Row(what, statistics.median(hasty), worst, worst / FRAME)


def _by_place(pack: str, times: list[float], counted: list[float]) -> Iterator[Row]:
    """Yield the first and the last quarter: a step is no slower after thousands of others.

    A count of the same length after each step tells whether the machine itself has become slower.
    """
    part = len(times) // 4
    yield row(f"  of these the first quarter, {pack}", times[:part])
    yield row(f"  of these the last quarter, {pack}", times[-part:], than=times[:part])
    beside = f"  a count after each, last quarter by first, {pack}"
    yield row(beside, counted[-part:], than=counted[:part])


def _put(folder: Path, files: dict[str, bytes]) -> None:
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data.replace(b"pack: ladder", f"pack: {folder.name}".encode()))
