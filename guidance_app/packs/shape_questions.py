"""What the words of a question mean: its options, where they lead, its fields."""

from collections.abc import Iterator

from guidance_app.core.ids import DutyId, FieldId, NodeId, OptionId, QuestionId, SourceId, StepId
from guidance_app.core.pack import Field, Kind, Need, Option, Part, Question, Route

from .codes import Code
from .conditions import WORDS, few
from .keys import MOST_QUESTIONS, Keys
from .nodes import Keyed, Listing, Node, Text, kind_of

_QUESTION_KINDS = (Kind.ONE, Kind.SEVERAL, Kind.LINE, Kind.TEXT, Kind.DATE)
_FIELD_KINDS = (Kind.LINE, Kind.TEXT, Kind.DATE)

MOST_OPTIONS = 200
"""The most options that a question may have, and the most fields."""


def shape_questions(pack: Keys) -> dict[QuestionId, Question]:
    """Return the questions of `pack`, in the author's order."""
    questions = {}
    for name, node in pack.entries("questions", "a question", MOST_QUESTIONS):
        if name.value in WORDS:
            says = f"'{name.value}' cannot be the id of a question: it is a word of conditions."
            pack.problems.append(Code.BAD_ID.at(name.place, says, "Choose another id."))
        keys = Keys.of(node, f"the question '{name.value}'", name.place, pack.problems)
        questions[QuestionId(name.value)] = _question(QuestionId(name.value), keys)
    return questions


def _question(name: QuestionId, keys: Keys) -> Question:
    kind = keys.choice("kind", _QUESTION_KINDS, Kind.ONE)
    question = Question(
        id=name,
        ask=keys.text("ask", needed=True),
        short=keys.text("short"),
        step=StepId(step) if (step := keys.text("step")) else None,
        hint=keys.text("hint"),
        why=keys.text("why"),
        more=keys.text("more"),
        kind=kind,
        options=_options(kind, keys),
        routes=_own_routes(kind, keys),
        reason=keys.choice("reason", tuple(Need), Need.NONE),
        reason_asks=keys.text("reason-asks"),
        reason_can_wait=keys.truth("reason-can-wait"),
        fields=tuple(_fields(keys)),
        sources=tuple(SourceId(source) for source in keys.texts("sources")),
        facts=keys.texts("facts"),
        ask_when=keys.condition("ask-when"),
        otherwise=keys.text("otherwise") or None,
        part=keys.choice("part", tuple(Part), Part.CASE),
    )
    _both_or_neither(question, keys)
    keys.finish()
    return question


def _both_or_neither(question: Question, keys: Keys) -> None:
    """Note an 'ask-when' without 'otherwise', or the other way round."""
    if (question.ask_when is None) == (question.otherwise is None):
        return
    missing = "ask-when" if question.ask_when is None else "otherwise"
    says = f"'{missing}' is missing from {keys.what}."
    hint = "'ask-when' says for whom it is asked, and 'otherwise' where everybody else goes on."
    keys.problems.append(Code.MISSING_KEY.at(keys.place, says, hint))


def _own_routes(kind: Kind, keys: Keys) -> tuple[Route, ...]:
    if kind is Kind.ONE:
        keys.misplaced("next", "each of its options leads on by itself")
        return ()
    return routes_of(keys)


def _options(kind: Kind, keys: Keys) -> tuple[Option, ...]:
    if kind not in (Kind.ONE, Kind.SEVERAL):
        keys.misplaced("options", f"a question of the kind '{kind}' is answered in words")
        return ()
    options = []
    for name, node in keys.entries("options", "an option", MOST_OPTIONS):
        what = f"the option '{name.value}' of {keys.what.removeprefix('the ')}"
        inner = Keys.of(node, what, name.place, keys.problems)
        options.append(_option(OptionId(name.value), kind, inner))
    if not options:
        says = f"There are no options in {keys.what}."
        keys.problems.append(
            Code.MISSING_KEY.at(keys.place, says, "Add 'options:' with one below it.")
        )
    return tuple(options)


def _option(name: OptionId, kind: Kind, keys: Keys) -> Option:
    if kind is Kind.ONE:
        routes = routes_of(keys)
        exclusive = False
        keys.misplaced("exclusive", "only one option can be chosen anyway")
    else:
        routes = ()
        exclusive = keys.truth("exclusive")
        keys.misplaced(
            "next", "several options can be chosen, so the question itself has the 'next'"
        )
    option = Option(
        id=name,
        say=keys.text("say", needed=True),
        routes=routes,
        adds=tuple(DutyId(duty) for duty in keys.texts("adds")),
        more=keys.text("more"),
        under=keys.text("under"),
        exclusive=exclusive,
    )
    keys.finish()
    return option


def routes_of(keys: Keys) -> tuple[Route, ...]:
    """Return the lines of the 'next' of `keys`: one id, or a list of conditions and ids."""
    node = keys.take("next", needed=True)
    if node is None:
        return ()
    if isinstance(node, Text):
        return (Route(node.value.strip()),)
    lines = node.items if isinstance(node, Listing) else (node,)
    listed = few(lines, f"the 'next' of {keys.what}", keys.problems)
    return tuple(_route(line, keys) for line in listed)


def _route(line: Node, keys: Keys) -> Route:
    if isinstance(line, Text):
        return Route(line.value.strip())
    if not isinstance(line, Keyed):
        says = (
            f"A line of 'next' of {keys.what} has to be an id or {{when, to}}, not {kind_of(line)}."
        )
        keys.problems.append(Code.WRONG_KIND.at(line.place, says, "Write {when: {…}, to: id}."))
        return Route(NodeId(""))
    inner = Keys.of(line, f"a line of 'next' of {keys.what}", line.place, keys.problems)
    route = Route(to=inner.text("to", needed=True), when=inner.condition("when"))
    inner.finish()
    return route


def _fields(keys: Keys) -> Iterator[Field]:
    for name, node in keys.entries("fields", "a field", MOST_OPTIONS):
        inner = Keys.of(node, f"the field '{name.value}'", name.place, keys.problems)
        yield Field(
            id=FieldId(name.value),
            ask=inner.text("ask", needed=True),
            kind=inner.choice("kind", _FIELD_KINDS, Kind.LINE),
            required=inner.truth("required"),
            only_for=frozenset(OptionId(option) for option in inner.texts("for")),
            past=inner.truth("past"),
        )
        inner.finish()
