"""Suggested scenarios try all that any walk can come to, and hold as they are pasted."""

from datetime import date

from hypothesis import given, settings

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Severity
from guidance_app.packs.check import check
from guidance_app.packs.own_tests import own_tests
from guidance_app.packs.reader import read
from guidance_app.packs.scenarios import run
from guidance_app.packs.shape import shape
from guidance_app.packs.suggest import suggested, written
from guidance_app.packs.tried import Tried
from tests.packs.small import PACK
from tests.packs.test_pairs import few
from tests.strategies import packs

TODAY = date(2026, 11, 23)


def tried_with(pack: Pack, text: str) -> Tried:
    """Return what the scenarios of `text` try, each of which has to hold."""
    found = own_tests(pack, {}, [], [("suggested.yaml", text.encode())])
    ran = run(pack, found.scenarios, {})
    assert ran.findings.failed == ()
    return ran.tried


@settings(max_examples=150)
@given(packs(forward=True))
def test_for_any_pack_all_that_a_walk_can_come_to_is_tried(pack: Pack) -> None:
    tried = tried_with(pack, written(suggested(pack, ())))
    ends = [leaf for leaf in few(pack, pack) if leaf.old is not None]
    given_ones = {
        f"{q}: {o}" for leaf in ends for q, chosen in leaf.answers.items() for o in chosen
    }
    assert set(tried.options.tried) == given_ones
    assert set(tried.outcomes.tried) == {leaf.old for leaf in ends}


@settings(max_examples=50)
@given(packs(forward=True))
def test_nothing_is_suggested_twice(pack: Pack) -> None:
    text = written(suggested(pack, ()))
    found = own_tests(pack, {}, [], [("suggested.yaml", text.encode())])
    assert suggested(pack, found.scenarios) == ()


def test_what_is_suggested_can_be_pasted_into_the_pack() -> None:
    shaped = shape({"pack.yaml": PACK.encode()})
    assert shaped.pack is not None
    text = written(suggested(shaped.pack, ()))
    whole = shape({"pack.yaml": PACK.encode(), "scenarios/suggested.yaml": text.encode()})
    report = check(whole, TODAY)
    assert [str(p) for p in report.problems if p.severity is Severity.ERROR] == []
    assert report.tried is not None
    assert [report.tried.options.missing, report.tried.lines.missing] == [(), ()]


def test_the_file_says_that_it_is_only_what_the_pack_does_today() -> None:
    shaped = shape({"pack.yaml": PACK.encode()})
    assert shaped.pack is not None
    text = written(suggested(shaped.pack, ()))
    assert text.startswith("# Suggested")
    assert read("suggested.yaml", text.encode())[1] == ()


def test_the_fewest_walks_come_first() -> None:
    shaped = shape({"pack.yaml": PACK.encode()})
    assert shaped.pack is not None
    found = suggested(shaped.pack, ())
    assert found[0].seen.beside(found[-1].seen) >= found[-1].seen.beside(found[0].seen)
    assert len(found) <= 6
