"""Runs a pack's scenarios: which hold, which do not and why, and what they tried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.markup import plain
from guidance_app.core.pack import Kind, Pack
from guidance_app.core.problem import Place, PlacePath, Problem
from guidance_app.core.walk import Standing, Walk, stand

from .codes import Code
from .finding import Failed, Findings
from .places import near
from .scenario import Scenario, standings, unused

RouteLine = tuple[str, str, int]
"""A line of a `next` list: its question, its option (empty where it has none), its number."""


@dataclass(frozen=True, slots=True)
class Covered:
    """What of one kind was tried: `tried` and `missing` together are all there are, in order."""

    tried: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What the scenarios of a pack tried: options are named 'question: option'."""

    options: Covered
    outcomes: Covered
    duties: Covered
    lines: Covered


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
    seen = _Seen()
    for scenario in scenarios:
        stood = standings(pack, scenario)
        why = " ".join(_misses(pack, scenario, stood[-1]))
        if why:
            shown = tuple(
                (str(step.question), str(option))
                for step in stood[-1].path
                for option in step.answer.options
            )
            failed.append(Failed(scenario.name, why, scenario.place, shown))
        noticed.extend(_unused(scenario, stood))
        seen.see(pack, scenario, stood)
    tried = seen.tried(pack)
    noticed.extend(_not_tried(tried, places) if scenarios else ())
    findings = Findings(len(scenarios) - len(failed), tuple(failed))
    return Ran(findings, tried, tuple(noticed))


def _misses(pack: Pack, scenario: Scenario, stands: Standing) -> Iterator[str]:
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


def _not_tried(tried: Tried, places: Mapping[PlacePath, Place]) -> Iterator[Problem]:
    for name in tried.options.missing:
        question, option = name.split(": ")
        place = near(places, ("questions", question, "options", option))
        says = f"No scenario gives the option '{option}' of '{question}'."
        yield Code.OPTION_NOT_TRIED.at(place, says, "Add a scenario that gives it.")
    for outcome in tried.outcomes.missing:
        says = f"No scenario expects the outcome '{outcome}'."
        place = near(places, ("outcomes", outcome))
        yield Code.OUTCOME_NOT_TRIED.at(place, says, "Add a scenario that ends there.")
    for duty in tried.duties.missing:
        says = f"No scenario adds the duty '{duty}'."
        yield Code.DUTY_NOT_TRIED.at(near(places, ("duties", duty)), says, "Add one that does.")


class _Seen:
    """What has been seen while scenarios ran."""

    def __init__(self) -> None:
        self.options: set[tuple[QuestionId, OptionId]] = set()
        self.outcomes: set[str] = set()
        self.duties: set[str] = set()
        self.lines: set[RouteLine] = set()

    def see(self, pack: Pack, scenario: Scenario, stood: tuple[Standing, ...]) -> None:
        """Note what the walks of `scenario` came by."""
        for standing in stood:
            self.duties.update(standing.carried)
            for step in standing.path:
                self.options.update((step.question, option) for option in step.answer.options)
            self.lines.update(_lines_taken(pack, standing))
        if scenario.expected.outcome == stood[-1].outcome and scenario.expected.outcome is not None:
            self.outcomes.add(scenario.expected.outcome)

    def tried(self, pack: Pack) -> Tried:
        """Return all that was seen, beside all there is in `pack`."""
        options = {
            f"{question.id}: {option.id}": (question.id, option.id) in self.options
            for question in pack.questions.values()
            for option in question.options
        }
        lines = {" ".join(map(str, line)).strip(): line in self.lines for line in _all_lines(pack)}
        return Tried(
            options=_covered(options),
            outcomes=_covered({name: name in self.outcomes for name in pack.outcomes}),
            duties=_covered({name: name in self.duties for name in pack.duties}),
            lines=_covered(lines),
        )


def _covered(seen: Mapping[str, bool]) -> Covered:
    return Covered(
        tried=tuple(name for name, yes in seen.items() if yes),
        missing=tuple(name for name, yes in seen.items() if not yes),
    )


def _all_lines(pack: Pack) -> Iterator[RouteLine]:
    """Yield every line of a `next` list that has more than one."""
    for question in pack.questions.values():
        lists = [("", question.routes), *((o.id, o.routes) for o in question.options)]
        for option, routes in lists:
            if len(routes) > 1:
                yield from ((question.id, option, number) for number in range(len(routes)))


def _lines_taken(pack: Pack, standing: Standing) -> Iterator[RouteLine]:
    """Yield the line by which each answer on the path led on."""
    for number, step in enumerate(standing.path):
        question = pack.questions[step.question]
        one = question.kind is Kind.ONE
        chosen = question.option(step.answer.options[0]) if one else None
        routes = chosen.routes if chosen is not None else question.routes
        here = stand(pack, Walk(tuple(s.answer for s in standing.path[: number + 1])))
        for place, route in enumerate(routes):
            if here.holds(route.when):
                yield step.question, chosen.id if chosen is not None else "", place
                break
