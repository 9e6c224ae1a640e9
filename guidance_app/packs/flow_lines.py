"""Checks of the lines of each 'next', and of each 'ask-when': which can win, what they can read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from guidance_app.core.condition import Answered, Condition, atoms
from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Kind, Question, Route
from guidance_app.core.problem import PlacePath, Problem

from .codes import Code
from .flow_arrows import carried
from .flow_facts import NO_OPTION
from .flow_graph import Crossing, routing
from .flow_search import NOWHERE, Reach, WalkShown, answers
from .flow_ways import Places
from .places import near


@dataclass(frozen=True)
class Asked:
    """Which questions can be answered before each state: exact, for those that anything reads."""

    reach: Reach

    @cached_property
    def _numbers(self) -> dict[QuestionId, int]:
        read = (atom for condition in routing(self.reach.graph.pack) for atom in atoms(condition))
        asked = {atom.question: None for atom in read if isinstance(atom, Answered)}
        known = self.reach.graph.pack.questions
        return {q: number for number, q in enumerate(asked) if q in known}

    @cached_property
    def _before(self) -> dict[int, int]:
        own = {
            at: 1 << number
            for question, number in self._numbers.items()
            for at in self.reach.at.get(question, ())
            if self.reach.states[at].asks
        }
        return carried(self.reach.arrows, own)

    def never_before(
        self, condition: Condition, states: tuple[int, ...], own: QuestionId | None
    ) -> tuple[QuestionId, ...]:
        """Return the questions `condition` reads that no walk to one of `states` has answered.

        `own` counts as answered. A question that no walk asks at all is left to its own problem.
        """
        read = dict.fromkeys(a.question for a in atoms(condition) if isinstance(a, Answered))
        return tuple(
            question
            for question in read
            if question != own
            and self.reach.asking(question) is not None
            and not any(self._before[at] >> self._numbers[question] & 1 for at in states)
        )


def lines(reach: Reach, places: Places) -> Iterator[Problem]:
    """Yield the problems of every 'next' and every 'ask-when' that some walk comes to."""
    asked = Asked(reach)
    for node, at in reach.at.items():
        crossing = reach.graph.crossings.get(node)
        if crossing is None:
            continue
        if (when := crossing.question.ask_when) is not None:
            yield from _ask_when(reach, places, asked, crossing.question.id, when, at)
        asking = tuple(i for i in at if reach.states[i].asks)
        for option, routes in _nexts(crossing.question) if asking else ():
            yield from _Next(reach, crossing, option, routes, asking).problems(places, asked)


def _nexts(question: Question) -> Iterator[tuple[OptionId, tuple[Route, ...]]]:
    if question.kind is not Kind.ONE:
        yield NO_OPTION, question.routes
        return
    for option in question.options:
        yield option.id, option.routes


def _ask_when(
    reach: Reach,
    places: Places,
    asked: Asked,
    question: QuestionId,
    when: Condition,
    at: tuple[int, ...],
) -> Iterator[Problem]:
    place = near(places, ("questions", question, "ask-when"))
    what = f"The 'ask-when' of '{question}'"
    walk = reach.walk_to(at[0])
    if unasked := asked.never_before(when, at, None):
        yield Code.READS_UNASKED.at(place, *unasked_says(what, unasked), walk)
    elif not any(reach.states[i].asks for i in at):
        yield Code.IMPOSSIBLE_CONDITION.at(place, *impossible_says(what), walk)
    if all(reach.states[i].asks for i in at):
        yield Code.ALWAYS_TRUE.at(place, *always_says(what), walk)


@dataclass(frozen=True, slots=True)
class _Next:
    """One 'next', and the states in which its question is asked."""

    reach: Reach
    crossing: Crossing
    option: OptionId
    routes: tuple[Route, ...]
    asking: tuple[int, ...]

    def problems(self, places: Places, asked: Asked) -> Iterator[Problem]:
        """Yield what is wrong with the lines."""
        won = self.won()
        for number, route in enumerate(self.routes):
            place = near(places, (*self.path(), "next", number))
            what = f"The line to '{route.to}' in the 'next' of {self.name()}"
            if route.when is not None:
                yield from self.condition(number, route.when, what, won, places, asked)
            elif number not in won:
                says = f"{what} can never win: every walk takes a line above it."
                hint = "Delete it, or put it higher up."
                yield Code.SHADOWED_LINE.at(place, says, hint, self.walk())
        if self.routes and self.routes[-1].when is not None:
            place = near(places, (*self.path(), "next", len(self.routes) - 1))
            says = f"The last line in the 'next' of {self.name()} has a condition."
            hint = "Add a line without 'when' below it, for everybody else."
            yield Code.LAST_LINE_HAS_CONDITION.at(place, says, hint, self.walk())

    def condition(
        self,
        number: int,
        when: Condition,
        what: str,
        won: set[int],
        places: Places,
        asked: Asked,
    ) -> Iterator[Problem]:
        """Yield what is wrong with the condition of the line `number`."""
        place = near(places, (*self.path(), "next", number, "when"))
        unasked = asked.never_before(when, self.asking, self.crossing.question.id)
        if unasked:
            yield Code.READS_UNASKED.at(place, *unasked_says(what, unasked), self.walk())
        if number not in won:
            shown = self.first(number, holds=True)
            if shown is not None:
                says = f"{what} can never win: whenever it holds, a line above it does too."
                hint = "Put it higher up, or delete it."
                yield Code.SHADOWED_LINE.at(place, says, hint, shown)
            elif not unasked:
                yield Code.IMPOSSIBLE_CONDITION.at(place, *impossible_says(what), self.walk())
        elif all(later <= number for later in won) and self.first(number, holds=False) is None:
            yield Code.ALWAYS_TRUE.at(place, *always_says(what), self.walk())

    def won(self) -> set[int]:
        """Return the places of the lines that win on some walk; NOWHERE too if on one none does."""
        by_option = self.crossing.question.kind is Kind.ONE
        moves = (move for i in self.asking for move in self.reach.states[i].moves)
        return {m.line for m in moves if not by_option or m.options == (self.option,)} - {NOWHERE}

    def first(self, number: int, holds: bool) -> WalkShown | None:
        """Return the shortest walk where the condition of the line `number` holds, or does not."""
        by_option = self.crossing.question.kind is Kind.ONE
        lines_here = self.crossing.ways[self.option].lines if by_option else self.crossing.lines
        when = lines_here[number].when
        for at in self.asking:
            state = self.reach.states[at]
            for options, facts, _ in answers(
                self.crossing, state.facts, self.reach.graph.reads[state.node]
            ):
                if by_option and options != (self.option,):
                    continue
                if (when is None or when.holds(facts)) is holds:
                    return self.reach.walk_to(at, *options)
        return None

    def walk(self) -> WalkShown:
        """Return the shortest walk that gives the option, or an answer to the question."""
        first = self.reach.states[self.asking[0]].moves
        options = (self.option,) if self.option else first[0].options if first else ()
        return self.reach.walk_to(self.asking[0], *options)

    def path(self) -> PlacePath:
        """Return the way to the entry that the 'next' belongs to."""
        way: PlacePath = ("questions", self.crossing.question.id)
        return (*way, "options", self.option) if self.option else way

    def name(self) -> str:
        """Return what the 'next' belongs to, in words."""
        question = f"'{self.crossing.question.id}'"
        return f"'{self.option}' of {question}" if self.option else question


def unasked_says(what: str, unasked: tuple[QuestionId, ...]) -> tuple[str, str]:
    """Return message and hint for a condition that reads what cannot have been answered yet."""
    named = ", ".join(f"'{question}'" for question in unasked)
    return (
        f"{what} reads {named}, which no walk can have answered by then.",
        "Ask it earlier, or read another answer.",
    )


def impossible_says(what: str) -> tuple[str, str]:
    """Return message and hint for a condition that never holds."""
    return f"{what} has a condition that holds on no walk.", "Mend the condition, or delete it."


def always_says(what: str) -> tuple[str, str]:
    """Return message and hint for a condition that always holds."""
    return (
        f"{what} has a condition that holds on every walk.",
        "Leave the condition out, or mend it.",
    )
