"""Lays the files of an overlay over those of the pack that it extends: adds, and never takes away.

What the overlay says is joined by id. New entries are added; in entries that the base has, lists
grow, and a text is replaced only where the overlay names the text that it replaces (`replaces`).
That it only tightens is proved afterwards, in `tighten`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from guidance_app.core.problem import PlacePath, Problem

from .codes import Code
from .nearest import nearest
from .nodes import Keyed, Listing, Node, Text
from .overlay_lines import led_before

EXTENDS = "extends"
"""The key in which an overlay names the pack that it extends."""

REPLACES = "replaces"
BEFORE = "before"

OWN = ("format", "pack", "title", "version", "status", "approved", "owner", "review-by")
"""Keys that say who a pack is. An overlay has its own, and none of its base's but the last two."""

_KEPT_OWN = ("format", "owner", "review-by")

_ENTRIES = (
    *("questions", "duties", "outcomes", "sources", "contacts", "terms", "fields", "steps"),
    *("limits", "says", "note"),
)
_GROWING = (
    *("adds", "sources", "facts", "may", "must-not", "talk-to", "record"),
    *("every-export", "about"),
)
"""Lists of an entry that an overlay adds to; what the base has in them stays."""

_GROWING_OF_ALL = ("not-for", "properties", "texts")
"""Lists of the whole pack that an overlay adds to."""

_FIXED = (
    *("kind", "level", "part", "exclusive", "past", "for", "after-look", "step", "voice"),
    *("reason-can-wait", "short-note", "withhold", "never-with"),
)
"""Keys of an entry of the base that no overlay can change."""

_FIXED_OF_ALL = ("help-now", "language")
"""Keys of the whole pack that no overlay can change."""

_FREE = (
    *("next", "ask-when", "otherwise", "reason", "permits", "when", "required"),
    *("how", "words-per-question", "reading-age", "longest-walk"),
)
"""Keys whose values say no words; what they do to walks is proved, or they were left open."""

_ONLY_OF_BASE = ("look-outcomes", "together-outcomes")
"""Keys by which a property says which outcomes permit something: an overlay may leave fewer."""

LONGEST_PIN = 8
"""How many hexadecimal digits of a text's SHA-256 name it in `replaces`."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A base with an overlay over it, and the way to each thing that the overlay says."""

    whole: Keyed
    local: tuple[PlacePath, ...]


def pin(text: str) -> str:
    """Return the short name of `text` that says in an overlay which text is replaced."""
    return sha256(text.strip().encode()).hexdigest()[:LONGEST_PIN]


def lay(base: Keyed, over: Keyed, problems: list[Problem]) -> Laid:
    """Return `over` laid over `base`, as one set of keys, and note what cannot be laid over it."""
    laying = _Laying(problems)
    entries = {
        key.value: (key, node)
        for key, node in base.entries
        if (key.value not in OWN or key.value in _KEPT_OWN) and key.value != "scenarios"
    }
    if "properties" in entries:
        key, node = entries["properties"]
        entries["properties"] = (key, _claims(node))
    for key, node in over.entries:
        if key.value == EXTENDS:
            continue
        under = entries.get(key.value)
        entries[key.value] = (key, laying.top(key, under[1] if under else None, node))
    whole = Keyed(tuple(entries.values()), over.place)
    for question, targets in laying.before:
        whole = led_before(whole, question, targets, laying.added)
    return Laid(whole, tuple(laying.local))


@dataclass(slots=True)
class _Laying:
    """The laying under way."""

    problems: list[Problem]
    local: list[PlacePath] = field(default_factory=list)
    before: list[tuple[Text, tuple[Text, ...]]] = field(default_factory=list)
    added: set[str] = field(default_factory=set)

    def top(self, key: Text, under: Node | None, over: Node) -> Node:
        """Return what stands under a key of the whole pack."""
        if key.value in _GROWING_OF_ALL:
            return _grown(under, over)
        if key.value in _FIXED_OF_ALL and under is not None:
            self.fixed(key, f"'{key.value}'")
        if key.value not in _ENTRIES or not isinstance(over, Keyed):
            return over
        if not isinstance(under, Keyed):
            under = Keyed((), over.place)
        if key.value in ("steps", "limits", "says", "note"):
            return self.entry((key.value,), under, over)
        entries = {name.value: (name, node) for name, node in under.entries}
        for name, node in over.entries:
            way = (key.value, name.value)
            if name.value in entries:
                laid = self.entry(way, _spelled(key, entries[name.value][1]), _spelled(key, node))
                entries[name.value] = (entries[name.value][0], laid)
            else:
                self.local.append(way)
                entries[name.value] = (name, self.new(key.value, name, node))
        return Keyed(tuple(entries.values()), under.place)

    def new(self, key: str, name: Text, node: Node) -> Node:
        """Return an entry that the base does not have, and remember before what it is asked."""
        if key == "questions":
            self.added.add(name.value)
        if not isinstance(node, Keyed) or (before := node.get(BEFORE)) is None:
            return node
        targets = before.items if isinstance(before, Listing) else (before,)
        named = tuple(target for target in targets if isinstance(target, Text))
        for target in named:
            earlier = next((q for q, asked in self.before if target.value in _values(asked)), None)
            if earlier is not None:
                says = (
                    f"'{earlier.value}' and '{name.value}' are both asked before '{target.value}'."
                )
                hint = f"Ask one before '{target.value}', and let it lead on to the other."
                self.problems.append(Code.BAD_VALUE.at(target.place, says, hint))
        self.before.append((name, named))
        return Keyed(tuple((k, n) for k, n in node.entries if k.value != BEFORE), node.place)

    def entry(self, way: PlacePath, under: Node, over: Node) -> Node:
        """Return an entry of the base with what the overlay says of it."""
        if not isinstance(under, Keyed) or not isinstance(over, Keyed):
            return over
        pins = _pins(over)
        entries = {key.value: (key, node) for key, node in under.entries}
        for key, node in over.entries:
            if key.value == REPLACES:
                continue
            was = entries.get(key.value)
            self.local.append((*way, key.value))
            if key.value in _FIXED:
                self.fixed(key, f"'{key.value}' of '{way[-1]}'")
            if was is None:
                entries[key.value] = (key, node)
            elif key.value in _GROWING:
                entries[key.value] = (was[0], _grown(was[1], node))
            elif isinstance(was[1], Keyed) and key.value not in _FREE:
                self.local.pop()
                laid = self.inner((*way, key.value), was[1], node)
                entries[key.value] = (was[0], laid)
            else:
                self.replaced(way, key, was[1], node, pins)
                entries[key.value] = (key, node)
        self.idle_pins(way, over, pins)
        return Keyed(tuple(entries.values()), under.place)

    def inner(self, way: PlacePath, under: Keyed, over: Node) -> Node:
        """Return the options or the fields of a question of the base, with those of the overlay."""
        if not isinstance(over, Keyed):
            return over
        entries = {name.value: (name, node) for name, node in under.entries}
        for name, node in over.entries:
            if name.value in entries:
                laid = self.entry((*way, name.value), entries[name.value][1], node)
                entries[name.value] = (entries[name.value][0], laid)
            else:
                self.local.append((*way, name.value))
                entries[name.value] = (name, node)
        return Keyed(tuple(entries.values()), under.place)

    def replaced(
        self, way: PlacePath, key: Text, was: Node, now: Node, pins: dict[str, Text]
    ) -> None:
        """Note where a text is replaced without naming it, or where it is no longer that text."""
        name = f"'{key.value}' of '{way[-1]}'"
        text = was.value.strip() if isinstance(was, Text) else ""
        if key.value in _FREE or key.value in _FIXED or not text:
            return
        given = pins.get(key.value)
        hint = (
            f"The text now is “{text}” Where yours still fits, write beside it: "
            f"{REPLACES}: {{{key.value}: {pin(text)}}}"
        )
        if given is None:
            says = f"{name} replaces a text of the pack that is extended, and does not say which."
            self.problems.append(Code.OVERLAY_NOT_PINNED.at(key.place, says, hint))
        elif given.value.strip() != pin(text):
            says = f"{name} replaces a text that has changed since in the pack that is extended."
            self.problems.append(Code.OVERLAY_TEXT_MOVED.at(given.place, says, hint))

    def fixed(self, key: Text, name: str) -> None:
        """Note that an overlay cannot change what is called `name`."""
        says = f"{name} cannot be changed by an overlay."
        hint = "Delete the line: it belongs to the pack that is extended."
        self.problems.append(Code.OVERLAY_FIXED.at(key.place, says, hint))

    def idle_pins(self, way: PlacePath, over: Keyed, pins: dict[str, Text]) -> None:
        """Note each text that is said to be replaced and is not."""
        given = [key.value for key, _ in over.entries if key.value != REPLACES]
        for name, text in pins.items():
            if name not in given:
                says = f"'{REPLACES}' of '{way[-1]}' names '{name}', which is not replaced here."
                hint = nearest(name, given)
                self.problems.append(Code.BAD_VALUE.at(text.place, says, hint))


def _claims(node: Node) -> Node:
    """Return the properties of a base that an overlay has to keep as well.

    What only should hold, what has to stay possible, and what names all outcomes that permit
    something is left out: an overlay may forbid more.
    """
    if not isinstance(node, Listing):
        return node
    kept = (
        item
        for item in node.items
        if not isinstance(item, Keyed)
        or not (
            _word(item, "mode") == "possible"
            or _word(item, "strength") == "should"
            or any(_names(item, key) for key in _ONLY_OF_BASE)
        )
    )
    return Listing(tuple(kept), node.place)


def _word(item: Keyed, key: str) -> str:
    node = item.get(key)
    return node.value.strip() if isinstance(node, Text) else ""


def _names(node: Node, key: str) -> bool:
    """Say whether `key` stands anywhere in `node`."""
    match node:
        case Keyed(entries):
            return any(name.value == key or _names(below, key) for name, below in entries)
        case Listing(items):
            return any(_names(item, key) for item in items)
        case _:
            return False


def _spelled(key: Text, node: Node) -> Node:
    """Return a duty that is only a text as what it is short for."""
    if key.value == "duties" and isinstance(node, Text):
        return Keyed(((Text("say", node.place), node),), node.place)
    return node


def _grown(under: Node | None, over: Node) -> Node:
    """Return a list with what is added to it; what it has already is not added twice."""
    have, more = tuple(_listed(under)), tuple(_listed(over))
    said = {node.value.strip() for node in have if isinstance(node, Text)}
    new = (n for n in more if not (isinstance(n, Text) and n.value.strip() in said))
    return Listing((*have, *new), under.place if under is not None else over.place)


def _listed(node: Node | None) -> Iterator[Node]:
    if isinstance(node, Listing):
        yield from node.items
    elif node is not None:
        yield node


def _pins(over: Keyed) -> dict[str, Text]:
    pins = over.get(REPLACES)
    entries = pins.entries if isinstance(pins, Keyed) else ()
    return {key.value: node for key, node in entries if isinstance(node, Text)}


def _values(texts: tuple[Text, ...]) -> set[str]:
    return {text.value for text in texts}
