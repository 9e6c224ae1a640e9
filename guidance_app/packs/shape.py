"""Which words of a pack's files mean what: builds the Pack, with all problems at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guidance_app.core.ids import OutcomeId, PackId, StepId
from guidance_app.core.pack import Approval, Limits, Pack, Sayings
from guidance_app.core.problem import Place, Problem, in_order

from .codes import Code
from .digest import digest
from .joined import joined
from .keys import Keys
from .nodes import Keyed, Node, Text
from .places import Places
from .reader import read
from .shape_outcomes import (
    shape_contacts,
    shape_duties,
    shape_outcomes,
    shape_sources,
    shape_terms,
)
from .shape_questions import shape_questions
from .shape_record import shape_fields, shape_note

_FIRST = "pack.yaml"

FORMAT = 1
"""The newest pack format that this program reads."""

TESTS = ("scenarios", "properties", "texts")
"""Keys of a pack's own tests; they are left as nodes, for whoever runs them."""


class Status(StrEnum):
    """How far a pack has come."""

    DRAFT = "draft"
    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Shaped:
    """What the files of a pack say. `pack` is None only where a file could not be read at all.

    A pack with mistakes in it is built as far as it goes, so that it can be analysed to the end;
    `tests` are the nodes under `scenarios`, `properties` and `texts`; `files` are the bytes it was
    all read from.
    """

    pack: Pack | None
    places: Places
    problems: tuple[Problem, ...] = ()
    digest: str = ""
    tests: Mapping[str, Node] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)


def shape(files: Mapping[str, bytes]) -> Shaped:
    """Return the pack that `files`, by name, are together, and everything wrong with their text."""
    problems: list[Problem] = []
    roots = []
    for name in sorted(files):
        root, found = read(name, files[name])
        problems.extend(found)
        if root is not None:
            roots.append(root)
    first = _FIRST if _FIRST in files else min(files, default=_FIRST)
    whole = joined(roots, problems, first)
    tests = {key.value: node for key, node in whole.entries if key.value in TESTS}
    keys = Keys.of(whole, "this pack", _beginning(whole), problems)
    pack = _pack(keys, digest(files)) if len(roots) == len(files) and _readable(keys) else None
    return Shaped(pack, Places(whole), in_order(problems), digest(files), tests, files)


def _beginning(whole: Keyed) -> Place:
    """Return where a pack says who it is, for what is missing from it."""
    named = (
        whole.key("pack") or whole.key("format") or next((key for key, _ in whole.entries), None)
    )
    return Place(named.place.file) if named else whole.place


def _readable(keys: Keys) -> bool:
    """Say whether the pack is of a format that this program knows, noting it where it is not."""
    node = keys.take("format", needed=True)
    if node is None:
        return True
    written = node.value.strip() if isinstance(node, Text) else ""
    if written == str(FORMAT):
        return True
    if re.fullmatch(r"[1-9][0-9]{0,5}", written) and int(written) > FORMAT:
        says = (
            f"This pack is written in format {written}; this program reads formats up to {FORMAT}."
        )
        hint = "Nothing is wrong with the pack. Install a newer version of the program to use it."
        keys.problems.append(Code.NEWER_FORMAT.at(node.place, says, hint))
        return False
    says = f"'format' of this pack cannot be '{written}'."
    keys.problems.append(Code.BAD_VALUE.at(node.place, says, f"Write 'format: {FORMAT}'."))
    return True


def _pack(keys: Keys, made_of: str) -> Pack:
    for key in TESTS:
        keys.take(key)
    pack = Pack(
        id=PackId(keys.text("pack", needed=True)),
        title=keys.text("title", needed=True),
        version=keys.text("version", needed=True),
        start=keys.text("start", needed=True),
        digest=made_of,
        status=keys.choice("status", tuple(Status), Status.DRAFT),
        applies_in=keys.texts("applies-in"),
        not_for=keys.texts("not-for"),
        owner=keys.text("owner"),
        approved=_approval(keys),
        review_by=keys.day("review-by"),
        language=keys.text("language") or "en-GB",
        help_now=OutcomeId(outcome) if (outcome := keys.text("help-now")) else None,
        steps={StepId(name.value): text for name, text in keys.named("steps", "a step")},
        limits=_limits(keys),
        says=_sayings(keys),
        questions=shape_questions(keys),
        duties=shape_duties(keys),
        outcomes=shape_outcomes(keys),
        sources=shape_sources(keys),
        contacts=shape_contacts(keys),
        terms=shape_terms(keys),
        fields=shape_fields(keys),
        note=shape_note(keys),
    )
    keys.finish()
    return pack


def _approval(keys: Keys) -> Approval:
    inner = keys.inner("approved")
    if inner is None:
        return Approval()
    approval = Approval(by=inner.texts("by"), on=inner.day("on"))
    inner.finish()
    return approval


def _limits(keys: Keys) -> Limits:
    inner = keys.inner("limits")
    if inner is None:
        return Limits()
    limits = Limits(
        words_per_question=inner.number("words-per-question"),
        reading_age=inner.number("reading-age"),
        longest_walk=inner.number("longest-walk"),
    )
    inner.finish()
    return limits


def _sayings(keys: Keys) -> Sayings:
    inner = keys.inner("says")
    if inner is None:
        return Sayings()
    sayings = Sayings(
        every_page=inner.text("every-page"),
        every_outcome=inner.text("every-outcome"),
        every_export=inner.texts("every-export"),
        about=inner.texts("about"),
        unreviewed=inner.text("unreviewed"),
    )
    inner.finish()
    return sayings
