"""Two packs walked by the same answers end as they do one after the other, for any two packs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Pack
from guidance_app.core.replay import stand
from guidance_app.core.walk import Answer, walk_of
from guidance_app.packs.flow_facts import Facts
from guidance_app.packs.flow_graph import graph_of
from guidance_app.packs.pairs import Ending, pair_ends
from tests.strategies import packs
from tests.walker import ways

MOST = 4000
"""Packs with more sets of answers than this are left out: the plain walker would take too long."""


@dataclass(frozen=True)
class Leaf:
    """Answers to all that either pack asks, and where they end in each."""

    answers: dict[QuestionId, tuple[OptionId, ...]]
    old: str | None
    new: str | None


def leaves(old: Pack, new: Pack) -> Iterator[Leaf]:
    """Yield every set of answers that one or the other takes, by replaying both each time."""
    todo: list[dict[QuestionId, tuple[OptionId, ...]]] = [{}]
    while todo:
        answers = todo.pop()
        walk = walk_of(Answer(q, chosen) for q, chosen in answers.items())
        stands = [stand(pack, walk) for pack in (old, new)]
        asked = next((s.question for s in stands if s.question and s.question not in answers), None)
        if asked is None:
            if answers.keys() == {question for s in stands for question in s.asked}:
                yield Leaf(answers, stands[0].outcome, stands[1].outcome)
            continue
        questions = [pack.questions.get(asked) for pack in (old, new)]
        fitting = {chosen for question in questions if question for chosen in ways(question)}
        todo.extend({**answers, asked: chosen} for chosen in fitting)


def joined(old: Pack, new: Pack) -> tuple[Ending, ...]:
    return pair_ends(graph_of(Facts(old), {}), graph_of(Facts(new), {}))


def counted(found: tuple[Ending, ...]) -> Counter[tuple[str | None, str | None]]:
    total: Counter[tuple[str | None, str | None]] = Counter()
    for ending in found:
        total[ending.old, ending.new] += ending.alike
    return total


def few(old: Pack, new: Pack) -> list[Leaf]:
    """Return all leaves, or give the example up where there are too many."""
    found: list[Leaf] = []
    for leaf in leaves(old, new):
        found.append(leaf)
        assume(len(found) < MOST)
    return found


@settings(max_examples=400)
@given(packs(forward=True), packs(forward=True))
def test_for_any_two_packs_the_same_sets_of_answers_end_in_the_same_pairs(
    old: Pack, new: Pack
) -> None:
    plain = few(old, new)
    found = joined(old, new)
    asks = {(leaf.old, leaf.new): 99 for leaf in plain}
    for leaf in plain:
        asks[leaf.old, leaf.new] = min(asks[leaf.old, leaf.new], len(leaf.answers))
    assert counted(found) == Counter((leaf.old, leaf.new) for leaf in plain)
    for pair, fewest in asks.items():
        lengths = [len({q for q, _ in e.walk}) for e in found if (e.old, e.new) == pair]
        assert min(lengths) == fewest


@settings(max_examples=400)
@given(packs(forward=True), st.permutations(range(5)), st.integers(0, 4))
def test_for_any_pack_and_the_same_with_less_in_it(old: Pack, order: list[int], cut: int) -> None:
    names = list(old.questions)
    dropped = names[cut % len(names)]
    question = old.questions[dropped]
    changed = replace(question, options=question.options[1:] or question.options)
    shuffled = [names[n] for n in order if n < len(names)]
    questions = {n: old.questions[n] for n in shuffled} | {dropped: changed}
    new = replace(old, questions=questions)
    assert counted(joined(old, new)) == Counter((leaf.old, leaf.new) for leaf in few(old, new))


@settings(max_examples=200)
@given(packs(forward=True))
def test_any_pack_ends_as_it_does_itself(pack: Pack) -> None:
    assert all(ending.old == ending.new for ending in joined(pack, pack))
