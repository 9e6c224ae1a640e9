"""The whole check of a pack: every problem, what its own tests say, and how much they try."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from guidance_app.core.pack import Pack
from guidance_app.core.problem import Problem, Severity, has_errors, in_order

from .backing import backing_problems
from .codes import Code
from .finding import Failed, Findings
from .flow import Figures, flow_of
from .own_tests import all_tests
from .properties import prove
from .references import reference_problems
from .scenarios import run
from .shape import Shaped
from .sound import overlay_problems
from .text_rules import hold
from .translations import translation_problems
from .tried import Tried
from .uncollected import uncollected
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


def check(shaped: Shaped, today: date, besides: Sequence[tuple[str, bytes]] = ()) -> Report:
    """Return everything there is to say of a pack on `today`.

    `besides` are files of tests from outside the pack, by name. A pack with a broken reference is
    analysed to the end: a condition on what does not exist holds for nobody.
    """
    with uncollected():
        return _checked(shaped, today, besides)


def _checked(shaped: Shaped, today: date, besides: Sequence[tuple[str, bytes]]) -> Report:
    problems = list(shaped.problems)
    if shaped.pack is None:
        return Report(shaped.digest, in_order(problems))
    pack, places = shaped.pack, shaped.places
    tests = all_tests(shaped, problems, besides)
    ran = run(pack, tests.scenarios, places)
    proof = prove(pack, tests.properties)
    claims = proof.findings + hold(pack, tests.rules)
    findings = ran.findings + claims
    problems += reference_problems(pack, places)
    flow = flow_of(pack, places)
    problems += flow.problems
    problems += overlay_problems(shaped, problems)
    problems += wording_problems(pack, places)
    problems += translation_problems(pack, shaped.translations)
    problems += ran.problems
    problems += proof.problems
    problems += (_problem(failed, Code.FAILED_SCENARIO) for failed in ran.findings.failed)
    problems += (_problem(failed, _CODES[failed.must]) for failed in claims.failed)
    problems += backing_problems(pack, places, today, findings)
    told = in_order(tuple(problem for problem in problems if _concerns(shaped, problem)))
    return Report(shaped.digest, told, pack, findings, ran.tried, flow.figures)


def _concerns(shaped: Shaped, problem: Problem) -> bool:
    """Say whether `problem` is for the author of this pack: warnings of its base are not."""
    inside = f"{shaped.pack.extends.id}/" if shaped.pack and shaped.pack.extends else ""
    of_base = bool(inside) and problem.place.file.startswith(inside)
    return not of_base or problem.severity is Severity.ERROR


def _problem(failed: Failed, code: Code) -> Problem:
    """Return what `failed` is among the problems of the pack."""
    noun = "scenario" if code is Code.FAILED_SCENARIO else "rule"
    says = f"The {noun} '{failed.name}' does not hold: {failed.why}"
    return code.at(failed.place, says, "Mend the pack, or what is expected of it.", failed.walk)
