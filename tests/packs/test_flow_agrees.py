"""The search over states finds exactly what going every walk, one after the other, finds."""

import os
from collections import Counter
from dataclasses import replace

from hypothesis import assume, given, settings

from guidance_app.core.condition import Answered, Condition, atoms, holds
from guidance_app.core.ids import DutyId
from guidance_app.core.pack import Duty, Kind, Need, Pack, Permits
from guidance_app.core.path import raised
from guidance_app.core.problem import Place, PlacePath, Problem
from guidance_app.packs.codes import Code
from guidance_app.packs.flow import figures, flow_problems
from tests.strategies import packs
from tests.walker import Met, every_moment, lines_of

SOME = settings(max_examples=int(os.environ.get("AGREE", "250")))
"""How many packs each test tries; `AGREE=2000 python3 dev.py test …` tries as many as you say."""


class Everywhere(dict[PlacePath, Place]):
    """A place for every path there could be, in a file called after it."""

    def __contains__(self, path: object) -> bool:
        return True

    def get(self, path: PlacePath, default: object = None) -> Place:  # type: ignore[override]  # never the default
        return Place("/".join(map(str, path)))


def found(pack: Pack, code: Code) -> list[Problem]:
    return [problem for problem in flow_problems(pack, Everywhere()) if problem.code == code.code]


def named(problem: Problem, number: int = 0) -> str:
    return problem.message.split("'")[2 * number + 1]


def asked(problem: Problem) -> int:
    return len({question for question, _ in problem.walk})


def moments(pack: Pack) -> list[Met]:
    """Return every moment of every walk of a pack without a loop."""
    seen = list(every_moment(pack))
    assume(not any(moment.met == "loop" for moment in seen))
    return seen


@SOME
@given(packs())
def test_the_same_questions_and_outcomes_are_reached(pack: Pack) -> None:
    seen = moments(pack)
    reached = {moment.node for moment in seen if moment.met in ("asked", "end")}
    said = found(pack, Code.UNREACHABLE_QUESTION) + found(pack, Code.UNREACHABLE_OUTCOME)
    assert {named(problem) for problem in said} == set(pack.nodes()) - reached


@SOME
@given(packs())
def test_a_loop_is_found_exactly_where_a_walk_goes_round_and_by_the_shortest_walk(
    pack: Pack,
) -> None:
    rounds = [len(moment.path) for moment in every_moment(pack) if moment.met == "loop"]
    said = found(pack, Code.LOOP)
    assert bool(said) == bool(rounds)
    if said:
        assert min(asked(problem) for problem in said) == min(rounds)


@SOME
@given(packs())
def test_the_same_answers_lead_nowhere_and_by_the_shortest_walk(pack: Pack) -> None:
    stuck: dict[tuple[str, str], int] = {}
    for moment in moments(pack):
        if moment.met == "answered" and not any(moment.truths):
            question = pack.questions[moment.path[-1][0]]
            key = (question.id, moment.path[-1][1][0] if question.kind is Kind.ONE else "")
            stuck[key] = min(stuck.get(key, 99), len(moment.path))
    said = {}
    for problem in found(pack, Code.LEADS_NOWHERE):
        question, option = problem.walk[-1]
        one = pack.questions[question].kind is Kind.ONE
        said[question, option if one else ""] = asked(problem)
    assert said == stuck


@SOME
@given(packs(forward=True))
def test_figures_count_every_walk(pack: Pack) -> None:
    ends = [moment for moment in moments(pack) if moment.met == "end"]
    counted = Counter(moment.node for moment in ends)
    figure = figures(pack)
    lengths = [len(moment.path) for moment in ends] or [0]
    assert (figure.walks, figure.longest, figure.shortest, dict(figure.walks_to)) == (
        len(ends),
        max(lengths),
        min(lengths),
        {outcome: counted[outcome] for outcome in pack.outcomes},
    )


@SOME
@given(packs())
def test_the_same_lines_never_win_and_the_same_conditions_never_or_always_hold(
    pack: Pack,
) -> None:
    truths: dict[tuple[str, str, int], set[tuple[bool, bool]]] = {}
    for moment in moments(pack):
        if moment.met != "answered":
            continue
        question, chosen = pack.questions[moment.path[-1][0]], moment.path[-1][1]
        for place, line in enumerate(lines_of(question, chosen)):
            key = (question.id, chosen[0] if question.kind is Kind.ONE else "", place)
            wins = moment.truths[place] and not any(moment.truths[:place])
            truths.setdefault(key, set()).add((moment.truths[place], wins))
            assert line.when is not None or moment.truths[place]
    shadowed = sum(not any(w for _, w in t) and any(h for h, _ in t) for t in truths.values())
    impossible = sum(not any(h for h, _ in t) for t in truths.values())
    unread = found(pack, Code.READS_UNASKED)
    lines = [p for p in found(pack, Code.IMPOSSIBLE_CONDITION) if p.message.startswith("The line")]
    assert len(found(pack, Code.SHADOWED_LINE)) == shadowed
    assert len(lines) <= impossible <= len(lines) + len(unread)


@SOME
@given(packs())
def test_conditions_of_advice_never_hold_or_always_do_in_the_same_places(pack: Pack) -> None:
    ends = [moment for moment in moments(pack) if moment.met == "end"]
    never, always = set(), set()
    for outcome in pack.outcomes.values():
        here = [moment for moment in ends if moment.node == outcome.id]
        for advice in outcome.may if here else ():
            if advice.when is not None:
                truths = {holds(advice.when, moment.given, moment.duties) for moment in here}
                never |= {outcome.id} if truths == {False} else set()
                always |= {outcome.id} if truths == {True} else set()
    said = [found(pack, code) for code in (Code.IMPOSSIBLE_CONDITION, Code.ALWAYS_TRUE)]
    for problems, expected in zip(said, (never, always), strict=True):
        advised = {named(p, 1) for p in problems if p.message.startswith("Line 1 of 'may'")}
        assert advised == expected


@SOME
@given(packs())
def test_the_same_duties_are_never_raised_or_always(pack: Pack) -> None:
    seen = moments(pack)
    ends = [moment for moment in seen if moment.met == "end"]
    assume(ends)
    when = {duty.id: duty.when for duty in pack.raised}
    begun = {end.path[:length] for end in ends for length in range(len(end.path) + 1)}
    arrived = [m for m in seen if m.met in ("asked", "passed", "end") and m.path in begun]
    never = {d for d in when if not any(raised_now(pack, m, d) for m in arrived)}
    always = {d for d in when if all(raised_now(pack, m, d) for m in ends)} - never
    said = [found(pack, code) for code in (Code.IMPOSSIBLE_CONDITION, Code.ALWAYS_TRUE)]
    for problems, expected in zip(said, (never, always), strict=True):
        assert {named(p) for p in problems if p.message.startswith("The duty")} == expected


def raised_now(pack: Pack, moment: Met, duty: DutyId) -> bool:
    """Say whether the condition of `duty` holds, whether or not an answer added it too."""
    asked_apart = Duty(DutyId("asked-apart"), "", when=pack.duties[duty].when)
    before = {d: pack.duties[d] for d in list(pack.duties)[: list(pack.duties).index(duty)]}
    apart = replace(pack, duties={**before, asked_apart.id: asked_apart})
    return asked_apart.id in raised(apart.raised, moment.given, moment.added)


@SOME
@given(packs())
def test_the_same_looks_are_reached_without_a_reason(pack: Pack) -> None:
    bare = {}
    for moment in moments(pack):
        if moment.met != "end" or pack.outcomes[moment.node].permits is not Permits.ONE_LOOK:
            continue
        asked_for = {pack.questions[question].reason for question, _ in moment.path}
        if Need.REQUIRED not in asked_for and moment.path:
            bare[moment.node] = min(bare.get(moment.node, 99), len(moment.path))
    said: dict[str, int] = {}
    for problem in found(pack, Code.LOOK_WITHOUT_REASON):
        said[named(problem)] = min(said.get(named(problem), 99), asked(problem))
    assert said == bare


@SOME
@given(packs())
def test_the_same_questions_are_read_before_they_can_have_been_answered(pack: Pack) -> None:
    before: dict[str, set[str]] = {}
    everywhere = set()
    for moment in moments(pack):
        if moment.met in ("asked", "passed"):
            before.setdefault(moment.node, set()).update(question for question, _ in moment.path)
        if moment.met == "asked":
            everywhere.add(moment.node)
    expected = 0
    for node, earlier in before.items():
        question = pack.questions[node]
        read = [question.ask_when] if question.ask_when else []
        expected += sum(bool(unasked(c, earlier) & everywhere) for c in read)
        if node in everywhere:
            lists = [question.routes, *(option.routes for option in question.options)]
            conditions = [line.when for lines in lists for line in lines if line.when]
            known = earlier_when_asked(pack, node) | {node}
            expected += sum(bool(unasked(c, known) & everywhere) for c in conditions)
    assert len(found(pack, Code.READS_UNASKED)) == expected


def unasked(condition: Condition, earlier: set[str]) -> set[str]:
    return {a.question for a in atoms(condition) if isinstance(a, Answered)} - earlier


def earlier_when_asked(pack: Pack, node: str) -> set[str]:
    moments_there = (m for m in every_moment(pack) if m.node == node and m.met == "asked")
    return {question for moment in moments_there for question, _ in moment.path}
