"""A pack's own tests as values: its scenarios, its properties, and its rules about words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem

from .codes import Code
from .nodes import Keyed, Node
from .properties import Property, shape_properties
from .reader import read
from .scenario import Scenario, shape_scenarios, standings
from .scenarios import misses
from .shape import TESTS, Shaped
from .text_rules import TextRule, shape_text_rules


@dataclass(frozen=True, slots=True)
class OwnTests:
    """What an author expects of a pack."""

    scenarios: tuple[Scenario, ...] = ()
    properties: tuple[Property, ...] = ()
    rules: tuple[TextRule, ...] = ()

    def __add__(self, other: "OwnTests") -> "OwnTests":
        """Return both together, in order."""
        return OwnTests(
            self.scenarios + other.scenarios,
            self.properties + other.properties,
            self.rules + other.rules,
        )


def all_tests(
    shaped: Shaped, problems: list[Problem], besides: Sequence[tuple[str, bytes]] = ()
) -> OwnTests:
    """Return the tests of a pack that could be read, those `besides`, and those it inherits.

    An overlay inherits of the scenarios of its base those that still hold: where it moves a walk,
    that is for scenarios of its own.
    """
    pack = shaped.pack
    if pack is None:
        return OwnTests()
    own = own_tests(pack, shaped.tests, problems, besides)
    node = shaped.base.tests.get("scenarios") if shaped.base is not None else None
    if node is None:
        return own
    of_base = shape_scenarios(node, pack, [])
    holding = (s for s in of_base if not any(misses(pack, s, standings(pack, s)[-1])))
    return own + OwnTests(tuple(holding))


def own_tests(
    pack: Pack,
    tests: Mapping[str, Node],
    problems: list[Problem],
    besides: Sequence[tuple[str, bytes]] = (),
) -> OwnTests:
    """Return the tests in the nodes `tests` of a pack, and in files `besides` from outside it.

    What in them does not fit the pack is noted.
    """
    found = _shaped(pack, tests, problems)
    for name, data in besides:
        found += _shaped(pack, _besides(name, data, problems), problems)
    return found


def _shaped(pack: Pack, tests: Mapping[str, Node], problems: list[Problem]) -> OwnTests:
    scenarios, properties, rules = (tests.get(key) for key in TESTS)
    return OwnTests(
        shape_scenarios(scenarios, pack, problems) if scenarios is not None else (),
        shape_properties(properties, pack, problems) if properties is not None else (),
        shape_text_rules(rules, pack, problems) if rules is not None else (),
    )


def _besides(name: str, data: bytes, problems: list[Problem]) -> Mapping[str, Node]:
    """Return the tests in a file that is not one of the pack's."""
    root, found = read(name, data)
    problems.extend(found)
    if not isinstance(root, Keyed):
        return {} if root is None else {"scenarios": root}
    for key, _ in root.entries:
        if key.value not in TESTS:
            says = f"'{key.value}' means nothing in a file of tests."
            hint = f"Known here: {', '.join(TESTS)}."
            problems.append(Code.UNKNOWN_KEY.at(key.place, says, hint))
    return {key.value: node for key, node in root.entries}
