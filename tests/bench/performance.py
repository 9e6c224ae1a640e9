"""Writes docs/performance.md and its picture from the rows of one whole run."""

import math
import os
import platform
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path

import apsw

from tests.bench.growth import by_series, power, said, svg
from tests.bench.times import Row

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "performance.md"
PICTURE = DOCS / "pictures" / "growth.svg"

LIBRARIES = (
    *("PySide6-Essentials", "PyYAML", "msgspec", "apsw-sqlite3mc", "cryptography"),
    *("typst", "python-docx", "python-sat"),
)

TITLES = {
    "start": "From process start to the first page painted",
    "step": "From a key pressed to the next page painted, the answer kept on the disk",
    "packs": "Reading a pack",
    "check": "The whole check of a pack, with every walk proved",
    "peers": "Other programs on the same ladder of questions",
    "store": "The encrypted store, beside the same statements on plain SQLite",
    "notes": "Word and PDF notes, beside the bare libraries writing the same words",
}
"""What each part measures; a part that is not named here goes by its own name."""

REMARKS = {
    "step": (
        "The ratio is that of the 99th percentile to one frame, which stands for a sixtieth of a "
        "second. The window is given the key, as by the screen, once the program is idle after the "
        "choice, as it is long before a person presses it: the page that comes next has been made "
        "by then (docs/decisions/the-page-ahead.md). A row of its own tells of keys pressed in the "
        "same moment as the choice, which find no page made. What stands beside a page, and the "
        "end of a long outcome, is made once the page has been painted; how long until that is "
        "painted too is told in a row of its own as well. A page that was made ahead was drawn "
        "ahead too: what is painted at first is a picture of it, the same to the pixel, which "
        "takes the keys already; its parts are painted with what stands beside it. Where the last "
        "quarter of the steps took longer than the first, the count after each step tells whether "
        "the machine itself had become slower. Most "
        "random walks through England end soon, so most of its steps lead to an outcome, which is "
        "the longest kind of page.\n\n"
    ),
    "peers": (
        "Here the ratio is that of the other program's time to ours, but in the rows that have a "
        "goal: there it is that of ours to what stands beside it; the openings in them were "
        "measured for that once more, turn by turn with the peer. A load, an opening, a step and "
        "a change end with knowing what is asked next; which duties are carried and which answers "
        "are aside is gathered when it is asked for, and has a row of its own.\n\n"
    ),
    "notes": (
        "typst takes longer in the typefaces that our notes carry than in its own; the ratio is to "
        "typst in the same typefaces. The bare libraries write no styles, no numbers of pages and "
        "no marks.\n\n"
    ),
    "store": (
        "Plain SQLite has the same tables, the same pragmas and the same sync, and is asked the "
        "same statements, without the cipher and without our layers. To open the store is also to "
        "look at its folder, take its lock, read its key file and keep others out of it, none of "
        "which plain SQLite does; the file alone has a row of its own.\n\n"
    ),
}
"""What has to be known to read a part's table."""

_ABOUT = """\
`python3 dev.py bench` wrote this page, and writes it anew: all of it took one run, on {day}. \
`python3 dev.py bench store` measures one part and leaves the page alone; each heading names its \
part.

Times are milliseconds, except where a line names another unit. They differ from machine to \
machine, and a busy machine makes all of them longer. A ratio holds better: what is compared was \
measured in the same run, turn by turn, and the ratio is that of the medians, unless a part says \
otherwise. The 99th percentile \
is given where there are 100 times or more. Bytecode was cached, and what is loaded once was \
loaded before anything was timed, except in the start itself.
"""

_HEADS = """\
| | median | 99th | ratio | at most | goal |
|---|--:|--:|--:|--:|---|
"""


def write(measured: dict[str, list[Row]], day: date) -> None:
    """Write the page and the picture of what was measured, by part, on that day."""
    rows = [row for part in measured.values() for row in part]
    PICTURE.write_text(svg(by_series(rows)), encoding="utf-8", newline="\n")
    PAGE.write_text(page(measured, day), encoding="utf-8", newline="\n")


def page(measured: dict[str, list[Row]], day: date) -> str:
    """Return the page as Markdown."""
    rows = [row for part in measured.values() for row in part]
    when = f"{day.day} {day:%B %Y}"
    parts = (_part(name, found) for name, found in measured.items())
    about = ("# How long things take", "", _ABOUT.format(day=when), _versions(), _goals(rows))
    return "\n".join((*about, *parts, *_growth(rows)))


def _versions() -> str:
    """Return what was measured with: versions, and the kind of processor, never its owner's."""
    lines = [
        f"Python {platform.python_version()}",
        f"SQLite {apsw.sqlite_lib_version()}",
        *(f"{name} {version(name)}" for name in LIBRARIES),
        f"{platform.system()} on {platform.machine()}, {os.cpu_count()} cores",
    ]
    return f"Measured with: {'; '.join(lines)}.\n"


def _goals(rows: list[Row]) -> str:
    """Return how many goals are met, and each that is missed."""
    judged = [row for row in rows if row.met is not None]
    missed = [row for row in judged if not row.met]
    lines = [f"- {row.what}: {row.ratio:.2f}, and may be {row.goal:g} at most" for row in missed]
    kept = f"{len(judged) - len(missed)} of {len(judged)} are met."
    listed = ["", *lines] if lines else []
    return "\n".join(["## Goals", "", kept + (" Missed:" if missed else ""), *listed, ""])


def _part(name: str, rows: list[Row]) -> str:
    lines = "".join(map(_line, rows))
    title, remark = TITLES.get(name, name.capitalize()), REMARKS.get(name, "")
    return f"## {title}\n\n`bench {name}`\n\n{remark}{_HEADS}{lines}"


def _line(row: Row) -> str:
    """Return one line of a table; a row without a time is a sentence."""
    what = row.what.strip().replace("|", "\\|")
    if math.isnan(row.median):
        return f"| {what} | | | | | |\n"
    cells = map(_written, (row.median, row.worst, row.ratio))
    goal = "" if row.goal is None else f"{row.goal:g}"
    met = {None: "", True: "met", False: "**missed**"}[row.met]
    return f"| {what} | {' | '.join(cells)} | {goal} | {met} |\n"


def _written(number: float | None) -> str:
    """Return a number with two figures behind the point, or three where it is small."""
    if number is None:
        return ""
    return f"{number:,.2f}" if number >= 0.1 else f"{number:.3f}"


def _growth(rows: list[Row]) -> Iterator[str]:
    """Yield how each series grows, and the picture."""
    yield "## Growth"
    yield ""
    yield (
        "Where something was measured at several sizes, its time is taken for a power of the size; "
        "the exponent is the slope through the logarithms, by least squares. 0 does not grow, 1 "
        "doubles where the size doubles. A few sizes make a rough exponent."
    )
    yield ""
    yield "![Each series plotted against size; the table below says the same](pictures/growth.svg)"
    yield ""
    yield "| | sizes | exponent |"
    yield "|---|---|--:|"
    for name, points in by_series(rows).items():
        sizes = ", ".join(f"{size:,.0f}" for size, _ in points)
        yield f"| {name} | {sizes} | {said(power(points)[0])} |"
    yield ""
