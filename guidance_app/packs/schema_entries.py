"""What a JSON Schema says of the entries of a pack: questions, outcomes and what they rest on."""

from guidance_app.core.kinds import Kind, Level, Need, Part, Permits, Voice

from .schema_parts import (
    CONDITION,
    DAY,
    LINES,
    NEXT,
    NUMBER,
    TEXT,
    TEXTS,
    TRUTH,
    Schema,
    either,
    entries,
    keyed,
    one_of,
    said,
    some_of,
)
from .shape_outcomes import SOURCE_KINDS

_SOURCES = said(TEXTS, "Ids of the sources that this rests on.")
_FACTS = said(TEXTS, "Marks of the facts of law and practice that this rests on, for its authors.")
_PART = said(one_of(*Part), "Which part of the note it belongs to: case or practice.")


def _part_of(keys: dict[str, Schema], overlay: bool, *required: str) -> Schema:
    """Return an entry; in an overlay nothing is required, and replaced texts are named."""
    if not overlay:
        return keyed(keys, required)
    replaces = said({"type": "object"}, "The text that each key replaces, by its short mark.")
    return keyed({**keys, "replaces": replaces})


def limits() -> Schema:
    """Return the schema of the limits of a pack."""
    return keyed(
        {
            "words-per-question": said(NUMBER, "The most words a question should have."),
            "reading-age": said(NUMBER, "The reading age, in years, that texts should stay under."),
            "longest-walk": said(NUMBER, "The most questions that a walk should ask."),
        }
    )


def sayings(overlay: bool) -> Schema:
    """Return the schema of what a pack says everywhere."""
    keys = {
        "every-page": said(TEXT, "Stands on every page of a note."),
        "every-outcome": said(TEXT, "Stands at every outcome."),
        "every-export": said(TEXTS, "Stands at the end of every note."),
        "about": said(TEXTS, "What the program says about this guidance."),
        "unreviewed": said(TEXT, "Stands everywhere while the guidance is a draft."),
    }
    return _part_of(keys, overlay)


def question(overlay: bool) -> Schema:
    """Return the schema of a question."""
    keys = {
        "ask": said(TEXT, "The question itself, one sentence."),
        "short": said(TEXT, "A short name for lists and notes."),
        "step": said(TEXT, "The step that it belongs to."),
        "hint": said(TEXT, "A line below the question."),
        "why": said(TEXT, "Why it is asked."),
        "more": said(TEXT, "More about it, shown below the answers."),
        "kind": said(
            one_of(Kind.ONE, Kind.SEVERAL, Kind.LINE, Kind.TEXT, Kind.DATE),
            "How it is answered. Only one and several can be read by conditions.",
        ),
        "options": said(entries(_option(overlay)), "The answers that can be chosen."),
        "next": said(NEXT, "Where it leads, where its options do not say so themselves."),
        "reason": said(one_of(*Need), "Whether the worker's own words are wanted."),
        "reason-asks": said(TEXT, "What the box for the reason asks."),
        "reason-can-wait": said(TRUTH, "Whether the reason may be written afterwards."),
        "fields": said(entries(_field(overlay)), "Small facts written down with an answer."),
        "sources": _SOURCES,
        "facts": _FACTS,
        "ask-when": said(CONDITION, "For whom it is asked; everybody else passes it over."),
        "otherwise": said(TEXT, "Where those who pass it over go on."),
        "part": _PART,
    }
    if overlay:
        keys["before"] = said(TEXTS, "Where lines led that now lead to this question first.")
    return _part_of(keys, overlay, "ask")


def _option(overlay: bool) -> Schema:
    keys = {
        "say": said(TEXT, "What the answer says."),
        "next": said(NEXT, "Where it leads: a question or an outcome."),
        "adds": said(TEXTS, "Duties that it adds, whatever the outcome."),
        "more": said(TEXT, "A line below the answer."),
        "under": said(TEXT, "A heading that groups answers in a long list."),
        "exclusive": said(TRUTH, "Of several: whether it can only be chosen alone."),
    }
    return _part_of(keys, overlay, "say")


def _field(overlay: bool) -> Schema:
    keys = {
        "ask": said(TEXT, "What is to be written down."),
        "kind": said(one_of(Kind.LINE, Kind.TEXT, Kind.DATE), "How it is written down."),
        "required": said(TRUTH, "Whether the walk waits for it."),
        "for": said(TEXTS, "The answers it is asked for; all, if left out."),
        "past": said(TRUTH, "Of a date: whether it is refused while it has not come."),
    }
    return _part_of(keys, overlay, "ask")


def duty(overlay: bool) -> Schema:
    """Return the schema of a duty."""
    keys = {
        "say": said(TEXT, "What it asks for."),
        "sources": _SOURCES,
        "facts": _FACTS,
        "when": said(CONDITION, "What raises it, instead of an answer that adds it."),
    }
    return either(TEXT, _part_of(keys, overlay, "say"))


def outcome(overlay: bool) -> Schema:
    """Return the schema of an outcome."""
    keys = {
        "title": said(TEXT, "What the outcome is called."),
        "level": said(one_of(*Level), "How it is shown: stop, pause, act or open."),
        "permits": said(one_of(*Permits), "How far the worker may go."),
        "summary": said(TEXT, "What it comes to, in a sentence or two."),
        "status": said(TEXT, "Words that say what kind of result it is."),
        "may": said(LINES, "What may be done."),
        "must-not": said(LINES, "What must not be done."),
        "talk-to": said(LINES, "Whom to talk to; a contact's id, or words."),
        "record": said(LINES, "What has to be written down."),
        "follow-up": said(TEXT, "What follows, and when."),
        "sources": _SOURCES,
        "facts": _FACTS,
        "part": _PART,
        "short-note": said(TRUTH, "Whether its note is about a page."),
    }
    return _part_of(keys, overlay, "title", "level", "permits")


def source(overlay: bool) -> Schema:
    """Return the schema of a source."""
    checked = keyed({"on": said(DAY, "The day."), "by": said(TEXT, "Who checked it.")})
    keys = {
        "title": said(TEXT, "What it is called."),
        "kind": said(one_of(*SOURCE_KINDS), "What kind of source it is."),
        "where": said(TEXT, "Where in it: a section, a page."),
        "link": said(TEXT, "A whole address, which the program never opens."),
        "read": said(one_of("in full", "in part", "not read"), "How far somebody has read it."),
        "checked": said(checked, "When it was last checked, and by whom."),
        "review-by": said(DAY, "The day by which it has to be checked again."),
        "note": said(TEXT, "A note for the authors."),
    }
    return _part_of(keys, overlay, "title")


def contact(overlay: bool) -> Schema:
    """Return the schema of a contact."""
    keys = {
        "role": said(TEXT, "Who they are to the worker."),
        "how": said(TEXT, "How to reach them; a council fills this in."),
    }
    return _part_of(keys, overlay, "role")


def term(overlay: bool) -> Schema:
    """Return the schema of a word of the glossary."""
    keys = {"term": said(TEXT, "The word."), "means": said(TEXT, "What it means, plainly.")}
    return _part_of(keys, overlay, "term", "means")


def record_field(overlay: bool) -> Schema:
    """Return the schema of a standing field of a record."""
    kinds = (Kind.LINE, Kind.TEXT, Kind.DATE, Kind.CHOICE)
    keys = {
        "ask": said(TEXT, "What is to be written down."),
        "hint": said(TEXT, "A line below it."),
        "kind": said(one_of(*kinds), "How it is written down."),
        "choices": said(TEXTS, "What can be chosen, where its kind is choice."),
        "required": said(TRUTH, "Whether the note says that it is missing."),
        "for-outcomes": said(TEXTS, "The outcomes it is asked after; all, if left out."),
        "for-permits": said(some_of(*Permits), "What an outcome permits, for it to be asked."),
        "never-with": said(TEXTS, "Duties with which it is never asked."),
        "voice": said(one_of(*Voice), "Whose voice it is in: fact, seen, said, think, unknown."),
        "part": _PART,
        "withhold": said(TRUTH, "Whether it can be left out of a note: it says who told."),
        "after-look": said(TRUTH, "Whether it is only missed once the look was made."),
    }
    return _part_of(keys, overlay, "ask")


def note(overlay: bool) -> Schema:
    """Return the schema of the order of a note's first page."""
    keys = {"title": said(TEXT, "Its heading."), "shows": said(TEXTS, "Questions and fields.")}
    sections = entries(_part_of(keys, overlay, "title"))
    whole = {
        "sections": said(sections, "The headings of the first page, in order."),
        "looked": said(TEXT, "The date field that says when a look was made."),
    }
    return _part_of(whole, overlay)
