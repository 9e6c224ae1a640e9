"""How many single faults in a pack its own tests would notice."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from guidance_app.core.pack import Pack
from guidance_app.core.problem import PlacePath
from guidance_app.core.standing import Standing

from .compare import differ
from .flow_facts import Facts
from .flow_graph import graph_of
from .flow_loops import loops
from .flow_search import TooWide, explore
from .mutants import Mutant, mutants
from .own_tests import OwnTests
from .properties import prove
from .scenario import Scenario, standings
from .scenarios import misses
from .text_rules import hold


@dataclass(frozen=True, slots=True)
class Mutation:
    """What became of every single fault that was put into a pack.

    `noticed` broke a scenario, a property or a rule; `unnoticed` broke none and moves some walk, or
    asks less; `alike` change nothing that any walk could show, and do not count.
    """

    noticed: int
    unnoticed: tuple[Mutant, ...]
    alike: int

    @property
    def score(self) -> float:
        """The share of faults that was noticed, from 0 to 1; 1 where there was none to notice."""
        tried = self.noticed + len(self.unnoticed)
        return self.noticed / tried if tried else 1.0


def mutation(pack: Pack, tests: OwnTests) -> Mutation:
    """Return how many single faults in `pack` its `tests` notice. Those that fail anyway count not.

    Every fault that `mutants` knows is tried: none is left out by chance.
    """
    sound = _sound(pack, tests)
    through = _through(pack, sound.scenarios)
    noticed, alike, unnoticed = 0, 0, []
    for mutant in mutants(pack):
        if _notices(mutant, sound, through):
            noticed += 1
        elif _moves(pack, mutant):
            unnoticed.append(mutant)
        else:
            alike += 1
    return Mutation(noticed, tuple(unnoticed), alike)


def _sound(pack: Pack, tests: OwnTests) -> OwnTests:
    """Return those of `tests` that `pack` keeps."""
    return OwnTests(
        tuple(s for s in tests.scenarios if not _fails(pack, s)),
        tuple(p for p in tests.properties if not prove(pack, (p,)).findings.failed),
        tuple(r for r in tests.rules if not hold(pack, (r,)).failed),
    )


def _fails(pack: Pack, scenario: Scenario) -> bool:
    return any(misses(pack, scenario, standings(pack, scenario)[-1]))


_Through = Mapping[str, tuple[Scenario, ...]]
"""By the id of a question, the scenarios that are asked it, or pass it over, at some time."""


def _through(pack: Pack, scenarios: tuple[Scenario, ...]) -> _Through:
    found: dict[str, list[Scenario]] = defaultdict(list)
    for scenario in scenarios:
        stood = standings(pack, scenario)
        for name in dict.fromkeys(name for standing in stood for name in _met(pack, standing)):
            found[name].append(scenario)
    return {name: tuple(listed) for name, listed in found.items()}


def _met(pack: Pack, standing: Standing) -> set[str]:
    """Return the questions asked, those that may have been passed over, and the outcome."""
    passed = {q.id for q in pack.questions.values() if q.ask_when is not None}
    return {*standing.asked, *passed, *({standing.outcome} if standing.outcome else ())}


def _notices(mutant: Mutant, tests: OwnTests, through: _Through) -> bool:
    """Say whether any of `tests` fails with the fault; the quick ones are tried first."""
    if any(_fails(mutant.pack, scenario) for scenario in _near(mutant.path, tests, through)):
        return True
    if mutant.path[-1] == "reason" and hold(mutant.pack, tests.rules).failed:
        return True
    return any(prove(mutant.pack, (claimed,)).findings.failed for claimed in tests.properties)


def _near(path: PlacePath, tests: OwnTests, through: _Through) -> tuple[Scenario, ...]:
    """Return the scenarios that could notice a fault at `path`: no other meets it."""
    return tests.scenarios if path[0] == "duties" else through.get(str(path[1]), ())


def _moves(pack: Pack, mutant: Mutant) -> bool:
    """Say whether any walk, or what is asked on it, is another, as far as can be known."""
    try:
        if loops(explore(graph_of(Facts(mutant.pack), {}))):
            return True
        return differ(pack, mutant.pack)
    except TooWide:
        return True
