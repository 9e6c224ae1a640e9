"""What the scenarios of a pack try: its options, outcomes, duties, and lines of `next`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Kind, Pack
from guidance_app.core.problem import Place, PlacePath, Problem
from guidance_app.core.replay import stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import walk_of

from .codes import Code
from .places import near
from .scenario import Scenario, standings

RouteLine = tuple[str, str, int]
"""A line of a `next` list: its question, its option (empty where it has none), its number."""


@dataclass(frozen=True, slots=True)
class Covered:
    """What of one kind was tried: `tried` and `missing` together are all there are, in order."""

    tried: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """What the scenarios of a pack tried.

    Options are named 'question: option'; lines, of lists that have several, 'question option 0'.
    """

    options: Covered
    outcomes: Covered
    duties: Covered
    lines: Covered


def not_tried(pack: Pack, seen: "Seen", places: Mapping[PlacePath, Place]) -> Iterator[Problem]:
    """Yield a problem for each thing in `pack` that no scenario tries."""
    for question in pack.questions.values():
        for option in question.options:
            if (question.id, option.id) not in seen.options:
                place = near(places, ("questions", question.id, "options", option.id))
                says = f"No scenario gives the option '{option.id}' of '{question.id}'."
                yield Code.OPTION_NOT_TRIED.at(place, says, "Add a scenario that gives it.")
    for outcome in pack.outcomes:
        if outcome not in seen.outcomes:
            says = f"No scenario expects the outcome '{outcome}'."
            place = near(places, ("outcomes", outcome))
            yield Code.OUTCOME_NOT_TRIED.at(place, says, "Add a scenario that ends there.")
    for duty in pack.duties:
        if duty not in seen.duties:
            says = f"No scenario adds the duty '{duty}'."
            yield Code.DUTY_NOT_TRIED.at(near(places, ("duties", duty)), says, "Add one that does.")
    for line in all_lines(pack):
        if line not in seen.lines:
            yield _line_not_tried(line, places)


def _line_not_tried(line: RouteLine, places: Mapping[PlacePath, Place]) -> Problem:
    question, option, number = line
    inner: PlacePath = ("options", option) if option else ()
    place = near(places, ("questions", question, *inner, "next", number))
    named = f"'{option}' of '{question}'" if option else f"'{question}'"
    says = f"No scenario takes line {number + 1} of the 'next' of {named}."
    return Code.LINE_NOT_TRIED.at(place, says, "Add a scenario in which it wins.")


class Seen:
    """What has been seen while scenarios ran."""

    def __init__(self) -> None:
        self.options: set[tuple[QuestionId, OptionId]] = set()
        self.outcomes: set[str] = set()
        self.duties: set[str] = set()
        self.lines: set[RouteLine] = set()

    def see(self, pack: Pack, standing: Standing) -> None:
        """Note what a walk came by, apart from where it ended."""
        self.duties.update(duty for duty in standing.carried if duty in pack.duties)
        for step in standing.path:
            self.options.update((step.question, option) for option in step.answer.options)
        self.lines.update(lines_taken(pack, standing))

    def see_all(
        self, pack: Pack, scenario: Scenario, stood: tuple[Standing, ...] | None = None
    ) -> None:
        """Note what the walks of `scenario` came by; an outcome counts where it was expected."""
        stood = standings(pack, scenario) if stood is None else stood
        for standing in stood:
            self.see(pack, standing)
        if scenario.expected.outcome == stood[-1].outcome and scenario.expected.outcome is not None:
            self.outcomes.add(scenario.expected.outcome)

    def add(self, other: "Seen") -> None:
        """Note what `other` has seen as well."""
        self.options |= other.options
        self.outcomes |= other.outcomes
        self.duties |= other.duties
        self.lines |= other.lines

    def beside(self, other: "Seen") -> int:
        """Return how many things this has seen and `other` has not."""
        return (
            len(self.options - other.options)
            + len(self.outcomes - other.outcomes)
            + len(self.duties - other.duties)
            + len(self.lines - other.lines)
        )

    def tried(self, pack: Pack) -> Tried:
        """Return all that was seen, beside all there is in `pack`."""
        options = {
            f"{question.id}: {option.id}": (question.id, option.id) in self.options
            for question in pack.questions.values()
            for option in question.options
        }
        lines = {" ".join(map(str, line)).strip(): line in self.lines for line in all_lines(pack)}
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


def all_lines(pack: Pack) -> Iterator[RouteLine]:
    """Yield every line of a `next` list that has more than one."""
    for question in pack.questions.values():
        lists = [("", question.routes), *((o.id, o.routes) for o in question.options)]
        for option, routes in lists:
            if len(routes) > 1:
                yield from ((question.id, option, number) for number in range(len(routes)))


def lines_taken(pack: Pack, standing: Standing) -> Iterator[RouteLine]:
    """Yield the line by which each answer on the path led on, where there were several."""
    for number, step in enumerate(standing.path):
        question = pack.questions[step.question]
        one = question.kind is Kind.ONE
        chosen = question.option(step.answer.options[0]) if one else None
        routes = chosen.routes if chosen is not None else question.routes
        here = stand(pack, walk_of(s.answer for s in standing.path[: number + 1]))
        for place, route in enumerate(routes if len(routes) > 1 else ()):
            if here.holds(route.when):
                yield step.question, chosen.id if chosen is not None else "", place
                break
