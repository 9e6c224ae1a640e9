"""Small packs, answers and walks for hypothesis: invented, and rich in what can go wrong."""

from random import Random

from hypothesis import strategies as st

from guidance_app.core.condition import All, Answered, Carries, Condition, Not, Some
from guidance_app.core.ids import DutyId, OptionId, OutcomeId, PackId, QuestionId
from guidance_app.core.pack import (
    Advice,
    Duty,
    Kind,
    Level,
    Need,
    Option,
    Outcome,
    Pack,
    Permits,
    Question,
    Route,
)
from guidance_app.core.walk import Answer

QUESTIONS = tuple(QuestionId(f"q{n}") for n in range(5))
OPTIONS = tuple(OptionId(name) for name in "abc")
DUTIES = tuple(DutyId(f"d{n}") for n in range(4))
OUTCOMES = tuple(OutcomeId(f"end{n}") for n in range(3))

_KINDS = (Kind.ONE, Kind.ONE, Kind.ONE, Kind.SEVERAL, Kind.TEXT)


def packs(forward: bool = False) -> st.SearchStrategy[Pack]:
    """Return packs of up to five questions; with `forward`, none leads back to an earlier one.

    Each is drawn from a number: to let hypothesis choose every part takes a hundred times as long.
    """
    return st.integers(0, 2**48).map(lambda seed: _Drawing(Random(seed), forward).pack())


class _Drawing:
    """A pack in the drawing."""

    def __init__(self, random: Random, forward: bool) -> None:
        self.random = random
        self.forward = forward

    def pack(self) -> Pack:
        """Return the pack."""
        asked = QUESTIONS[: self.random.randint(1, len(QUESTIONS))]
        duties = (Duty(d, "Do.", when=self.maybe(self.condition(1))) for d in DUTIES[1:])
        return Pack(
            PackId("drawn"),
            "Drawn",
            "1",
            "q0",
            questions={q: self.question(q, asked[n + 1 :], asked) for n, q in enumerate(asked)},
            duties={duty.id: duty for duty in duties},
            outcomes={outcome: self.outcome(outcome) for outcome in OUTCOMES},
        )

    def some(self, names: tuple[str, ...], least: int, most: int) -> list[str]:
        """Return some of `names`, each once."""
        return self.random.sample(names, self.random.randint(least, min(most, len(names))))

    def maybe(self, condition: Condition, chance: float = 0.5) -> Condition | None:
        """Return `condition`, or nothing."""
        return condition if self.random.random() < chance else None

    def condition(self, deepest: int = 2) -> Condition:
        """Return a condition on questions and duties, some of which may not exist."""
        match self.random.randrange(5 if deepest else 2):
            case 0:
                question = self.random.choice(QUESTIONS)
                options = frozenset(map(OptionId, self.some(OPTIONS, 1, 2)))
                return Answered(question, options)
            case 1:
                return Carries(frozenset(map(DutyId, self.some(DUTIES, 1, 2))))
            case 2:
                return Not(self.condition(deepest - 1))
            case kind:
                parts = range(self.random.randrange(4))
                inner = tuple(self.condition(deepest - 1) for _ in parts)
                return All(inner) if kind == len(OPTIONS) else Some(inner)

    def target(self, onward: tuple[QuestionId, ...], asked: tuple[QuestionId, ...]) -> str:
        """Return where a route leads: nearly always on."""
        ahead: tuple[str, ...] = (*onward, *OUTCOMES)
        if self.forward or self.random.random() < 0.8:
            return self.random.choice(ahead[:3])
        return self.random.choice((*ahead, *asked, "nowhere"))

    def routes(
        self, onward: tuple[QuestionId, ...], asked: tuple[QuestionId, ...]
    ) -> tuple[Route, ...]:
        """Return a `next` list, now and then one whose last line has a condition."""
        lines = [
            Route(self.target(onward, asked), self.condition())
            for _ in range(self.random.randrange(3))
        ]
        if not lines or self.random.random() < 0.7:
            lines.append(Route(self.target(onward, asked)))
        return tuple(lines)

    def question(
        self, name: QuestionId, onward: tuple[QuestionId, ...], asked: tuple[QuestionId, ...]
    ) -> Question:
        """Return a question of any kind."""
        kind = self.random.choice(_KINDS)
        one, several = kind is Kind.ONE, kind is Kind.SEVERAL
        ask_when = self.maybe(self.condition(), 0.3)
        options = tuple(
            Option(
                option,
                "Say.",
                routes=self.routes(onward, asked) if one else (),
                adds=tuple(map(DutyId, self.some(DUTIES, 0, 2))),
                exclusive=several and self.random.random() < 0.3,
            )
            for option in (OPTIONS[: self.random.randint(1, 3)] if one or several else ())
        )
        return Question(
            name,
            "Ask?",
            kind=kind,
            options=options,
            routes=() if one else self.routes(onward, asked),
            reason=self.random.choice(tuple(Need)),
            ask_when=ask_when,
            otherwise=self.target(onward, asked) if ask_when is not None else None,
        )

    def outcome(self, name: OutcomeId) -> Outcome:
        """Return an outcome, with a line of advice or none."""
        may = [Advice("Do.", self.maybe(self.condition(1)))] * self.random.randrange(2)
        level, permits = self.random.choice(tuple(Level)), self.random.choice(tuple(Permits))
        return Outcome(name, "End", level, permits, may=tuple(may))


def answers(pack: Pack) -> st.SearchStrategy[Answer]:
    """Return answers to the questions of `pack`; now and then one that does not fit."""
    texts = st.sampled_from(("", "Words."))
    return st.sampled_from(tuple(pack.questions.values())).flatmap(
        lambda question: st.builds(
            Answer,
            st.just(question.id),
            _chosen(question) | _chosen(question) | st.just((OptionId("none"),)),
            texts,
            texts,
        )
    )


def _chosen(question: Question) -> st.SearchStrategy[tuple[OptionId, ...]]:
    ids = tuple(option.id for option in question.options)
    if not ids:
        return st.just(())
    most = 1 if question.kind is Kind.ONE else len(ids)
    return st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True).map(tuple)


@st.composite
def packs_and_answers(draw: st.DrawFn, most: int = 8) -> tuple[Pack, list[Answer]]:
    """Draw a pack and answers given to it one after the other, some of them changes."""
    pack = draw(packs())
    return pack, draw(st.lists(answers(pack), max_size=most))
