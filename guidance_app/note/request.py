"""The request for legal advice: one page of what a lawyer has to know, from the answers given."""

from collections.abc import Iterator

from .answers import shown
from .behind import duties
from .first_page import status_words
from .note import Block, Heading, Paragraph, Tone
from .telling import Telling
from .wording import day, plain, typed

ASKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The question", ("purpose",)),
    ("The decision that it would change", ("changes-a-decision",)),
    ("The duty or power", ("legal-duty",)),
    ("Why open routes fail", ("open-routes",)),
    ("What the person knows", ("openness",)),
    ("What exactly is proposed", ("proposal", "whose-page", "audience", "means", "contact")),
    ("How often", ("frequency",)),
    ("Whose other information may be seen", ("other-people", "sensitive-facts")),
    ("What would be kept, and how long", ("keeping",)),
    ("Proceedings", ("proceedings",)),
    ("What the manager has said", ("manager-agreement",)),
    ("What keeps people safe meanwhile", ("meanwhile",)),
    ("Advice so far, by reference", ("advice",)),
)
"""What a lawyer is told, by the ids of questions and fields, which the guidance never changes."""


def request(telling: Telling) -> Iterator[Block]:
    """Yield the request; what was never asked on the path says so, for the lawyer to ask."""
    pack, record = telling.pack, telling.record
    yield Paragraph("A request for legal advice. Keep it apart from the note.", Tone.LEAD)
    about = (
        f"Reference of the person: {typed(record.reference) or 'none given'}",
        ", ".join(typed(p) for p in (record.started.role, record.started.team) if p),
        day(telling.made_at),
    )
    yield Paragraph(" · ".join(part for part in about if part), Tone.QUIET)
    yield Heading(2, "Where it stands")
    title = f" The aid ended at: {plain(pack, telling.outcome.title)}." if telling.outcome else ""
    yield Paragraph(f"{status_words(telling)}.{title}")
    for heading, names in ASKS:
        yield Heading(2, heading)
        words = tuple(shown(telling, names))
        yield from words or (Paragraph("Not asked on the way to this outcome.", Tone.QUIET),)
    yield from duties(telling)
