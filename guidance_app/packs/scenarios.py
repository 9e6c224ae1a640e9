"""Runs a pack's scenarios: which hold, which do not and why, and what they tried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidance_app.core.markup import plain
from guidance_app.core.pack import Pack
from guidance_app.core.problem import Place, PlacePath, Problem
from guidance_app.core.standing import Standing

from .codes import Code
from .finding import Failed, Findings
from .scenario import Expected, Scenario, standings, unused
from .texts import advice
from .tried import Seen, Tried, not_tried


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of running scenarios: what failed, what was tried, and what was noticed."""

    findings: Findings
    tried: Tried
    problems: tuple[Problem, ...]


def run(pack: Pack, scenarios: Sequence[Scenario], places: Mapping[PlacePath, Place]) -> Ran:
    """Return what comes of `scenarios`; an outcome counts as tried where it was expected too."""
    failed: list[Failed] = []
    noticed: list[Problem] = []
    seen = Seen()
    for scenario in scenarios:
        stood = standings(pack, scenario)
        why = " ".join(misses(pack, scenario, stood[-1]))
        if why:
            shown = tuple(
                (str(step.question), str(option))
                for step in stood[-1].path
                for option in step.answer.options
            )
            failed.append(Failed(scenario.name, why, scenario.place, shown))
        noticed.extend(_unused(scenario, stood))
        seen.see_all(pack, scenario, stood)
    tried = seen.tried(pack)
    noticed.extend(not_tried(pack, seen, places) if scenarios else ())
    findings = Findings(len(scenarios) - len(failed), tuple(failed))
    return Ran(findings, tried, tuple(noticed))


def misses(pack: Pack, scenario: Scenario, stands: Standing) -> Iterator[str]:
    """Yield a sentence for each expectation that is not met."""
    expected = scenario.expected
    asked = tuple(map(str, stands.asked))
    if expected.outcome is not None and stands.outcome != expected.outcome:
        yield f"It should end at '{expected.outcome}', and {_where(pack, stands)}."
    if expected.adds is not None and stands.carried != expected.adds:
        yield from _differ("duty", expected.adds, frozenset(map(str, stands.carried)))
    if expected.path is not None and asked != expected.path:
        yield f"The path should be {_named(expected.path)}, and it is {_named(asked)}."
    if missing := expected.passes.difference(asked):
        yield f"It should ask {_named(sorted(missing))}, and does not."
    if extra := expected.never_asks.intersection(asked):
        yield f"It should never ask {_named(sorted(extra))}, and does."
    aside = frozenset(str(answer.question) for answer in stands.aside)
    if expected.set_aside is not None and aside != expected.set_aside:
        yield from _differ("answer set aside", expected.set_aside, aside)
    if expected.shows or expected.never_shows:
        yield from _misadvised(expected, tuple(_advice(pack, stands)))


def _misadvised(expected: Expected, given: tuple[str, ...]) -> Iterator[str]:
    for words in expected.shows:
        if not any(words in line for line in given):
            yield f"It should give the advice “{words}”, and does not."
    for words in expected.never_shows:
        if any(words in line for line in given):
            yield f"It should never give the advice “{words}”, and does."


def _advice(pack: Pack, stands: Standing) -> Iterator[str]:
    """Yield each line of advice that is given where the walk stands."""
    outcome = pack.outcomes.get(stands.outcome) if stands.outcome is not None else None
    for _, lines in advice(outcome) if outcome is not None else ():
        yield from (plain(pack.advised(line)) for line in lines if stands.holds(line.when))


def _where(pack: Pack, stands: Standing) -> str:
    if stands.outcome is not None:
        return f"ends at '{stands.outcome}'"
    if stands.question is None:
        return "leads nowhere"
    label = plain(pack.questions[stands.question].label)
    return f"stops at '{stands.question}' ({label}), which is not answered"


def _differ(what: str, wanted: Iterable[str], found: Iterable[str]) -> Iterator[str]:
    wanted, found = set(wanted), set(found)
    if wanted - found:
        yield f"Missing as {what}: {_named(sorted(wanted - found))}."
    if found - wanted:
        yield f"Not expected as {what}: {_named(sorted(found - wanted))}."


def _named(names: Sequence[str]) -> str:
    return ", ".join(f"'{name}'" for name in names) or "nothing"


def _unused(scenario: Scenario, stood: tuple[Standing, ...]) -> Iterator[Problem]:
    for given in unused(scenario, stood):
        answers = f"The scenario '{scenario.name}' answers '{given.answer.question}'"
        says = f"{answers}, which is never asked."
        yield Code.UNUSED_ANSWER.at(
            given.place, says, "Delete this line, or answer what leads there."
        )
