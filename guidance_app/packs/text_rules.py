"""Rules about what the words of a pack have to say, and must not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

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
from .texts import texts

LONGEST_PATTERN = 300
"""The most characters of a pattern."""

_NESTED = re.compile(r"[+*}]\)*[+*{]|\([^()]*[+*][^()]*\)[+*{]")
"""A repetition inside a repetition: the kind of pattern that can take for ever."""


class RuleKind(StrEnum):
    """What a rule asks of the texts it is about."""

    MUST_MENTION = "must-mention"
    MUST_NOT_MENTION = "must-not-mention"
    REASON_REQUIRED = "reason-required"


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule about words.

    `pattern` is looked for, whatever the case of letters, in the plain text of each of `about`, the
    pairs of a key and an id; only in `parts` of it, if any are named. `questions` are those whose
    reason has to be required.
    """

    name: str
    place: Place
    kind: RuleKind = RuleKind.MUST_MENTION
    about: tuple[tuple[str, str], ...] = ()
    parts: frozenset[str] = frozenset()
    pattern: str = ""
    questions: tuple[QuestionId, ...] = ()
    strength: Strength = Strength.MUST
    id: str = ""
    reason: str = ""


def shape_text_rules(node: Node, pack: Pack, problems: list[Problem]) -> tuple[TextRule, ...]:
    """Return the rules that `node` lists, and note what in them does not fit `pack`."""
    items = node.items if isinstance(node, Listing) else (node,)
    return tuple(_rule(item, pack, problems) for item in items)


def hold(pack: Pack, rules: Sequence[TextRule]) -> Findings:
    """Return which of `rules` the words of `pack` keep."""
    said: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for text in texts(pack):
        key, *inner = map(str, text.path)
        if len(inner) > 1:
            name, part = inner[:2]
            said.setdefault((key, name), []).append((part, plain(text.text)))
    failed = []
    for rule in rules:
        why = " ".join(_breaks(pack, rule, said))
        if why:
            failed.append(Failed(rule.name, why, rule.place, (), rule.strength is Strength.MUST))
    return Findings(len(rules) - len(failed), tuple(failed))


def _breaks(
    pack: Pack, rule: TextRule, said: dict[tuple[str, str], list[tuple[str, str]]]
) -> Iterator[str]:
    """Yield a sentence for each thing that does not keep `rule`."""
    if rule.kind is RuleKind.REASON_REQUIRED:
        for question in rule.questions:
            asked = pack.questions.get(question)
            if asked is not None and asked.reason is not Need.REQUIRED:
                yield f"The question '{question}' does not require a reason."
        return
    for about in rule.about:
        words = (text for part, text in said.get(about, ()) if not rule.parts or part in rule.parts)
        found = any(re.search(rule.pattern, text, re.IGNORECASE) for text in words)
        if found != (rule.kind is RuleKind.MUST_MENTION):
            yield f"'{about[1]}' {'says' if found else 'does not say'}: {rule.pattern}"


def _rule(node: Node, pack: Pack, problems: list[Problem]) -> TextRule:
    named = node.get("name") if isinstance(node, Keyed) else None
    name = named.value.strip() if isinstance(named, Text) else ""
    keys = Keys.of(node, f"the rule '{name}'" if name else "a rule", node.place, problems)
    keys.text("name", needed=True)
    place = named.place if named is not None else node.place
    kind = keys.choice("kind", tuple(RuleKind), RuleKind.MUST_MENTION, needed=True)
    reasons = kind is RuleKind.REASON_REQUIRED
    rule = TextRule(
        name=name,
        place=place,
        kind=kind,
        about=tuple(_about(keys, pack, place)),
        parts=frozenset(keys.texts("parts")),
        pattern=_pattern(keys, place, needed=not reasons),
        questions=tuple(_questions(keys, pack, place)),
        strength=keys.choice("strength", tuple(Strength), Strength.MUST),
        id=keys.text("id"),
        reason=keys.text("reason"),
    )
    keys.finish()
    return rule


def _about(keys: Keys, pack: Pack, place: Place) -> Iterator[tuple[str, str]]:
    """Yield what the rule is about; note what does not exist."""
    known = {
        f"{key}/{name}"
        for key, names in (
            ("questions", pack.questions),
            ("duties", pack.duties),
            ("outcomes", pack.outcomes),
            ("fields", pack.fields),
        )
        for name in names
    }
    for written in keys.texts("in"):
        if written in known:
            key, _, name = written.partition("/")
            yield key, name
        else:
            says = f"The rule is about '{written}', which is not there."
            keys.problems.append(Code.BAD_EXPECTATION.at(place, says, nearest(written, known)))


def _questions(keys: Keys, pack: Pack, place: Place) -> Iterator[QuestionId]:
    for written in keys.texts("questions"):
        if QuestionId(written) in pack.questions:
            yield QuestionId(written)
        else:
            says = f"The rule is about '{written}', which is not there."
            hint = nearest(written, tuple(pack.questions))
            keys.problems.append(Code.BAD_EXPECTATION.at(place, says, hint))


def _pattern(keys: Keys, place: Place, *, needed: bool) -> str:
    """Return the pattern; one that is none, or that could take for ever, finds nothing."""
    pattern = keys.text("pattern", needed=needed)
    try:
        re.compile(pattern)
    except re.error as error:
        says, hint = f"The pattern cannot be read: {error}.", "Write words, with | between."
    else:
        if len(pattern) <= LONGEST_PATTERN and not _NESTED.search(pattern):
            return pattern
        says = "The pattern is too long, or repeats a repetition."
        hint = "Write words, with | between, in several rules if need be."
    keys.problems.append(Code.BAD_VALUE.at(place, says, hint))
    return "(?!)"
