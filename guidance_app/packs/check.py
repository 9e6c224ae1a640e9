"""The whole check of a pack: every problem, what its own tests say, and how much they try."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem, has_errors, in_order

from .backing import backing_problems
from .codes import Code
from .finding import Failed, Findings
from .flow import Figures, figures, flow_problems
from .nodes import Keyed, Node
from .properties import prove, shape_properties
from .reader import read
from .references import reference_problems
from .scenario import Scenario, shape_scenarios
from .scenarios import Tried, run
from .shape import TESTS, Shaped
from .text_rules import hold, shape_text_rules
from .wording import wording_problems

_CODES = {True: Code.BROKEN_PROPERTY, False: Code.WEAK_PROPERTY}


@dataclass(frozen=True, slots=True)
class Report:
    """What the check of a pack found.

    Where the pack cannot be read, `pack`, `tried` and `figures` are None.
    """

    digest: str
    problems: tuple[Problem, ...]
    pack: Pack | None = None
    findings: Findings = field(default_factory=Findings)
    tried: Tried | None = None
    figures: Figures | None = None

    @property
    def sound(self) -> bool:
        """Whether nothing that was found stops the pack from being used."""
        return not has_errors(self.problems)


@dataclass(slots=True)
class _Tests:
    """A pack's own tests as they are found in its files and in those given besides."""

    pack: Pack
    problems: list[Problem]
    scenarios: list[Scenario] = field(default_factory=list)
    findings: Findings = field(default_factory=Findings)

    def take(self, tests: Mapping[str, Node]) -> None:
        """Take the scenarios that `tests` holds; prove its properties and rules about words."""
        if (node := tests.get("scenarios")) is not None:
            self.scenarios.extend(shape_scenarios(node, self.pack, self.problems))
        if (node := tests.get("properties")) is not None:
            proof = prove(self.pack, shape_properties(node, self.pack, self.problems))
            self.findings += proof.findings
            self.problems += proof.problems
        if (node := tests.get("texts")) is not None:
            self.findings += hold(self.pack, shape_text_rules(node, self.pack, self.problems))


def check(shaped: Shaped, today: date, besides: Sequence[tuple[str, bytes]] = ()) -> Report:
    """Return everything there is to say of a pack on `today`.

    `besides` are files of tests from outside the pack, by name. A pack with a broken reference is
    analysed to the end: a condition on what does not exist holds for nobody.
    """
    problems = list(shaped.problems)
    if shaped.pack is None:
        return Report(shaped.digest, in_order(problems))
    pack, places = shaped.pack, shaped.places
    tests = _Tests(pack, problems)
    tests.take(shaped.tests)
    for name, data in besides:
        tests.take(_besides(name, data, problems))
    ran = run(pack, tests.scenarios, places)
    findings = ran.findings + tests.findings
    problems += reference_problems(pack, places)
    problems += flow_problems(pack, places)
    problems += wording_problems(pack, places)
    problems += ran.problems
    problems += (_problem(failed, Code.FAILED_SCENARIO) for failed in ran.findings.failed)
    problems += (_problem(failed, _CODES[failed.must]) for failed in tests.findings.failed)
    problems += backing_problems(pack, places, today, failing=bool(findings.failed))
    return Report(shaped.digest, in_order(problems), pack, findings, ran.tried, figures(pack))


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


def _problem(failed: Failed, code: Code) -> Problem:
    """Return what `failed` is among the problems of the pack."""
    noun = "scenario" if code is Code.FAILED_SCENARIO else "rule"
    says = f"The {noun} '{failed.name}' does not hold: {failed.why}"
    return code.at(failed.place, says, "Mend the pack, or what is expected of it.", failed.walk)
