"""Which words of a pack's files mean what: builds the Pack, with all problems at once."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from guidance_app.core.ids import OutcomeId, PackId, StepId
from guidance_app.core.pack import Approval, Base, Limits, Pack, Sayings
from guidance_app.core.problem import Place, PlacePath, Problem, in_order

from .codes import Code
from .digest import digest
from .joined import joined
from .keys import Keys, is_id
from .nodes import Keyed, Node, Text
from .overlay import EXTENDS, Laid, lay
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
from .translations import FOLDER, Translation, shape_translation
from .uncollected import uncollected

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
    base: "Shaped | None" = None
    whole: Keyed | None = field(default=None, repr=False)
    translations: tuple[Translation, ...] = ()


def shape(files: Mapping[str, bytes]) -> Shaped:
    """Return the pack that `files`, by name, are together, and everything wrong with their text.

    Of a pack that extends another, the files of that one are among them, in a folder called as it
    is; what `base` is then, is known too.
    """
    with uncollected():
        return _shaped(files, "")


def _shaped(files: Mapping[str, bytes], inside: str) -> Shaped:
    """Return the pack that `files` are; `inside` stands before their names in places."""
    problems: list[Problem] = []
    extends = extended(files)
    own = {name: data for name, data in files.items() if not _is_of(name, extends)}
    roots, translations, unread = [], [], False
    for name in sorted(own):
        root, found = read(inside + name, own[name])
        problems.extend(found)
        if root is None:
            unread = True
        elif name.startswith(FOLDER):
            translations.append(shape_translation(root, Place(inside + name), problems))
        else:
            roots.append(root)
    first = _FIRST if _FIRST in own else min(own, default=_FIRST)
    whole = joined(roots, problems, inside + first)
    base, laid = None, Laid(whole, ())
    if extends:
        inner = {
            name.removeprefix(f"{extends}/"): files[name] for name in files.keys() - own.keys()
        }
        base, laid = _laid(whole, extends, inner, f"{inside}{extends}/", problems)
    tests = {key.value: node for key, node in laid.whole.entries if key.value in TESTS}
    keys = Keys.of(laid.whole, "this pack", _beginning(whole), problems)
    able = not unread and _readable(keys) and (not extends or base is not None)
    pack = _pack(keys, digest(files), base, laid.local) if able else None
    places = Places(laid.whole)
    found = in_order(problems)
    listed = tuple(translations)
    return Shaped(pack, places, found, digest(files), tests, files, base, laid.whole, listed)


def extended(files: Mapping[str, bytes]) -> str:
    """Return the id of the pack that the one in `files` says it extends, or an empty text."""
    data = files.get(_FIRST, b"")
    root = read(_FIRST, data)[0] if EXTENDS.encode() in data else None
    named = root.get(EXTENDS) if isinstance(root, Keyed) else None
    return named.value.strip() if isinstance(named, Text) else ""


def _is_of(name: str, extends: str) -> bool:
    """Say whether the file called `name` is one of the pack that is extended."""
    return bool(extends) and name.startswith(f"{extends}/")


def _laid(
    whole: Keyed, extends: str, files: Mapping[str, bytes], inside: str, problems: list[Problem]
) -> tuple[Shaped | None, Laid]:
    """Return the pack that is extended, where it can be read, and `whole` laid over it."""
    base = _shaped(files, inside) if files else None
    if base is not None:
        problems.extend(base.problems)
    if base is None or base.pack is None or base.whole is None:
        named = whole.get(EXTENDS)
        why = "cannot be read" if files else "is not here"
        says = f"The pack '{extends}' that this one extends {why}."
        hint = "Put its folder beside this one's, or inside it."
        problems.append(Code.UNKNOWN_BASE.at(named.place if named else whole.place, says, hint))
        return None, Laid(whole, ())
    return base, lay(base.whole, whole, problems)


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


def _pack(keys: Keys, made_of: str, base: Shaped | None, local: tuple[PlacePath, ...]) -> Pack:
    for key in TESTS:
        keys.take(key)
    under = base.pack if base is not None else None
    where = keys.nodes.get("pack")
    name = keys.text("pack", needed=True)
    if name and not is_id(name):
        says = f"'{name}' cannot be the id of a pack."
        hint = "Use lower-case letters and digits, with single hyphens between words."
        keys.problems.append(Code.BAD_ID.at(where[1].place if where else keys.place, says, hint))
    pack = Pack(
        id=PackId(name),
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
        extends=Base(under.id, under.title, under.version, under.digest) if under else None,
        local=local,
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
