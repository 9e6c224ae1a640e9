"""What the words of a record's standing fields and of the note's order mean."""

from guidance_app.core.ids import DutyId, FieldId, OutcomeId
from guidance_app.core.pack import Kind, NotePlan, NoteSection, Part, Permits, RecordField, Voice

from .codes import Code
from .keys import Keys

_KINDS = (Kind.LINE, Kind.TEXT, Kind.DATE, Kind.CHOICE)


def shape_fields(pack: Keys) -> dict[FieldId, RecordField]:
    """Return the standing fields of a record made with `pack`, in the author's order."""
    fields = {}
    for name, node in pack.entries("fields", "a field"):
        keys = Keys.of(node, f"the field '{name.value}'", name.place, pack.problems)
        kind = keys.choice("kind", _KINDS, Kind.TEXT)
        fields[FieldId(name.value)] = RecordField(
            id=FieldId(name.value),
            ask=keys.text("ask", needed=True),
            hint=keys.text("hint"),
            kind=kind,
            choices=_choices(kind, keys),
            required=keys.truth("required"),
            for_outcomes=frozenset(OutcomeId(outcome) for outcome in keys.texts("for-outcomes")),
            for_permits=keys.choices("for-permits", tuple(Permits)),
            never_with=frozenset(DutyId(duty) for duty in keys.texts("never-with")),
            voice=keys.choice("voice", tuple(Voice), Voice.FACT),
            part=keys.choice("part", tuple(Part), Part.CASE),
            withhold=keys.truth("withhold"),
            after_look=keys.truth("after-look"),
        )
        keys.finish()
    return fields


def _choices(kind: Kind, keys: Keys) -> tuple[str, ...]:
    if kind is not Kind.CHOICE:
        keys.misplaced("choices", "only a field of the kind 'choice' has them")
        return ()
    choices = keys.texts("choices")
    if not choices:
        says = f"'choices' is missing from {keys.what}."
        keys.problems.append(
            Code.MISSING_KEY.at(keys.place, says, "Add 'choices: [first, second]'.")
        )
    return choices


def shape_note(pack: Keys) -> NotePlan:
    """Return the order of the note's first page."""
    keys = pack.inner("note")
    if keys is None:
        return NotePlan()
    sections = []
    for name, node in keys.entries("sections", "a section of the note"):
        inner = Keys.of(node, f"the section '{name.value}' of the note", name.place, pack.problems)
        sections.append(
            NoteSection(name.value, inner.text("title", needed=True), inner.texts("shows"))
        )
        inner.finish()
    looked = keys.text("looked")
    keys.finish()
    return NotePlan(tuple(sections), FieldId(looked) if looked else None)
