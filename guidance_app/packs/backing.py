"""Checks what a pack's words rest on, how fresh that is, and who stands behind the pack."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from guidance_app.core.pack import Pack, Source
from guidance_app.core.problem import Place, PlacePath, Problem

from .codes import Code
from .finding import Findings
from .places import near

_WHOLE_LINK = re.compile(r"https?://[^\s/.]+(?:\.[^\s/.]+)+(?:/\S*)?")

_Places = Mapping[PlacePath, Place]

APPROVERS = 2
"""How many different people approve a pack."""


def backing_problems(
    pack: Pack, places: _Places, today: date, tests: Findings
) -> tuple[Problem, ...]:
    """Return what is thin, old or not stood behind on `today`; `tests` is what its own found."""
    found = [*_without_source(pack, places), *_approval(pack, places, today, tests)]
    for source in pack.sources.values():
        found.extend(_source(pack, source, places, today))
    if pack.review_by and date.fromisoformat(pack.review_by) < today:
        says = f"This pack was to be reviewed by {pack.review_by}."
        hint = "Review it, then set 'review-by' to the next date."
        found.append(Code.PACK_PAST_REVIEW.at(near(places, ("review-by",)), says, hint))
    return tuple(found)


def _without_source(pack: Pack, places: _Places) -> Iterator[Problem]:
    for key, noun, entries in (
        ("questions", "question", pack.questions),
        ("duties", "duty", pack.duties),
        ("outcomes", "outcome", pack.outcomes),
    ):
        for name, entry in entries.items():
            if not entry.sources:
                says = f"The {noun} '{name}' names no source."
                hint = "Name under 'sources' what it rests on: a law, a case, or a local policy."
                yield Code.NO_SOURCE.at(near(places, (key, name)), says, hint)


def _source(pack: Pack, source: Source, places: _Places, today: date) -> Iterator[Problem]:
    place = near(places, ("sources", source.id))
    if source.read in ("", "not read"):
        says = f"Nobody has read the source '{source.id}'."
        yield Code.SOURCE_NOT_READ.at(place, says, "Read it, then set 'read' to say how far.")
    if not source.checked_on:
        says = f"The source '{source.id}' does not say when it was checked."
        yield Code.SOURCE_NOT_CHECKED.at(place, says, "Add 'checked: {on: …, by: …}'.")
    if source.review_by and date.fromisoformat(source.review_by) < today:
        says = f"The source '{source.id}' was to be checked again by {source.review_by}."
        approved = pack.status == "approved"
        code = Code.APPROVED_ON_OLD_SOURCE if approved else Code.SOURCE_PAST_REVIEW
        yield code.at(place, says, "Check it, then set 'checked' and 'review-by' to new dates.")
    if source.link and not _WHOLE_LINK.fullmatch(source.link):
        says = f"The link of the source '{source.id}' is not a whole address: '{source.link}'."
        hint = "Write it with https:// in front, as the browser shows it, or leave it out."
        yield Code.BAD_LINK.at(near(places, ("sources", source.id, "link")), says, hint)


def _approval(pack: Pack, places: _Places, today: date, tests: Findings) -> Iterator[Problem]:
    if pack.status != "approved":
        return
    place = near(places, ("status",))
    people = {" ".join(name.casefold().split()) for name in pack.approved.by} - {""}
    if len(people) < APPROVERS:
        says = "An approved pack names two different people who approved it."
        yield Code.NOT_TWO_APPROVERS.at(place, says, "Add 'approved: {by: [one, another], on: …}'.")
    if pack.approved.on and date.fromisoformat(pack.approved.on) > today:
        says = f"This pack is approved on {pack.approved.on}, a day that has not come."
        yield Code.APPROVED_AHEAD.at(place, says, "Write the day on which it was approved.")
    if not tests.passed and not tests.failed:
        says = "This pack is approved, and it has no tests of its own."
        hint = "Write scenarios for what it must do; 'suggest' prints the first ones."
        yield Code.APPROVED_UNTESTED.at(place, says, hint)
    if tests.failed:
        says = "This pack is approved, and one of its own tests fails."
        yield Code.APPROVED_BUT_FAILING.at(
            place, says, "Mend what fails, or set it back to 'draft'."
        )
