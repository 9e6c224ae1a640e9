"""What the words of duties, outcomes, sources, contacts and terms mean."""

import re

from guidance_app.core.ids import ContactId, DutyId, OutcomeId, SourceId, TermId
from guidance_app.core.pack import (
    Advice,
    Contact,
    Duty,
    Level,
    Outcome,
    Part,
    Permits,
    Source,
    Term,
)

from .keys import Keys
from .nodes import Node, Text

SOURCE_KINDS = (
    "law",
    "statutory guidance",
    "case",
    "regulator",
    "standards",
    "local policy",
    "research",
)
_CONTACT = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def shape_duties(pack: Keys) -> dict[DutyId, Duty]:
    """Return the duties of `pack`; a duty may be a text alone."""
    duties = {}
    for name, node in pack.entries("duties", "a duty"):
        duty = DutyId(name.value)
        if isinstance(node, Text):
            duties[duty] = Duty(duty, node.value.strip())
            continue
        keys = Keys.of(node, f"the duty '{name.value}'", name.place, pack.problems)
        duties[duty] = Duty(
            id=duty,
            say=keys.text("say", needed=True),
            sources=_sources(keys),
            facts=keys.texts("facts"),
            when=keys.condition("when"),
        )
        keys.finish()
    return duties


def shape_outcomes(pack: Keys) -> dict[OutcomeId, Outcome]:
    """Return the outcomes of `pack`."""
    outcomes = {}
    for name, node in pack.entries("outcomes", "an outcome"):
        keys = Keys.of(node, f"the outcome '{name.value}'", name.place, pack.problems)
        outcomes[OutcomeId(name.value)] = Outcome(
            id=OutcomeId(name.value),
            title=keys.text("title", needed=True),
            level=keys.choice("level", tuple(Level), Level.STOP, needed=True),
            permits=keys.choice("permits", tuple(Permits), Permits.NOTHING, needed=True),
            summary=keys.text("summary"),
            status=keys.text("status"),
            may=_advice("may", keys),
            must_not=_advice("must-not", keys),
            talk_to=_advice("talk-to", keys),
            record=_advice("record", keys),
            follow_up=keys.text("follow-up"),
            sources=_sources(keys),
            facts=keys.texts("facts"),
            part=keys.choice("part", tuple(Part), Part.CASE),
            short_note=keys.truth("short-note"),
        )
        keys.finish()
    return outcomes


def shape_sources(pack: Keys) -> dict[SourceId, Source]:
    """Return the sources of `pack`."""
    sources = {}
    for name, node in pack.entries("sources", "a source"):
        keys = Keys.of(node, f"the source '{name.value}'", name.place, pack.problems)
        checked = keys.inner("checked")
        sources[SourceId(name.value)] = Source(
            id=SourceId(name.value),
            title=keys.text("title", needed=True),
            kind=keys.word("kind", SOURCE_KINDS),
            where=keys.text("where"),
            link=keys.text("link"),
            read=keys.word("read", ("in full", "in part", "not read")),
            checked_on=checked.day("on") if checked else "",
            checked_by=checked.text("by") if checked else "",
            review_by=keys.day("review-by"),
            note=keys.text("note"),
        )
        if checked:
            checked.finish()
        keys.finish()
    return sources


def shape_contacts(pack: Keys) -> dict[ContactId, Contact]:
    """Return the contacts of `pack`."""
    contacts = {}
    for name, node in pack.entries("contacts", "a contact"):
        keys = Keys.of(node, f"the contact '{name.value}'", name.place, pack.problems)
        contact = ContactId(name.value)
        contacts[contact] = Contact(contact, keys.text("role", needed=True), keys.text("how"))
        keys.finish()
    return contacts


def shape_terms(pack: Keys) -> dict[TermId, Term]:
    """Return the glossary of `pack`."""
    terms = {}
    for name, node in pack.entries("terms", "a term"):
        keys = Keys.of(node, f"the term '{name.value}'", name.place, pack.problems)
        term = TermId(name.value)
        terms[term] = Term(term, keys.text("term", needed=True), keys.text("means", needed=True))
        keys.finish()
    return terms


def _advice(key: str, keys: Keys) -> tuple[Advice, ...]:
    return tuple(_line(key, item, keys) for item in keys.items(key))


def _line(key: str, item: Node, keys: Keys) -> Advice:
    """Return a line of advice; in 'talk-to', one word in small letters is the id of a contact."""
    if isinstance(item, Text):
        said = item.value.strip()
        if key == "talk-to" and _CONTACT.fullmatch(said):
            return Advice("", contact=ContactId(said))
        return Advice(said)
    inner = Keys.of(item, f"a line of '{key}' of {keys.what}", item.place, keys.problems)
    contact = inner.text("contact")
    line = Advice(
        say=inner.text("say", needed=not contact),
        when=inner.condition("when"),
        contact=ContactId(contact) if contact else None,
    )
    inner.finish()
    return line


def _sources(keys: Keys) -> tuple[SourceId, ...]:
    return tuple(SourceId(source) for source in keys.texts("sources"))
