"""Takes what stands under the keys of an entry, and notes what does not fit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from guidance_app.core.condition import Condition
from guidance_app.core.problem import Place, Problem

from .codes import Code
from .conditions import condition_of, few
from .nodes import Keyed, Listing, Node, Text, kind_of

_Choice = TypeVar("_Choice", bound=StrEnum)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
"""The most letters an id may have."""

MOST_QUESTIONS = 20_000
"""The most questions that a pack may have."""

MOST_ENTRIES = 500
"""The most duties, outcomes, terms and so on that a pack may have."""


def is_id(name: str) -> bool:
    """Say whether `name` can be the id of something."""
    return len(name) <= LONGEST_ID and _ID.fullmatch(name) is not None


_TRUTHS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(slots=True)
class Keys:
    """The keys of one entry, each taken once; what is left when all are taken means nothing.

    `what` names the entry in messages. A key that does not fit counts as absent, after its problem
    was noted.
    """

    what: str
    place: Place
    problems: list[Problem]
    nodes: dict[str, tuple[Text, Node]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, node: Node, what: str, place: Place, problems: list[Problem]) -> "Keys":
        """Return the keys of `node`; none, and a problem, where it is not a set of keys."""
        if isinstance(node, Keyed):
            return cls(what, place, problems, {key.value: (key, n) for key, n in node.entries})
        says = f"{what} has to be a set of keys, not {kind_of(node)}."
        problems.append(
            Code.WRONG_KIND.at(place, _sentence(says), "Write 'key: text' lines below it.")
        )
        return cls(what, place, problems)

    def take(self, key: str, *, needed: bool = False) -> Node | None:
        """Return what stands under `key`; an empty text counts as nothing."""
        self.asked.append(key)
        _, node = self.nodes.pop(key, (None, None))
        if node is not None and not (isinstance(node, Text) and not node.value.strip()):
            return node
        if needed:
            says = f"'{key}' is missing from {self.what}."
            self.problems.append(Code.MISSING_KEY.at(self.place, says, f"Add a line '{key}: …'."))
        return None

    def text(self, key: str, *, needed: bool = False) -> str:
        """Return the text under `key`, or an empty one."""
        node = self.take(key, needed=needed)
        return self._text(key, node) if node is not None else ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts listed under `key`; a single text is a list of one."""
        return tuple(self._text(key, item) for item in self.items(key))

    def items(self, key: str) -> tuple[Node, ...]:
        """Return what is listed under `key`; a single text or set of keys is a list of one."""
        node = self.take(key)
        if isinstance(node, Listing):
            return few(node.items, f"'{key}' of {self.what}", self.problems)
        return () if node is None else (node,)

    def truth(self, key: str) -> bool:
        """Return whether `key` is true; left out, it is not."""
        return _TRUTHS.get(self.word(key, tuple(_TRUTHS)), False)

    def word(self, key: str, allowed: tuple[str, ...]) -> str:
        """Return the one of `allowed` that stands under `key`, or an empty text."""
        node = self.take(key)
        return self._among(key, node, allowed) if node is not None else ""

    def choice(
        self, key: str, allowed: tuple[_Choice, ...], default: _Choice, *, needed: bool = False
    ) -> _Choice:
        """Return the one of `allowed` that stands under `key`, or `default`."""
        node = self.take(key, needed=needed)
        text = self._among(key, node, allowed) if node is not None else ""
        return next((choice for choice in allowed if choice == text), default)

    def choices(self, key: str, allowed: tuple[_Choice, ...]) -> frozenset[_Choice]:
        """Return those of `allowed` that are listed under `key`."""
        texts = {self._among(key, item, allowed) for item in self.items(key)}
        return frozenset(choice for choice in allowed if choice in texts)

    def number(self, key: str) -> int | None:
        """Return the whole number above 0 under `key`, or None."""
        node = self.take(key)
        if node is None:
            return None
        text = self._text(key, node)
        if re.fullmatch(r"[1-9][0-9]{0,8}", text):
            return int(text)
        says = f"'{key}' of {self.what} is '{text}', which is not a whole number above 0."
        self.problems.append(Code.BAD_VALUE.at(node.place, says, "Write digits only, such as 40."))
        return None

    def day(self, key: str) -> str:
        """Return the calendar date under `key` as ISO 8601 text, or an empty text."""
        node = self.take(key)
        if node is None:
            return ""
        text = self._text(key, node)
        try:
            return date.fromisoformat(text).isoformat()
        except ValueError:
            says = f"'{key}' of {self.what} is '{text}', which is not a date."
            hint = "Write year, month and day, such as 2026-11-23."
            self.problems.append(Code.BAD_DATE.at(node.place, says, hint))
            return ""

    def condition(self, key: str) -> Condition | None:
        """Return the condition under `key`, or None."""
        node = self.take(key)
        return None if node is None else condition_of(node, self.problems)

    def entries(self, key: str, what: str, most: int = MOST_ENTRIES) -> Iterator[tuple[Text, Node]]:
        """Yield the ids under `key` and what stands under each; `what` names one in messages."""
        node = self.take(key)
        if node is None:
            return
        if not isinstance(node, Keyed):
            says = f"'{key}' of {self.what} has to be a set of keys, not {kind_of(node)}."
            hint = "Write each id on a line of its own, with a colon, and what belongs to it below."
            self.problems.append(Code.WRONG_KIND.at(node.place, says, hint))
            return
        for name, below in self._most(key, node, most):
            if not is_id(name.value):
                says = f"'{name.value}' cannot be the id of {what}."
                hint = "Use lower-case letters and digits, with single hyphens between words."
                self.problems.append(Code.BAD_ID.at(name.place, says, hint))
            yield name, below

    def _most(self, key: str, node: Keyed, most: int) -> tuple[tuple[Text, Node], ...]:
        """Return the first `most` entries of `node`; note that there are more."""
        if len(node.entries) > most:
            says = f"'{key}' of {self.what} has more than {most} entries; this is one too many."
            over = node.entries[most][0]
            self.problems.append(Code.BAD_VALUE.at(over.place, says, "Leave some of them out."))
        return node.entries[:most]

    def named(self, key: str, what: str) -> Iterator[tuple[Text, str]]:
        """Yield the ids under `key` and the text of each."""
        for name, node in self.entries(key, what):
            yield name, self._text(name.value, node)

    def inner(self, key: str) -> "Keys | None":
        """Return the keys of the set under `key`, or None where there is none."""
        node = self.take(key)
        if node is None:
            return None
        return Keys.of(node, f"'{key}' of {self.what}", node.place, self.problems)

    def misplaced(self, key: str, because: str) -> None:
        """Note that `key` does not belong here where it is given; `because` says why."""
        self.asked.append(key)
        name, _ = self.nodes.pop(key, (None, None))
        if name is not None:
            says = f"'{key}' does not belong to {self.what}: {because}."
            self.problems.append(Code.MISPLACED_KEY.at(name.place, says, "Delete it."))

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key, _ in self.nodes.values():
            meant = get_close_matches(key.value, self.asked, n=1)
            hint = (
                f"Did you mean '{meant[0]}'?" if meant else f"Known here: {', '.join(self.asked)}."
            )
            says = f"'{key.value}' means nothing in {self.what}."
            self.problems.append(Code.UNKNOWN_KEY.at(key.place, says, hint))

    def _text(self, key: str, node: Node) -> str:
        if isinstance(node, Text):
            return node.value.strip()
        says = f"'{key}' of {self.what} has to be a text, not {kind_of(node)}."
        hint = "Put a text with ': ' or '[' in it in quotation marks."
        self.problems.append(Code.WRONG_KIND.at(node.place, says, hint))
        return ""

    def _among(self, key: str, node: Node, allowed: tuple[str, ...]) -> str:
        """Return the text of `node` where it is one of `allowed`, or an empty text."""
        text = self._text(key, node)
        if text in allowed or not isinstance(node, Text):
            return text
        meant = get_close_matches(text, allowed, n=1)
        hint = f"Did you mean '{meant[0]}'?" if meant else f"Use one of: {', '.join(allowed)}."
        says = f"'{key}' of {self.what} cannot be '{text}'."
        self.problems.append(Code.BAD_VALUE.at(node.place, says, hint))
        return ""


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
