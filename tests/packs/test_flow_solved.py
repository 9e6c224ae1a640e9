"""A pack that is too wide to be searched is left to a solver, which finds what the search finds."""

import time
from datetime import date

from hypothesis import given, settings

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem
from guidance_app.packs.check import check
from guidance_app.packs.flow import possible_in, problems_of
from guidance_app.packs.flow_facts import Facts
from guidance_app.packs.flow_graph import graph_of
from guidance_app.packs.flow_search import explore
from guidance_app.packs.flow_searched import Searched
from guidance_app.packs.flow_solved import Solved
from guidance_app.packs.shape import shape
from tests.packs.flat import ADVICES, QUESTIONS, flat
from tests.packs.test_flow_agrees import Everywhere
from tests.strategies import packs


def told(problems: list[Problem]) -> set[tuple[str, str, int]]:
    """Return what was found, each with how many questions the walk asks that shows it.

    Of a walk that leads nowhere, or to a look without a reason, the answers are left out: of two
    walks that are as short, either may show it.
    """
    return {(p.code, _about(p), len({question for question, _ in p.walk})) for p in problems}


def _about(problem: Problem) -> str:
    loose = problem.code in ("look-without-reason", "leads-nowhere")
    return problem.message.split("'")[1] if loose else f"{problem.place} {problem.message}"


@settings(max_examples=800)
@given(packs(forward=True))
def test_for_any_pack_the_solver_finds_what_the_search_finds(pack: Pack) -> None:
    facts = Facts(pack)
    reach = explore(graph_of(facts, {}))
    searched = list(problems_of(Searched(facts, reach), reach, Everywhere()))
    solved = list(problems_of(Solved(pack), None, Everywhere()))
    assert told(solved) == told(searched)


def test_nearly_every_pack_is_searched() -> None:
    for far in (3, 6):
        pack = shape(flat(60, 60, near=far)).pack
        assert pack is not None
        assert isinstance(possible_in(pack)[0], Searched)


def test_a_flat_list_whose_questions_read_each_other_far_apart_is_solved() -> None:
    pack = shape(flat()).pack
    assert pack is not None
    assert isinstance(possible_in(pack)[0], Solved)


def test_a_flat_list_of_231_questions_and_221_pieces_of_advice_is_checked_in_two_seconds() -> None:
    times = []
    for _ in range(3):  # the least of three is the program's own time; a busy machine adds to it
        files = flat()
        begun = time.process_time()
        report = check(shape(files), date(2026, 11, 23))
        times.append(time.process_time() - begun)
    assert min(times) < 2.0
    assert report.figures is not None
    assert (report.figures.questions, report.figures.duties) == (QUESTIONS, ADVICES)


def test_what_can_never_be_asked_or_advised_in_a_flat_list_is_found() -> None:
    files = flat()
    never = b"    ask-when: {all: [{q001: a}, {q001: b}]}\n"
    lines = files["questions.yaml"].splitlines(keepends=True)
    at = lines.index(b"  q120:\n")
    when = next(n for n in range(at, at + 6) if b"ask-when" in lines[n])
    planted = [*lines[:when], never, *lines[when + 1 :]]
    both = b"  d007: {when: {all: [{q002: a}, {q002: c}]}, say: Never.}\n"
    duties = files["duties.yaml"].replace(b"  d007: {", both + b"  d007-was: {", 1)
    files |= {"questions.yaml": b"".join(planted), "duties.yaml": duties}
    problems = check(shape(files), date(2026, 11, 23)).problems
    found = {(p.code, p.message.split("'")[1]) for p in problems}
    assert ("unreachable-question", "q120") in found
    assert ("impossible-condition", "d007") in found
