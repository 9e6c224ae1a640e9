"""Checks of what ends read: conditions of advice and duties, and looks without a reason."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.condition import Carries, Condition, atoms
from guidance_app.core.ids import NodeId
from guidance_app.core.pack import Need, Outcome, Pack, Permits
from guidance_app.core.problem import PlacePath, Problem

from .codes import Code
from .flow_arrows import gathered
from .flow_facts import Facts, Reading
from .flow_graph import Ends, graph_of
from .flow_lines import always_says, impossible_says
from .flow_search import Reach, explore
from .flow_ways import Places
from .places import near


@dataclass(frozen=True, slots=True)
class _Said:
    """A condition read at ends: where it stands, what it belongs to, and at which outcomes."""

    path: PlacePath
    what: str
    reading: Reading
    at: tuple[NodeId, ...]
    anywhere: bool = False


def end_conditions(reach: Reach, facts: Facts, places: Places) -> Iterator[Problem]:
    """Yield a problem for each condition of advice, or of a duty, that never holds or always does.

    `reach` says which outcomes walks end in. What walks that end there cannot tell apart is looked
    at in a search of its own for each set of facts: they do not multiply each other.
    """
    alike: dict[int, list[_Said]] = defaultdict(list)
    for said in (*_advice(reach, facts), *_duties(reach, facts)):
        alike[said.reading.reads].append(said)
    for group in alike.values():
        ends: dict[NodeId, tuple[Reading, ...]] = defaultdict(tuple)
        for said in group:
            for node in said.at:
                ends[node] += (said.reading,)
        found = explore(graph_of(facts, ends))
        for said in group:
            yield from _whether(said, found, places)


def _whether(said: _Said, reach: Reach, places: Places) -> Iterator[Problem]:
    ends = [i for node in said.at for i in reach.at.get(node, ())]
    where = _on_the_way(reach, ends) if said.anywhere else ends
    place = near(places, said.path)
    walk = reach.walk_to(min(ends, key=lambda i: reach.states[i].depth))
    if not any(said.reading.holds(reach.states[i].facts) for i in where):
        yield Code.IMPOSSIBLE_CONDITION.at(place, *impossible_says(said.what), walk)
    elif all(said.reading.holds(reach.states[i].facts) for i in ends):
        yield Code.ALWAYS_TRUE.at(place, *always_says(said.what), walk)


def _on_the_way(reach: Reach, ends: list[int]) -> list[int]:
    """Return the states from which a walk can still come to one of `ends`; facts are kept there."""
    leads = gathered(reach.arrows, dict.fromkeys(ends, 1))
    return [state for state, to_an_end in leads.items() if to_an_end]


def _advice(reach: Reach, facts: Facts) -> Iterator[_Said]:
    for outcome in reach.graph.pack.outcomes.values():
        if outcome.id not in reach.at:
            continue
        for key, number, when in conditions_of(outcome):
            what = f"Line {number + 1} of '{key}' of '{outcome.id}'"
            path = ("outcomes", outcome.id, key, number, "when")
            yield _Said(path, what, facts.reading(when), (outcome.id,))


def conditions_of(outcome: Outcome) -> Iterator[tuple[str, int, Condition]]:
    """Yield the key, the place and the condition of each line of advice that has one."""
    lists = {
        "may": outcome.may,
        "must-not": outcome.must_not,
        "talk-to": outcome.talk_to,
        "record": outcome.record,
    }
    for key, lines in lists.items():
        for number, advice in enumerate(lines):
            if advice.when is not None:
                yield key, number, advice.when


def _duties(reach: Reach, facts: Facts) -> Iterator[_Said]:
    ends = tuple(outcome for outcome in reach.graph.pack.outcomes if outcome in reach.at)
    for duty in reach.graph.pack.raised if ends else ():
        if duty.when is not None:
            path, what = ("duties", duty.id, "when"), f"The duty '{duty.id}'"
            yield _Said(path, what, facts.raising(duty.id), ends, anywhere=True)


def duty_order(pack: Pack, places: Places) -> Iterator[Problem]:
    """Yield a problem for each duty whose condition reads a duty that is only raised after it."""
    later = {duty.id for duty in pack.raised}
    for duty in pack.raised:
        read = (atom for atom in atoms(duty.when) if isinstance(atom, Carries)) if duty.when else ()
        unseen = sorted({name for atom in read for name in atom.duties if name in later})
        later.discard(duty.id)
        if unseen:
            named = ", ".join(f"'{name}'" for name in unseen)
            says = f"The duty '{duty.id}' is raised by {named}, which is not raised before it."
            hint = "Put the duties in the order in which they raise each other."
            yield Code.DUTY_ORDER.at(near(places, ("duties", duty.id, "when")), says, hint)


def look_without_reason(reach: Reach, facts: Facts, places: Places) -> Iterator[Problem]:
    """Yield a problem for each answer that ends a walk in a look without any reason in words."""
    pack = reach.graph.pack
    looks = [
        o.id for o in pack.outcomes.values() if o.permits is Permits.ONE_LOOK and o.id in reach.at
    ]
    asked = [q.id for q in pack.questions.values() if q.reason is Need.REQUIRED]
    reasoned = facts.whole(facts.some(*(facts.asked(question) for question in asked)))
    ends: Ends = dict.fromkeys(looks, (reasoned,))
    if not looks:
        return
    found = explore(graph_of(facts, ends))
    said = set()
    for look in looks:
        for end in found.at[look]:
            walk = found.walk_to(end)
            if reasoned.holds(found.states[end].facts) or not walk or (*walk[-1], look) in said:
                continue
            said.add((*walk[-1], look))
            question, option = walk[-1]
            says = (
                f"A walk ends in '{look}' with '{option}' of '{question}', "
                "and nobody has had to write a reason."
            )
            hint = "Let a question on the way have 'reason: required'."
            place = near(places, ("questions", question, "options", option))
            yield Code.LOOK_WITHOUT_REASON.at(place, says, hint, walk)
