"""Suggests the shortest scenarios for what a pack's own scenarios do not try yet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import yaml

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, walk_of

from .flow_facts import NO_OPTION, Facts
from .flow_graph import graph_of
from .flow_search import NOWHERE, Reach, WalkShown, explore
from .properties_claim import Claim
from .properties_ends import ended
from .scenario import Scenario
from .tried import RouteLine, Seen, all_lines

WORDS = "In words."
"""What a suggested scenario answers where a question is answered in words."""

_HEAD = """\
# Suggested: the shortest walks to what no scenario tries yet. They say what the pack does today,
# not what it should do: read each, give it a name and a story, and change what should be otherwise.
"""


class _Tidy(yaml.SafeDumper):
    """Writes lists of ids on one line, and lists of anything else indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent lists below their key too."""
        super().increase_indent(flow, False)

    def in_brackets(self, data: list[object]) -> yaml.Node:
        """Write a list of texts in brackets."""
        flow = all(isinstance(item, str) for item in data)
        return self.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=flow)


_Tidy.add_representer(list, _Tidy.in_brackets)


@dataclass(frozen=True, slots=True)
class Suggested:
    """A walk to something that was not tried; `name` says to what, and `seen` all that it tries."""

    name: str
    standing: Standing
    seen: Seen


def suggested(pack: Pack, scenarios: Sequence[Scenario]) -> tuple[Suggested, ...]:
    """Return walks that together with `scenarios` try every option, outcome, duty and line.

    Each is the shortest to something that nothing before it tries; those that try the most come
    first. What no walk can come to is left out: it is a problem of its own.
    """
    seen = Seen()
    for scenario in scenarios:
        seen.see_all(pack, scenario)
    found: list[Suggested] = []
    waiting = tuple(_shortest(pack, seen))
    while waiting:
        best = max(waiting, key=lambda one: (one.seen.beside(seen), -len(one.standing.path)))
        found.append(best)
        seen.add(best.seen)
        waiting = tuple(one for one in waiting if one.seen.beside(seen))
    return tuple(found)


def written(suggestions: Sequence[Suggested]) -> str:
    """Return `suggestions` as a file of scenarios, ready to be pasted; nothing for none."""
    if not suggestions:
        return ""
    listed = [_written(one) for one in suggestions]
    return _HEAD + yaml.dump(
        {"scenarios": listed}, Dumper=_Tidy, sort_keys=False, allow_unicode=True, width=96
    )


def _written(one: Suggested) -> dict[str, object]:
    given = {str(step.question): _given(step.answer) for step in one.standing.path}
    return {
        "name": one.name,
        "about": "Suggested. Say who this is about; invent the person.",
        "given": given,
        "expect": {
            "outcome": str(one.standing.outcome),
            "adds": sorted(map(str, one.standing.carried)),
            "path": list(given),
        },
    }


def _given(answer: Answer) -> str | list[str]:
    options = [str(option) for option in answer.options]
    return options if len(options) > 1 else options[0] if options else answer.text


def _shortest(pack: Pack, seen: Seen) -> Iterator[Suggested]:
    """Yield the shortest walk to each thing that was not seen."""
    for question in pack.questions.values():
        for option in question.options:
            if (question.id, option.id) not in seen.options:
                claim = Claim(answers=((question.id, frozenset({option.id})),))
                yield from _claimed(pack, f"Gives '{option.id}' to '{question.id}'", claim)
    for outcome in pack.outcomes:
        if outcome not in seen.outcomes:
            claim = Claim(outcome=frozenset({outcome}))
            yield from _claimed(pack, f"Ends in '{outcome}'", claim)
    for duty in pack.duties:
        if duty not in seen.duties:
            yield from _claimed(pack, f"Carries '{duty}'", Claim(carrying=frozenset({duty})))
    yield from _lines(pack, [line for line in all_lines(pack) if line not in seen.lines])


def _lines(pack: Pack, lines: Sequence[RouteLine]) -> Iterator[Suggested]:
    """Yield the shortest walk by each of `lines`."""
    if not lines:
        return
    reach = explore(graph_of(Facts(pack), {}))
    ahead = _ahead(reach)
    for line in lines:
        yield from _through(pack, reach, ahead, line)


def _claimed(pack: Pack, name: str, claim: Claim) -> Iterator[Suggested]:
    walks = ended(pack, claim)
    where = walks.where(claim)
    if where:
        yield _suggested(pack, name, walks.walk_to(where[0]))


def _through(
    pack: Pack, reach: Reach, ahead: dict[int, tuple[int, WalkShown]], line: RouteLine
) -> Iterator[Suggested]:
    """Yield the shortest walk on which the line of a 'next' wins, led on to an end."""
    question, option, number = line
    one = pack.questions[QuestionId(question)].kind is Kind.ONE
    ways = (
        (reach.states[at].depth + ahead[move.to][0], at, move)
        for at in reach.at.get(question, ())
        for move in reach.states[at].moves
        if move.asked
        and move.line == number
        and move.to in ahead
        and (not one or option in move.options)
    )
    best = min(ways, key=lambda way: way[:2], default=None)
    if best is not None:
        _, at, move = best
        walk = reach.walk_to(at, *move.options) + ahead[move.to][1]
        named = f"'{option}' of '{question}'" if option else f"'{question}'"
        yield _suggested(pack, f"Takes line {number + 1} of {named}", walk)


def _ahead(reach: Reach) -> dict[int, tuple[int, WalkShown]]:
    """Return the shortest way from each state to an end: how many questions it asks, and which."""
    found: dict[int, tuple[int, WalkShown]] = {
        at: (0, ())
        for at, state in enumerate(reach.states)
        if state.node in reach.graph.pack.outcomes
    }
    changed = True
    while changed:
        changed = False
        for at in range(len(reach.states) - 1, -1, -1):
            state = reach.states[at]
            for move in state.moves:
                if move.to == NOWHERE or move.to not in found:
                    continue
                length, walk = found[move.to]
                length += move.asked
                if at not in found or length < found[at][0]:
                    shown = tuple((str(state.node), str(option)) for option in move.options)
                    found[at] = (length, shown + walk)
                    changed = True
    return found


def _suggested(pack: Pack, name: str, shown: WalkShown) -> Suggested:
    given: dict[QuestionId, tuple[OptionId, ...]] = {}
    for said, option in shown:
        question = QuestionId(said)
        given[question] = (*given.get(question, ()), OptionId(option))
    answers = (
        Answer(question, text=WORDS) if options == (NO_OPTION,) else Answer(question, options)
        for question, options in given.items()
    )
    standing = stand(pack, walk_of(answers))
    seen = Seen()
    seen.see(pack, standing)
    seen.outcomes.add(str(standing.outcome))
    return Suggested(name, standing, seen)
