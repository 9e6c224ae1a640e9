"""Small packs, answers and walks for hypothesis: invented, meaningless, and rich in what can go wrong."""

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
from guidance_app.core.walk import Answer, Walk

QUESTIONS = tuple(QuestionId(f"q{n}") for n in range(5))
OPTIONS = tuple(OptionId(name) for name in "abc")
DUTIES = tuple(DutyId(f"d{n}") for n in range(4))
OUTCOMES = tuple(OutcomeId(f"end{n}") for n in range(3))

_KINDS = (Kind.ONE, Kind.ONE, Kind.ONE, Kind.SEVERAL, Kind.TEXT)


def conditions(deepest: int = 2) -> st.SearchStrategy[Condition]:
    """Return conditions on a few questions, options and duties, of which some may not exist."""
    answered = st.builds(
        Answered,
        st.sampled_from(QUESTIONS),
        st.frozensets(st.sampled_from(OPTIONS), min_size=1, max_size=2),
    )
    carries = st.builds(Carries, st.frozensets(st.sampled_from(DUTIES), min_size=1, max_size=2))
    leaf: st.SearchStrategy[Condition] = answered | carries
    if not deepest:
        return leaf
    parts = st.lists(conditions(deepest - 1), max_size=3).map(tuple)
    return leaf | st.builds(All, parts) | st.builds(Some, parts) | leaf.map(Not)


@st.composite
def packs(draw: st.DrawFn, forward: bool = False) -> Pack:
    """Draw a pack of up to five questions; where `forward`, no question leads back to an earlier one."""
    asked = QUESTIONS[: draw(st.integers(1, len(QUESTIONS)))]
    questions = {q: draw(_question(q, _targets(asked, n, forward))) for n, q in enumerate(asked)}
    duties = {d: Duty(d, "Do.", when=draw(st.none() | conditions(1))) for d in DUTIES[1:]}
    outcomes = {o: draw(_outcome(o)) for o in OUTCOMES}
    return Pack(
        PackId("drawn"), "Drawn", "1", "q0", questions=questions, duties=duties, outcomes=outcomes
    )


def _targets(asked: tuple[QuestionId, ...], number: int, forward: bool) -> st.SearchStrategy[str]:
    onward: tuple[str, ...] = (*asked[number + 1 :], *OUTCOMES)
    anywhere: tuple[str, ...] = (*onward, *asked, "nowhere")
    ahead = st.sampled_from(onward[:3])
    return ahead if forward else ahead | ahead | st.sampled_from(anywhere)


@st.composite
def _routes(draw: st.DrawFn, targets: st.SearchStrategy[str]) -> tuple[Route, ...]:
    lines = draw(st.lists(st.builds(Route, targets, conditions()), max_size=2))
    ending = draw(st.lists(st.builds(Route, targets), min_size=0 if lines else 1, max_size=1))
    return (*lines, *ending)


@st.composite
def _question(draw: st.DrawFn, name: QuestionId, targets: st.SearchStrategy[str]) -> Question:
    kind = draw(st.sampled_from(_KINDS))
    adds = st.lists(st.sampled_from(DUTIES), max_size=2, unique=True).map(tuple)
    named = OPTIONS[: draw(st.integers(1, 3))] if kind in (Kind.ONE, Kind.SEVERAL) else ()
    options = tuple(
        Option(
            option,
            "Say.",
            routes=draw(_routes(targets)) if kind is Kind.ONE else (),
            adds=draw(adds),
            exclusive=kind is Kind.SEVERAL and draw(st.booleans()),
        )
        for option in named
    )
    ask_when = draw(st.none() | st.none() | conditions())
    return Question(
        name,
        "Ask?",
        kind=kind,
        options=options,
        routes=() if kind is Kind.ONE else draw(_routes(targets)),
        reason=draw(st.sampled_from(Need)),
        ask_when=ask_when,
        otherwise=draw(targets) if ask_when is not None else None,
    )


@st.composite
def _outcome(draw: st.DrawFn, name: OutcomeId) -> Outcome:
    may = draw(st.lists(st.builds(Advice, st.just("Do."), st.none() | conditions(1)), max_size=1))
    level, permits = draw(st.sampled_from(Level)), draw(st.sampled_from(Permits))
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


def walk_of(given: list[Answer]) -> Walk:
    """Return the walk on which `given` was answered, one after the other."""
    walk = Walk()
    for answer in given:
        walk = walk.answer(answer)
    return walk


@st.composite
def packs_and_answers(draw: st.DrawFn, most: int = 8) -> tuple[Pack, list[Answer]]:
    """Draw a pack and answers given to it one after the other, some of them changes of earlier ones."""
    pack = draw(packs())
    return pack, draw(st.lists(answers(pack), max_size=most))
