"""Rules about what the words of a pack have to say, and must not."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from re import Pattern

from guidance_app.core.ids import QuestionId
from guidance_app.core.markup import plain
from guidance_app.core.pack import Need, Pack
from guidance_app.core.problem import Place, Problem

from .codes import Code
from .finding import Failed, Findings
from .keys import Keys
from .nearest import nearest
from .nodes import Keyed, Listing, Node, Text
from .properties_claim import Strength
from .text_patterns import LONGEST_TEXT, BadPatternError, pattern_of
from .texts import texts

PARTS = (
    *("short", "ask", "hint", "why", "more", "reason-asks", "options", "fields", "choices", "say"),
    *("title", "status", "summary", "may", "must-not", "talk-to", "record", "follow-up"),
)
"""The parts of an entry that have words."""

_NOUNS = {"questions": "question", "duties": "duty", "outcomes": "outcome", "fields": "field"}

Entry = tuple[str, str]
"""What a rule is about: a key of the pack and an id under it."""

_Words = Mapping[Entry, Sequence[tuple[str, str]]]
"""The plain words of each entry, each with the part that they stand in."""


class RuleKind(StrEnum):
    """What a rule asks of the entries it is about."""

    MUST_MENTION = "must-mention"
    MUST_NOT_MENTION = "must-not-mention"
    REASON_REQUIRED = "reason-required"


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule about words.

    `pattern` is looked for in each text of each entry of `about`; only in `parts` of it, if any are
    named. `questions` are those whose reason has to be required.
    """

    name: str
    place: Place
    kind: RuleKind = RuleKind.MUST_MENTION
    about: tuple[Entry, ...] = ()
    parts: frozenset[str] = frozenset()
    pattern: Pattern[str] | None = None
    questions: tuple[QuestionId, ...] = ()
    strength: Strength = Strength.MUST
    id: str = ""
    reason: str = ""


def shape_text_rules(node: Node, pack: Pack, problems: list[Problem]) -> tuple[TextRule, ...]:
    """Return the rules that `node` lists; note and leave out those that do not fit `pack`."""
    shaped = []
    for item in node.items if isinstance(node, Listing) else (node,):
        found: list[Problem] = []
        rule = _rule(item, pack, found)
        problems += found
        if not found:
            shaped.append(rule)
    return tuple(shaped)


def hold(pack: Pack, rules: Sequence[TextRule]) -> Findings:
    """Return which of `rules` the words of `pack` keep.

    Words are searched without their markup, on one line and with straight apostrophes: neither a
    line's end nor a typeface decides. A text of over 2,000 characters is not searched, and so
    breaks a rule.
    """
    words = _words(pack) if rules else {}
    failed = []
    for rule in rules:
        why = " ".join(_breaks(pack, rule, words))
        if why:
            failed.append(Failed(rule.name, why, rule.place, (), rule.strength is Strength.MUST))
    return Findings(len(rules) - len(failed), tuple(failed))


def _words(pack: Pack) -> _Words:
    words: dict[Entry, list[tuple[str, str]]] = {}
    for said in texts(pack):
        key, *inner = map(str, said.path)
        if key in _NOUNS:
            name, part = inner[:2]
            straight = plain(said.text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
            words.setdefault((key, name), []).append((part, " ".join(straight.split())))
    return words


def _breaks(pack: Pack, rule: TextRule, words: _Words) -> Iterator[str]:
    """Yield a sentence for each thing that does not keep `rule`."""
    for question in rule.questions:
        if pack.questions[question].reason is not Need.REQUIRED:
            yield f"The question '{question}' does not require a reason."
    for key, name in rule.about:
        said = [t for part, t in words.get((key, name), ()) if not rule.parts or part in rule.parts]
        entry = f"The {_NOUNS[key]} '{name}'"
        if any(len(text) > LONGEST_TEXT for text in said):
            yield f"{entry} has a text of over {LONGEST_TEXT} characters, which is not searched."
        elif rule.pattern is not None:
            found = next(filter(None, map(rule.pattern.search, said)), None)
            if found is None and rule.kind is RuleKind.MUST_MENTION:
                yield f"{entry} does not say: {rule.pattern.pattern}."
            if found is not None and rule.kind is RuleKind.MUST_NOT_MENTION:
                yield f"{entry} says: {found.group()}."


def _rule(node: Node, pack: Pack, problems: list[Problem]) -> TextRule:
    named = node.get("name") if isinstance(node, Keyed) else None
    name = named.value.strip() if isinstance(named, Text) else ""
    keys = Keys.of(node, f"the rule '{name}'" if name else "a rule", node.place, problems)
    keys.text("name", needed=True)
    kind = keys.choice("kind", tuple(RuleKind), RuleKind.MUST_MENTION, needed=True)
    of_reasons = kind is RuleKind.REASON_REQUIRED
    for key in ("in", "parts", "pattern") if of_reasons else ("questions",):
        keys.misplaced(key, f"a rule of the kind '{kind}' has none")
    entries = tuple(f"{key}/{name}" for key, names in _entries(pack) for name in names)
    about = () if of_reasons else _names(keys, "in", entries)
    rule = TextRule(
        name=name,
        place=named.place if named is not None else node.place,
        kind=kind,
        about=tuple((key, name) for key, _, name in (entry.partition("/") for entry in about)),
        parts=frozenset(_names(keys, "parts", PARTS) if "parts" in keys.nodes else ()),
        pattern=None if of_reasons else _pattern(keys),
        questions=tuple(
            map(QuestionId, _names(keys, "questions", tuple(pack.questions)) if of_reasons else ())
        ),
        strength=keys.choice("strength", tuple(Strength), Strength.MUST),
        id=keys.text("id"),
        reason=keys.text("reason"),
    )
    keys.finish()
    return rule


def _entries(pack: Pack) -> tuple[tuple[str, Sequence[str]], ...]:
    """Return the keys of `pack` whose entries a rule can be about, each with their ids."""
    return (
        ("questions", tuple(pack.questions)),
        ("duties", tuple(pack.duties)),
        ("outcomes", tuple(pack.outcomes)),
        ("fields", tuple(pack.fields)),
    )


def _names(keys: Keys, key: str, known: Sequence[str]) -> tuple[str, ...]:
    """Return what is listed under `key`, at least one; note what is not among `known`."""
    if not (nodes := keys.items(key)):
        says = f"'{key}' is missing from {keys.what}: it would be about nothing."
        keys.problems.append(Code.MISSING_KEY.at(keys.place, says, f"Add a line '{key}: …'."))
    for node in nodes:
        name = node.value.strip() if isinstance(node, Text) else ""
        if name not in known:
            says = f"'{key}' of {keys.what} names '{name}', which is not there."
            keys.problems.append(Code.BAD_EXPECTATION.at(node.place, says, nearest(name, known)))
    return tuple(node.value.strip() for node in nodes if isinstance(node, Text))


def _pattern(keys: Keys) -> Pattern[str] | None:
    """Return the pattern, or None; note why it is none that can be used."""
    place = keys.nodes["pattern"][1].place if "pattern" in keys.nodes else keys.place
    written = keys.text("pattern", needed=True)
    if not written:
        return None
    try:
        return pattern_of(written)
    except BadPatternError as error:
        hint = "Write words, with | between, in several rules if need be."
        keys.problems.append(Code.BAD_VALUE.at(place, str(error), hint))
        return None
