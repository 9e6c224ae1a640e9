"""Checks of the lines of each 'next', and of each 'ask-when': which can win, what they can read."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.condition import Answered, Condition, atoms
from guidance_app.core.ids import OptionId, QuestionId
from guidance_app.core.pack import Route
from guidance_app.core.problem import PlacePath, Problem

from .codes import Code
from .flow_possible import Possible
from .flow_search import Shown, WalkShown
from .flow_ways import Places, nexts
from .places import near


def lines(possible: Possible, places: Places) -> Iterator[Problem]:
    """Yield the problems of every 'next' and every 'ask-when' that some walk comes to."""
    for question in possible.pack.questions.values():
        if question.ask_when is not None:
            yield from _ask_when(possible, places, question.id, question.ask_when)
        for option, routes in nexts(question) if possible.asked(question.id) is not None else ():
            yield from _Next(possible, question.id, option, routes).problems(places)


def never_before(
    possible: Possible, condition: Condition, question: QuestionId, *, asked: bool
) -> tuple[QuestionId, ...]:
    """Return the questions `condition` reads that no walk to `question` has answered.

    Where `asked`, only walks that are asked it count, and it counts as answered itself. A question
    that no walk asks at all is left to its own problem.
    """
    read = dict.fromkeys(a.question for a in atoms(condition) if isinstance(a, Answered))
    return tuple(
        other
        for other in read
        if not (asked and other == question)
        and other in possible.pack.questions
        and possible.asked(other) is not None
        and not possible.before(other, question, asked=asked)
    )


def _ask_when(
    possible: Possible, places: Places, question: QuestionId, when: Condition
) -> Iterator[Problem]:
    walk = possible.reached(question)
    if walk is None:
        return
    place = near(places, ("questions", question, "ask-when"))
    what = f"The 'ask-when' of '{question}'"
    if unasked := never_before(possible, when, question, asked=False):
        yield Code.READS_UNASKED.at(place, *unasked_says(what, unasked), walk())
    elif possible.asked(question) is None:
        yield Code.IMPOSSIBLE_CONDITION.at(place, *impossible_says(what), walk())
    if possible.passed(question) is None:
        yield Code.ALWAYS_TRUE.at(place, *always_says(what), walk())


@dataclass(frozen=True, slots=True)
class _Next:
    """One 'next' of a question that some walk is asked."""

    possible: Possible
    question: QuestionId
    option: OptionId
    routes: tuple[Route, ...]

    def problems(self, places: Places) -> Iterator[Problem]:
        """Yield what is wrong with the lines."""
        if len(self.routes) == 1 and self.routes[0].when is None:
            return  # for everybody, and so beyond doubt
        won = self.possible.won(self.question, self.option)
        for number, route in enumerate(self.routes):
            what = f"The line to '{route.to}' in the 'next' of {self.name()}"
            if route.when is not None:
                yield from self.condition(number, route.when, what, won, places)
            elif number not in won:
                place = near(places, (*self.path(), "next", number))
                says = f"{what} can never win: every walk takes a line above it."
                hint = "Delete it, or put it higher up."
                yield Code.SHADOWED_LINE.at(place, says, hint, self.walk())
        if self.routes and self.routes[-1].when is not None:
            place = near(places, (*self.path(), "next", len(self.routes) - 1))
            says = f"The last line in the 'next' of {self.name()} has a condition."
            hint = "Add a line without 'when' below it, for everybody else."
            yield Code.LAST_LINE_HAS_CONDITION.at(place, says, hint, self.walk())

    def condition(
        self, number: int, when: Condition, what: str, won: frozenset[int], places: Places
    ) -> Iterator[Problem]:
        """Yield what is wrong with the condition of the line `number`."""
        place = near(places, (*self.path(), "next", number, "when"))
        unasked = never_before(self.possible, when, self.question, asked=True)
        if unasked:
            yield Code.READS_UNASKED.at(place, *unasked_says(what, unasked), self.walk())
        if number not in won:
            shown = self.first(number, holds=True)
            if shown is not None:
                says = f"{what} can never win: whenever it holds, a line above it does too."
                hint = "Put it higher up, or delete it."
                yield Code.SHADOWED_LINE.at(place, says, hint, shown())
            elif not unasked:
                yield Code.IMPOSSIBLE_CONDITION.at(place, *impossible_says(what), self.walk())
        elif all(later <= number for later in won) and self.first(number, holds=False) is None:
            yield Code.ALWAYS_TRUE.at(place, *always_says(what), self.walk())

    def first(self, number: int, *, holds: bool) -> Shown | None:
        """Return the shortest walk where the condition of the line `number` holds, or does not."""
        return self.possible.line(self.question, self.option, number, holds=holds)

    def walk(self) -> WalkShown:
        """Return the shortest walk that gives the option, or an answer to the question."""
        shown = self.possible.answered(self.question, self.option)
        return () if shown is None else shown()

    def path(self) -> PlacePath:
        """Return the way to the entry that the 'next' belongs to."""
        way: PlacePath = ("questions", self.question)
        return (*way, "options", self.option) if self.option else way

    def name(self) -> str:
        """Return what the 'next' belongs to, in words."""
        question = f"'{self.question}'"
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
