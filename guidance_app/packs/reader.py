"""Reads one pack file into nodes; constructs nothing, and refuses with a place and a hint."""

from dataclasses import dataclass, field

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from guidance_app.core.problem import Place, Problem

from .codes import Code
from .letters import MOST_PROBLEMS, UNSEEN, letters, unseen_problem
from .nodes import Keyed, Listing, Node, Text
from .syntax import syntax_problem

DEEPEST = 20
"""The most lists and sets of keys that may stand inside each other."""

LONGEST_TEXT = 10_000
"""The most characters that one text may have; nobody reads that many on a page, or in a message."""

LONGEST_KEY = 200
"""The most characters that a key may have; an id may have fewer."""


def read(file: str, data: bytes) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return what `data`, the bytes of `file`, says, and every problem found on the way.

    Whatever `data` is, nothing is raised; the node is None where the file cannot be made sense of.
    An empty file is an empty set of keys.
    """
    text, problems = letters(file, data)
    if text is None or len(problems) >= MOST_PROBLEMS:
        return None, problems
    reading = _Reading(file, list(problems))
    try:
        reading.run(CParser(text.encode()))
    except _GivenUpError:
        return None, tuple(reading.problems)
    except YAMLError as error:
        return None, (*reading.problems, syntax_problem(file, text, error))
    root = reading.root
    nothing = root is None or (isinstance(root, Text) and not root.value)  # such as '---' alone
    return Keyed((), Place(file)) if nothing else root, tuple(reading.problems)


class _GivenUpError(Exception):
    """The rest of the file is not read; the problem that says why has been noted."""


@dataclass(slots=True)
class _Open:
    """A list or a set of keys that is not whole yet; in a set, keys and values stand in turn."""

    place: Place
    keyed: bool
    parts: list[Node] = field(default_factory=list)


@dataclass(slots=True)
class _Reading:
    """One file under way. It keeps a stack of its own, so that no nesting can exhaust Python's."""

    file: str
    problems: list[Problem]
    opened: list[_Open] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0

    def run(self, parser: CParser) -> None:
        """Take every event of `parser`; the document is then the root."""
        file, next_event, put = self.file, parser.get_event, self.put
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is MappingEndEvent or kind is SequenceEndEvent:
                put(self.close())
                continue
            mark = event.start_mark
            if mark is None:  # for the type checker: the C parser marks every event
                continue
            place = Place(file, mark.line + 1, mark.column + 1)
            if isinstance(event, ScalarEvent):
                if event.style == '"' or event.anchor or event.tag:
                    self.guard(event, place)
                value = event.value
                put(Text(value if len(value) <= LONGEST_TEXT else self.cut(value, place), place))
            elif isinstance(event, MappingStartEvent | SequenceStartEvent):
                self.guard(event, place)
                self.open(_Open(place, kind is MappingStartEvent))
            elif isinstance(event, AliasEvent):
                self.guard(event, place)
                put(Text("", place))
            elif isinstance(event, DocumentStartEvent):
                self.begin(place)

    def put(self, node: Node) -> None:
        """Let `node` be the next part of what is open, or the root."""
        if self.opened:
            self.opened[-1].parts.append(node)
        else:
            self.root = node

    def open(self, opened: _Open) -> None:
        """Go one deeper, unless that is too deep."""
        self.opened.append(opened)
        if len(self.opened) > DEEPEST:
            says = f"More than {DEEPEST} lists and keys stand inside each other here."
            self.note(Code.TOO_DEEP.at(opened.place, says, "No part of a pack needs that many."))
            raise _GivenUpError

    def close(self) -> Node:
        """Return what was opened last, whole."""
        closed = self.opened.pop()
        parts = closed.parts
        if not closed.keyed:
            return Listing(tuple(parts), closed.place)
        entries: dict[str, tuple[Text, Node]] = {}
        for key, value in zip(parts[::2], parts[1::2], strict=True):
            if not isinstance(key, Text):
                says = "A key has to be a plain text, not a list or a set of keys."
                self.note(Code.KEY_NOT_TEXT.at(key.place, says, "Put quotation marks round it."))
            elif len(key.value) > LONGEST_KEY:
                says = f"This key has more than {LONGEST_KEY} characters."
                self.note(Code.BAD_ID.at(key.place, says, "Give it a shorter name."))
            elif key.value in entries:
                self.note(_given_twice(key, entries[key.value][0]))
            else:
                entries[key.value] = (key, value)
        return Keyed(tuple(entries.values()), closed.place)

    def begin(self, place: Place) -> None:
        """Begin a document, unless there was one."""
        self.documents += 1
        if self.documents > 1:
            hint = "Delete the line '---', or put what follows it into a file of its own."
            self.note(Code.SEVERAL_DOCUMENTS.at(place, "A second document begins here.", hint))
            raise _GivenUpError

    def guard(self, event: NodeEvent, place: Place) -> None:
        """Note what may not come with a node: an anchor, an alias, a tag, an escaped control."""
        if isinstance(event, AliasEvent):
            says = f"'*{event.anchor}' stands for a text given elsewhere, which a pack may not use."
            self.note(
                Code.ALIAS.at(place, says, "Write the text here, or put it in quotation marks.")
            )
            return
        if event.anchor:
            says = f"'&{event.anchor}' names a text for use elsewhere, which a pack may not do."
            self.note(Code.ANCHOR.at(place, says, "Delete it, or put the text in quotation marks."))
        if isinstance(event, ScalarEvent | MappingStartEvent | SequenceStartEvent) and event.tag:
            says = f"'{event.tag}' is a tag; everything in a pack is text."
            self.note(Code.TAG.at(place, says, "Delete it, or put the text in quotation marks."))
        if isinstance(event, ScalarEvent) and (unseen := UNSEEN.search(event.value)):
            self.note(unseen_problem(place, unseen.group()))

    def cut(self, value: str, place: Place) -> str:
        """Return the beginning of `value`, which is too long a text."""
        says = f"This text has more than {LONGEST_TEXT:,} characters."
        self.note(Code.BAD_VALUE.at(place, says, "Say it in fewer words, or in several texts."))
        return f"{value[:40]}…"

    def note(self, problem: Problem) -> None:
        """Keep `problem`, and give up where there are too many."""
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _GivenUpError


def _given_twice(key: Text, first: Text) -> Problem:
    says = f"'{key.value}' is given twice here; it first stands in line {first.place.line}."
    return Code.DUPLICATE_KEY.at(key.place, says, "Keep one of them, or give one another name.")
