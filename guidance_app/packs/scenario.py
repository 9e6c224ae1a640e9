"""Walks that an author expects: a scenario's answers, and what should come of them."""

from collections.abc import Iterator
from dataclasses import dataclass

from guidance_app.core.ids import FieldId, OptionId, QuestionId
from guidance_app.core.markup import plain
from guidance_app.core.pack import Kind, Pack, Question
from guidance_app.core.problem import Place, Problem
from guidance_app.core.replay import fits, stand
from guidance_app.core.standing import Standing
from guidance_app.core.walk import Answer, Walk, walk_of

from .codes import Code
from .keys import Keys
from .nearest import nearest
from .nodes import Keyed, Listing, Node, Text
from .texts import advice

_ANSWERED = (Kind.ONE, Kind.SEVERAL)


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of a scenario, and where it stands in the file."""

    answer: Answer
    place: Place


@dataclass(frozen=True, slots=True)
class Expected:
    """What should come of a scenario's answers; None expects nothing.

    `adds` and `set_aside` are exact sets, `path` is the exact path; `passes` are on it and
    `never_asks` are not. `shows` are words of advice that is given, `never_shows` of none that is.
    """

    outcome: str | None = None
    adds: frozenset[str] | None = None
    path: tuple[str, ...] | None = None
    passes: frozenset[str] = frozenset()
    never_asks: frozenset[str] = frozenset()
    set_aside: frozenset[str] | None = None
    shows: tuple[str, ...] = ()
    never_shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """Answers in any order, those changed afterwards, and what is expected.

    `on` is the date that review dates are judged by, as ISO 8601 text, or empty.
    """

    name: str
    place: Place
    given: tuple[Given, ...] = ()
    then_change: tuple[Given, ...] = ()
    expected: Expected = Expected()
    about: str = ""
    on: str = ""

    def walks(self) -> Iterator[Walk]:
        """Yield the walk with all of `given`, then the walk after each change."""
        walk = walk_of(given.answer for given in self.given)
        yield walk
        for given in self.then_change:
            walk = walk.answer(given.answer)
            yield walk


def shape_scenarios(node: Node, pack: Pack, problems: list[Problem]) -> tuple[Scenario, ...]:
    """Return the scenarios that `node` lists, and note what in them does not fit `pack`."""
    items = node.items if isinstance(node, Listing) else (node,)
    return tuple(_scenario(item, pack, problems) for item in items)


def shape_given(node: Node, pack: Pack, problems: list[Problem]) -> Scenario:
    """Return one scenario from `node`: a scenario, or only the answers of one."""
    bare = isinstance(node, Keyed) and node.get("given") is None
    if not bare:
        return _scenario(node, pack, problems)
    return Scenario("", node.place, given=tuple(_answers(node, pack, problems)))


def _scenario(node: Node, pack: Pack, problems: list[Problem]) -> Scenario:
    named = node.get("name") if isinstance(node, Keyed) else None
    name = named.value.strip() if isinstance(named, Text) else ""
    keys = Keys.of(node, f"the scenario '{name}'" if name else "a scenario", node.place, problems)
    keys.text("name", needed=True)
    given, change = keys.take("given", needed=True), keys.take("then-change")
    scenario = Scenario(
        name=name,
        place=named.place if named is not None else node.place,
        about=keys.text("about"),
        on=keys.day("on"),
        given=tuple(_answers(given, pack, problems)),
        then_change=tuple(_answers(change, pack, problems)),
        expected=_expected(keys, pack),
    )
    keys.finish()
    if scenario.expected == Expected():
        says = f"{keys.what[:1].upper()}{keys.what[1:]} expects nothing, so it always holds."
        hint = "Say under 'expect' where it ends, for example 'expect: {outcome: …}'."
        problems.append(Code.CLAIMS_NOTHING.at(scenario.place, says, hint))
    return scenario


def _expected(keys: Keys, pack: Pack) -> Expected:
    node = keys.take("expect")
    if node is None:
        return Expected()
    inner = Keys.of(node, f"'expect' of {keys.what}", node.place, keys.problems)
    before = dict(inner.nodes)

    def known(key: str, names: frozenset[str]) -> tuple[str, ...] | None:
        if key not in before:
            return None
        listed = inner.texts(key)
        for name in listed:
            if name not in names:
                says = (
                    f"{keys.what[:1].upper()}{keys.what[1:]} expects '{name}', which is not there."
                )
                hint = nearest(name, names)
                keys.problems.append(Code.BAD_EXPECTATION.at(before[key][0].place, says, hint))
        return listed

    questions, duties = frozenset(pack.questions), frozenset(pack.duties)
    outcome = known("outcome", frozenset(pack.outcomes))
    adds, path = known("adds", duties), known("path", questions)
    passes, never = known("passes", questions), known("never-asks", questions)
    aside = known("set-aside", questions)
    shows, never_shows = (_advised(inner, key, pack) for key in ("shows", "never-shows"))
    inner.finish()
    return Expected(
        outcome=outcome[0] if outcome else None,
        adds=None if adds is None else frozenset(adds),
        path=path,
        passes=frozenset(passes or ()),
        never_asks=frozenset(never or ()),
        set_aside=None if aside is None else frozenset(aside),
        shows=shows,
        never_shows=never_shows,
    )


def _advised(keys: Keys, key: str, pack: Pack) -> tuple[str, ...]:
    """Return the words under `key`; note those that no line of advice in `pack` has."""
    place = keys.nodes[key][0].place if key in keys.nodes else keys.place
    found = keys.texts(key)
    given = tuple(
        plain(pack.advised(line))
        for outcome in pack.outcomes.values()
        for _, lines in advice(outcome)
        for line in lines
    )
    for words in found:
        if not any(words in line for line in given):
            says = f"No line of advice in this pack has the words “{words}”."
            hint = "Write a few words of the line as they stand there."
            keys.problems.append(Code.BAD_EXPECTATION.at(place, says, hint))
    return found


def _answers(node: Node | None, pack: Pack, problems: list[Problem]) -> Iterator[Given]:
    """Yield the answers under `given` that can be given; note those that cannot."""
    if node is None:
        return
    keys = Keys.of(node, "'given'", node.place, problems)
    for name, below in keys.nodes.values():
        question = pack.questions.get(QuestionId(name.value))
        if question is None:
            says = f"There is no question '{name.value}' to be answered."
            hint = nearest(name.value, pack.questions)
            problems.append(Code.UNKNOWN_QUESTION.at(name.place, says, hint))
            continue
        answer = _answer(question, below, problems)
        if answer is not None:
            yield Given(answer, name.place)


def _answer(question: Question, node: Node, problems: list[Problem]) -> Answer | None:
    """Return the answer that `node` gives to `question`, or None where it does not fit."""
    reason, given = "", node
    fields: tuple[tuple[FieldId, str], ...] = ()
    if isinstance(node, Keyed):
        keys = Keys.of(node, f"the answer to '{question.id}'", node.place, problems)
        chosen = keys.take("option") or keys.take("options") or keys.take("text")
        given = chosen if chosen is not None else Text("", node.place)
        reason = keys.text("reason")
        inner = keys.inner("fields")
        fields = (
            tuple((FieldId(key), inner.text(key)) for key in tuple(inner.nodes)) if inner else ()
        )
        keys.finish()
    texts = given.items if isinstance(given, Listing) else (given,)
    values = tuple(text.value.strip() for text in texts if isinstance(text, Text))
    if question.kind not in _ANSWERED:
        return Answer(question.id, text=" ".join(values), reason=reason, fields=fields)
    answer = Answer(question.id, tuple(map(OptionId, values)), reason=reason, fields=fields)
    if fits(question, answer):
        return answer
    names = [option.id for option in question.options]
    wrong = next((value for value in values if value not in names), None)
    says = (
        f"The question '{question.id}' has no option '{wrong}'."
        if wrong is not None
        else f"The answer to '{question.id}' does not fit: {', '.join(values) or 'nothing'}."
    )
    hint = nearest(wrong or "", names)
    problems.append(Code.UNKNOWN_OPTION.at(given.place, says, hint))
    return None


def unused(scenario: Scenario, standings: tuple[Standing, ...]) -> tuple[Given, ...]:
    """Return the answers of `scenario` that no standing of its walks has on the path."""
    asked = {question for standing in standings for question in standing.asked}
    return tuple(given for given in scenario.given if given.answer.question not in asked)


def standings(pack: Pack, scenario: Scenario) -> tuple[Standing, ...]:
    """Return where `scenario` stands with all of `given`, and after each change."""
    return tuple(stand(pack, walk) for walk in scenario.walks())
