"""What a JSON Schema says of the tests of a pack, and of its translations."""

from guidance_app.core.kinds import Level, Permits

from .properties_claim import Mode, Strength
from .schema_parts import (
    DAY,
    NUMBER,
    TEXT,
    TEXTS,
    Schema,
    either,
    keyed,
    listed,
    one_of,
    said,
    some_of,
)
from .text_rules import PARTS, RuleKind


def scenario() -> Schema:
    """Return the schema of a scenario."""
    answer = keyed(
        {
            "option": said(TEXTS, "The answer."),
            "options": said(TEXTS, "The answers, where there are several."),
            "text": said(TEXTS, "The answer, where it is in words."),
            "reason": said(TEXT, "The reason."),
            "fields": said({"type": "object"}, "What is written in its fields."),
        }
    )
    answers: Schema = {"type": "object", "additionalProperties": either(TEXTS, answer)}
    expect = keyed(
        {
            "outcome": said(TEXTS, "Where it should end."),
            "adds": said(TEXTS, "Exactly the duties that it should carry."),
            "path": said(TEXTS, "Exactly the questions that it should ask, in order."),
            "passes": said(TEXTS, "Questions that it should ask among others."),
            "never-asks": said(TEXTS, "Questions that it should not ask."),
            "set-aside": said(TEXTS, "Exactly the answers that should end up set aside."),
            "shows": said(TEXTS, "Words of advice that it should be given."),
            "never-shows": said(TEXTS, "Words of advice that it should not be given."),
        }
    )
    keys = {
        "name": said(TEXT, "What it is called."),
        "about": said(TEXT, "The story: invented, about no real person."),
        "on": said(DAY, "The day by which review dates are judged."),
        "given": said(answers, "The answers, in any order."),
        "then-change": said(answers, "Answers that are then changed."),
        "expect": said(expect, "What should come of it."),
    }
    return keyed(keys, ("name", "given"))


def claimed() -> Schema:
    """Return the schema of a property."""
    claim: Schema = {"$ref": "#/$defs/claim"}
    case = keyed({"whenever": claim, "expect": claim}, ("expect",))
    keys = {
        "name": said(TEXT, "What it is called."),
        "whenever": said(claim, "Which walks it is about; all, if left out."),
        "any-of-whenever": said(listed(claim), "Several kinds of walks that it is about."),
        "expect": said(claim, "What has to be true of them."),
        "cases": said(listed(case), "Several pairs of whenever and expect."),
        "mode": said(one_of(*Mode), "Always, never, or possible: at least one walk."),
        "strength": said(one_of(*Strength), "Whether it must hold, or should."),
        "id": said(TEXT, "A mark of its own."),
        "reason": said(TEXT, "Why."),
    }
    return keyed(keys, ("name",))


def rule() -> Schema:
    """Return the schema of a rule about words."""
    keys = {
        "name": said(TEXT, "What it is called."),
        "kind": said(one_of(*RuleKind), "What it asks of the words."),
        "in": said(TEXTS, "What it is about: questions/id, duties/id, outcomes/id, fields/id."),
        "parts": said(some_of(*PARTS), "Only these texts of it."),
        "pattern": said(TEXT, "Words to look for, with | between."),
        "questions": said(TEXTS, "Questions whose reason has to be required."),
        "strength": said(one_of(*Strength), "Whether it must hold, or should."),
        "id": said(TEXT, "A mark of its own."),
        "reason": said(TEXT, "Why."),
    }
    return keyed(keys, ("name", "kind"))


def translated() -> Schema:
    """Return the schema of the words of a translation."""
    keys = {
        "of": said(TEXT, "The short mark of the text that it translates."),
        "say": said(TEXT, "The translation."),
    }
    return {"type": "object", "additionalProperties": keyed(keys, ("of", "say"))}


def claim() -> Schema:
    """Return the schema of what is claimed of walks."""
    keys = {
        "outcome": said(TEXTS, "It ends in one of these."),
        "outcome-not": said(TEXTS, "It ends in none of these."),
        "permits": said(some_of(*Permits), "Its outcome permits one of these."),
        "level": said(some_of(*Level), "Its outcome has one of these levels."),
        "carrying": said(TEXTS, "It carries all of these duties."),
        "carrying-none": said(TEXTS, "It carries none of these duties."),
        "asked": said(TEXTS, "It is asked all of these questions."),
        "first": said(TEXT, "This question is the first."),
        "at-most-questions": said(NUMBER, "It is asked no more questions than this."),
        "look-outcomes": said(TEXTS, "Exactly these outcomes permit one look."),
        "together-outcomes": said(TEXTS, "Exactly these outcomes permit looking together."),
    }
    return {"type": "object", "properties": keys, "additionalProperties": TEXTS}
