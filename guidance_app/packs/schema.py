"""A JSON Schema of the files of a pack, by which an author's editor completes and underlines.

It says which keys there are and what may stand under each; that ids exist, and where walks go, is
for the checker. A test holds it against what the reader takes.
"""

from .schema_entries import (
    contact,
    duty,
    limits,
    note,
    outcome,
    question,
    record_field,
    sayings,
    source,
    term,
)
from .schema_parts import (
    CONDITION,
    DAY,
    TEXT,
    TEXT_OF_ANY_KIND,
    TEXTS,
    Schema,
    either,
    entries,
    keyed,
    listed,
    one_of,
    said,
)
from .schema_tests import claim, claimed, rule, scenario, translated
from .shape import FORMAT, Status

DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The version of JSON Schema that it is written in; a name, not an address to be opened."""


def schema(*, overlay: bool = False) -> Schema:
    """Return the schema of any file of a pack; of an `overlay`, where entries may be in part."""
    keys = _keys(overlay)
    if overlay:
        keys["extends"] = said(TEXT, "The id of the pack that this one extends and only tightens.")
    return {
        "$schema": DIALECT,
        "title": "A file of a rule pack" + (" that extends another" if overlay else ""),
        **keyed(keys),
        "$defs": _definitions(),
    }


def _keys(overlay: bool) -> dict[str, Schema]:
    return {
        "format": said(one_of_numbers(FORMAT), "The version of this format: 1."),
        "pack": said(TEXT, "The id of the pack."),
        "title": said(TEXT, "What the guidance is called."),
        "version": said(TEXT, "The version of the guidance, such as 1.0.0."),
        "start": said(TEXT, "The first question."),
        "status": said(one_of(*Status), "How far it has come: draft, approved or withdrawn."),
        "applies-in": said(TEXTS, "Where the guidance applies."),
        "not-for": said(TEXTS, "What the guidance is not for."),
        "owner": said(TEXT, "Who looks after the guidance."),
        "approved": said(keyed({"by": TEXTS, "on": DAY}), "Two people who approved it, and when."),
        "review-by": said(DAY, "The day by which the guidance has to be looked at again."),
        "language": said(TEXT, "The language of its words, such as en-GB."),
        "help-now": said(TEXT, "The outcome whose advice is one press away on every page."),
        "steps": said(entries(TEXT), "The steps that questions are grouped by, in order."),
        "limits": said(limits(), "What its author wants to be warned of."),
        "says": said(sayings(overlay), "Words that are shown everywhere."),
        "questions": said(entries(question(overlay)), "The questions, in the order met."),
        "duties": said(entries(duty(overlay)), "What an answer adds to any outcome."),
        "outcomes": said(entries(outcome(overlay)), "Where walks end, and the advice there."),
        "sources": said(entries(source(overlay)), "Law, guidance, cases and policy."),
        "contacts": said(entries(contact(overlay)), "People to talk to, by role."),
        "terms": said(entries(term(overlay)), "The glossary."),
        "fields": said(entries(record_field(overlay)), "What is written down after an outcome."),
        "note": said(note(overlay), "The order of the note's first page."),
        "scenarios": said(listed(scenario()), "Answers, and what should come of them."),
        "properties": said(listed(claimed()), "What has to be true of every walk."),
        "texts": said(listed(rule()), "What the words have to say, and must not."),
        "words": said(translated(), "In a file of the folder 'words': the translations."),
    }


def one_of_numbers(newest: int) -> Schema:
    """Return the versions of the format, as numbers or as text."""
    numbers: list[object] = list(range(1, newest + 1))
    return {"enum": numbers + [str(number) for number in numbers]}


def _definitions() -> Schema:
    condition: Schema = {
        "description": "{question: option}, {duty: id}, or all, any and not of these.",
        "type": "object",
        "properties": {
            "all": {"type": "array", "items": CONDITION},
            "any": {"type": "array", "items": CONDITION},
            "not": CONDITION,
            "duty": TEXTS,
        },
        "additionalProperties": TEXTS,
    }
    line = keyed({"when": CONDITION, "to": TEXT}, ("to",))
    advice = keyed({"say": TEXT, "when": CONDITION, "contact": TEXT})
    return {
        "text": TEXT_OF_ANY_KIND,
        "texts": listed(TEXT),
        "condition": condition,
        "next": listed(either(TEXT, line)),
        "lines": listed(either(TEXT, advice)),
        "claim": claim(),
    }
