"""How times grow with size: the exponents, and a page of small plots that we draw ourselves."""

import math
from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from tests.bench.times import Row

Point = tuple[float, float]
"""A size, and the milliseconds that it takes."""

WIDE, HIGH = 312, 248
"""How large one plot is, its title and its margins included."""

LEFT, TOP, RIGHT, BOTTOM = 44, 46, 34, 58
ACROSS = 3
MARGIN, HEADING = 28, 96

OURS = "ours"
"""Whose the line is beside which those of other programs are drawn."""

UNITS = {"Store": "records", "Note": "answers"}
"""What the sizes count, by the word with which a series begins; otherwise questions."""

TITLE = "How time grows with size"
NOTE = (
    "A dot is a median. The line is the power of the size that fits the dots best. All plots have "
    "the same logarithmic axes, so a steeper line grows faster."
)
STYLE = """
  text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #24292f }
  .title { font-size: 20px; font-weight: 600 }
  .name { font-size: 13px; font-weight: 600 }
  .power { font-size: 12px; fill: #0b5cad }
  .quiet { font-size: 11px; fill: #57606a }
  .paper { fill: #ffffff }
  .grid { stroke: #d8dee4; stroke-width: 1; fill: none }
  .fit { stroke: #0b5cad; stroke-width: 1.5; fill: none }
  .dot { fill: #0b5cad; stroke: #ffffff; stroke-width: 1.5 }
  .fit.other { stroke: #8c959f; stroke-width: 1 } .dot.other { fill: #8c959f; stroke-width: 1 }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .power { fill: #79b8ff } .quiet { fill: #9ea7b3 }
    .paper { fill: #0d1117 } .grid { stroke: #30363d } .fit { stroke: #79b8ff }
    .dot { fill: #79b8ff; stroke: #0d1117 }
    .fit.other { stroke: #6e7681 } .dot.other { fill: #6e7681 }
  }
"""


def by_series(rows: Iterable[Row]) -> dict[str, list[Point]]:
    """Return the sizes and medians of each series that has at least two sizes, in order."""
    found: dict[str, dict[int, float]] = {}
    for row in rows:
        if row.series and row.size:
            found.setdefault(row.series, {})[row.size] = row.median
    return {
        name: [(float(size), median) for size, median in sorted(points.items())]
        for name, points in found.items()
        if len(points) > 1
    }


def power(points: list[Point]) -> tuple[float, float]:
    """Return the exponent, and the factor before it, of the power of the size that fits best.

    It is the slope of the straight line through the logarithms, by least squares.
    """
    sizes = [math.log(size) for size, _ in points]
    times = [math.log(time) for _, time in points]
    middle, mean = sum(sizes) / len(sizes), sum(times) / len(times)
    spread = sum((size - middle) ** 2 for size in sizes)
    rise = sum((s - middle) * (t - mean) for s, t in zip(sizes, times, strict=True))
    return rise / spread, math.exp(mean - rise / spread * middle)


def plots(series: dict[str, list[Point]]) -> dict[str, list[list[Point]]]:
    """Return the lines of each plot by its name: ours, and behind it those of other programs.

    What is called "ours: load" is drawn together with whatever else ends in ": load".
    """
    found: dict[str, list[list[Point]]] = {}
    for name, points in series.items():
        whose, _, what = name.rpartition(": ")
        if whose == OURS:
            peers = [others for other, others in series.items() if _is_peer(other, what)]
            beside = ", beside other programs" if peers else ""
            found[f"{what[:1].upper()}{what[1:]}{beside}"] = [points, *peers]
        elif f"{OURS}: {what}" not in series:
            found[name] = [points]
    return found


def _is_peer(name: str, what: str) -> bool:
    whose, _, its = name.rpartition(": ")
    return its == what and whose != OURS


def svg(series: dict[str, list[Point]]) -> str:
    """Return one page with a plot for each series, to be read on light and on dark."""
    drawn = plots(series)
    down = math.ceil(len(drawn) / ACROSS)
    wide = 2 * MARGIN + ACROSS * WIDE - RIGHT // 2
    high = HEADING + down * HIGH
    every = [point for points in series.values() for point in points]
    across = Scale([size for size, _ in every], LEFT, WIDE - RIGHT)
    up = Scale([time for _, time in every], HIGH - BOTTOM, TOP)
    parts = "".join(
        f'<g transform="translate({MARGIN + at % ACROSS * WIDE} {HEADING + at // ACROSS * HIGH})">'
        f"{''.join(_plot(name, lines, across, up))}</g>\n"
        for at, (name, lines) in enumerate(drawn.items())
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" '
        f'width="{wide}" height="{high}" role="img" aria-labelledby="title desc">\n'
        f'<title id="title">{TITLE}</title>\n<desc id="desc">{escape(_told(series))}</desc>\n'
        f"<style>{STYLE}</style>\n"
        f'<rect class="paper" width="{wide}" height="{high}" rx="8"/>\n'
        f'<text class="title" x="{MARGIN}" y="42">{TITLE}</text>\n'
        f'<text class="quiet" x="{MARGIN}" y="64">{NOTE}</text>\n{parts}</svg>\n'
    )


def said(exponent: float) -> str:
    """Return the exponent for people, with a minus that is one; nought is never below nought."""
    return f"{exponent:.2f}".replace("-0.00", "0.00").replace("-", "−")


def _told(series: dict[str, list[Point]]) -> str:
    """Return in words what the page shows."""
    lines = (f"{name}: {said(power(points)[0])}" for name, points in series.items())
    return f"{NOTE} {'; '.join(lines)}."


def _plot(name: str, lines: list[list[Point]], across: "Scale", up: "Scale") -> Iterator[str]:
    """Yield the parts of one plot: its words, its grid, and each line with its dots, ours last."""
    floor = HIGH - BOTTOM
    yield f'<text class="name" x="0" y="14">{escape(name)}</text>'
    yield f'<text class="power" x="0" y="31">{_powers(lines)}</text>'
    for size in across.decades():
        x = across.at(size)
        yield f'<path class="grid" d="M{x:.1f} {TOP}V{floor}"/>'
        yield _label(x, floor + 16, f"{size:,.0f}", "middle")
    for time in up.decades():
        y = up.at(time)
        yield f'<path class="grid" d="M{LEFT} {y:.1f}H{WIDE - RIGHT}"/>'
        yield _label(LEFT - 6, y + 4, _lasting(time), "end")
    unit = UNITS.get(name.replace(":", " ").split(" ", 1)[0], "questions")
    yield _label((LEFT + WIDE - RIGHT) / 2, floor + 32, unit, "middle")
    for points in reversed(lines):
        yield from _line(points, across, up, "" if points is lines[0] else " other")


def _line(points: list[Point], across: "Scale", up: "Scale", whose: str) -> Iterator[str]:
    """Yield the line that fits, and the dots that it fits."""
    exponent, factor = power(points)
    ends = (points[0][0], points[-1][0])
    drawn = (f"{across.at(size):.1f} {up.at(factor * size**exponent):.1f}" for size in ends)
    yield f'<path class="fit{whose}" d="M{"L".join(drawn)}"/>'
    radius = 2.5 if whose else 4
    for size, time in points:
        x, y = across.at(size), up.at(time)
        yield f'<circle class="dot{whose}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"/>'


def _powers(lines: list[list[Point]]) -> str:
    """Return how the first line grows, and between what the others do."""
    first, *others = (power(points)[0] for points in lines)
    beside = f"; others, grey, {said(min(others))} to {said(max(others))}" if others else ""
    return f"size to the power {said(first)}{beside}"


class Scale:
    """Places values on a logarithmic axis that spans whole powers of ten."""

    def __init__(self, values: list[float], begin: float, end: float) -> None:
        self._low = math.floor(math.log10(min(values)) + 1e-9)
        self._high = max(math.ceil(math.log10(max(values)) - 1e-9), self._low + 1)
        self._begin, self._end = begin, end

    def at(self, value: float) -> float:
        """Return where `value` stands."""
        part = (math.log10(value) - self._low) / (self._high - self._low)
        return self._begin + part * (self._end - self._begin)

    def decades(self) -> list[float]:
        """Return the powers of ten that the axis spans."""
        return [10.0**power for power in range(self._low, self._high + 1)]


def _label(x: float, y: float, words: str, anchor: str) -> str:
    return f'<text class="quiet" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{words}</text>'


def _lasting(time: float) -> str:
    """Return so many milliseconds for people."""
    return f"{time / 1000:,.0f} s" if time >= 1000 else f"{time:g} ms"
