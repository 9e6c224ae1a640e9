"""The page about performance has every part, its day and its versions; exponents are right."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from guidance_app.core.ids import RecordId
from guidance_app.store import database
from guidance_app.store.records import Records
from tests.bench import growth, peers, performance, plain, run
from tests.bench.times import Row, row


@pytest.fixture(name="page")
def its_text() -> str:
    return performance.PAGE.read_text("utf-8")


def test_the_page_has_every_part_that_is_measured(page: str) -> None:
    assert re.findall(r"^`bench (\w+)`$", page, re.MULTILINE) == list(run.PARTS)


def test_every_part_has_a_title() -> None:
    assert set(run.PARTS) <= set(performance.TITLES)


def test_the_page_has_its_day_and_what_it_was_measured_with(page: str) -> None:
    assert re.search(r"on \d{1,2} [A-Z][a-z]+ 20\d\d\.", page)
    for name in ("Python", "SQLite", *performance.LIBRARIES):
        assert re.search(rf"\b{name} \d+\.\d+", page), name


def test_the_page_and_its_picture_tell_the_same_exponents(page: str) -> None:
    told = dict(re.findall(r"^\| (.+?) \| [\d, ]+ \| (−?\d+\.\d\d) \|$", page, re.MULTILINE))
    picture = ElementTree.parse(performance.PICTURE)  # noqa: S314 – our own
    (words,) = (text.text or "" for text in picture.iter("{http://www.w3.org/2000/svg}desc"))
    assert told
    assert {f"{name}: {exponent}" for name, exponent in told.items()} == set(
        words.removesuffix(".").partition("faster. ")[2].split("; ")
    )


@pytest.mark.parametrize("exponent", [0, 0.5, 1, 2, -0.3])
def test_the_exponent_of_a_power_is_found(exponent: float) -> None:
    points = [(size, 3.5 * size**exponent) for size in (100.0, 1_000.0, 7_000.0, 100_000.0)]
    assert growth.power(points) == pytest.approx((exponent, 3.5))


def test_a_series_of_one_size_is_not_drawn() -> None:
    rows = [row("a", [1.0], series="A", size=1), row("b", [1.0]), row("c", [2.0], series="A")]
    assert growth.by_series(rows) == {}


def test_other_programs_are_drawn_behind_ours() -> None:
    ours, theirs, alone = ([(10.0, time), (100.0, time)] for time in (1.0, 2.0, 3.0))
    drawn = growth.plots({"ours: load": ours, "X 1.0, set: load": theirs, "Store: open": alone})
    assert drawn == {"Load, beside other programs": [ours, theirs], "Store: open": [alone]}
    assert growth.plots({"ours: opened again": ours}) == {"Opened again": [ours]}


def test_the_picture_is_well_formed_whatever_a_series_is_called() -> None:
    drawn = growth.svg({'<A> & "B"': [(10.0, 1.0), (1_000.0, 0.02)], "C": [(1.0, 2.0), (2.0, 2.0)]})
    root = ElementTree.fromstring(drawn)  # noqa: S314 – our own
    assert root.find("{http://www.w3.org/2000/svg}title") is not None
    assert len(list(root.iter("{http://www.w3.org/2000/svg}circle"))) == 4


def test_a_goal_that_is_missed_is_said() -> None:
    rows = [
        row("slow", [3.0], than=[1.0], goal=1.5),
        row("fast", [1.0], than=[1.0], goal=1.5),
        Row("A sentence.", float("nan")),
    ]
    page = performance.page({"store": rows}, date(2026, 11, 23))
    assert "1 of 2 are met. Missed:\n\n- slow: 3.00, and may be 1.5 at most" in page
    assert "| slow | 3.00 |  | 3.00 | 1.5 | **missed** |\n| fast | 1.00 |" in page
    assert "| A sentence. | | | | | |" in page


def test_ours_is_judged_by_the_quickest_of_the_others_and_by_a_tenth_of_a_millisecond() -> None:
    ours = {"load": [4.0], "again": [2.0], "step": [0.2], "change": [0.05]}
    loads = {"zen-engine 1": [2.5], "survey-core 1, a": [5.0], "survey-core 1, b": [3.0]}
    rows = peers.judged(peers.LONG, ours, loads, lambda key, who: (ours[key], loads[who]))
    met = {r.what.partition(": ")[2]: r.met for r in rows}
    assert met == {
        "a step, beside a tenth of a millisecond": False,
        "tenth changed, beside a tenth of a millisecond": True,
        "second opening, compiled, beside loading with zen-engine 1": True,
        "load, beside loading with survey-core 1, b": False,
    }
    alone = list(map(str, peers.judged(10, ours, {}, lambda _key, _who: ([], []))))
    assert alone == [
        "ours, 10 questions: second opening, compiled: not judged, as nothing stands beside it."
    ]


def test_the_plain_statements_are_those_of_the_store(tmp_path: Path) -> None:
    ours, bare = database.in_memory(), plain.make(tmp_path / "plain.db")
    plain.fill(2, ours, bare)
    asked: list[list[str]] = [[], []]
    for connection, kept in zip((ours, bare), asked, strict=True):
        connection.exec_trace = _noting(kept)
    Records(ours).append(RecordId("r1"), plain.answer(100), plain.AT)
    plain.keep(bare, 1, plain.answer(100), "0" * 64)
    assert asked[0] == asked[1]


def _noting(kept: list[str]):  # type: ignore[no-untyped-def]  # as apsw calls it
    def note(_cursor: object, statement: str, _given: object) -> bool:
        kept.append(" ".join(statement.split()))
        return True

    return note
